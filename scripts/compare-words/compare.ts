import mammoth from 'mammoth';
import { readDocx } from '#sources/acco/documents/docx.ts';
import { foldString } from '#sources/acco/documents/folder.ts';
import { openZip } from '#sources/acco/documents/zip.ts';

/**
 * `same`: the same words in the same order. `cut`: the same characters, cut into words at other places. `symbols`: the
 * same letters and digits; glyphs of symbol fonts differ. `words`: anything else.
 */
export type Verdict = 'same' | 'cut' | 'symbols' | 'words';

export type Comparison = {
  verdict: Verdict;
  /** Where the two first part: a few words of each from there. */
  at: { ours: string; theirs: string } | null;
  /** Words that only one of the two has, in order. */
  onlyOurs: string[];
  onlyTheirs: string[];
};

const CONTEXT = 8;

/**
 * Words of a .docx as an ingest stores them, beside those of `mammoth.extractRawText`. Notes are left aside, because
 * mammoth's raw text has none; cells are joined by ` | ` in ours.
 * @throws RecordError when the file cannot be read
 */
export async function compareWords(bytes: Buffer): Promise<Comparison> {
  const zip = openZip(bytes);
  for (const name of zip.entries.keys()) if (/(foot|end)notes\.xml$/.test(name)) zip.entries.delete(name);
  const ours = wordsOf(Buffer.from(readDocx(zip).utf8).toString('utf8'));
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  const theirs = wordsOf(Buffer.from(foldString(value).utf8).toString('utf8'));
  const verdict = judge(ours, theirs);
  if (verdict === 'same') return { verdict, at: null, onlyOurs: [], onlyTheirs: [] };
  const from = ours.findIndex((word, index) => word !== theirs[index]);
  const start = from < 0 ? ours.length : from;
  const context = (words: string[]): string => words.slice(Math.max(0, start - 2), start + CONTEXT).join(' ');
  return { verdict, at: { ours: context(ours), theirs: context(theirs) }, ...differences(ours, theirs) };
}

const wordsOf = (text: string): string[] => text.split(/[\s|]+/).filter((word) => word !== '');

function judge(ours: string[], theirs: string[]): Verdict {
  if (ours.join(' ') === theirs.join(' ')) return 'same';
  if (ours.join('') === theirs.join('')) return 'cut';
  const letters = (words: string[]): string => words.join('').replace(/[^\p{L}\p{N}]/gu, '');
  return letters(ours) === letters(theirs) ? 'symbols' : 'words';
}

/** Words outside the longest common run of both, found by walking in step and looking ahead for the next meeting. */
function differences(ours: string[], theirs: string[]): Pick<Comparison, 'onlyOurs' | 'onlyTheirs'> {
  const onlyOurs: string[] = [];
  const onlyTheirs: string[] = [];
  let a = 0;
  let b = 0;
  while (a < ours.length && b < theirs.length) {
    if (ours[a] === theirs[b]) {
      a++;
      b++;
      continue;
    }
    const [skipOurs, skipTheirs] = nextMeeting(ours, a, theirs, b);
    onlyOurs.push(...ours.slice(a, a + skipOurs));
    onlyTheirs.push(...theirs.slice(b, b + skipTheirs));
    a += skipOurs;
    b += skipTheirs;
  }
  return { onlyOurs: [...onlyOurs, ...ours.slice(a)], onlyTheirs: [...onlyTheirs, ...theirs.slice(b)] };
}

const LOOK_AHEAD = 400;

/** The fewest words to skip on both sides until three follow in common. */
function nextMeeting(ours: string[], a: number, theirs: string[], b: number): [number, number] {
  for (let total = 1; total < LOOK_AHEAD; total++)
    for (let skip = 0; skip <= total; skip++) {
      const [x, y] = [a + skip, b + total - skip];
      if ([0, 1, 2].every((step) => ours[x + step] === theirs[y + step])) return [skip, total - skip];
    }
  return [ours.length - a, theirs.length - b];
}
