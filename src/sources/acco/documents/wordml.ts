import { RecordError } from '#domain/errors.ts';
import { decodeEntities, skipElement } from './xml-scan.ts';
import { symbolOf } from './symbols.ts';
import { rowLines } from './text.ts';

/** Text boxes inside text boxes: Word allows none, a group shape may hold a few. */
const DEPTH_MAX = 20;

/** UTF-8 bytes of notes by id, one line each. */
export type Notes = { footnotes: Map<string, string>; endnotes: Map<string, string> };

/** Rows and cells being read; a table inside a cell puts its rows into that cell. */
type Table = { cells: string[][]; cell: string[] | null; isRowDeleted: boolean };

/**
 * Reads the blocks of a WordprocessingML part, in reading order. A scan over tags rather than an XML parser: it is ten
 * times faster, and `mammoth` checks it in tests. Everything here is latin1 text holding UTF-8 bytes (offsets are
 * bytes); the caller decodes once.
 */
export class WordReader {
  readonly #xml: string;
  readonly #notes: Notes;
  #at = 0;
  #nextDeletion = -1;
  #depth = 0;

  constructor(xml: string, notes: Notes) {
    this.#xml = xml;
    this.#notes = notes;
  }

  /** Blocks up to the closing tag of `container` (its name), or to the end. */
  readBlocks(container: string | null, from = this.#at): string[] {
    if (++this.#depth > DEPTH_MAX) throw new RecordError('text boxes are nested too deep.');
    this.#at = from;
    const xml = this.#xml;
    const lines: string[] = [];
    const tables: Table[] = [];
    let paragraph = '';
    let isMarkDeleted = false;
    let aside: string[] = [];
    let notes: string[] = [];

    const emit = (blocks: string[]): void => {
      const cell = tables.at(-1)?.cell;
      if (cell) {
        for (const block of blocks) cell.push(block);
        return;
      }
      for (const block of blocks) lines.push(block);
      if (notes.length === 0) return;
      for (const note of notes) lines.push(note);
      notes = [];
    };

    for (;;) {
      const open = xml.indexOf('<', this.#at);
      if (open < 0) break;
      const first = xml.charCodeAt(open + 1);
      const close = xml.indexOf('>', open);
      if (close < 0) throw new RecordError('the XML of the document is cut short.');
      this.#at = close + 1;
      if (first === 0x77 /* w */) {
        if (xml.charCodeAt(open + 2) !== 0x3a) continue;
        const isEmpty = xml.charCodeAt(close - 1) === 0x2f;
        switch (nameAt(xml, open + 3)) {
          case 't':
            if (!isEmpty) paragraph += this.#readText('w:t');
            break;
          case 'rPr':
            if (!isEmpty) this.#skipTo('</w:rPr>');
            break;
          case 'pPr':
            if (!isEmpty) isMarkDeleted = this.#skipTo('</w:pPr>');
            break;
          case 'tab':
          case 'ptab':
          case 'br':
          case 'cr':
            paragraph += ' ';
            break;
          case 'noBreakHyphen':
            paragraph += '-';
            break;
          case 'sym':
            paragraph += symbolOf(xml.slice(open, close));
            break;
          case 'footnoteReference':
            notes.push(this.#notes.footnotes.get(idOf(xml.slice(open, close))) ?? '');
            break;
          case 'endnoteReference':
            notes.push(this.#notes.endnotes.get(idOf(xml.slice(open, close))) ?? '');
            break;
          case 'del':
          case 'moveFrom':
            if (!isEmpty) this.#skipElement(xml.slice(open + 1, nameEnd(xml, open + 3)));
            break;
          case 'p':
            if (!isEmpty) isMarkDeleted = false;
            break;
          case 'tbl':
            if (!isEmpty) tables.push({ cells: [], cell: null, isRowDeleted: false });
            break;
          case 'trPr':
            if (!isEmpty && this.#skipTo('</w:trPr>') && tables.length > 0)
              tables.at(-1)!.isRowDeleted = true;
            break;
          case 'tr':
            Object.assign(tables.at(-1) ?? {}, { cells: [], cell: null, isRowDeleted: false });
            break;
          case 'tc':
            if (tables.length > 0) tables.at(-1)!.cell = [];
            break;
          case 'txbxContent':
            if (!isEmpty) aside = aside.concat(this.readBlocks('w:txbxContent'));
            break;
        }
      } else if (first === 0x2f /* / */) {
        if (xml.charCodeAt(open + 2) !== 0x77) continue;
        const name = nameAt(xml, open + 4);
        if (name === 'p') {
          if (isMarkDeleted) continue;
          emit(aside.length > 0 ? [paragraph, ...aside] : [paragraph]);
          paragraph = '';
          aside = [];
        } else if (name === 'tc' && tables.length > 0) {
          const table = tables.at(-1)!;
          if (table.cell) table.cells.push(table.cell);
          table.cell = null;
        } else if (name === 'tr' && tables.length > 0) {
          const { cells, isRowDeleted } = tables.at(-1)!;
          const parent = tables.length > 1 ? tables.at(-2) : undefined;
          const row = isRowDeleted ? [] : rowLines(cells);
          if (parent?.cell) parent.cell.push(...row);
          else emit(row);
        } else if (name === 'tbl') tables.pop();
        else if (container !== null && xml.startsWith(container, open + 2)) break;
      } else if (first === 0x6d /* m */) {
        if (xml.startsWith('m:t', open + 1) && nameEnd(xml, open + 3) === open + 4) {
          if (xml.charCodeAt(close - 1) !== 0x2f) paragraph += this.#readText('m:t');
        } else if (xml.startsWith('mc:Fallback', open + 1) && xml.charCodeAt(close - 1) !== 0x2f)
          // The same shape in an older form: its text was read in mc:Choice.
          this.#skipElement('mc:Fallback');
      } else if (first === 0x21 /* ! */) this.#at = skipMarkup(xml, open);
    }
    if (paragraph !== '' || aside.length > 0) emit([paragraph, ...aside]);
    this.#depth--;
    return lines;
  }

  /** Text up to the next tag, entities decoded. */
  #readText(name: string): string {
    const xml = this.#xml;
    const end = xml.indexOf('<', this.#at);
    if (end < 0) throw new RecordError('the XML of the document is cut short.');
    if (xml.charCodeAt(end + 1) === 0x21) return this.#readMixed(name);
    const text = xml.slice(this.#at, end);
    this.#at = end;
    return text.includes('&') ? decodeEntities(text) : text;
  }

  /** Text with CDATA sections or comments in it. */
  #readMixed(name: string): string {
    const end = this.#xml.indexOf(`</${name}>`, this.#at);
    if (end < 0) throw new RecordError('the XML of the document is cut short.');
    const inner = this.#xml.slice(this.#at, end);
    this.#at = end;
    return inner
      .split(/(<!\[CDATA\[.*?\]\]>|<!--.*?-->)/s)
      .map((piece) => {
        if (piece.startsWith('<![CDATA[')) return piece.slice(9, -3);
        return piece.startsWith('<!--') ? '' : decodeEntities(piece);
      })
      .join('');
  }

  /** Jumps past `closingTag`. @returns whether a tracked deletion (`w:del`) stands before it */
  #skipTo(closingTag: string): boolean {
    const from = this.#at;
    const end = this.#xml.indexOf(closingTag, from);
    if (end < 0) throw new RecordError('the XML of the document is cut short.');
    this.#at = end + closingTag.length;
    if (this.#nextDeletion < from) {
      const found = this.#xml.indexOf('<w:del ', from);
      this.#nextDeletion = found < 0 ? Infinity : found;
    }
    return this.#nextDeletion < end;
  }

  #skipElement(name: string): void {
    this.#at = skipElement(this.#xml, name, this.#at);
  }
}

const isNameEnd = (code: number): boolean => code === 0x3e || code === 0x20 || code === 0x2f || code <= 0x0d;

function nameEnd(xml: string, from: number): number {
  let end = from;
  while (end < xml.length && !isNameEnd(xml.charCodeAt(end))) end++;
  return end;
}

const nameAt = (xml: string, from: number): string => xml.slice(from, nameEnd(xml, from));

const idOf = (tag: string): string => /w:id="([^"]*)"/.exec(tag)?.[1] ?? '';

/** Past a comment; a DTD is refused. */
function skipMarkup(xml: string, open: number): number {
  if (xml.startsWith('<!--', open)) {
    const end = xml.indexOf('-->', open);
    if (end < 0) throw new RecordError('the XML of the document is cut short.');
    return end + 3;
  }
  if (xml.startsWith('<!DOCTYPE', open))
    throw new RecordError('the XML of the document carries a DTD: refused.');
  return open + 2;
}
