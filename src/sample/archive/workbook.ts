import type { IsoDate } from '#domain/dates.ts';
import { openZip } from './compressed-file.ts';

export type Cell = string | number | null;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="txt" ContentType="text/plain"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
const ROOT = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
const LINKS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;

const core = (day: IsoDate): string =>
  `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:modified xsi:type="dcterms:W3CDTF">${day}T03:12:00Z</dcterms:modified></cp:coreProperties>`;
const workbook = (sheet: string): string =>
  `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);

function cellXml(value: Cell, column: number, row: number): string {
  if (value === null) return '';
  const at = `${letters(column)}${row}`;
  return typeof value === 'number'
    ? `<c r="${at}" t="n"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
}

function* sheetPieces(rows: Iterable<readonly Cell[]>): Generator<Uint8Array> {
  yield Buffer.from(
    `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`,
  );
  let line = 0;
  for (const row of rows) {
    line++;
    const cells = row.map((value, column) => cellXml(value, column, line)).join('');
    yield Buffer.from(`<row r="${line}">${cells}</row>`);
  }
  yield Buffer.from('</sheetData></worksheet>');
}

/** A workbook of one sheet, text in place, as the ministry's exports are written. @returns its size */
export async function writeWorkbook(
  name: string,
  {
    sheet,
    modifiedOn,
    notice,
    rows,
  }: { sheet: string; modifiedOn: IsoDate; notice: string | null; rows: Iterable<readonly Cell[]> },
): Promise<number> {
  const zip = openZip(name);
  const entries: [string, string][] = [
    ['[Content_Types].xml', TYPES],
    ['_rels/.rels', ROOT],
    ['docProps/core.xml', core(modifiedOn)],
    ['xl/workbook.xml', workbook(sheet)],
    ['xl/_rels/workbook.xml.rels', LINKS],
  ];
  if (notice !== null) entries.push(['FICTIF.txt', notice]);
  for (const [entry, text] of entries) await zip.write(entry, [Buffer.from(text)]);
  await zip.write('xl/worksheets/sheet1.xml', sheetPieces(rows));
  return zip.close();
}
