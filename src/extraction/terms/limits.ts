import { parseIsoDate } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Lasting } from '../../domain/extraction.ts';
import { lastDayOf } from '../../domain/term.ts';
import { parseNumberWords } from '../numbers/words.ts';
import { DATE, MONTH, parsePrintedDate } from './dates.ts';
import { UNTIL_EVENT } from './lengths.ts';
import { MONTHS_RUN, PERIOD, YEARS, lastDayOfMonth, lastDayOfYears, parsePeriod } from './periods.ts';
import { matchesOf } from '../text/matches.ts';
import { gated } from '../text/gates.ts';
import type { Opened } from '../text/gates.ts';

/**
 * How long a sentence says that something lasts, and where. `year`: one year is named, which may be that of the measure or only of
 * its present level.
 */
export type Limit = { lasts: Lasting; start: number; end: number; isYear: boolean; isPeriod: boolean };

const YEAR = '(?:19|20)\\d\\d(?!\\d)';
const UNTIL_TALKS = new RegExp(UNTIL_EVENT, 'g');
const UNTIL = new RegExp(
  `(?:jusqu'au|\\bse termin(?:e|era|eront) (?:le|au)|\\bs'acheve(?:ra|ront)? (?:le|au)|\\bprend(?:ra|ront)? fin (?:automatiquement |de plein droit )?(?:le|au)|\\bexpir(?:e|era|ant)(?: le| au)?|\\ba (?:son )?(?:echeance|terme) (?:au|du|le)|\\bcess(?:e|era|eront)\\b[^.;,]{0,40} (?:le|au)) (?<day>${DATE})`,
  'g',
);
const UNTIL_MONTH = new RegExp(
  `(?:jusqu'(?:en |a |au )|\\bjusque (?=fin|mi-))(?:la )?(?:fin (?:de |du )?)?(?:mois (?:de |d'))?(?<month>${MONTH} ${YEAR})`,
  'g',
);
const UNTIL_YEAR = new RegExp(
  `jusqu'(?:en|a(?: la)? fin(?: de l'annee| de)?|au terme de l'(?:annee|exercice)) (?<year>${YEAR})`,
  'g',
);
/** « sur la période du 1er janvier au 30 juin 2023 », « applicable du … au … »: when it lasts, not which days are counted. */
const OVER_PERIOD = new RegExp(
  `(?:^\\W*|\\b(?:pour|sur|pendant|durant) (?:la|une) (?:periode|duree)(?: (?:allant|comprise|courant|s'etendant|d'application|determinee|suivante ?:|de \\w+ mois,?|soit))* ?,?|\\b(?:applicable|valable|en vigueur|s'appliqu\\w+|mise?s? en place|instaur\\w+|reconduit\\w*|prolong\\w+|proroge\\w*|renouvel\\w+|maintenue?s?|conclue?s?|portee?s? a|fixee?s? a|passe(?:ra)? a|revalorisee?s?)\\b[^.;]{0,60}?)${PERIOD}`,
  'g',
);
const OVER_MONTHS = new RegExp(
  `\\b(?:applicable|valable|s'appliqu\\w+|mise?s? en place|instaur\\w+|reconduit\\w*|prolong\\w+|renouvel\\w+|pour la periode|sur la periode)\\b[^.;]{0,40}?${MONTHS_RUN}`,
  'g',
);
const KIND_OF_YEAR =
  '(?:annees?|exercices?|ans?|campagnes?)(?: (?:civiles?|fiscale?s?|sociale?s?|comptables?|pleines?))?';
