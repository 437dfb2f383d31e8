import { type Bitset, type Members, wordsFor } from './bitset.ts';

/*
 * Sets that last as long as one question. At 150,000 employers a set has 19 kB, and a question makes dozens of them: to
 * collect them took as long as to answer. A question runs to its end without waiting for anything, so the next one may
 * have them all again; whatever is kept beyond a question is no such set.
 */

const sets: Bitset[] = [];
let given = 0;

/** Called before each question: from then on, every set given so far may be given again. */
export const beginQuestion = (): void => {
  given = 0;
};

function take(words: number): Bitset {
  let set = sets[given];
  if (set?.length !== words) set = sets[given] = new Int32Array(words);
  given++;
  return set;
}

/** A set that holds nobody. */
export const scratchSet = (documents: number): Bitset => take(wordsFor(documents)).fill(0);

export function scratchCopy(set: Bitset): Bitset {
  const copy = take(set.length);
  copy.set(set);
  return copy;
}

/** The same members, in a set of their own. */
export const copyOf = ({ set, used }: Members): Members => ({ set: scratchCopy(set), used });

/** Who is in every one of these sets, of which there is one at least; of a single one, the set itself. */
export function intersectionOf([first, ...others]: readonly Bitset[]): Members {
  const room = take(first!.length);
  const set = others.length === 0 ? first! : take(first!.length);
  let count = 0;
  for (let i = 0; i < set.length; i++) {
    let word = first![i]!;
    for (let other = 0; word !== 0 && other < others.length; other++) word &= others[other]![i]!;
    if (others.length > 0) set[i] = word;
    if (word !== 0) room[count++] = i;
  }
  return { set, used: room.subarray(0, count) };
}

/** Room for a set, whose words hold anything. */
export const scratchRoom = (documents: number): Bitset => take(wordsFor(documents));
