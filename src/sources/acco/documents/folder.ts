import { isUtf8 } from 'node:buffer';
import { classify, isLetter } from './characters.ts';
import { decodeEntity } from './entities.ts';

/** Text in the one form in which it is stored, as UTF-8 that lasts until its folder starts another. */
export type FoldedText = { utf8: Uint8Array; hasLetter: boolean };

const SPACE = 0x20;
const NEWLINE = 0x0a;
const AMPERSAND = 0x26;
const HYPHEN = 0x2d;

/**
 * 1 for bytes that need thought: blanks but the space, `&`, controls, most of what lies beyond ASCII. Accented letters
 * pass: their first byte (C3–CB) and the one that follows stand for themselves.
 */
const NEEDS_THOUGHT = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte < SPACE || byte === 0x7f || byte === AMPERSAND) return 1;
  return byte < 0xc0 || (byte >= 0xc3 && byte < 0xcc) ? 0 : 1;
});

/**
 * Writes texts in the form in which they are stored: one block (paragraph, list item, table row) a line, blanks of every
 * kind folded to one space, no empty line, NFC, no soft hyphen or zero-width character (they cut words in two for a
 * search), non-breaking hyphens as plain ones. Works on UTF-8 bytes: texts make most of the work of an ingest.
 */
export class TextFolder {
  #out = new Uint8Array(256 * 1024);
  #length = 0;
  /** 1 after a blank and at the start of a line: a blank is then dropped. */
  #wasBlank = 1;
  #isPlain = true;

  start(): void {
    this.#length = 0;
    this.#wasBlank = 1;
    this.#isPlain = true;
  }

  blank(): void {
    if (this.#wasBlank) return;
    this.#reserve(1);
    this.#out[this.#length++] = SPACE;
    this.#wasBlank = 1;
  }

  endBlock(): void {
    this.#reserve(1);
    const out = this.#out;
    if (this.#length > 0 && out[this.#length - 1] === SPACE) this.#length--;
    if (this.#length > 0 && out[this.#length - 1] !== NEWLINE) out[this.#length++] = NEWLINE;
    this.#wasBlank = 1;
  }

  /**
   * Appends bytes `from`…`to`. With `isXml`, entities are decoded; otherwise a line feed ends the block. Blanks are
   * folded by arithmetic: a branch would be mispredicted at every word.
   */
  add(bytes: Uint8Array, from: number, to: number, isXml: boolean): void {
    this.#reserve(to - from + 1);
    const out = this.#out;
    let length = this.#length;
    let wasBlank = this.#wasBlank;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (NEEDS_THOUGHT[byte]) {
        this.#length = length;
        this.#wasBlank = wasBlank;
        const next = this.#addOther(bytes, at, to, isXml);
        if (this.#out !== out) return this.add(bytes, next, to, isXml);
        at = next - 1;
        length = this.#length;
        wasBlank = this.#wasBlank;
        continue;
      }
      // 1 for the space, 0 for what lies above it.
      const isBlank = (byte - 0x21) >>> 31;
      out[length] = byte;
      length += 1 - (isBlank & wasBlank);
      wasBlank = isBlank;
    }
    this.#length = length;
    this.#wasBlank = wasBlank;
  }

  finish(): FoldedText {
    this.endBlock();
    const utf8 = this.#out.subarray(0, Math.max(0, this.#length - 1));
    if (this.#isPlain && isUtf8(utf8)) return { utf8, hasLetter: utf8.some(isLetter) };
    const text = Buffer.from(utf8.buffer, 0, utf8.length).toString('utf8').normalize('NFC');
    return { utf8: new TextEncoder().encode(text), hasLetter: /\p{L}/u.test(text) };
  }

  /** A byte, or a character of several, that needs thought. @returns the offset after it */
  #addOther(bytes: Uint8Array, at: number, to: number, isXml: boolean): number {
    const byte = bytes[at]!;
    if (byte === NEWLINE) {
      if (isXml) this.blank();
      else this.endBlock();
      return at + 1;
    }
    if (byte === AMPERSAND) {
      const entity = isXml ? decodeEntity(bytes, at, to) : null;
      if (!entity) return this.#put(AMPERSAND, at + 1);
      for (let i = 0; i < entity.bytes.length;) {
        const each = entity.bytes[i]!;
        if (each === AMPERSAND) i = this.#put(AMPERSAND, i + 1);
        else if (NEEDS_THOUGHT[each] || each === SPACE)
          i = this.#addOther(entity.bytes, i, entity.bytes.length, true);
        else i = this.#put(each, i + 1);
      }
      return entity.end + 1;
    }
    if (byte < 0x80) {
      if (byte === SPACE || (byte >= 0x09 && byte <= 0x0d)) this.blank();
      return at + 1;
    }
    const end = at + (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2);
    const kind = classify(byte, bytes[at + 1]!, bytes[at + 2]!);
    if (kind === 'nothing') return end;
    if (kind === 'hyphen') return this.#put(HYPHEN, end);
    if (kind === 'blank') {
      this.blank();
      return end;
    }
    if (kind === 'exotic') this.#isPlain = false;
    for (let i = at; i < end && i < to; i++) this.#put(bytes[i]!, 0);
    return end;
  }

  #put(byte: number, next: number): number {
    this.#reserve(1);
    this.#out[this.#length++] = byte;
    this.#wasBlank = 0;
    return next;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#out.length) return;
    const bigger = new Uint8Array(Math.max(this.#out.length * 2, this.#length + more));
    bigger.set(this.#out.subarray(0, this.#length));
    this.#out = bigger;
  }
}

/** Folds a text that is already a string; line feeds end blocks. */
export function foldString(text: string): FoldedText {
  const folder = new TextFolder();
  const bytes = Buffer.from(text);
  folder.add(bytes, 0, bytes.length, false);
  return folder.finish();
}
