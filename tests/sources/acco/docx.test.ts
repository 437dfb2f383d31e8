import {
  Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun,
  DeletedTextRun, InsertedTextRun, NoBreakHyphen, Tab,
} from 'docx'; // prettier-ignore
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { openZip } from '#sources/acco/documents/zip.ts';
import { readDocx } from '#sources/acco/documents/docx.ts';
import { buildDocx, documentXml, footnotesXml, paragraph, table } from '../../fixtures/acco/docx.ts';

const read = (bytes: Buffer): string[] =>
  Buffer.from(readDocx(openZip(bytes)).utf8)
    .toString('utf8')
    .split('\n');
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a .docx, beside mammoth', () => {
  it('has the words of mammoth in the same order, for a document with everything in it', async () => {
    const date = '2024-01-01T00:00:00Z';
    const cell = (...texts: string[]) =>
      new TableCell({ children: texts.map((text) => new Paragraph(text)) });
    const document = new Document({
      footnotes: { 1: { children: [new Paragraph('Article L2242-1 du code du travail.')] } },
      sections: [
        {
          children: [
            new Paragraph({ heading: 'Heading1', text: 'Accord d’entreprise & avenant <n° 2>' }),
            new Paragraph({
              children: [
                ...[
                  new TextRun('Entre la société'),
                  new TextRun({ children: [new Tab()] }),
                  new TextRun({ text: ' fictive', bold: true }),
                ],
                ...[new FootnoteReferenceRun(1), new TextRun(' et la C'), new TextRun('FDT, ci')],
                new TextRun({ children: [new NoBreakHyphen(), 'après.'] }),
              ],
            }),
            new Paragraph({
              children: [
                new DeletedTextRun({ text: 'trois jours ', id: 1, author: 'x', date }),
                new InsertedTextRun({ text: 'quatre jours ', id: 2, author: 'x', date }),
                new TextRun('de congé'),
              ],
            }),
            ...['mutuelle à 60 %', 'titres-restaurant de 9 €'].map(
              (text) => new Paragraph({ text, bullet: { level: 0 } }),
            ),
            new Table({
              rows: [
                new TableRow({ children: [cell('Catégorie'), cell('Part patronale')] }),
                new TableRow({ children: [cell('Cadres', 'et assimilés'), cell('72,45 %')] }),
              ],
            }),
            new Paragraph('Fait à Rennes.'),
          ],
        },
      ],
    });
    const bytes = await Packer.toBuffer(document);
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    const words = (text: string): string[] =>
      text
        .replaceAll('\u2011', '-')
        .split(/[\s|]+/)
        .filter(Boolean);
    const lines = read(bytes);
    expect(lines).toContain('Article L2242-1 du code du travail.');
    // mammoth leaves footnotes out of its raw text.
    const withoutNote = lines.filter((line) => !line.startsWith('Article L2242-1'));
    expect(words(withoutNote.join('\n'))).toEqual(words(value));
    expect(lines).toEqual([
      'Accord d’entreprise & avenant <n° 2>',
      'Entre la société fictive et la CFDT, ci-après.',
      'Article L2242-1 du code du travail.',
      'quatre jours de congé',
      'mutuelle à 60 %',
      'titres-restaurant de 9 €',
      'Catégorie | Part patronale',
      'Cadres et assimilés | 72,45 %',
      'Fait à Rennes.',
    ]);
  });
});

