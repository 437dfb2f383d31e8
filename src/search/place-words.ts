import type { Department, Region } from '#catalogue/reference.ts';
import type { Place } from '#domain/place.ts';
import { fold, isWithinOneEdit } from '#domain/search-words.ts';

/** A place that words may mean. `kind` is its parameter in a search address. */
export type PlaceMeant = {
  kind: 'commune' | 'departement' | 'region';
  code: string;
  /** « Rennes (35) », « Ille-et-Vilaine (35) », « Bretagne ». */
  label: string;
  /** Employers of the directory there; null where they are not counted. */
  employers: number | null;
};

type Geography = {
  regions: readonly Region[];
  departments: readonly Department[];
  places: Iterable<Place>;
};

/** Most places offered to choose among. */
const MOST = 8;

/** The places that words may mean: none, one, or several to choose among. */
export type PlaceFinder = (words: string) => PlaceMeant[];

type Named = PlaceMeant & { key: string };

function named({ regions, departments, places }: Geography): Named[] {
  const communes = Array.from(places, ({ communeCode, communeName, departmentCode, employers }): Named => ({
    kind: 'commune',
    code: communeCode,
    label: `${communeName} (${departmentCode})`,
    employers,
    key: fold(communeName),
  }));
  const all = [
    ...communes.sort((a, b) => b.employers! - a.employers! || (a.code < b.code ? -1 : 1)),
    ...departments.map(({ code, name }): Named => ({ kind: 'departement', code, label: `${name} (${code})`, employers: null, key: fold(name) })),
    ...regions.map(({ code, name }): Named => ({ kind: 'region', code, label: name, employers: null, key: fold(name) })),
  ]; // prettier-ignore
  // Paris is a commune and a department, La Réunion a department and a region: the same ground under one name.
  const isSame = (place: Named, other: Named): boolean =>
    other.kind !== place.kind &&
    (place.kind === 'departement' ? other.code.startsWith(place.code) : place.kind === 'region');
  const byKey = Map.groupBy(all, ({ key }) => key);
  return all.filter((place) => !byKey.get(place.key)!.some((other) => isSame(place, other)));
}

/** « Rennes (35) », « Rennes 35 » → its name and its department. */
const WITH_DEPARTMENT = /^(.+?)[\s,]*\(?\b(\d{2,3}|2[AB])\)?$/i;

/**
 * Finds places, those with most employers first. Takes the name of a commune, a department or a region, unfinished or
 * with one wrong letter, and the codes of departments and postcodes, of which it takes the department.
 */
export function placeFinder(geography: Geography): PlaceFinder {
  const all = named(geography);
  return (words) => find(words, all);
}

function find(words: string, all: readonly Named[]): PlaceMeant[] {
  const key = fold(words);
  if (key === '') return [];
  const number = words.replace(/\s/g, '').toUpperCase();
  const ofNumber = /^(\d{2,3}|2[AB])$/.test(number) ? number : postDepartment(number);
  if (ofNumber !== null)
    return strip(all.filter(({ kind, code }) => kind === 'departement' && code === ofNumber));
  const [, name, department] = WITH_DEPARTMENT.exec(words.trim()) ?? [];
  const inDepartment = ({ label }: Named): boolean => label.endsWith(`(${department?.toUpperCase()})`);
  const wanted = name ? fold(name) : key;
  const allowed = name ? all.filter(inDepartment) : all;
  const ways: ((place: Named) => boolean)[] = [
    (place) => place.key === wanted,
    (place) => place.key.startsWith(wanted),
    (place) => place.key.includes(` ${wanted}`),
    (place) => wanted.length > 3 && isWithinOneEdit(place.key, wanted),
  ];
  for (const way of ways) {
    const found = allowed.filter(way);
    if (found.length > 0) return strip(found.slice(0, MOST));
  }
  return [];
}

/** `35000` → `35`, `97410` → `974`, `20000` → `2A`: postcodes name a post office, not a commune. */
function postDepartment(number: string): string | null {
  if (!/^\d{5}$/.test(number)) return null;
  if (number.startsWith('97') || number.startsWith('98')) return number.slice(0, 3);
  if (number.startsWith('20')) return number < '20200' ? '2A' : '2B';
  return number.slice(0, 2);
}

const strip = (places: Named[]): PlaceMeant[] =>
  places.map(({ kind, code, label, employers }) => ({ kind, code, label, employers }));
