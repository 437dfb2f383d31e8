import {
  CheckBox, Document, EndnoteReferenceRun, ExternalHyperlink, FootnoteReferenceRun, Packer, Paragraph, SimpleField,
  SymbolRun, Table, TableCell, TableRow, TextRun, DeletedTextRun, InsertedTextRun, NoBreakHyphen, PageNumber, SoftHyphen,
  Tab, Textbox, type ParagraphChild,
} from 'docx'; // prettier-ignore
import { describe, expect, it } from 'vitest';
import { compareWords } from '../../../scripts/compare-words/compare.ts';
import { listDocuments } from '../../../scripts/compare-words/inputs.ts';
import { buildDocx, paragraph, table } from '../../fixtures/acco/docx.ts';

const SAMPLE = 'content/sample/ACCO_20261116-064210.tar.gz';
const date = '2024-01-01T00:00:00Z';

const pack = (...children: (Paragraph | Table | Textbox)[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [new Paragraph('Hors astreintes.')] } },
      endnotes: { 1: { children: [new Paragraph('Voir l’annexe.')] } },
      sections: [{ children: children as Paragraph[] }],
    }),
  );
const line = (...children: ParagraphChild[]): Paragraph => new Paragraph({ children });
const cell = (...children: (Paragraph | Table)[]): TableCell => new TableCell({ children });
const grid = (...rows: TableCell[][]): Table =>
  new Table({ rows: rows.map((children) => new TableRow({ children })) });
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('words of a .docx beside those of mammoth', () => {
  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['runs that cut words in two', () => pack(line(new TextRun('télé'), new TextRun({ text: 'travail', bold: true })))],
    ['tabs and kinds of hyphens', () => pack(line(new TextRun({ children: ['60', new Tab(), '%', new NoBreakHyphen(), 'net', new SoftHyphen(), 'te'] })))],
    ['lists and headings', () => pack(new Paragraph({ heading: 'Heading1', text: 'Article 1' }), new Paragraph({ text: 'la mutuelle', bullet: { level: 0 } }))],
    ['tables', () => pack(grid([cell(new Paragraph('Cadres')), cell(new Paragraph('60 %'), new Paragraph('au plus'))]))],
    ['tables in cells', () => pack(grid([cell(new Paragraph('Horaires'), grid([cell(new Paragraph('matin')), cell(new Paragraph('9 h'))]), new Paragraph('fin'))]))],
    ['notes, which mammoth leaves out', () => pack(line(new TextRun('Une prime'), new FootnoteReferenceRun(1), new TextRun(' annuelle'), new EndnoteReferenceRun(1)))],
    ['tracked deletions and insertions', () => pack(line(new DeletedTextRun({ text: 'trois', id: 1, author: 'x', date }), new InsertedTextRun({ text: 'quatre', id: 2, author: 'x', date }), new TextRun(' jours')))],
    ['links', () => pack(line(new TextRun('Voir '), new ExternalHyperlink({ link: 'https://example.org/', children: [new TextRun('le site')] }), new TextRun(' du ministère')))],
    ['fields without a cached value', () => pack(line(new TextRun('Page '), new TextRun({ children: [PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES] })))],
    ['symbols both know', () => pack(line(new TextRun('seuil '), new SymbolRun({ char: 'F0A3', symbolfont: 'Symbol' }), new TextRun(' 50')))],
    ['old text boxes', () => pack(line(new TextRun('avant')), new Textbox({ style: { width: '100pt' }, children: [line(new TextRun('dans le cadre'))] }), line(new TextRun('après')))],
    ['field codes', () => buildDocx(`<w:p>${run('Page ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)],
    ['passages moved elsewhere', () => buildDocx(`<w:p><w:moveFrom w:id="1">${run('ici ')}</w:moveFrom>${run('reste')}</w:p><w:p><w:moveTo w:id="1">${run('là')}</w:moveTo></w:p>`)],
    ['content controls', () => buildDocx(`<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('contrôle')}${table([['a', 'b']])}</w:sdtContent></w:sdt>`)],
    ['a shape in its two forms', () => buildDocx(`<w:p>${run('avant')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('cadre')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('cadre')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${paragraph('après')}`)],
  ])('are the same in the same order: %s', async (_, make) => {
    const found = await compareWords(await make());
    expect(found).toEqual({ verdict: 'same', at: null, onlyOurs: [], onlyTheirs: [] });
  }); // prettier-ignore

  it('are the same in every document of the sample', async () => {
    const differing: string[] = [];
    let count = 0;
    for await (const { name, bytes } of listDocuments(SAMPLE)) {
      const found = await compareWords(bytes).catch(() => null);
      count++;
      if (found && found.verdict !== 'same') differing.push(name);
    }
    expect(differing).toEqual([]);
    expect(count).toBeGreaterThan(10);
  });
});

describe('differences that stand (WORDS.md)', () => {
  it('cut: mammoth glues the words on both sides of a line break', async () => {
    expect(
      await compareWords(await pack(line(new TextRun('ACCORD'), new TextRun({ text: '2023', break: 1 })))),
    ).toMatchObject({
      ...{ verdict: 'cut', onlyOurs: ['ACCORD', '2023'], onlyTheirs: ['ACCORD2023'] },
    });
  });

  it('symbols: a ticked box is a choice, an arrow is the same arrow, an ornament is nothing', async () => {
    const box = await pack(line(new CheckBox({ checked: true }), new TextRun(' Accord')));
    expect(await compareWords(box)).toMatchObject({ verdict: 'symbols', onlyOurs: ['☒'], onlyTheirs: [] });
    const arrow = await pack(
      line(new TextRun('10 € '), new SymbolRun({ char: 'F0E0', symbolfont: 'Wingdings' })),
    );
    expect(await compareWords(arrow)).toMatchObject({
      verdict: 'symbols',
      onlyOurs: ['→'],
      onlyTheirs: ['🡪'],
    });
  });

  it('words: the value that a simple field shows is read here only', async () => {
    const field = await pack(line(new TextRun('effectif '), new SimpleField('DOCPROPERTY effectif', '48')));
    expect(await compareWords(field)).toMatchObject({ verdict: 'words', onlyOurs: ['48'], onlyTheirs: [] });
  });

  it('words: the text of a shape whose older form is empty is read here only', async () => {
    const shape = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('ACCORD ANNUEL')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>`;
    expect(
      await compareWords(buildDocx(`<w:p><w:r>${shape}</w:r></w:p>${paragraph('Le présent accord')}`)),
    ).toMatchObject({
      ...{ verdict: 'words', onlyOurs: ['ACCORD', 'ANNUEL'], onlyTheirs: [] },
    });
  });
});
