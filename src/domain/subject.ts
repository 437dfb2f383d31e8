import { parseIsoDate, type IsoDate } from './dates.ts';

/** Words of titles that say what kind of paper it is, not what it is about. */
const BOILERPLATE = new Set(
  `accord accords avenant avenants protocole convention proces verbal pv texte annexe rectificatif version entreprise
  societe groupe ues unite economique sociale etablissement etablissements site sas sa sarl collectif collective
  collectifs relatif relative relatifs relatives portant concernant sur sein salarie salaries personnel dispositions
  disposition mise place application cadre annuel annuelle annee titre revision modification modifiant revise
  prorogation denonciation adhesion signature signe date effet conclu fin nouveau nouvelle nouvel
  le la les l un une de du des d au aux a et ou en par pour dans avec son sa ses leur leurs ce cette entre
  n no numero janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre`.split(
    /\s+/,
  ),
);

/** Said in several words or initials, meant as one. */
const SAME: readonly [RegExp, string][] = [
  [/\bnegociations? (?:annuelles? )?obligatoires?(?: annuelles?)?\b/g, ' nao '],
  [/\btele ?-?travail\w*/g, ' teletravail '],
  [/\b(?:frais de sante|frais medicaux|complementaire sante|mutuelle|couverture sante)\b/g, ' mutuelle '],
  [/\b(?:egalite professionnelle|egalite (?:entre les )?(?:femmes|hommes))\b/g, ' egalite '],
  [/\b(?:entre les )?(?:femmes|hommes)(?: et (?:les )?(?:femmes|hommes))?\b/g, ' '],
  [/\bqualite de vie(?: (?:au|et des conditions de) travail)?\b|\bqvc?t\b/g, ' qvt '],
  [/\bgestion previsionnelle des emplois\b.*|\bgepp\b|\bgpec\b/g, ' gpec '],
  [/\bcompte epargne[ -]temps\b/g, ' cet '],
];

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, ' ');

/** « avantages » and « avantage » are one word. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/[sx]$/, '') : word);

/** What a title is about, as a set of words without dates, boilerplate and the employer's own name. */
export function subjectOf(title: string, employerName = ''): ReadonlySet<string> {
  let text = plain(title);
  for (const [words, one] of SAME) text = text.replace(words, one);
  const own = new Set(plain(employerName).split(/[^a-z0-9]+/));
  return new Set(
    text
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1 && !/\d/.test(word) && !BOILERPLATE.has(word) && !own.has(word))
      .map(stem),
  );
}

const isWithin = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].every((word) => b.has(word));

/** Both titles say something, and it is the same thing. */
export const isSameSubject = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && a.size === b.size && isWithin(a, b);

/** One title says no more than the other: « accord télétravail » and « accord télétravail et déconnexion ». */
export const isWithinSubject = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && (isWithin(a, b) || isWithin(b, a));

/** Both titles say something, and nothing of it is common. */
export const isOtherSubject = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((word) => b.has(word));

const MONTHS = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']; // prettier-ignore
const WRITTEN = new RegExp(`\\b(\\d{1,2})(?:er)? (${MONTHS.join('|')}) (\\d{4})\\b`, 'g');
const NUMERIC = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/g;

/** Days printed in a title, e.g. the date of the text that an amendment changes. */
export function datesIn(title: string): IsoDate[] {
  const text = plain(title);
  const written = [...text.matchAll(WRITTEN)].map(([, day, month, year]) => [
    day,
    MONTHS.indexOf(month!) + 1,
    year,
  ]);
  const numeric = [...text.matchAll(NUMERIC)].map(([, day, month, year]) => [day, month, year]);
  return [...written, ...numeric].flatMap(([day, month, year]) => {
    const pad = (part: string | number | undefined): string => String(part).padStart(2, '0');
    return parseIsoDate(`${year}-${pad(month)}-${pad(day)}`) ?? [];
  });
}
