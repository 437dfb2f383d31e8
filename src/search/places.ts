import { loadCatalogue } from '#catalogue/catalogue.ts';
import { listPlaces, readFigures } from '#db/facts/read.ts';
import type { Place } from '#domain/place.ts';
import { placeFinder, type PlaceFinder } from './place-words.ts';

/** Communes where employers of the directory work, by code. */
export type KnownPlaces = ReadonlyMap<string, Place>;

type Known = { generation: string; places: KnownPlaces; find: PlaceFinder; names: readonly string[] };
let known: Known | undefined;
let lookedAt = -Infinity;
/** A page asks for places dozens of times. */
const LOOK_EVERY_MS = 500;

/** Read again when the facts are others. */
function current(): Known {
  if (known && performance.now() - lookedAt < LOOK_EVERY_MS) return known;
  const { generation } = readFigures();
  lookedAt = performance.now();
  if (known?.generation === generation) return known;
  const places = listPlaces();
  const { regions, departments } = loadCatalogue();
  known = {
    generation,
    places: new Map(places.map((place) => [place.communeCode, place])),
    find: placeFinder({ regions, departments, places }),
    names: namesOf(places),
  };
  return known;
}

/** Communes offered as one types. */
const OFFERED = 60;

function namesOf(places: readonly Place[]): string[] {
  const { regions, departments } = loadCatalogue();
  const communes = places
    .toSorted((a, b) => b.employers - a.employers || (a.communeCode < b.communeCode ? -1 : 1))
    .slice(0, OFFERED);
  const names = [
    ...communes.map(({ communeName, departmentCode }) => `${communeName} (${departmentCode})`),
    ...departments.map(({ code, name }) => `${name} (${code})`),
    ...regions.map(({ name }) => name),
  ];
  return [...new Set(names)];
}

/** The communes with most employers, every department and region, in words that `placesMeant` reads. */
export const placeNames = (): readonly string[] => current().names;

export const knownPlaces = (): KnownPlaces => current().places;

/** Communes with an employer, departments and regions that words may mean. */
export const placesMeant: PlaceFinder = (words) => current().find(words);
