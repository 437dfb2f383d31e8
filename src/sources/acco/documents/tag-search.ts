/**
 * Looks for one tag (Horspool): steps of up to its length instead of one byte at a time, and no call out of JavaScript,
 * which costs more than the short distances here.
 */
export class TagSearch {
  readonly length: number;
  readonly #tag: Uint8Array;
  readonly #steps: Uint8Array;

  constructor(tag: string) {
    this.#tag = Buffer.from(tag);
    this.length = this.#tag.length;
    this.#steps = new Uint8Array(256).fill(this.length);
    for (let i = 0; i < this.length - 1; i++) this.#steps[this.#tag[i]!] = this.length - 1 - i;
  }

  /** Offset of the tag between `from` and `to`, or -1. */
  find(xml: Buffer, from: number, to: number): number {
    const tag = this.#tag;
    const steps = this.#steps;
    const last = tag.length - 1;
    const final = tag[last]!;
    for (let end = from + last; end < to;) {
      const byte = xml[end]!;
      if (byte === final) {
        let i = 1;
        while (i <= last && xml[end - i] === tag[last - i]) i++;
        if (i > last) return end - last;
      }
      end += steps[byte]!;
    }
    return -1;
  }
}
