import type { Catalogue } from '#catalogue/catalogue.ts';
import { FRANCE, type PanelScope, type Rung } from '#domain/panel.ts';

/** A region or a department with an address of its own. */
export type Territory = {
  slug: string;
  /** « Bretagne », « Ille-et-Vilaine (35) » */
  name: string;
  kind: 'region' | 'department';
  code: string;
  departments: string[];
  region: Territory | null;
};

export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const cache = new WeakMap<Catalogue, Territory[]>();

/** Regions in alphabetical order, each followed by its departments. A region of one department is that department. */
export function listTerritories(catalogue: Catalogue): Territory[] {
  const known = cache.get(catalogue);
  if (known) return known;
  const all = [...catalogue.regions]
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
    .flatMap(({ code, name }) => {
      const own = catalogue.departments.filter(({ regionCode }) => regionCode === code);
      const region: Territory = {
        slug: slugOf(name),
        name,
        kind: 'region',
        code,
        departments: own.map((department) => department.code),
        region: null,
      };
      const parts = own.map((department): Territory => ({
        slug: slugOf(department.name),
        name: `${department.name} (${department.code})`,
        kind: 'department',
        code: department.code,
        departments: [department.code],
        region,
      }));
      return own.length > 1 ? [region, ...parts] : [region];
    });
  cache.set(catalogue, all);
  return all;
}

export const findTerritory = (catalogue: Catalogue, slug: string | undefined): Territory | null =>
  listTerritories(catalogue).find((each) => each.slug === slug) ?? null;

/** The territory of a department code: the department, or the region that is that department. */
export const territoryOfDepartment = (catalogue: Catalogue, code: string): Territory | null =>
  listTerritories(catalogue).find(
    ({ kind, departments }) => departments.length === 1 && departments[0] === code && (kind === 'department' || kind === 'region'),
  ) ?? null; // prettier-ignore

export const territoryHref = ({ slug }: Territory): string => `/territoires/${slug}`;

const inPlace = (scope: PanelScope, territory: Territory): PanelScope => ({
  ...scope,
  departments: territory.departments,
});

/** Department, then its region, then France; the rest of the scope stays. */
export function placeLadder(territory: Territory | null, scope: PanelScope = FRANCE): Rung[] {
  const rungs = [territory, territory?.region ?? null].flatMap((each) =>
    each ? [{ scope: inPlace(scope, each), label: each.name }] : [],
  );
  return [...rungs, { scope: { ...scope, departments: null }, label: 'France entière' }];
}