describe('a .docx, on quirks of Word', () => {
  it('reads one form of a shape that is there twice, after the paragraph that holds it', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('encadré')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('encadré')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(read(buildDocx(`<w:p>${run('avant')}${shape}${run(' après')}</w:p>`))).toEqual([
      'avant après',
      'encadré',
    ]);
  });

  it('leaves out tracked deletions, moves away and deleted rows; merges paragraphs whose mark is deleted', () => {
    const deleted = '<w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>';
    const row =
      '<w:tr><w:trPr><w:del w:id="2" w:author="x"/></w:trPr><w:tc>' + paragraph('rayée') + '</w:tc></w:tr>';
    expect(
      read(
        buildDocx(
          `<w:p>${deleted}${run('La prime')}<w:del w:id="3"><w:r><w:delText>de 100</w:delText></w:r></w:del></w:p><w:p>${run(' est versée.')}</w:p>` +
            `<w:p><w:moveFrom w:id="4">${run('ici')}</w:moveFrom><w:moveTo w:id="5">${run('là')}</w:moveTo></w:p>` +
            `<w:tbl>${row}<w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`,
        ),
      ),
    ).toEqual(['La prime est versée.', 'là', 'a | b']);
  });

  it('keeps empty cells, unwraps layout tables, flattens tables inside cells', () => {
    const inner = table([['x', 'y']]);
    const nested = `<w:tbl><w:tr><w:tc>${paragraph('Horaires')}</w:tc><w:tc>${inner}${paragraph('fin')}</w:tc></w:tr></w:tbl>`;
    const layout = `<w:tbl><w:tr><w:tc>${paragraph('Titre')}${paragraph('Préambule')}</w:tc><w:tc>${paragraph('\u00a0')}</w:tc></w:tr></w:tbl>`;
    expect(read(buildDocx(table([['Cadres', '', '50 %']]) + nested + layout))).toEqual([
      'Cadres | | 50 %',
      'Horaires | x | y fin',
      'Titre',
      'Préambule',
    ]);
  });

  it('reads breaks, tabs, symbols, hyphens; drops field codes, soft hyphens and zero-width characters', () => {
    const body =
      `<w:p>${run('une\u00a0prime')}<w:r><w:br/><w:t>de</w:t><w:tab/><w:t>10</w:t><w:sym w:font="Symbol" w:char="F0A0"/></w:r>` +
      `<w:r><w:instrText> PAGEREF _Toc1 </w:instrText></w:r>${run(' télé\u00adtravail\u200b')}<w:r><w:t>ci</w:t><w:noBreakHyphen/><w:t>joint &#8211; &#xE9;t&#233;</w:t></w:r></w:p>`;
    expect(read(buildDocx(body))).toEqual(['une prime de 10€ télétravailci-joint – été']);
  });

  it('puts notes after the block, or the row, that calls them', () => {
    const call = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const cell = `<w:tc><w:p>${run('Cadres')}${call(2)}</w:p></w:tc><w:tc>${paragraph('60 %')}</w:tc>`;
    const body = `<w:p>${run('Prime')}${call(1)}${run(' annuelle')}</w:p><w:tbl><w:tr>${cell}</w:tr></w:tbl>${paragraph('Fin')}`;
    expect(
      read(buildDocx(body, { 'word/footnotes.xml': footnotesXml({ 1: 'Brute.', 2: 'Et assimilés.' }) })),
    ).toEqual([...['Prime annuelle', 'Brute.', 'Cadres | 60 %', 'Et assimilés.', 'Fin']]);
  });

  it('bears another prefix, UTF-16, CDATA, comments, data descriptors and another main part', () => {
    const other = documentXml(paragraph('préfixe'))
      .replaceAll('w:', 'ns0:')
      .replaceAll(':ns0:', ':w:')
      .replace('xmlns:w=', 'xmlns:ns0=');
    expect(read(buildDocx('', { 'word/document.xml': other }))).toEqual(['préfixe']);
    const utf16 = Buffer.from(`\ufeff${documentXml(paragraph('été'))}`, 'utf16le');
    expect(read(buildDocx('', { 'word/document.xml': utf16 }))).toEqual(['été']);
    expect(read(buildDocx('<w:p><w:r><w:t>a <![CDATA[<b> &]]><!-- c --> d</w:t></w:r></w:p>'))).toEqual([
      'a <b> & d',
    ]);
    expect(read(buildDocx(paragraph('flux'), {}, { hasDescriptor: true }))).toEqual(['flux']);
  });

  it('bears leftovers of a repaired zip, and takes no description of a picture for text', () => {
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image 1" descr="C:\\Users\\x\\logo.png"/></wp:inline></w:drawing></w:r>';
    const body = `<w:p>${run('Article 1')}${picture}</w:p>`;
    expect(read(buildDocx(body, { '[trash]/0000.dat': Buffer.alloc(40, 0xff) }))).toEqual(['Article 1']);
  });

  it('writes NFC and repairs bytes that are not UTF-8', () => {
    expect(read(buildDocx(paragraph('e\u0301te\u0301 Ω \u2126')))).toEqual(['été Ω Ω']);
    const xml = Buffer.from(documentXml(paragraph('sant\xe9 collective')), 'latin1');
    expect(read(buildDocx('', { 'word/document.xml': xml }))).toEqual([
      expect.stringMatching(/^sant.*collective$/),
    ]);
  });
});
