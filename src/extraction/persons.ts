import {
  AT_SIGN,
  CIVILITIES,
  EMAIL,
  FOREIGN_PHONE,
  FRENCH_PHONE,
  namedWith,
} from '../domain/contact-patterns.ts';
import { FIRST_NAMES } from '../domain/first-names.ts';
import { holdsOne, matchesOf } from './text/matches.ts';

export type PersonTrace = {
  kind: 'name' | 'email' | 'phone' | 'signature' | 'path';
  start: number;
  end: number;
};

const NAME_WORD =
  "(?:(?:d['’]|de |du |le |la |van |von |ben |el )?\\p{Lu}[\\p{L}'’]*(?:-\\p{Lu}[\\p{L}'’]*)*)";

/** Words that follow a role without naming anybody: « Pour la Direction : les horaires ». */
const NOT_A_NAME =
  /^(?:le|la|les|l|un|une|de|du|des|directeur|directrice|président|présidente|delegue|délégué|déléguée|inspecteur|inspectrice|maire|préfet|x+|y+|z+|n|a|b|c|xx.*|…|et|ou|cadre|responsable|chef|représentant|secrétaire|monsieur|madame)$/iu;

/** With the words that follow: a quote is cut before the civility and after the whole name. */
const CIVILITY = new RegExp(
  `${namedWith(`${CIVILITIES}|M[Rr]\\.?|M[Mm][Ee][Ss]|Mademoiselle|Dr\\.?`)}(?: ${NAME_WORD}){0,3}`,
  'gu',
);

/** Each with letters of which its traces hold some, and with what they cannot do without: looked for first, since most quotes have none. */
const RULES: [PersonTrace['kind'], readonly string[], RegExp, RegExp][] = [
  ['email', ['@', '＠', '(a', '(A', '[a', '[A'], AT_SIGN, new RegExp(EMAIL, 'giu')],
  ['phone', ['0', '+'], /[1-9](?:[\s.-]{0,3}\d\d){4}/, new RegExp(FRENCH_PHONE, 'gu')],
  ['phone', ['+'], /\+\d/, new RegExp(FOREIGN_PHONE, 'gu')],
  [
    'path',
    ['\\', '/'],
    /\\|\/\w/,
    /\b[A-Za-z]:\\[^\s]{2,}|\\\\[\w.-]+\\[^\s]+|\bfile:\/\/\S+|(?<![\w/])\/(?:home|users|Users|mnt|var|Volumes)\/\S+/g,
  ],
  [
    'signature',
    [' par ', ' PAR '],
    /(?:signé|eprésenté|REPR[ÉE]SENT[ÉE])[eE]?s? (?:par|PAR) /,
    /\b(?:[Rr]eprésentée?s?|signée?s?|REPRÉSENTÉE?|REPRESENTEE?) (?:par|PAR) (?:(?!(?:la|le|les|l|son|sa|ses|un|une|des|leur|leurs|délégu|organis|syndic|direct)\b)\p{L}|\p{Lu})[^.;]{0,60}?,? ?(?:agissant|en (?:sa )?qualité|ès qualité|dûment|,)/gu,
  ],
];

