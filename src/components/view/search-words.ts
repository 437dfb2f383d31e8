import type { Catalogue } from '#catalogue/catalogue.ts';
import { count, enumerate, formatNumber, NO_BREAK_SPACE } from '#domain/french.ts';
import type { SearchQuery, SearchResult } from '#domain/search.ts';
import { areLive } from '#search/live-states.ts';
import { formatSearchQuery } from '#search/query.ts';
import { departmentName } from './places.ts';
import { describeMinimum, withBenefits } from './search-values.ts';

export type Criterion = { label: string; removeHref: string };

const at = (query: SearchQuery): string => {
  const text = formatSearchQuery({ ...query, page: 1 });
  return text ? `/recherche?${text}` : '/recherche';
};

const without = <T>(list: readonly T[], value: T): T[] => list.filter((each) => each !== value);

/** Every criterion of a search, with the address of the same search without it. */
export function listCriteria(query: SearchQuery, catalogue: Catalogue): Criterion[] {
  const { text, benefits, minimums, families, departments, sectors, headcounts } = query;
  return [
    ...(text
      ? [{ label: `«${NO_BREAK_SPACE}${text}${NO_BREAK_SPACE}»`, removeHref: at({ ...query, text: '' }) }]
      : []),
    ...benefits.map((id) => ({
      label: catalogue.benefitById.get(id)?.shortLabel ?? id,
      removeHref: at(withBenefits(query, without(benefits, id))),
    })),
    ...minimums.map((minimum) => ({
      label: describeMinimum(minimum, catalogue),
      removeHref: at({ ...query, minimums: without(minimums, minimum) }),
    })),
    ...families.map((id) => ({
      label: catalogue.familyById.get(id)?.label ?? id,
      removeHref: at({ ...query, families: without(families, id) }),
    })),
    ...departments.map((code) => ({
      label: departmentName(catalogue, code),
      removeHref: at({ ...query, departments: without(departments, code) }),
    })),
    ...sectors.map((code) => ({
      label: catalogue.nafDivisions.get(code) ?? code,
      removeHref: at({ ...query, sectors: without(sectors, code) }),
    })),
    ...headcounts.map((code) => ({
      label: catalogue.headcountBands.get(code) ?? code,
      removeHref: at({ ...query, headcounts: without(headcounts, code) }),
    })),
  ];
}

export const describeTotal = (total: number): string =>
  total === 0 ? 'Aucun employeur trouvé' : count(total, 'employeur');

/** How many employers could be known here at all: a result is read against it, never against every employer. */
export function describePopulation(
  { departments, headcounts }: SearchQuery,
  { population }: SearchResult,
  catalogue: Catalogue,
): string {
  const isHere = departments.length > 0;
  const place = isHere
    ? `${enumerate(departments.map((code) => departmentName(catalogue, code)))}${NO_BREAK_SPACE}: `
    : '';
  const where = isHere ? ' à cet endroit' : headcounts.length > 0 ? ' dans ces tailles' : '';
  const who =
    population === 0 ? (isHere ? 'aucun employeur' : 'Aucun employeur') : count(population, 'employeur');
  const have =
    population === 0 ? 'n’a d’accord publié' : `${population < 2 ? 'a' : 'ont'} au moins un accord publié`;
  const others = where && population > 0 ? ' Nous ne savons rien des autres.' : '';
  return `${place}${who} ${have}${where}.${others}`;
}

export type Relaxation = { label: string; href: string; total: number };

type Group = { label: string; query: SearchQuery };

/** The searches one gets by dropping one group of criteria, the most precise first. */
export function relaxations(query: SearchQuery): Group[] {
  const groups: [boolean, string, Partial<SearchQuery>][] = [
    [query.text !== '', 'sans les mots cherchés', { text: '' }],
    [query.headcounts.length > 0, 'quelle que soit la taille', { headcounts: [] }],
    [query.sectors.length > 0, 'dans tous les secteurs', { sectors: [] }],
    [query.departments.length > 0, 'dans toute la France', { departments: [] }],
    [query.minimums.length > 0, 'quelles que soient les valeurs', { minimums: [] }],
    [
      areLive(query.states) && query.benefits.length > 0,
      'en comptant ce qui reste à confirmer',
      { states: [...query.states, 'to-confirm'] },
    ],
    [
      query.benefits.length > 1,
      'avec le premier avantage seulement',
      withBenefits(query, query.benefits.slice(0, 1)),
    ],
    [query.benefits.length > 0, 'sans demander d’avantage', withBenefits(query, [])],
    [query.families.length > 0, 'dans toutes les familles', { families: [] }],
  ];
  return groups
    .filter(([isUsed]) => isUsed)
    .map(([, label, change]) => ({ label, query: { ...query, ...change, page: 1 } }));
}

export const relaxationOf = ({ label, query }: Group, total: number): Relaxation => ({
  label,
  href: at(query),
  total,
});

export type Pager = { previous: string | null; next: string | null; text: string } | null;

export function viewPager(query: SearchQuery, total: number): Pager {
  const pages = Math.ceil(total / query.pageSize);
  if (pages < 2) return null;
  const href = (page: number): string => `/recherche?${formatSearchQuery({ ...query, page })}`;
  return {
    previous: query.page > 1 ? href(Math.min(query.page - 1, pages)) : null,
    next: query.page < pages ? href(query.page + 1) : null,
    text: `Page ${formatNumber(Math.min(query.page, pages))} sur ${formatNumber(pages)}`,
  };
}
