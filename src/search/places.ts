import { loadCatalogue } from '#catalogue/catalogue.ts';
import { listPlaces, readFigures } from '#db/facts/read.ts';
import type { Place } from '#domain/place.ts';
import { placeFinder, type PlaceFinder } from './place-words.ts';

/** Communes where employers of the directory work, by code. */
export type KnownPlaces = ReadonlyMap<string, Place>;

type Known = { generation: string; places: KnownPlaces; find: PlaceFinder };
let known: Known | undefined;

/** Read again when the facts are others. */
function current(): Known {
  const { generation } = readFigures();
  if (known?.generation === generation) return known;
  const places = listPlaces();
  const { regions, departments } = loadCatalogue();
  known = {
    generation,
    places: new Map(places.map((place) => [place.communeCode, place])),
    find: placeFinder({ regions, departments, places }),
  };
  return known;
}

export const knownPlaces = (): KnownPlaces => current().places;

/** Communes with an employer, departments and regions that words may mean. */
export const placesMeant: PlaceFinder = (words) => current().find(words);