const FOR_YEARS = new RegExp(
  `(?:\\b(?:pour|au titre de|au titre des|sur|durant|pendant|en|couvr\\w+|concern\\w+) (?:la seule |toute l'|les? |l')?(?:(?:\\d|deux|trois|quatre) )?(?:prochaine?s? )?(?:(?:${KIND_OF_YEAR}) )?\\(?)(?<years>${YEARS})`,
  'g',
);
/** « deux heures pour la rentrée scolaire 2023/2024 », « lors de la campagne salariale 2022 »: that one. */
const NAMED_ONCE =
  /\b(?:(?:l'|cette |une )(?:offre|operation)(?: \w+)?|pour la rentree(?: scolaire| des classes)?(?: de)?(?: septembre)?|lors de la campagne(?: \w+)?) (?<year>20\d\d)(?!\d)/g;
/** « l’objectif de porter cette part à 20 % en 2024 », « atteindre 30 % d’ici fin 2025 »: a target is that of its year. */
const TARGET = new RegExp(
  `\\b(?:objectifs?|cible)\\b(?:[^.;]|\\.(?=\\d)){0,160}?\\b(?:a|atteindre|atteigne|au moins|minimum) (?:au moins |un minimum de )?\\d[\\d,]* ?%(?:(?!\\d ?%)[^.;]){0,60}?\\b(?:en|d'ici(?: a)?(?: la)?(?: fin)?(?: de)?(?: l'annee)?|a l'horizon|a fin|fin) (?<year>${YEAR})`,
  'g',
);
/** « … sera versée en février 2022 », « payée avec les salaires de juin 2023 » */
const PAID_IN = new RegExp(
  `\\b(?:verse|paye|attribue|remis|octroye|distribue)(?:e|es|s|r)?\\b(?:(?!chaque|mensuel|par mois|premier|\\ba compter|\\ba partir)[^.;]){0,70}?\\b(?:en|au mois de|fin|(?:paie|paye|salaires?|bulletins?)(?: de (?:paie|paye|salaire))? (?:de|du mois de|d')) ?(?<month>${MONTH} ${YEAR})`,
  'g',
);
/** « un accord d’intéressement 2021-2023 »: named with its years. */
const NAMED_YEARS = new RegExp(
  `\\b(?:accords?|plans?|dispositifs?)\\b(?:(?!\\bnao\\b|negociat|salari|\\d)[^.;,]){0,50} (?<years>${YEAR}(?:(?:, ?| et | a | ?[-/] ?)${YEAR})+)`,
  'g',
);
const COUNT =
  '(?:(?<figures>\\d{1,2})|(?<word>une?|deux|trois|quatre|cinq|six|dix|douze|dix-huit|vingt-quatre))(?: ?\\(\\w+\\))? ?(?<unit>ans?|annees?|mois)\\b';
/** « Un accord a été signé le 3 mars 2020 pour une durée de trois ans », « valable à compter du … pour une durée de … » */
const SIGNED_FOR = new RegExp(
  `\\b(?:signee?s?|conclue?s?|date du|datee?s? du|(?:valable|applicable|en vigueur) a (?:compter|partir) du)\\b[^.;]{0,40}? (?<day>${DATE})[^.;]{0,60}? (?:pour|d'une) (?:une )?(?:duree|periode)(?: determinee| ferme)? (?:de |d')${COUNT}`,
  'g',
);
/** « Pendant six mois à compter du 1er janvier 2023 » */
const FROM_DAY = new RegExp(
  `\\b(?:pendant|durant|pour) (?:une (?:duree|periode) (?:de |d'))?${COUNT},? (?:a compter|a partir) du (?<day>${DATE})`,
  'g',
);
/** « … est reconduite pour une durée d’un an », « mis en place à titre expérimental pour 12 mois » */
const FOR_MONTHS = new RegExp(
  `\\b(?:reconduit\\w*|reconduction|prolong\\w+|proroge\\w*|renouvel\\w+|mise?s? en place|instaur\\w+|experiment\\w+|temporaire|poursuivie?s?|cette mesure|ces mesures|ce dispositif|cette disposition)\\b[^.;]{0,60}?\\b(?:duree|periode|pour|pendant|durant)(?: temporaire| determinee| limitee| experimentale)?(?: de| d'| une)* ?${COUNT}`,
  'g',
);

/** « uniquement sur les six premiers mois de l’année civile 2022 » */
const FIRST_MONTHS = new RegExp(
  `\\b(?:pendant|durant|sur|pour) les (?:(?<figures>\\d{1,2})|(?<word>deux|trois|quatre|cinq|six|sept|huit|neuf|dix)) premiers (?<unit>mois) (?:de l'annee(?: civile)? |de )(?<year>${YEAR})`,
  'g',
);
/** « le renouvellement d’un an de l’accord » */
const RENEWED_FOR = new RegExp(
  `\\b(?:renouvellement|reconduction|prolongation) (?:de |d'|pour )${COUNT}`,
  'g',
);

/** A day by which something is asked for, taken or counted, or on which people are present, ends nothing. */
const OTHER_DAY =
  /(?:souscri|inscri|candidat|depo[ts]|choi[xs]|opter|campagne|\bpresent[es]?\b(?! (?:accord|avenant|protocole))|embauch|\bpris\b|\bprises?\b(?! en charge)|\bprendre\b(?! en charge)|\bpos(?:er|ee?s?)\b|solde|reliquat|acqui[st]|utilis|consomm|recuper|naissan|transmet|remis|repond|effectif|references?|suspend|\bgel|report|garanti|calcul|evolution|progressi|echelonn)[^.;]{0,80}$/;
const OTHER_DAY_REACH = 120;
/** « un accord signé en 2021 »: when it began. */
const BEGAN =
  /\b(?:signe|conclu|negocie|depose|date|instaure|cree|initie|lance|mis en place|depuis|ouvert)(?:e|s|es)? $|\b(?:a|ont|avai(?:t|ent)) (?:\w+ )?(?:mis en place|instaure|institue|cree|lance|deploye|ouvert|installe)\b[^.;]*$/;
/** « … applicable jusqu’au 31 décembre 2022, est portée à 60 % »: what held before. */
const FORMER =
  /^[^.;]{0,60}\b(?:est|sont|sera|seront) (?:\w+ )?(?:portee?|reconduit|prolonge|proroge|renouvel|perennis|remplace|augment|revaloris)/;

function monthsOf({ figures, word, unit }: Record<string, string | undefined>): number {
  const count = figures
    ? Number(figures)
    : (parseNumberWords((word ?? '').split('-')) ?? (word?.startsWith('un') ? 1 : 0));
  return unit === 'mois' ? count : count * 12;
}

type Groups = Record<string, string | undefined>;
const until = (day: IsoDate | null): Lasting | null => day && { until: day };
const READERS: readonly [RegExp, (groups: Groups) => Lasting | null][] = [
  [UNTIL_TALKS, () => ({ isUntilTalks: true })],
  [UNTIL, ({ day }) => until(parsePrintedDate(day!))],
  [UNTIL_MONTH, ({ month }) => until(lastDayOfMonth(month!))],
  [UNTIL_YEAR, ({ year }) => until(parseIsoDate(`${year}-12-31`))],
  [OVER_PERIOD, ({ from, to }) => until(parsePeriod(from!, to!)?.to ?? null)],
  [OVER_MONTHS, ({ last }) => until(lastDayOfMonth(last!))],
  [FIRST_MONTHS, (groups) => until(lastDayOf(parseIsoDate(`${groups['year']!}-01-01`)!, monthsOf(groups)))],
  [NAMED_YEARS, ({ years }) => until(lastDayOfYears(years!))],
  [NAMED_ONCE, ({ year }) => until(parseIsoDate(`${year}-12-31`))],
  [TARGET, ({ year }) => ({ until: parseIsoDate(`${year}-12-31`)!, isTarget: true })],
  [PAID_IN, ({ month }) => until(lastDayOfYears(month!))],
  [FOR_YEARS, ({ years }) => until(lastDayOfYears(years!))],
  ...[SIGNED_FOR, FROM_DAY].map((pattern): [RegExp, (groups: Groups) => Lasting | null] => [
    pattern,
    (groups) => {
      const day = parsePrintedDate(groups['day']!);
      const months = monthsOf(groups);
      return day && months > 0 ? { until: lastDayOf(day, months) } : null;
    },
  ]),
  ...[FOR_MONTHS, RENEWED_FOR].map((pattern): [RegExp, (groups: Groups) => Lasting | null] => [
    pattern,
    (groups) => {
      const months = monthsOf(groups);
      return months > 0 ? { months } : null;
    },
  ]),
];

/** Each of the readers needs one of these. */
const TIME = gated(/\bnao\b|negociation|\d{4}|\d ?[/.-] ?\d|\b(?:an|ans|annees?|mois)\b/);

READERS.forEach(([pattern]) => gated(pattern));

/** What a normalized sentence says of how long something lasts, in the order of the sentence. `opened`: what its words allow. */
export function limitsIn(plain: string, opened?: Opened): Limit[] {
  if (!(opened ? opened.matches(TIME, plain) : TIME.test(plain))) return [];
  const limits: Limit[] = [];
  for (const [pattern, read] of READERS) {
    if (opened && !opened.allows(pattern)) continue;
    for (const match of matchesOf(pattern, plain)) {
      const lasts = read(match.groups ?? {});
      if (!lasts) continue;
      const start = match.index;
      const end = start + match[0].length;
      // « l’exercice 2022/2023 » is one.
      const isYear =
        pattern === PAID_IN ||
        (pattern === FOR_YEARS &&
          (/^\d{4}$/.test(match.groups!['years']!) ||
            /\b(?:exercice|annee) \d{4} ?[/-] ?\d{4}$/.test(match[0])));
      if (isYear && match[0].startsWith('en ') && BEGAN.test(plain.slice(0, start))) continue;
      if (
        !isYear &&
        pattern !== SIGNED_FOR &&
        pattern !== NAMED_ONCE &&
        pattern !== TARGET &&
        OTHER_DAY.test(plain.slice(Math.max(0, start - OTHER_DAY_REACH), start))
      )
        continue;
      limits.push({ lasts, start, end, isYear, isPeriod: pattern === OVER_PERIOD });
    }
  }
  return limits
    .filter(({ start, end }) => !/\w/.test(plain.slice(0, start)) || !FORMER.test(plain.slice(end)))
    .sort((a, b) => a.start - b.start);
}
