import { parsePrintedDate, DATE, MONTH } from '../terms/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Finding } from '../../domain/extraction.ts';
import { names } from '../context/naming.ts';
import { haveSameTitle } from '../context/units.ts';
import type { Heading, Unit } from '../context/units.ts';
import { limitsIn } from '../terms/limits.ts';
import { PERIOD, parsePeriod } from '../terms/periods.ts';
import { gated, holds, matchIn } from '../text/gates.ts';
import { matchesOf } from '../text/matches.ts';
import { OF_DURATION } from './lasting.ts';
import { looksBack } from './lasting-years.ts';

type Start = Finding['startsOn'];

const SOME = gated(
  /\b(?:compter|partir|effet|effective?s?|applicables?|appliqu\w+|vigueur|depuis|des le|date du)\b|\bau (?:0?1|premier)|\ben [a-z]+ 20\d\d/,
);
const DAY_OF_WEEK = '(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?';
/** « à compter du 1er mars 2023 », « est portée à 9 € au 1er mars 2023 », « à partir du mois d’avril 2023 », « à compter de l’année 2023 » */
const START = new RegExp(
  String.raw`\b(?:a compter|a partir|effet(?: retroactif)?|applicables?|en vigueur|effective?s?|depuis|des|a dater),? (?:(?:du |au |le |des le |a compter du )${DAY_OF_WEEK}(?<day>${DATE})|(?:de |(?:du|des le|le) mois (?:de |d'))(?<month>${MONTH} \d{4})|de (?:l'annee |l'exercice )?(?<year>20\d\d)(?! ?[/-]))|\ba la date du (?<on>${DATE})|(?<!jusqu')\bau (?<first>(?:0?1 ?(?:er)?|premier) ?${MONTH} \d{4})`,
  'g',
);
/** A day on which people are counted, or on which the law or something else changes. */
const OTHER =
  /\b(?:present\w*|inscrit\w*|effectifs?|embauche\w*|arrete\w*|constate\w*|acqui\w+|anciennete|agee?s?|nee?s?|naissance|en cours|tarifs?|marche|renouvellement du|hausse d\w+ cotisation|augmentation d\w+ cotisation|contrats? (?:de travail|a duree)|jusqu'a|avant|plafond annuel\w*|smic|pretendre|lois?|legale?s?|decrets?|reforme|reglement\w*|du \d[^.;]{0,20})[^.;]{0,60}$/;
const OTHER_REACH = 90;
/** Words of a start with a time that is no printed day: « à compter du mois suivant la signature », « seront revalorisés en février 2023 ». */
const UNREAD = gated(
  new RegExp(
    String.raw`\b(?:a compter|a partir|(?:a|avec|prend\w*) effet|applicables? (?:au|des|le)|s'appliqu\w+ (?:au|des|le)|en vigueur (?:au|des|le)|effective?s? (?:au|des|le|en))\b[^.;]{0,60}?(?:\b${MONTH}|\d/\d|\b20\d\d\b|\bmois suivant|\bsignature|\bdepot|\bannee prochaine)|\b(?:sera|seront) (?:\w+ )?(?:revaloris|port|augment|mis|instaur|applique|reevalu)\w*[^.;]{0,20}? en ${MONTH} 20\d\d`,
  ),
);

/** « Pour la période du 1er avril 2022 au 31 mars 2023, … »: when it lasts, not over which days something is counted. */
const OVER_PERIOD = gated(
  new RegExp(
    String.raw`(?:\b(?:pour|sur|pendant|durant) (?:la|une) periode (?:allant |comprise )?)${PERIOD}`,
  ),
);
function openingOf(line: Unit): IsoDate | null {
  const found = matchIn(line, OVER_PERIOD);
  const days = found && parsePeriod(found.groups!['from']!, found.groups!['to']!);
  const isTold =
    days &&
    limitsIn(line.plain).some((one) => one.isPeriod && 'until' in one.lasts && one.lasts.until === days.to);
  return isTold ? days.from : null;
}

/** What one line says of a start: its day, nothing, or one that cannot be told for certain. */
function startIn(line: Unit | Heading): Start {
  if (!holds(line, SOME)) return null;
  const { plain } = line;
  const all = matchesOf(START, plain);
  const days = new Set(
    all
      .filter(({ index }) => !OTHER.test(plain.slice(Math.max(0, index - OTHER_REACH), index)))
      .map(({ groups }) => {
        const { day, month, year, on, first } = groups!;
        return parsePrintedDate(year ? `1 janvier ${year}` : month ? `1 ${month}` : (day ?? on ?? first)!);
      }),
  );
  if (days.size === 1) return [...days][0]!;
  return days.size > 1 || (all.length === 0 && holds(line, UNREAD)) ? 'unclear' : null;
}

/** Sentences below in which « cette mesure » may be given its day. */
const BELOW_MAX = 4;
/** « Applicable au 1er mars 2023. » below what it is told of. */
const BARE =
  /^\W*(?:le tout |ce(?:la)? |mesures? )?(?:applicable|effecti|prise d'effet|date d'effet|a effet)/;
/** « À partir du lundi 27 février 2023, … » right above what goes on from it. */
const OPENS = /^\W*(?:a compter|a partir|des le|au (?:0?1|premier))\b/;

function startBelow(units: readonly Unit[], last: Unit, owner: number): Start {
  for (const one of units.slice(last.index + 1, last.index + 1 + BELOW_MAX)) {
    const title = one.headings.at(-1);
    const isOfDuration = title !== undefined && holds(title, OF_DURATION);
    if (one.kind === 'heading' && holds(one, OF_DURATION)) continue;
    if (one.kind === 'heading' || (!haveSameTitle(one, last) && !isOfDuration)) return null;
    if (one.hits.some((hit) => hit.owner !== owner)) return null;
    const start = looksBack(one) || BARE.test(one.plain) ? startIn(one) : null;
    if (start) return start;
  }
  return null;
}

/** In the line that opens the list, else in its title, else in the sentence right above where that names the benefit or begins with the day. */
function startAbove(units: readonly Unit[], first: Unit, owner: number): Start {
  const opener = first.intro ?? first.headings.at(-1);
  const told = opener && opener.end <= first.start ? startIn(opener) : null;
  if (told) return told;
  const before = units[first.index - 1];
  const isPart =
    before !== undefined &&
    before.section === first.section &&
    haveSameTitle(before, first) &&
    (names(before, owner) || (before.hits.length === 0 && OPENS.test(before.plain)));
  return isPart ? startIn(before) : null;
}

/** The day from which what sentences grant is given, as they or what goes with them say. */
export function startOf(units: readonly Unit[], said: readonly Unit[], owner: number): Start {
  const own = said.map((one) => openingOf(one) ?? startIn(one)).find((day) => day !== null);
  if (own) return own;
  const first = said[0];
  const last = said.reduce<Unit | undefined>((a, b) => (!a || b.index > a.index ? b : a), undefined);
  if (!first || !last) return null;
  return startBelow(units, last, owner) ?? startAbove(units, first, owner);
}
