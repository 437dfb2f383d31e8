import { matchesOf } from './text/matches.ts';

type Span = { start: number; end: number };

/** The main clause of a sentence begins behind a border: « En contrepartie de ces efforts, un complément … ». */
export const MAIN_CLAUSE =
  /[,;:] (?=(?:la|le|les|l['’]|un|une|il|elle|ils|elles|ce|cet|cette|chaque|tout|tous)(?: |(?<=['’])))/gi;
const BORDER = /[,;:|] (?=\S)/g;
/** Words that open a circumstance, which may be left out. */
const CIRCUMSTANCE =
  / (?=(?:afin|pour|durant|pendant|dans|selon|sous|lors|lorsqu|sauf|hors|avec|sans|sur|à compter|à partir|au titre|en cas|en fonction|conformément|notamment|dont|qui|si|ainsi|entre)\b)/gi;
/** A main clause that opens so shortly before the room begins is worth more than the end of the sentence. */
const REACH_BACK = 60;

const isInParenthesis = (folded: string, at: number): boolean => {
  const before = folded.slice(Math.max(0, at - 160), at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
};

function firstOf(pattern: RegExp, folded: string, from: number, to: number): number {
  for (const { index, 0: border } of matchesOf(pattern, folded.slice(from, Math.max(from, to)))) {
    const at = from + index + border.length;
    if (to - at >= 0 && !isInParenthesis(folded, at)) return at;
  }
  return -1;
}

/**
 * Where a quote may begin between two offsets: at a main clause, even of just before them but not before `floor`, else at a clause,
 * else at a group of words, else at a word.
 */
export function openingIn(folded: string, from: number, to: number, floor: number): number {
  const main = firstOf(MAIN_CLAUSE, folded, Math.max(floor, from - REACH_BACK), to);
  if (main >= 0) return main;
  const clause = firstOf(BORDER, folded, from, to);
  if (clause >= 0) return clause;
  const group = matchesOf(GROUP, folded.slice(from, to))[0];
  if (group) return from + group.index + 1;
  const word = wordIn(folded, from, to);
  return word + (LINK.exec(folded.slice(word, to))?.[0].length ?? 0);
}
/** A group of words opens with one of these: « comité social et | économique dans | le cadre des œuvres sociales » */
const GROUP =
  / (?=(?:l['’](?=\p{L})|(?:la|le|les|un|une|ce|cet|cette|ces|son|sa|ses|leurs?|chaque|tout|toute|tous|pour|sur|en|par)(?= )))/giu;
/** « … de bénéficier de deux jours » */
const LINK =
  /^(?:(?:de|du|des|à|au|aux|et|ou|\d{4}|aura|auront|a|ont|est|sont|sera|seront|peut|peuvent|pourra|pourront) )+/i;

/** What moves the parties, before what they decide. */
const MOTIVE =
  /^\W*(?:dans le cadre|afin d|compte tenu|conscient|souci|en contrepartie|suite à|considérant|au regard|face à|au vu)/i;

/** Where the main clause begins behind the motives of a sentence, when the rest fits in `room`; -1 when there is none. */
export function mainClauseIn(folded: string, start: number, end: number, focus: Span, room: number): number {
  if (!MOTIVE.test(folded.slice(start, start + 40))) return -1;
  return firstOf(MAIN_CLAUSE, folded, Math.max(start, end - room - 2), focus.start);
}

/** The first word that begins between two offsets. */
export function wordIn(folded: string, from: number, to: number): number {
  const space = folded.indexOf(' ', from);
  return space >= 0 && space < to ? space + 1 : from;
}

/** Sentence ends: a stop before a capital letter, a semicolon, the bullet of the next item. */
export const SENTENCE_END = /[.!?…;](?= (?:[-–•▪"«(] ?)?\p{Lu})|;(?= )/gu;

const lastEnd = (text: string, pattern: RegExp): number =>
  matchesOf(pattern, text).reduce((last, { index, 0: mark }) => Math.max(last, index + mark.length), -1);

/** Words that announce what is cut off. */
const DANGLING =
  /(?:,? (?:notamment|exclusivement|uniquement|seulement|ainsi|ainsi que|et|ou|y compris|sauf|dont|que|qui|à|au|aux|de|du|des|la|le|les|un|une|en|par|chaque|leur|leurs|son|sa|ses|ce|cette))+$/i;
/** « du 27 » | « septembre 2019 » */
const DAY_OF_DATE = / \d{1,2}(?:er)?$/;
const MONTH = /^ (?:janv|févr|mars|avril|mai|juin|juil|août|sept|octo|nove|déce)/i;

/** No parenthesis stays open: the quote ends before it. */
function closed(folded: string, from: number, end: number, focus: Span): number {
  const open = folded.lastIndexOf('(', end - 1);
  const isOpen = open >= Math.max(from, focus.end) && !folded.slice(open, end).includes(')');
  return isOpen ? open : end;
}

/** Where a quote that begins at `from` may end before `limit`: at a sentence, else at a clause, else before a circumstance. */
export function closingIn(folded: string, from: number, limit: number, focus: Span): number {
  const text = folded.slice(focus.end, limit + 1);
  const trimmed = (end: number): number => {
    let at = closed(folded, from, end, focus);
    while (at > focus.end && /[\s,:|(–-]/.test(folded[at - 1]!)) at--;
    const day = MONTH.test(folded.slice(at)) ? DAY_OF_DATE.exec(folded.slice(focus.end, at)) : null;
    at -= day?.[0].length ?? 0;
    return at - (DANGLING.exec(folded.slice(focus.end, at))?.[0].length ?? 0);
  };
  const sentence = lastEnd(text, SENTENCE_END);
  if (sentence >= 0) return focus.end + sentence;
  const clause = Math.max(text.lastIndexOf(', '), text.lastIndexOf(') ') + 1, text.lastIndexOf(' | '));
  const circumstance = matchesOf(CIRCUMSTANCE, text).at(-1)?.index ?? -1;
  const parenthesis = text.lastIndexOf(' (');
  const isOpen = parenthesis >= 0 && !text.slice(parenthesis).includes(')');
  const border = Math.max(clause, circumstance, isOpen ? parenthesis : -1);
  if (border > 0) return trimmed(focus.end + border);
  return trimmed(focus.end + Math.max(0, text.lastIndexOf(' ')));
}