/** A name stands behind a word with a capital: a civility, a role’s first name. */
const TWO_CAPITALS = /\p{Lu}[\p{L}'’.-]*\s{1,3}\p{Lu}/u;
/**
 * Capitals, and a few other letters. In a text that holds a « ’ », each character costs a call to tell whether it is in a class
 * of many ranges such as \p{Lu}: this one is asked first.
 */
export const CAPITAL = String.raw`[A-Z\u00c0-\u00de\u0100-\u1fff\u2100-\uffff]`;
const MAYBE_TWO_CAPITALS = new RegExp(String.raw`${CAPITAL}\S*\s{1,3}${CAPITAL}`);

const ROLE = new RegExp(
  `(?:[Dd]élégué[e]?(?: [Ss]yndical[e]?)?(?: [Cc]entral[e]?)?|[Pp]résident[e]?|[Dd]irect(?:eur|rice)(?: [Gg]énéral[e]?)?(?: des [Rr]essources [Hh]umaines)?|DRH|[Gg]érant[e]?|[Ss]ecrétaire(?: du CSE)?|[Mm]andataire|[Pp]our (?:la |l['’]|le )?(?:CGT|CFDT|FO|CFTC|CFE[- ]CGC|UNSA|SUD|[Dd]irection|[Ss]ociété)) ?[:,–-] ?(${NAME_WORD}) (\\p{Lu}[\\p{L}'’-]+)`,
  'gu',
);
/** A word with a capital: both words of a full name have one. */
const WORD = /(?<!\p{L}['’-]*)\p{Lu}[\p{L}'’-]*/gu;

function pushMatches(text: string, kind: PersonTrace['kind'], pattern: RegExp, into: PersonTrace[]): void {
  for (const match of matchesOf(pattern, text))
    into.push({ kind, start: match.index, end: match.index + match[0].length });
}

/** « Marie Dupont », « Jean-Paul MARTIN », « DURAND Sophie »: a known first name beside a capitalised word. */
function pushFullNames(text: string, into: PersonTrace[]): void {
  let previous: { word: string; start: number; end: number } | null = null;
  for (const match of matchesOf(WORD, text)) {
    const current = { word: match[0], start: match.index, end: match.index + match[0].length };
    if (
      previous &&
      current.start === previous.end + 1 &&
      text[previous.end] === ' ' &&
      isFullName(text, previous, current.word)
    ) {
      into.push({ kind: 'name', start: previous.start, end: current.end });
    }
    previous = current;
  }
}

const isFirstName = (word: string): boolean => {
  if (!/^\p{Lu}/u.test(word)) return false;
  const name = word.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return (
    FIRST_NAMES.has(name) || (name.includes('-') && name.split('-').every((part) => FIRST_NAMES.has(part)))
  );
};
const isSurname = (word: string): boolean => /^\p{Lu}[\p{L}'’-]+$/u.test(word) && word.length > 2;
/** Saints and streets are not persons: « rue Jean Jaurès », « Saint Martin ». */
const PLACE_BEFORE =
  /(?:rue|avenue|boulevard|place|quai|allée|impasse|saint|sainte|st|ste|site|lycée|hôpital|école|établissement|fondation|institut|centre|clinique|groupe|stade|prix)(?: de| d['’]| du| le| la)? ?$/i;

function isFullName(text: string, first: { word: string; start: number }, second: string): boolean {
  const isName =
    (isFirstName(first.word) && isSurname(second)) ||
    (/^\p{Lu}{3,}$/u.test(first.word) && isFirstName(second));
  return isName && !PLACE_BEFORE.test(text.slice(Math.max(0, first.start - 24), first.start));
}

/**
 * Traces of natural persons in a text that may be published: names with a civility, a role or a known first name, e-mail
 * addresses, telephone numbers, signature blocks and file paths. Offsets in the text, in order.
 */
export function findPersons(text: string): PersonTrace[] {
  const traces: PersonTrace[] = [];
  for (const [kind, letters, sign, pattern] of RULES)
    if (holdsOne(text, letters) && sign.test(text)) pushMatches(text, kind, pattern, traces);
  if (MAYBE_TWO_CAPITALS.test(text) && TWO_CAPITALS.test(text)) {
    pushMatches(text, 'name', CIVILITY, traces);
    for (const match of matchesOf(ROLE, text)) {
      if (!NOT_A_NAME.test(match[1]!) && /\p{Ll}/u.test(match[1]!))
        traces.push({ kind: 'signature', start: match.index, end: match.index + match[0].length });
    }
    pushFullNames(text, traces);
  }
  return traces.sort((a, b) => a.start - b.start);
}

export const hasPerson = (text: string): boolean => findPersons(text).length > 0;
