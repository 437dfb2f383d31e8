import { matchesOf } from '../text/matches.ts';

/** « passe de 8 € (dont 4 € pour l’employeur) à 9 € »: what held before, with its parenthesis. */
const FORMER =
  /(?<=\b(?:passe|porte|evolue|augmente|revalorise|releve)\w*\b[^;.<()]{0,40} de )\d[^()]{0,20}\([^()]{0,60}\) (?=a \d)/g;
/** « les mots « 7 jours » sont remplacés par « 14 jours » » */
const REPLACED =
  /\d[\d ,.]*(?:[a-z€%]+ ?){0,4}[»"' ]{0,3}(?:est|sont) (?:\w+ )?remplacee?s? par (?=[^.;]{0,40}\d)/g;
export const formerIn = (plain: string): RegExpExecArray[] => [
  ...(plain.includes('(') ? matchesOf(FORMER, plain) : []),
  ...(plain.includes('remplace') ? matchesOf(REPLACED, plain) : []),
];

const REFUSED_FIRST =
  /\b(?:ne |n')[^;.]{0,160}\b(?=(?:mais|toutefois|en revanche) (?:\w+ )?(?:accepte|propose|accorde|consent)\w*\b)/;

/** « ne peut rembourser 75 %, mais accepte de passer à 60 % »: where what is refused first ends; 0 where nothing is. */
export function refusedUntil(plain: string): number {
  if (!/accept|propos|accord|consent/.test(plain)) return 0;
  const refused = REFUSED_FIRST.exec(plain);
  return refused ? refused.index + refused[0].length : 0;
}

type Figure = { kind: string; start: number; end: number; isTarget: boolean };

const LEAVES = /\b(?:passage|pass(?:er|e|ent|era|eront|ant)) de $/;
/** « à 2 jours », « à un maintien du salaire pendant 2 jours » */
const REACHES = /\ba (?:(?:un|une) [a-z][^.;]{0,90})?$/;
const WORDS_BETWEEN = 120;

/** « passage de 8 jours payés à moitié à 2 jours payés en entier »: what held before, whatever it is said to be. */
export function isLeft(plain: string, figures: readonly Figure[], i: number): boolean {
  const one = figures[i]!;
  if (one.isTarget || !LEAVES.test(plain.slice(Math.max(0, one.start - 12), one.start))) return false;
  return figures.some(({ kind, start }, j) => {
    const between = plain.slice(one.end, start);
    return j > i && kind === one.kind && between.length <= WORDS_BETWEEN && REACHES.test(between);
  });
}

/** « fixée à 2 € depuis 2020, est revalorisée pour atteindre 2,50 € » */
export const isReachedLater = (plain: string, figures: readonly Figure[], i: number): boolean =>
  plain.includes('atteindre') &&
  figures.some(
    ({ kind, start }, j) =>
      j > i &&
      kind === figures[i]!.kind &&
      /^[^;.]*\bpour atteindre (?:[a-z']+ ){0,3}$/.test(
        plain.slice(figures[i]!.end, start).replace(/\d[.,]\d/g, ''),
      ),
  );
