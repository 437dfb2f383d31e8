import type { ShownState } from '#domain/claim.ts';
import { chosenCommunes, isPlaceChosen } from '#domain/search-place.ts';
import { directionOf, type Minimum, MOST_THOUSANDTHS, thousandths } from '#domain/search-values.ts';
import { numberForms } from '#domain/search-words.ts';
import type { SearchQuery } from '#domain/search.ts';
import type { SearchedBenefit } from '../engine.ts';
import { areLive } from '../live-states.ts';
import { MAX_START } from './documents.ts';
import { ANY_TOPIC, claimKey, communeKey, EVERYWHERE, regionKey, statesAsked, valueKey, valueNumber } from './keys.ts'; // prettier-ignore
import { claimsAt, type Row, type RowClaim, valueIn } from './rows.ts';

/** Conditions of which one is enough. */
export type Clause = readonly string[];
/**
 * Clauses that all have to be met; none asks for nothing. Sent as it is, not as one text: the time a server takes to
 * read a text grows with the square of its length.
 */
export type Filter = readonly Clause[];

/** Nobody: every document has a SIREN. */
const NOBODY: Clause = ['siren NOT EXISTS'];
/** Values in one condition: few, for the reason above. */
const CHUNK = 40;

/** A value inside a filter; nothing in it can end the string it stands in. */
export const quoted = (value: string): string =>
  `"${value.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').replace(/[\\"]/g, (mark) => `\\${mark}`)}"`;

export function among(attribute: string, values: readonly string[]): Clause {
  if (values.length === 0) return NOBODY;
  const chunks: string[] = [];
  for (let at = 0; at < values.length; at += CHUNK)
    chunks.push(
      `${attribute} IN [${values
        .slice(at, at + CHUNK)
        .map(quoted)
        .join(', ')}]`,
    );
  return chunks;
}

const bracketed = (conditions: readonly string[], word: 'AND' | 'OR'): string =>
  conditions.length === 1 ? conditions[0]! : `(${conditions.join(` ${word} `)})`;

/** A filter as one condition among others. */
export const asCondition = (filter: Filter): string =>
  bracketed(
    filter.map((clause) => bracketed(clause, 'OR')),
    'AND',
  );

/** Who meets none of the conditions. */
export const notAny = (clause: Clause): Filter => clause.map((condition) => [`NOT (${condition})`]);
/** Who does not meet the whole filter. */
export const notAll = (filter: Filter): Clause => filter.map((clause) => asCondition(notAny(clause)));

/** Employers all of whose claims count wherever they are: all but a few. */
export const UNSCOPED: Clause = ['isScoped = false'];
export const SCOPED: Clause = ['isScoped = true'];
const unscoped = (clause: Clause): Clause => clause.map((condition) => asCondition([UNSCOPED, [condition]]));

/**
 * Where a claim has to count: anywhere, or in one of some places (their keys), which a claim that counts everywhere does
 * whatever they are.
 */
export type Where = 'anywhere' | ReadonlySet<string>;
/** No place at all: only claims that count wherever their employer is. */
export const EVERY_PLACE: Where = new Set();

/**
 * Who holds a claim on one of the topics, in one of the states, that counts there. Of places it takes for granted that
 * the employer is in one of them.
 */
export function holders(topics: readonly string[], states: readonly ShownState[], where: Where): Clause {
  const keysAt = (place: string | null): string[] =>
    topics.flatMap((topic) => statesAsked(states).map((state) => claimKey(topic, state, place)));
  const held = among('claims', keysAt(null));
  if (where === 'anywhere') return held;
  return [...unscoped(held), ...among('claims', [EVERYWHERE, ...where].flatMap(keysAt))];
}

export type WordFilter = { word: string; isExact: boolean; isOpen: boolean; near: readonly string[] };

/** Who has a word for this one among `words` (all names) or `nameWords` (the name). */
export function wordFilter(
  attribute: 'words' | 'nameWords',
  { word, isExact, isOpen, near }: WordFilter,
): Clause {
  const forms = among(attribute, isExact ? [word] : [...numberForms(word), ...near]);
  if (isExact || !isOpen) return forms;
  const starts = attribute === 'words' ? 'starts' : 'nameStarts';
  const begun = word.length <= MAX_START ? among(starts, [word]) : [`${attribute} STARTS WITH ${quoted(word)}`]; // prettier-ignore
  return [...forms, ...begun];
}

/** Values of a slot from one to another, in thousandths. */
export type Range = { benefit: string; slot: string; from: number; to: number };

