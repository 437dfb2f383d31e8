import type { Finding, Lasting } from '../../domain/extraction.ts';
import { isBelow } from '../context/articles.ts';
import { haveSameTitle } from '../context/units.ts';
import type { Unit } from '../context/units.ts';
import { gated, holds, matchIn } from '../text/gates.ts';
import { articleTermIn } from './by-article.ts';
import type { ArticleTerm } from './by-article.ts';

/** Without end, and no kind of contract of employment. */
const WITHOUT_END = '(?:duree (?:indeterminee|illimitee)|sans limite (?:de temps|de duree))';
const ENDLESS = String.raw`(?=${WITHOUT_END})(?<!\bcontrats?\b[^.;]{0,80})${WITHOUT_END}`;
const NUMBER = String.raw`\d+(?:\.\d+)*`;
const NUMBERS = String.raw`articles? (?<numbers>${NUMBER}(?:(?:, ?| et | ou | a )(?:l'article )?${NUMBER})*)`;
/** « … pour une durée déterminée d’un an, à l’exception de l’article 2 », or of articles « conclus pour une durée indéterminée ». */
const EXEMPT = gated(
  new RegExp(
    String.raw`\b(?:duree determinee|annee civile|pour l'annee|d'un an|jusqu'au|prend\w* fin)\b[^.;]*?\b(?:a l'exception|hormis|sauf|excepte) (?:(?:pour|de|du|des|les|la|l'|d'|dispositions|mesures|prevue?s|figurant|a|aux?) ?)*${NUMBERS}(?<rest>[^.;)]*)`,
  ),
);
/** They have an end of their own. */
const HAS_END = /\b(?:19|20)\d\d\b|\b(?:mois|ans?|annees?|determinee)\b/;
/** « Les dispositions des articles 3 et 4 sont conclues pour une durée indéterminée. » */
const ARTICLES = gated(
  new RegExp(
    String.raw`^\W*(?:(?:les|des|l'|aux?|a|de|dispositions|mesures|prevue?s) ?)*${NUMBERS}\b[^.;]{0,40} (?:conclu|valable|applicable|s'appliqu)\w*[^.;]{0,40}${ENDLESS}`,
  ),
);
/** « Les dispositions de ces annexes sont conclues pour une durée indéterminée. » */
const ANNEXES = gated(
  new RegExp(String.raw`\bannexes?\b[^.;]{0,80}\b(?:conclu|valable|applicable)\w*[^.;]{0,40}${ENDLESS}`),
);
/** « Cette mesure est applicable à compter du 1er juillet pour une durée indéterminée. », below it. */
const MEASURE = gated(
  new RegExp(
    String.raw`^\W*(?:cette (?:mesure|disposition|prime|revalorisation|indemnite)|ce dispositif|cet avantage) [^.;]*${ENDLESS}`,
  ),
);
/** « Un accord de télétravail a été signé en mai pour une durée indéterminée. », recalled by a text of one year */
const ITSELF = gated(
  new RegExp(String.raw`\b(?:signe|conclu|instaure|mise?s? en place|maintenu)\w*[^.;]*${ENDLESS}`),
);
/** « À partir du 1er avril et sans limite de temps, deux mesures s’appliquent : », above them. */
const OPENER = gated(new RegExp(String.raw`${ENDLESS}[^.;]*:\W*$`));
const ABOVE_MAX = 5;
/** « Les dispositions pérennes sont identifiées par un astérisque (*). »: those below a title that bears one. */
const STARRED = gated(
  /\b(?:perenn\w+|duree indeterminee)\b[^.;]{0,100}\basterisques?\b|\basterisques?\b[^.;]{0,60}\b(?:perenn\w+|duree indeterminee)\b/,
);
const HAS_STAR = /\*\W*$/;

