import { SHOWN_STATES, type ShownState } from '#domain/claim.ts';
import { numberForms } from '#domain/search-words.ts';
import type { SearchQuery } from '#domain/search.ts';
import { chosenCommunes, isPlaceChosen } from '#domain/search-place.ts';
import { directionOf, type Minimum, MOST_THOUSANDTHS, thousandths } from '#domain/search-values.ts';
import type { SearchedBenefit } from '../engine.ts';
import { areLive } from '../live-states.ts';
import { claimKey, communeKey, MAX_START, regionKey, valueAt, valueIn, valueKey } from './documents.ts';

/** Nobody: every document has a SIREN. */
export const NOBODY = 'siren NOT EXISTS';

/** A value inside a filter; nothing in it can end the string it stands in. */
export const quoted = (value: string): string =>
  `"${value.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').replace(/[\\"]/g, (mark) => `\\${mark}`)}"`;

export const among = (attribute: string, values: readonly string[]): string =>
  values.length === 0 ? NOBODY : `${attribute} IN [${values.map(quoted).join(', ')}]`;

const join = (conditions: readonly string[], word: 'AND' | 'OR'): string =>
  conditions.length === 1 ? conditions[0]! : `(${conditions.join(` ${word} `)})`;
/** Every condition; none asks for nothing and gives the empty filter. */
export const allOf = (conditions: readonly string[]): string => {
  const asked = conditions.filter((condition) => condition !== '');
  return asked.length === 0 ? '' : join(asked, 'AND');
};
export const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? NOBODY : join(conditions, 'OR');
export const not = (condition: string): string => `NOT (${condition})`;

/** Where a claim has to count: anywhere, in one of some places (their keys), or wherever its employer is. */
export type Where = 'anywhere' | 'everywhere' | readonly string[];

/**
 * Who holds a claim on one of the topics, in one of the states, that counts there. Of places it takes for granted that
 * the employer is in one of them.
 */
export function holders(topics: readonly string[], states: readonly ShownState[], where: Where): string {
  const places = where === 'anywhere' ? [null] : where === 'everywhere' ? ['*'] : ['*', ...where];
  const keys = topics.flatMap((topic) =>
    states.flatMap((state) => places.map((place) => claimKey(topic, state, place))),
  );
  return among('claims', keys);
}

export type WordFilter = { word: string; isExact: boolean; isOpen: boolean; near: readonly string[] };

/** Who has a word for this one among `words` (all names) or `nameWords` (the name). */
export function wordFilter(
  attribute: 'words' | 'nameWords',
  { word, isExact, isOpen, near }: WordFilter,
): string {
  const forms = among(attribute, isExact ? [word] : [...numberForms(word), ...near]);
  if (isExact || !isOpen) return forms;
  const starts = attribute === 'words' ? 'starts' : 'nameStarts';
  const begun = word.length <= MAX_START ? among(starts, [word]) : `${attribute} STARTS WITH ${quoted(word)}`;
  return anyOf([forms, begun]);
}

/** Values of a slot from one to another, in thousandths. */
export type Range = { benefit: string; slot: string; from: number; to: number };

/** Who holds a claim with a value of the range, in one of the states, that counts there. */
export function valued(
  { benefit, slot, from, to }: Range,
  states: readonly ShownState[],
  where: Where,
): string {
  const within = (attribute: string, low: number, high: number): string => `${attribute} ${low} TO ${high}`;
  const places = where === 'everywhere' ? [null] : [null, ...where];
  return anyOf(
    states.flatMap((state) => {
      const key = valueKey(benefit, slot, state);
      if (where === 'anywhere') return [within(`values.${key}`, from, to)];
      return places.flatMap((place) => {
        const isCommune = place?.startsWith('c') === true;
        const numberOf = (value: number) => (isCommune ? valueIn(place, value) : valueAt(place, value));
        const [low, high] = [numberOf(from), numberOf(to)];
        const attribute = isCommune ? 'valuesIn' : 'valuesAt';
        return low === null || high === null ? [] : [within(`${attribute}.${key}`, low, high)];
      });
    }),
  );
}

