import type { BenefitId } from '../domain/ids.ts';
import { fold, foldedWords, STOP_WORDS } from '../domain/search-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Something the text asks for: found in the names of an employer, or as one of the benefits. */
export type TextUnit = {
  /** Folded; an employer's names must hold them all. */
  words: string[];
  /** As typed, for « au lieu de … ». */
  typed: string;
  /** Quoted: no plural, no unfinished word, no wrong letter. */
  isExact: boolean;
  /** The last word may be unfinished. */
  isOpen: boolean;
  /** Benefits these words name. */
  benefits: BenefitId[];
  /** Benefits they name once a wrong letter is put right; null when no letter seems wrong. */
  guess: { benefits: BenefitId[]; spelled: string } | null;
};

export type TextPlan = {
  units: TextUnit[];
  /** The whole text folded, quotation marks aside: what a name is compared with. */
  key: string;
};

const QUOTED = /«([^»]*)»|“([^”]*)”|"([^"]*)"/gu;

type Segment = { text: string; isQuoted: boolean };

/** Quoted and other parts of a text, in order; a mark that is never closed is an ordinary character. */
function splitQuotes(text: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const match of text.matchAll(QUOTED)) {
    segments.push({ text: text.slice(at, match.index), isQuoted: false });
    segments.push({ text: match[1] ?? match[2] ?? match[3] ?? '', isQuoted: true });
    at = match.index + match[0].length;
  }
  segments.push({ text: text.slice(at), isQuoted: false });
  return segments.filter((segment) => fold(segment.text) !== '');
}

/** A SIREN or SIRET, however its digits are grouped. */
function readSiren(text: string): string | null {
  const digits = text.replace(/\s/gu, '');
  return /^\d{9}$|^\d{14}$/.test(digits) ? digits.slice(0, 9) : null;
}

/** What a text asks for. Any string is a valid text; one without letter or digit asks for nothing. */
export function planText(text: string, vocabulary: Vocabulary): TextPlan {
  const siren = readSiren(text);
  if (siren) {
    const unit = { words: [siren], typed: siren, isExact: true, isOpen: false, benefits: [], guess: null };
    return { units: [unit], key: siren };
  }
  const segments = splitQuotes(text);
  const areAllSmall = segments.every(
    (segment) => !segment.isQuoted && foldedWords(segment.text).every((word) => STOP_WORDS.has(word)),
  );
  const units = segments.flatMap((segment, i) =>
    segment.isQuoted
      ? exactUnits(foldedWords(segment.text), vocabulary)
      : openUnits(foldedWords(segment.text), vocabulary, {
          isEnd: i === segments.length - 1,
          areSmallKept: areAllSmall,
        }),
  );
  return { units, key: fold(text) };
}

function exactUnits(words: string[], vocabulary: Vocabulary): TextUnit[] {
  return cover(words, vocabulary.maxWords + 3, (span) => {
    const benefits = vocabulary.exact(span);
    if (benefits.length === 0 && span.length > 1) return null;
    return { words: span, typed: span.join(' '), isExact: true, isOpen: false, benefits, guess: null };
  });
}

function openUnits(
  words: string[],
  vocabulary: Vocabulary,
  { isEnd, areSmallKept }: { isEnd: boolean; areSmallKept: boolean },
): TextUnit[] {
  const last = words.at(-1);
  const counted = words.filter((word) => areSmallKept || !STOP_WORDS.has(word));
  if (counted.length === 0) return [];
  return cover(counted, vocabulary.maxWords, (span, isLastSpan) => {
    const isOpen = isEnd && isLastSpan && span.at(-1) === last;
    const benefits = benefitsOf(span, isOpen, vocabulary);
    const guess = benefits.length === 0 ? guessOf(span, vocabulary) : null;
    if (benefits.length === 0 && !guess && span.length > 1) return null;
    return { words: span, typed: span.join(' '), isExact: false, isOpen, benefits, guess };
  });
}

function benefitsOf(span: string[], isOpen: boolean, vocabulary: Vocabulary): BenefitId[] {
  const named = vocabulary.named(span);
  return named.length > 0 || !isOpen ? named : vocabulary.begunBy(span);
}

/** Every word the vocabulary does not know, replaced by the one it knows one letter away. */
function guessOf(span: string[], vocabulary: Vocabulary): TextUnit['guess'] {
  const fixed = span.map((word) => (vocabulary.isKnown(word) ? null : vocabulary.correct(word)));
  if (fixed.every((fix) => fix === null)) return null;
  const benefits = vocabulary.named(span.map((word, i) => fixed[i]?.word ?? word));
  if (benefits.length === 0) return null;
  return { benefits, spelled: span.map((word, i) => fixed[i]?.spelled ?? word).join(' ') };
}

/** Cuts words into spans, the longest that `read` accepts first; it accepts every single word. */
function cover(
  words: string[],
  maxWords: number,
  read: (span: string[], isLastSpan: boolean) => TextUnit | null,
): TextUnit[] {
  const units: TextUnit[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(maxWords, words.length - at);
    let unit = read(words.slice(at, at + length), at + length === words.length);
    while (!unit && length > 1) {
      length--;
      unit = read(words.slice(at, at + length), at + length === words.length);
    }
    if (unit) units.push(unit);
    at += length;
  }
  return units;
}
