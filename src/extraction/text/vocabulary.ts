export type WordEntry = { readonly word: string };

const SLOTS = 1 << 17;
/** Above these the words met so far are forgotten. */
const WORDS_MAX = SLOTS / 2;
const LETTERS_MAX = 1 << 20;

/** Words met so far, found where they stand in a text, without a string of their own. The caller counts the hash as it reads. */
export class Vocabulary<Entry extends WordEntry> {
  /** Place in the entries plus one, at the hash or at the next free slot. */
  #slots = new Int32Array(SLOTS);
  #entries: Entry[] = [];
  /** Codes of all words, one behind the other; where the word at each place ends. */
  #letters = new Uint16Array(LETTERS_MAX);
  #ends = new Int32Array(WORDS_MAX + 1);

  find(codes: Uint16Array, start: number, end: number, hash: number): Entry | null {
    for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      const place = this.#slots[slot]!;
      if (place === 0) return null;
      if (this.#isAt(place, codes, start, end)) return this.#entries[place - 1]!;
    }
  }

  #isAt(place: number, codes: Uint16Array, start: number, end: number): boolean {
    const letters = this.#letters;
    let at = this.#ends[place - 1]!;
    if (this.#ends[place]! - at !== end - start) return false;
    for (let i = start; i < end; i++) if (letters[at++] !== codes[i]) return false;
    return true;
  }

  add(entry: Entry, hash: number): void {
    const { word } = entry;
    let at = this.#ends[this.#entries.length]!;
    if (this.#entries.length >= WORDS_MAX || at + word.length > this.#letters.length) {
      this.#slots = new Int32Array(SLOTS);
      this.#entries = [];
      this.#letters = new Uint16Array(Math.max(LETTERS_MAX, word.length));
      at = 0;
    }
    for (let i = 0; i < word.length; i++) this.#letters[at + i] = word.charCodeAt(i);
    const place = this.#entries.push(entry);
    this.#ends[place] = at + word.length;
    let slot = hash & (SLOTS - 1);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    this.#slots[slot] = place;
  }
}