/** « … conclu pour l’année 2022, sauf pour les dispositions ayant vocation à s’appliquer pour une durée indéterminée »: all that have no end of their own. */
const EXEMPT_ALL = gated(
  new RegExp(
    String.raw`\b(?:a l'exception|hormis|sauf|excepte)\b (?:(?:pour|de|des|du|les|celles|ce) ?)*(?:dispositions|mesures|clauses|avantages)? ?(?:(?:qui )?(?:ayant|ont) vocation a|conclu\w*|prise?s|destine\w* a|perennes)[^.;]{0,40}(?:${ENDLESS}|(?<=perennes))`,
  ),
);
/** « La direction maintient et pérennise la mesure suivante », « la pérennisation de la prime de service » */
const MADE_LASTING = gated(
  /(?<!\b(?:a|de|en vue de|apres) )\bperennis(?:e|ent|er|era|ation)\b (?:dans le temps )?(?:(?:de|du|des|la|le|les|ces|cet|cette|ce) |l'|de l')*(?:\w+ )?(?:mesures?|dispositifs?|primes?|indemnites?|allocations?|dotations?|abondements?|avantages?|aides?|remises?|versements?|participations?|prises? en charge)\b(?![^.;]*(?<!\b(?:signature|conclusion) d'un )\b(?:accords?|avenants?)\b)/,
);
/** « Cette prime sera pérennisée. », below it. */
const IS_MADE_LASTING = gated(
  /^\W*(?:cette (?:mesure|disposition|prime|indemnite|dotation|aide)|ce dispositif|cet (?:avantage|abondement)) (?:est|sera) (?:\w+ )?perennisee?\b/,
);

const listed = (text: string): string[] => {
  const numbers = text.match(/\d+(?:\.\d+)*/g) ?? [];
  const [first, last] = numbers.map(Number);
  return / a /.test(text) && numbers.length === 2
    ? Array.from({ length: last! - first! + 1 }, (_, i) => String(first! + i))
    : numbers;
};

/** Each of them holds one of these. */
const SOME = gated(
  /indeterminee|illimitee|sans limite|exception|hormis|sauf|excepte|asterisque|perennis|^\W*(?:les dispositions de )?l'article \d/,
);

/** Tells, of a place of the text, the article it stands in and its benefit, which other time than its own the text gives it. */
export type Outlives = (at: number, article: string | null, owner: number) => Lasting | null;

/** What a text says of those of its clauses that do not end with it; null when it says nothing of that. */
export function endlessIn(units: readonly Unit[]): Outlives | null {
  const articles = new Set<string>();
  const spans: { start: number; end: number }[] = [];
  const terms: ArticleTerm[] = [];
  for (const unit of units) {
    if (!holds(unit, SOME)) continue;
    const exempt = matchIn(unit, EXEMPT)?.groups;
    const rest = exempt?.['rest'] ?? '';
    const isExempt = exempt && (/indeterminee/.test(rest) || !HAS_END.test(rest));
    const own = matchIn(unit, ARTICLES)?.groups;
    for (const numbers of [isExempt ? exempt['numbers'] : null, own?.['numbers']])
      if (numbers) for (const number of listed(numbers)) articles.add(number);
    if (holds(unit, ANNEXES)) {
      const first = units.find(({ kind, plain }) => kind === 'heading' && /^\W*annexe\b/.test(plain));
      if (first) spans.push({ start: first.start, end: units.at(-1)!.end });
    }
    const term = articleTermIn(unit, units[unit.index + 1]);
    if (term) terms.push(term);
    if (holds(unit, EXEMPT_ALL)) spans.push({ start: 0, end: Infinity });
    if (holds(unit, MADE_LASTING)) spans.push(unit);
    if (holds(unit, MEASURE) || holds(unit, IS_MADE_LASTING))
      spans.push(
        ...units
          .slice(Math.max(0, unit.index - ABOVE_MAX), unit.index)
          .filter((one) => one.kind !== 'heading' && haveSameTitle(one, unit)),
      );
    if (holds(unit, ITSELF)) spans.push(unit);
    if (holds(unit, STARRED))
      spans.push(...units.filter(({ headings }) => headings.some(({ raw }) => HAS_STAR.test(raw))));
    if (holds(unit, OPENER)) spans.push(...units.filter(({ intro }) => intro?.end === unit.end));
  }
  if (articles.size + spans.length + terms.length === 0) return null;
  const isOf = (article: string | null, numbers: readonly string[]): boolean =>
    article !== null && numbers.some((one) => article === one || isBelow(article, one));
  const numbers = [...articles];
  return (at, article, owner) => {
    const term = terms.find((one) => one.owners.has(owner) || isOf(article, one.numbers));
    if (term) return term.lasts;
    const isEndless = spans.some(({ start, end }) => at >= start && at < end) || isOf(article, numbers);
    return isEndless ? { isEndless } : null;
  };
}

/** A grant to which its text gives another time than its own, and no other besides; `at`: where its quote stands. */
export function outlasting(finding: Finding, at: number, owner: number, outlives: Outlives | null): Finding {
  const { standing, lasts, oneOff, article } = finding;
  const isLimited = lasts !== null && !('isRecalled' in lasts && lasts.endsOn === null);
  if (!outlives || standing !== 'granted' || isLimited) return finding;
  const other = outlives(at, article, owner);
  if (!other || (oneOff !== null && !('until' in other))) return finding;
  return { ...finding, lasts: lasts && 'isEndless' in other ? { ...lasts, ...other } : other };
}
