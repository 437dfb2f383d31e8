export type WordEntry = { readonly word: string };

const SLOTS = 1 << 17;
/** Above this the words met so far are forgotten. */
const WORDS_MAX = SLOTS / 2;

const isAt = (word: string, codes: Uint16Array, start: number, end: number): boolean => {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== codes[start + i]) return false;
  return true;
};

/** Words met so far, found where they stand in a text, without a string of their own. The caller counts the hash as it reads. */
export class Vocabulary<Entry extends WordEntry> {
  /** Place in the entries plus one, at the hash or at the next free slot. */
  #slots = new Int32Array(SLOTS);
  #entries: Entry[] = [];

  find(codes: Uint16Array, start: number, end: number, hash: number): Entry | null {
    for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      const place = this.#slots[slot]!;
      if (place === 0) return null;
      const entry = this.#entries[place - 1]!;
      if (isAt(entry.word, codes, start, end)) return entry;
    }
  }

  add(entry: Entry, hash: number): void {
    if (this.#entries.length >= WORDS_MAX) {
      this.#slots = new Int32Array(SLOTS);
      this.#entries = [];
    }
    let slot = hash & (SLOTS - 1);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    this.#slots[slot] = this.#entries.push(entry);
  }
}
