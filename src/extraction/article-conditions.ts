import { isBelow, rootOf } from './context/articles.ts';
import type { Heading, Unit } from './context/units.ts';
import { eligibilityOf } from './who/eligible.ts';
import { toldAlone } from './standing/told.ts';
import { gated, holds, matchIn } from './text/gates.ts';
import { once } from './text/once.ts';

/** « sont éligibles », « ne peuvent y prétendre », « aux conditions suivantes », « réservé aux » */
const LIMIT = gated(
  /\bcondition(?:s\b|nee?s?\b|\b)(?! (?:de (?:travail|vie|deplacement|remuneration)|generales|dans lesquelles (?:les|ils|elles|leurs?)))|\beligib|\bexclu(?:e|s|es|sion)?\b|\breservee?s?\b|\bouverte?s? (?:a|aux?)\b|\bbeneficiaires? ?(?:sont\b|est\b|:)|\b(?:beneficie(?:nt|ra|ront)?|(?:versee?|accordee?|attribuee?|allouee?|octroyee?)s?) (?:a l'ensemble|aux (?:salarie|collaborat|personnel))[^.;]{0,60}\b(?:qui|dont|ayant)\b|\b(?:peuvent|peut|pourront|pourra|pour(?: en)?) (?:y |en )?benefici|\bne (?:peu(?:t|vent)|pourr\w+|s'appliqu\w+|concern\w+|beneficie\w*|sont pas|sera pas|seront pas|donnent? pas)\b|\bpretendre\b|\bsous reserve|\bcumul(?:able|er)|\bcumul\b[^.;]{0,100}\bplafonn\w+|\bpresents?\b[^.;]{0,40}\beffectifs?\b/,
);
/** What the law says of taxes, what somebody is told, what pay is raised by: no limit. */
const ASIDE = gated(
  /\bexoner|\bun usage\b|\bsubstituer\b|\bloi\b|\bcode (?:du travail|de la securite)|\binforme|\bcommuniqu|\bmasse salariale\b|\b(?:augmentations?|revalorisations?) (?:salariales?|generales?|individuelles?|collectives?)\b|\bsalaires? [^.;]{0,80}\bmajores?\b|\bcotisations? (?:de securite )?sociales?\b/,
);

/** « Conditions d’attribution », « Salariés exclus » */
const ON_LIMITS = gated(
  /\bconditions? (?:d'(?:attribution|octroi|eligib|acces|ouverture|obtention|application|anciennete)|d[eu] (?:versement|presence|mise en)|requises|cumulatives|a remplir|suivantes)|^\W*(?:[\divx.]+\W*)?conditions?\W*$|\bbeneficiaires?\b|\beligib|\bexclu|\bconcernee?s?\b/,
);

/** What a sentence says of who may have something, and when. */
const limits = once((unit: Unit): boolean => {
  if (unit.kind === 'row' || holds(unit, ASIDE)) return false;
  if (holds(unit, LIMIT)) return true;
  const { excluded, seniorityMonths, isConditional } = eligibilityOf([toldAlone(unit)]);
  return isConditional || seniorityMonths !== null || excluded.length > 0;
});

/** Neither what one side asks for nor what is refused. */
const isSettled = ({ mode, role }: Unit): boolean =>
  role !== 'demand' && mode !== 'demand' && mode !== 'offer' && mode !== 'refused';

/** « Cet article 5 est applicable uniquement aux … » */
const OF_ARTICLE = gated(
  /\b(?:cet?|cette|ces|present) (?:article|chapitre|titre|mesures?|dispositifs?|dispositions?|avantages?)\b/,
);

/** « 3. Ancienneté »: what follows is about something else. */
const NUMBERED_LINE = /^\W*\d{1,2} ?[.)°-] ?[a-z][^.;:]{0,50}$/;

/** « Cette prime bénéficie : » – « à ceux qui … », below a sentence on days off */
const OF_THING = gated(
  /\b(?:cette|cet|ce|ladite|ledit) (prime|indemnite|allocation|aide|dotation|gratification|journee|conge|forfait|abondement|budget)\b/,
);

/** A sentence, or what opens its list, speaks of a thing that neither the quote nor the titles name. */
const isOfAnother = (unit: Unit, first: Unit, titles: readonly Heading[]): boolean =>
  [unit, unit.intro].some((one) => {
    const thing = one && one.start !== first.start ? matchIn(one, OF_THING)?.[1] : undefined;
    return thing !== undefined && ![first, ...titles].some(({ plain }) => plain.includes(thing.slice(0, 4)));
  });

