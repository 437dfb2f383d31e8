import type { Siren } from './ids.ts';
import { fold } from './search-words.ts';

/** One name an employer goes by: its legal name, or a trade name, acronym or sign. */
export type EmployerName = { siren: Siren; name: string; isLegal: boolean };

/** What names are compared by; words are set apart by one space. */
export const sameNameKey = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** `e-leclerc` → `e leclerc`: the words of an address. */
export const keyOfSlug = (slug: string): string => sameNameKey(slug);
export const slugOfKey = (key: string): string => key.replaceAll(' ', '-');

const STREET =
  'rue|avenue|av|ave|bd|bld|boulevard|place|pl|quai|chemin|allee|allees|route|rte|impasse|square|cours|rond point|faubourg|lotissement|residence';
const BETWEEN =
  'de|du|des|la|le|les|l|d|general|gal|marechal|mal|docteur|dr|colonel|president|professeur|commandant|capitaine|saint|sainte|philippe|jean|charles';

/** « Pharmacie de la rue Leclerc », « Résidence du Maréchal Leclerc » : the word is that of a street, not of a brand. */
export const isStreetUse = (nameKey: string, words: string): boolean =>
  new RegExp(`(?:^| )(?:(?:${STREET})(?: (?:${BETWEEN}))*|general|gal|marechal|mal) ${words}(?= |$)`).test(nameKey); // prettier-ignore

/** Fewer letters than this name nobody. */
const LETTERS_MIN = 3;
export const canBeName = (key: string): boolean => key.replace(/[^a-z]/g, '').length >= LETTERS_MIN;

export type Namesake = {
  siren: Siren;
  /** The names that hold the words, legal one first. */ names: string[];
};

/** Employers one of whose names holds all these words in this order; names that hold them as a street are none. */
export function namesakesOf(rows: readonly EmployerName[], words: string): Namesake[] {
  const found = new Map<Siren, EmployerName[]>();
  for (const row of rows) {
    const key = sameNameKey(row.name);
    if (!` ${key} `.includes(` ${words} `) || isStreetUse(key, words)) continue;
    found.set(row.siren, [...(found.get(row.siren) ?? []), row]);
  }
  return [...found.entries()].map(([siren, names]) => ({
    siren,
    names: names.sort((a, b) => Number(b.isLegal) - Number(a.isLegal)).map(({ name }) => name),
  }));
}

/** True when two employers or more go by one same trade name that holds these words: people may take them for one. */
export function isShared(rows: readonly EmployerName[], words: string): boolean {
  const bearers = new Map<string, Siren>();
  for (const { siren, name, isLegal } of rows) {
    const key = sameNameKey(name);
    if ((isLegal && key !== words) || !` ${key} `.includes(` ${words} `) || isStreetUse(key, words)) continue;
    const first = bearers.get(key);
    if (first !== undefined && first !== siren) return true;
    bearers.set(key, siren);
  }
  return false;
}