/**
 * A condition claims have a part in: employers who satisfy `names`, or hold a claim on one of `topics`, or one with a
 * value of the range.
 */
export type Condition = { names: string | null; topics: string[]; range?: Range };

export const isAboutClaims = ({ topics, range }: Condition): boolean =>
  topics.length > 0 || range !== undefined;

export const conditionFilter = (condition: Condition, states: readonly ShownState[], where: Where): string =>
  anyOf([
    ...(condition.names === null ? [] : [condition.names]),
    ...(condition.topics.length > 0 ? [holders(condition.topics, states, where)] : []),
    ...(condition.range ? [valued(condition.range, states, where)] : []),
  ]);

export const conditionsFilter = (
  conditions: readonly Condition[],
  states: readonly ShownState[],
  where: Where,
): string => allOf(conditions.map((condition) => conditionFilter(condition, states, where)));

/** What the query asks of claims besides its text. */
export function claimConditions(query: SearchQuery, benefits: readonly SearchedBenefit[]): Condition[] {
  return [
    ...query.benefits.map((id) => ({ names: null, topics: [`b:${id}`] })),
    ...query.minimums.map((minimum) => minimumCondition(minimum, benefits)),
    ...(areLive(query.states) ? [] : [{ names: null, topics: ['*'] }]),
    ...(query.families.length > 0 ? [familyCondition(query.families, benefits)] : []),
  ];
}

function minimumCondition(
  { benefit, slot, value }: Minimum,
  benefits: readonly SearchedBenefit[],
): Condition {
  const direction = directionOf(benefits.find(({ id }) => id === benefit)?.values[slot]);
  const asked = thousandths(value);
  if (!direction || asked === null) return { names: NOBODY, topics: [] };
  const [from, to] = direction === 'more' ? [asked, MOST_THOUSANDTHS] : [0, asked];
  return { names: null, topics: [], range: { benefit, slot, from, to } };
}

export const familyCondition = (
  families: readonly string[],
  benefits: readonly SearchedBenefit[],
): Condition => ({
  names: null,
  topics: benefits.filter(({ family }) => families.includes(family)).map(({ id }) => `b:${id}`),
});

/** Facets about the employer alone, and the attribute of each. */
export const ATTRIBUTES = { branches: 'branches', sectors: 'sector', headcounts: 'headcount' } as const;
export type AttributeFacet = keyof typeof ATTRIBUTES;

/** What is chosen of branch, sector and size, one facet set aside. */
export const attributeFilter = (query: SearchQuery, aside?: AttributeFacet): string =>
  allOf(
    (Object.keys(ATTRIBUTES) as AttributeFacet[])
      .filter((facet) => facet !== aside && query[facet].length > 0)
      .map((facet) => among(ATTRIBUTES[facet], query[facet])),
  );

/** Who is in a chosen place; empty when none is chosen. */
export function placeFilter(query: SearchQuery): string {
  if (!isPlaceChosen(query)) return '';
  const kinds = [
    ['regions', query.regions],
    ['departments', query.departments],
    ['communes', chosenCommunes(query)],
  ] as const;
  return anyOf(kinds.filter(([, codes]) => codes.length > 0).map(([kind, codes]) => among(kind, codes)));
}

/** Where claims have to count for a query. */
export const whereOf = (query: SearchQuery): Where =>
  isPlaceChosen(query)
    ? [...query.departments, ...query.regions.map(regionKey), ...chosenCommunes(query).map(communeKey)]
    : 'anywhere';

/** States whose bit is set in the value of a `standing` facet. */
export const hasState = (bits: number, states: readonly ShownState[]): boolean =>
  states.some((state) => (bits & (1 << SHOWN_STATES.indexOf(state))) !== 0);
