import type { Heading, Line, Unit } from '../context/units.ts';
import { gated, matchIn } from '../text/gates.ts';
import { normalize } from '../text/normalize.ts';
import { groupsIn } from './categories.ts';

type Title = Line & { article: string | null };

/** « Personnel relevant de la convention du commerce », « Salariés sous forfait »: a title on some of the staff. */
const STAFF_TITLE =
  /^[\W\d]*(?:article [\d.]+\W*)?(?=(?:personnels?|salaries|collaborateurs) )(?!.*\b(?:concerne|vise|beneficiaire|eligible|ensemble|tous|entreprise|societe|handicap|partiel|aidants?|seniors?|droit)s?\b)[^.;:]{12,90}[ :]*$/;

/** « Indemnité de logement du personnel navigant » */
const ENDS_WITH_STAFF =
  /\b(?:du|des|au|aux|pour le|pour les) ((?:personnels?|salaries|collaborateurs) (?!.*\b(?:concerne|vise|beneficiaire|eligible|entreprise|societe|groupe|handicap\w*|partiel|situation|aidants?|seniors?|ages?|droit|present|cadre|condition|suivante?)s?\b)(?:[a-z' -]|(?<= )\d\b){4,50}) *$/;

/** Characters beyond which a line without number says nothing any more: it may be the item of a list. */
const TITLE_REACH = 400;

/** The words of the title just above that names some of the staff; null when it names everybody or another thing. */
export function staffTitle(title: Title | undefined, start: number): string | null {
  if (!title || (title.article === null && start - title.end > TITLE_REACH)) return null;
  const named = ENDS_WITH_STAFF.exec(title.plain);
  if (named) {
    const from = named.index + named[0].indexOf(named[1]!);
    return title.raw.slice(from, from + named[1]!.trimEnd().length).toLowerCase();
  }
  if (!STAFF_TITLE.test(title.plain)) return null;
  const raw = title.raw.replace(/^[^\p{L}]+|[\s:]+$/gu, '');
  return raw.charAt(0).toLowerCase() + raw.slice(1);
}

const BETWEEN = / et (?:les |des |aux )?/;
const LONG_WORD = /\p{L}{7,}/gu;
const namesOne = (words: string, plain: string): boolean =>
  (normalize(words).match(LONG_WORD) ?? []).some(
    (word) => !/^(?:salarie|personnel|collaborat)/.test(word) && plain.includes(word.replace(/s$/, '')),
  );

/** « salariés réservistes et les pompiers volontaires », of which a sentence names the pompiers: what it gives is theirs. */
export function namedOf(label: string | null, { plain }: Line): string | null {
  const parts = label?.split(BETWEEN) ?? [];
  const named = parts.filter((part) => namesOne(part, plain));
  return parts.length > 1 && named.length > 0 && named.length < parts.length ? named.join(' et ') : label;
}

/** « 4.2 Indemnisation des horaires décalés »: what stands there is for those who work so. */
const SHIFT =
  /\b(?:horaires (?:decales|atypiques)(?: \w+els)?|travail (?:de nuit|du dimanche|poste))\b|(?<!\b(?:et|ou|hors|partiel) (?:le |les |au )?)forfaits? (?:annuels? )?(?:en )?jours(?=(?: sur l'annee)?\W*$)/;
/** Titles on several ways of working, or on what is done against them. */
const NOT_ONE =
  /\b(?:prevention|usure|penibilite|accord|avenant|sommaire)\b| et (?:les |des |du |le |d'|l')?(?!dimanche|samedi|jour|week|poste|atypique|nuit)/;

/** The way of working that a title above limits its clauses to. */
export function shiftIn(headings: readonly Heading[]): string | null {
  for (const { level, raw, plain } of headings.toReversed()) {
    const found = level < 4 && !NOT_ONE.test(plain) ? SHIFT.exec(plain) : null;
    if (found) return raw.slice(found.index, found.index + found[0].length).toLowerCase();
  }
  return null;
}

/** A line above without final stop, such as « Création d’une prime d’astreinte pour le personnel technique », is a title too. */
export const asTitle = (line: Unit | undefined, unit: Unit): Title | undefined =>
  line && line.kind !== 'row' && isShort(line) && !isShort(unit) ? { ...line, article: null } : undefined;
/** What stands below a title is a sentence: two lines without final stop are items of one list. */
const isShort = ({ plain }: Line): boolean => plain.length <= LINE_MAX && !/[.;:,]$/.test(plain);
const LINE_MAX = 90;

/** « les cadres embauchés en 2022 », « le personnel entré avant le 1er janvier 2010 »: a group closed by a date. */
const HIRED = gated(
  /\b(?:salaries|collaborateurs|cadres|personnels?|ouvriers|employes|agents) (?:[a-z]+ ){0,2}(?:(?:occupant|relevant|titulaires?) [^.;,:()]{1,60} )?(?:embauches?|recrutes?|engages?|entres?|arrives?) (?:[a-z']+ ){0,3}?(?:(?:au sein|par|dans|chez) [^.;,:()]{1,40} )?(?:avant|apres|depuis|a compter|a partir|en|sur|au cours)\b[^.;,:()]{0,30}?\b(?:19|20)\d\d\b/,
);
const LEFT_OUT =
  /\b(?:hors|hormis|sauf|exception|exclusion|excepte\w*|y compris|meme les|pour les|les deux) ?(?:des |les |aux )?$|\bau prorata\b/;
/** « Ainsi, les salariés recrutés en 2022 bénéficieront du 13ème mois »: what follows from a rule for all. */
const OTHERWISE = /^\W*ainsi\b|\bprorat\w+|\bne (?:sont|seront|beneficieront|s'applique)|\bau meme titre\b/;

/** The group that a line closes by the date of its hiring. */
export function hiredIn(line: Line): string | null {
  const { raw, plain } = line;
  const found = matchIn(line, HIRED);
  if (!found || LEFT_OUT.test(plain.slice(0, found.index)) || OTHERWISE.test(plain)) return null;
  const words = raw.slice(found.index, found.index + found[0].length);
  return words === words.toUpperCase() ? words.toLowerCase() : words.charAt(0).toLowerCase() + words.slice(1);
}

/** The one group that the lines below « Salariés éligibles : » name; null when they name none, or several. */
export function groupListed(units: readonly Unit[], openers: readonly Unit[]): string | null {
  const groups = openers.flatMap(({ index, end }) =>
    units
      .slice(index + 1, index + 1 + LISTED_MAX)
      .filter(({ intro }) => intro?.end === end)
      .flatMap((one) => groupsIn(one) ?? []),
  );
  return new Set(groups).size === 1 ? groups[0]! : null;
}
const LISTED_MAX = 8;