/** A title on those eligible stands so near below a quote. */
const NEAR = 8;

/** A name, and no sentence. */
const SHORT = 50;

/** A title by its shape alone, without number. */
const BARE_LEVEL = 4;

/** The titles of the article that is about a benefit: from the first that names it, else the nearest one with a number. */
function articleOf(titles: readonly Heading[], owner: number): readonly Heading[] {
  const named = titles.findIndex(({ owners }) => owners.has(owner));
  return named >= 0
    ? titles.slice(named)
    : titles.slice(titles.findLastIndex(({ article }) => article !== null));
}

/**
 * Sentences of the article of a quote that limit who may have its benefit, wherever in the article they stand: directly below one of
 * `titles`, which the quote stands under, or below a title among them that names no benefit. `first`: the sentence of the quote. A
 * sentence on another benefit, and what follows it, is left out; a title on who may have it comes with all that it says.
 */
export function limitsAround(
  units: readonly Unit[],
  first: Unit,
  owner: number,
  titles: readonly Heading[],
): Unit[] {
  const article = articleOf(titles, owner);
  const outer = article[0];
  if (!outer) return [];
  const isNamed = outer.owners.has(owner);
  const starts = new Set(article.map(({ start }) => start));
  const root = rootOf(first.article);
  const isInside = ({ headings, article: own }: Unit): boolean =>
    headings.some(({ start }) => start === outer.start) || (root !== null && rootOf(own) === root);
  let from = first.index;
  while (from > 0 && isInside(units[from - 1]!)) from--;
  const found: Unit[] = [];
  let isOn = true;
  let under: Heading | undefined;
  for (let i = from; i < units.length && isInside(units[i]!); i++) {
    const unit = units[i]!;
    const title = unit.headings.at(-1);
    if (!title) continue;
    const listing = unit.headings.findIndex(
      (one, at) =>
        one.owners.size === Number(one.owners.has(owner)) &&
        starts.has(unit.headings[at - 1]?.start ?? -1) &&
        holds(one, ON_LIMITS),
    );
    if (unit.kind === 'heading' && listing < 0) continue;
    if (title.start !== under?.start) {
      under = title;
      isOn = title.owners.size === 0 || title.owners.has(owner);
    }
    const isNext = starts.has(unit.headings.at(-2)?.start ?? -1);
    // Below a short line taken for a title, a sentence that names the benefit and no other is of the article.
    const isBare =
      title.level === BARE_LEVEL && unit.hits.length > 0 && unit.hits.every((hit) => hit.owner === owner);
    const isSister = isNext && (title.owners.size === 0 || isBare);
    const isOwnTitle = listing >= 0 || (title.owners.has(owner) && title.owners.size === 1);
    const isOwn = unit.hits.some((hit) => hit.owner === owner);
    const isListed = found.some(({ start }) => start === unit.intro?.start);
    // « Les seules absences sans effet sont : » – « la maladie » – « la maternité »: no other subject.
    if (!isOwnTitle && unit.hits.length > 0 && !(isListed && unit.plain.length <= SHORT)) isOn = isOwn;
    if (NUMBERED_LINE.test(unit.plain) && !isOwn) isOn = false;
    const isOver =
      unit.article !== null &&
      first.article !== null &&
      isBelow(first.article, unit.article) &&
      (title.owners.has(owner) || holds(unit, OF_ARTICLE));
    const belongs = starts.has(title.start) || listing >= 0 || isSister || isOver;
    // Below a title that does not name it, what goes on after the quote may still say who is eligible.
    const goesOn =
      unit.index > first.index &&
      (listing >= 0
        ? unit.headings[listing]!.start > first.end &&
          unit.index <= first.index + (unit.headings[listing]!.owners.has(owner) ? 2 * NEAR : NEAR)
        : title.start === first.headings.at(-1)?.start && (holds(unit, ON_LIMITS) || isListed));
    if (!isOn || !belongs || !isSettled(unit) || !(isNamed || isOwn || goesOn)) continue;
    if (isOfAnother(unit, first, article)) continue;
    const above = units[i - 1];
    if (listing >= 0 && above?.start === unit.headings[listing]!.start) found.push(above);
    if (listing >= 0 || isListed || limits(unit)) found.push(unit);
  }
  return found;
}