/** Who holds a claim with a value of the range, in one of the states, that counts somewhere. */
export const valued = ({ benefit, slot, from, to }: Range, states: readonly string[]): Clause =>
  states.map((state) => {
    const [low, high] = [valueNumber(state, from), valueNumber(state, to)];
    return `values.${valueKey(benefit, slot)} ${low} TO ${high}`;
  });

export function isInRange(claim: RowClaim, { benefit, slot, from, to }: Range): boolean {
  const value = claim.benefit === benefit ? valueIn(claim, slot) : undefined;
  return value !== undefined && value >= from && value <= to;
}

/** The same in a place: who is scoped is judged by its row. */
function valuedIn(range: Range, { states, where, scoped }: Counting): Clause {
  const held = valued(range, statesAsked(states));
  if (where === 'anywhere') return held;
  const there = scoped.filter((row) => claimsAt(row, states, where).some((claim) => isInRange(claim, range)));
  return [...unscoped(held), ...(there.length > 0 ? among('siren', there.map(({ siren }) => siren)) : [])]; // prettier-ignore
}

/**
 * A condition claims have a part in: employers who satisfy `names`, or hold a claim on one of `topics`, or one with a
 * value of the range.
 */
export type Condition = {
  names: Filter | null;
  topics: string[];
  range?: Range;
};

export const isAboutClaims = ({ topics, range }: Condition): boolean =>
  topics.length > 0 || range !== undefined;

/** When claims count. `scoped`: where a place is chosen, whoever is scoped there and has values that are asked for. */
export type Counting = { states: readonly ShownState[]; where: Where; scoped: readonly Row[] };

export function conditionFilter(condition: Condition, counting: Counting): Filter {
  const { names, topics, range } = condition;
  if (names && !isAboutClaims(condition)) return names;
  const either = [
    ...(names ? [asCondition(names)] : []),
    ...(topics.length > 0 ? holders(topics, counting.states, counting.where) : []),
    ...(range ? valuedIn(range, counting) : []),
  ];
  return [either.length > 0 ? either : NOBODY];
}

/** What the query asks of claims besides its text. States that were chosen ask for any claim, if nothing else does. */
export function claimConditions(query: SearchQuery, benefits: readonly SearchedBenefit[]): Condition[] {
  const conditions = [
    ...query.benefits.map((id) => ({ names: null, topics: [`b:${id}`] })),
    ...query.minimums.map((minimum) => minimumCondition(minimum, benefits)),
    ...(query.families.length > 0 ? [{ names: null, topics: query.families.map((id) => `f:${id}`) }] : []),
  ];
  if (conditions.length > 0 || areLive(query.states)) return conditions;
  return [{ names: null, topics: [ANY_TOPIC] }];
}

function minimumCondition(
  { benefit, slot, value }: Minimum,
  benefits: readonly SearchedBenefit[],
): Condition {
  const direction = directionOf(benefits.find(({ id }) => id === benefit)?.values[slot]);
  const asked = thousandths(value);
  if (!direction || asked === null) return { names: [NOBODY], topics: [] };
  const [from, to] = direction === 'more' ? [asked, MOST_THOUSANDTHS] : [0, asked];
  return { names: null, topics: [], range: { benefit, slot, from, to } };
}

/** Facets about the employer alone, and the attribute of each. */
export const ATTRIBUTES = { branches: 'branches', sectors: 'sector', headcounts: 'headcount' } as const;
export type AttributeFacet = keyof typeof ATTRIBUTES;

/** What is chosen of branch, sector and size. */
export const attributeFilter = (query: SearchQuery): Filter =>
  (Object.keys(ATTRIBUTES) as AttributeFacet[])
    .filter((facet) => query[facet].length > 0)
    .map((facet) => among(ATTRIBUTES[facet], query[facet]));

/** Who is in a chosen place; asks for nothing when none is chosen. */
export function placeFilter(query: SearchQuery): Filter {
  if (!isPlaceChosen(query)) return [];
  const kinds = [
    ['regions', query.regions],
    ['departments', query.departments],
    ['communes', chosenCommunes(query)],
  ] as const;
  const there = kinds.filter(([, codes]) => codes.length > 0).flatMap(([kind, codes]) => among(kind, codes));
  return [there.length > 0 ? there : NOBODY];
}

/** Where claims have to count for a query. */
export const whereOf = (query: SearchQuery): Where =>
  isPlaceChosen(query)
    ? new Set([...query.departments, ...query.regions.map(regionKey), ...chosenCommunes(query).map(communeKey)]) // prettier-ignore
    : 'anywhere';
