import { describe, expect, it } from 'vitest';
import { readDocument } from '#sources/acco/documents/document.ts';
import { buildDoc } from '../../fixtures/acco/doc.ts';
import { buildDocx, docxOf, paragraph } from '../../fixtures/acco/docx.ts';
import { buildOdt } from '../../fixtures/acco/odt.ts';
import { buildPdf } from '../../fixtures/acco/pdf.ts';
import { noise } from '../../fixtures/acco/records.ts';

async function read(bytes: Buffer) {
  const { utf8, ...rest } = await readDocument(bytes);
  return { ...rest, lines: utf8 && Buffer.from(utf8).toString('utf8').split('\n') };
}

const LONG = 'Une phrase assez longue pour n’être pas prise pour la légende d’une image. '.repeat(5).trim();

describe('.odt', () => {
  it('reads paragraphs, lists, tables, notes and text boxes in order, without deletions', async () => {
    const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const { status, lines } = await read(
      buildOdt(
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>supprimé</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
          '<text:h>Article 1</text:h>' +
          '<text:p>Trois<text:s text:c="2"/>jours<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Dont un payé.</text:p></text:note-body></text:note> par an<text:line-break/>au plus<office:annotation><text:p>à revoir</text:p></office:annotation>.</text:p>' +
          '<text:list><text:list-item><text:p>mutuelle</text:p></text:list-item><text:list-item><text:p>crèche</text:p></text:list-item></text:list>' +
          `<table:table><table:table-row>${cell('Cadres')}${cell('60 %')}</table:table-row><table:table-row>${cell('seule')}</table:table-row></table:table>` +
          '<text:p>Avant<draw:frame><draw:text-box><text:p>encadré</text:p></draw:text-box></draw:frame> après</text:p>',
      ),
    );
    expect(status).toBe('read');
    expect(lines).toEqual([
      ...['Article 1', 'Trois jours par an au plus.', 'Dont un payé.', 'mutuelle', 'crèche'],
      ...['Cadres | 60 %', 'seule', 'Avant après', 'encadré'],
    ]);
  });

  it('refuses a DTD and broken XML', async () => {
    const dtd = buildOdt('<text:p>x</text:p>').toString('latin1');
    expect((await read(Buffer.from(dtd, 'latin1'))).status).toBe('read');
    expect((await read(buildOdt('<text:p>'))).status).toBe('unreadable');
  });
});

describe('.doc', () => {
  it('reads paragraphs and table rows', async () => {
    const { status, lines } = await read(
      buildDoc(
        'Article 1 – L’employeur paie 60 %.\rCadres\x0760 %\x07\x07Ouvriers\x0755 %\x07\x07Fin de l’accord.\r'.replace(
          '–',
          '-',
        ),
      ),
    );
    expect(status).toBe('read');
    expect(lines).toEqual([
      'Article 1 - L’employeur paie 60 %.',
      'Cadres | 60 %',
      'Ouvriers | 55 %',
      'Fin de l’accord.',
    ]);
  });

  it('takes text that is no text for an encrypted file', async () => {
    const { status, reason } = await read(buildDoc(noise('encrypted', 1500).toString('latin1')));
    expect(status).not.toBe('read');
    expect(reason).toBeTruthy();
  });

  it('says a damaged file is unreadable', async () => {
    const doc = buildDoc('Article 1.\r');
    expect((await read(doc.subarray(0, 900))).status).toBe('unreadable');
    expect((await read(Buffer.concat([doc.subarray(0, 512), noise('damage', 9000)]))).status).toBe(
      'unreadable',
    );
  });
});

describe('.pdf', () => {
  it('puts lines back into paragraphs', async () => {
    const { status, lines } = await read(
      buildPdf([
        { text: 'Article 1 - T\xe9l\xe9travail', y: 780 },
        { text: 'Deux jours par semaine sont ouverts', y: 750 },
        { text: '\xe0 tous les salari\xe9s.', y: 737 },
        { text: 'Une indemnit\xe9 de 50 euros est vers\xe9e.', y: 700 },
        { text: '- cadres', y: 687 },
      ]),
    );
    expect(status).toBe('read');
    expect(lines).toEqual([
      'Article 1 - Télétravail',
      'Deux jours par semaine sont ouverts à tous les salariés.',
      'Une indemnité de 50 euros est versée.',
      '- cadres',
    ]);
  });

  it('says a scan has no text, a damaged file is unreadable', async () => {
    expect(await read(buildPdf([], { isScan: true }))).toMatchObject({
      status: 'no-text',
      reason: 'pictures only',
    });
    expect((await read(Buffer.from('%PDF-1.4\nnothing here'))).status).toBe('unreadable');
  });
});

describe('what kind of file it is', () => {
  it('is told by its bytes, and by nothing else', async () => {
    expect((await read(docxOf('Du texte.'))).status).toBe('read');
    expect(await read(Buffer.from('bonjour'))).toMatchObject({
      status: 'unreadable',
      reason: 'the file is neither .docx, .odt, .doc nor .pdf.',
    });
    expect(await read(Buffer.alloc(0))).toMatchObject({ status: 'unreadable', reason: 'the file is empty.' });
  });

  it('pictures with a caption are a scan; a long text with pictures is not', async () => {
    const drawing = '<w:p><w:r><w:drawing><wp:inline/></w:drawing></w:r></w:p>';
    expect(await read(buildDocx(paragraph('Page 1') + drawing))).toMatchObject({
      status: 'no-text',
      lines: null,
    });
    expect(await read(buildDocx(drawing))).toMatchObject({ status: 'no-text', reason: 'pictures only' });
    expect(await read(buildDocx(''))).toMatchObject({ status: 'no-text', reason: 'empty' });
    expect((await read(buildDocx(paragraph(LONG) + drawing))).status).toBe('read');
    expect((await read(buildDocx(paragraph('Un avenant bref.')))).status).toBe('read');
  });
});
