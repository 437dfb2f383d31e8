import { SHOWN_STATES, type ShownState } from '#domain/claim.ts';
import { isPlaceChosen } from '#domain/search-place.ts';
import type { FacetCount, SearchResult } from '#domain/search.ts';
import { areLive } from '../live-states.ts';
import { type Asked, foundFilter } from './asked.ts';
import type { Batch } from './batch.ts';
import { familiesOf } from './documents.ts';
import { ATTRIBUTES, type AttributeFacet, type Filter, SCOPED, UNSCOPED, whereOf } from './filters.ts';
import { topicsOf } from './keys.ts';
import { askPlaces, listed, type PlaceFacets } from './place-facets.ts';
import { claimsAt, whereOfRow } from './rows.ts';

type Read<T> = () => T;

/** Asks for the exact counts of every facet (engine.ts says what a count is). */
export function askFacets(batch: Batch, asked: Asked): Read<SearchResult['facets']> {
  const { query, benefits } = asked;
  const anyFamily = query.families.length > 0 ? { ...asked, query: { ...query, families: [] } } : asked;
  const families = [...new Set(benefits.map(({ family }) => family))];
  const reads = {
    benefits: askTopics(batch, asked, 'b', benefits.map(({ id }) => id)),
    families: askTopics(batch, anyFamily, 'f', families),
    branches: askColumn(batch, asked, 'branches'),
    sectors: askColumn(batch, asked, 'sectors'),
    headcounts: askColumn(batch, asked, 'headcounts'),
    states: askStates(batch, asked),
    places: askPlaces(batch, asked),
  }; // prettier-ignore
  return () => {
    const places: PlaceFacets = reads.places();
    return {
      ...places,
      benefits: reads.benefits(),
      families: reads.families(),
      branches: reads.branches(),
      sectors: reads.sectors(),
      headcounts: reads.headcounts(),
      states: reads.states(),
    };
  };
}

function askColumn(batch: Batch, asked: Asked, facet: AttributeFacet): Read<FacetCount[]> {
  const filter = foundFilter({ ...asked, query: { ...asked.query, [facet]: [] } });
  const read = batch.values(filter, ATTRIBUTES[facet]);
  return () => listed(Object.entries(read()));
}

/** With a place, whoever has claims that do not count everywhere is judged here, one by one. */
function askTopics(batch: Batch, asked: Asked, kind: 'b' | 'f', ids: readonly string[]): Read<FacetCount[]> {
  const { query, benefits } = asked;
  const found = foundFilter(asked);
  const isNarrow = isPlaceChosen(query);
  const read = askHeld(batch, isNarrow ? [...found, UNSCOPED] : found, query.states);
  const readRows = isNarrow ? batch.rows([...found, SCOPED]) : () => [];
  return () => {
    const counts = new Map(ids.map((id) => [`${kind}:${id}`, 0]));
    const add = (topic: string, count: number): void => {
      const before = counts.get(topic);
      if (before !== undefined) counts.set(topic, before + count);
    };
    for (const [topic, count] of read()) add(topic, count);
    const familyOf = familiesOf(benefits);
    const chosen = whereOf(query);
    for (const row of readRows()) {
      const claims = claimsAt(row, query.states, whereOfRow(row, query, chosen));
      const held = new Set(claims.flatMap(({ benefit }) => topicsOf(benefit, familyOf)));
      for (const topic of held) add(topic, 1);
    }
    return listed(Array.from(counts, ([topic, count]) => [topic.slice(2), count]));
  };
}

/** How many hold each topic in one of the states; a topic comes once or several times. */
function askHeld(
  batch: Batch,
  filter: Filter,
  states: readonly ShownState[],
): Read<[topic: string, count: number][]> {
  if (areLive(states)) {
    const read = batch.values(filter, 'live');
    return () => Object.entries(read());
  }
  const read = batch.values(filter, 'standing');
  const asked = states.reduce((bits, state) => bits | (1 << SHOWN_STATES.indexOf(state)), 0);
  return () =>
    Object.entries(read()).flatMap(([key, count]): [string, number][] => {
      const [topic, bits] = key.split('|') as [string, string];
      return (Number(bits) & asked) !== 0 ? [[topic, count]] : [];
    });
}

function askStates(batch: Batch, asked: Asked): Read<FacetCount[]> {
  const reads = SHOWN_STATES.map((state) => {
    const read = batch.count(foundFilter({ ...asked, query: { ...asked.query, states: [state] } }));
    return (): [string, number] => [state, read()];
  });
  return () => listed(reads.map((read) => read()));
}
