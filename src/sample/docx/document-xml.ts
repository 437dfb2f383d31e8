import type { Random } from '../random.ts';
import type { Block } from '../model.ts';
import { escapeXml, typed } from './typing.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';
const BORDER = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

const STYLES = { title: 'Titre', centered: 'Centre', heading1: 'Titre1', heading2: 'Titre2', item: 'Liste', step: 'Liste', text: 'Corps' }; // prettier-ignore

/** Word cuts a sentence into runs wherever it was edited: readers must join them. */
function runs(line: string, random: Random): string {
  const run = (part: string): string =>
    `<w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`;
  if (line.length < 40 || random.chance(0.55)) return run(line);
  const cut = random.int(8, line.length - 8);
  return `${run(line.slice(0, cut))}<w:proofErr w:type="spellStart"/>${run(line.slice(cut))}`;
}

const paragraph = (style: string, content: string, extra = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${extra}</w:pPr>${content}</w:p>`;

const numbering = (list: number): string =>
  `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;

function tableXml(rows: string[][], isPlain: boolean, random: Random): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const width = Math.floor(9000 / columns);
  const cell = (line: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph('Corps', line ? runs(typed(line, isPlain), random) : '')}</w:tc>`;
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${BORDER}</w:tblBorders></w:tblPr>${grid}${rows
    .map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`)
    .join('')}</w:tbl>`;
}

export type DocumentParts = { document: string; footnotes: string | null };

/** `word/document.xml` and, when the text has notes, `word/footnotes.xml`. */
export function documentParts(
  blocks: readonly Block[],
  options: { isPlain: boolean; hasNumberedHeadings: boolean; random: Random },
): DocumentParts {
  const { isPlain, hasNumberedHeadings, random } = options;
  const notes: string[] = [];
  const noteMark = (note: string | undefined): string => {
    if (!note) return '';
    notes.push(note);
    return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${notes.length + 1}"/></w:r>`;
  };
  const body = blocks.map((block) => {
    if (block.kind === 'table') return tableXml(block.rows, isPlain, random) + '<w:p/>';
    const content = runs(typed(block.text, isPlain), random);
    if (block.kind === 'heading') {
      const isNumbered = hasNumberedHeadings && block.level === 1 && !/^pr[ée]ambule$/i.test(block.text);
      return paragraph(
        block.level === 1 ? STYLES.heading1 : STYLES.heading2,
        content,
        isNumbered ? numbering(3) : '',
      );
    }
    if (block.kind === 'item') return paragraph(STYLES.item, content, numbering(1));
    if (block.kind === 'step') return paragraph(STYLES.step, content, numbering(2));
    return paragraph(STYLES[block.kind], content + (block.kind === 'text' ? noteMark(block.note) : ''));
  });
  const document = `${DECLARATION}<w:document ${NAMESPACES}><w:body>${body.join('')}${SECTION}</w:body></w:document>`;
  if (notes.length === 0) return { document, footnotes: null };
  const separators = ['separator', 'continuationSeparator'].map(
    (kind, id) => `<w:footnote w:type="${kind}" w:id="${id}"><w:p><w:r><w:${kind}/></w:r></w:p></w:footnote>`,
  );
  const written = notes.map(
    (note, at) =>
      `<w:footnote w:id="${at + 2}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> ${escapeXml(typed(note, isPlain))}</w:t></w:r></w:p></w:footnote>`,
  );
  return {
    document,
    footnotes: `${DECLARATION}<w:footnotes ${NAMESPACES}>${separators.join('')}${written.join('')}</w:footnotes>`,
  };
}

/** A page that is nothing but a picture, as scans are. */
export const scanDocument = (): string =>
  `${DECLARATION}<w:document ${NAMESPACES}><w:body><w:p><w:r><w:drawing><wp:inline><wp:extent cx="5760000" cy="8100000"/><wp:docPr id="1" name="Image 1" descr="C:\\scan\\page1.png"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="page1.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId4"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5760000" cy="8100000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>${SECTION}</w:body></w:document>`;
