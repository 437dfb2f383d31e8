import type { Catalogue } from '#catalogue/catalogue.ts';
import { count, formatNumber, NO_BREAK_SPACE } from '#domain/french.ts';
import { communesNear, isPlaceChosen, MAX_RADIUS_KM, withoutPlace } from '#domain/search-place.ts';
import type { SearchQuery, SearchResult } from '#domain/search.ts';
import { areLive } from '#search/live-states.ts';
import { knownPlaces } from '#search/places.ts';
import { searchAt } from './search-address.ts';
import { describePlaces, listPlaceChoices } from './search-places.ts';
import { describeMinimum, withBenefits } from './search-values.ts';

export type Criterion = { label: string; removeHref: string };

const at = (query: SearchQuery): string => searchAt({ ...query, page: 1 });

const without = <T>(list: readonly T[], value: T): T[] => list.filter((each) => each !== value);

/** Every criterion of a search, with the address of the same search without it. */
export function listCriteria(query: SearchQuery, catalogue: Catalogue): Criterion[] {
  const { text, benefits, minimums, families } = query;
  const each = (
    key: 'branches' | 'sectors' | 'headcounts',
    labels: ReadonlyMap<string, string>,
  ): Criterion[] =>
    query[key].map((code) => ({
      label: labels.get(code) ?? code,
      removeHref: at({ ...query, [key]: without(query[key], code) }),
    }));
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
    ...listPlaceChoices(query, catalogue).map((place) => ({
      label: place.label,
      removeHref: at(place.without),
    })),
    ...(query.isRemoteAccepted
      ? [{ label: 'ou télétravail attesté', removeHref: at({ ...query, isRemoteAccepted: false }) }]
      : []),
    ...each('branches', catalogue.idccLabels),
    ...each('sectors', catalogue.nafDivisions),
    ...each('headcounts', catalogue.headcountBands),
  ];
}

export const describeTotal = (total: number): string =>
  total === 0 ? 'Aucun employeur trouvé' : count(total, 'employeur');

/** How many employers could be known here at all: a result is read against it, never against every employer. */
export function describePopulation(
  query: SearchQuery,
  { population }: SearchResult,
  catalogue: Catalogue,
): string {
  const isHere = isPlaceChosen(query);
  const place = isHere ? `${describePlaces(query, catalogue)}${NO_BREAK_SPACE}: ` : '';
  const isOfSize = query.headcounts.length > 0;
  const where = `${isHere ? ' à cet endroit' : ''}${isHere && isOfSize ? ',' : ''}${isOfSize ? ' dans ces tailles' : ''}`;
  const who =
    population === 0 ? (isHere ? 'aucun employeur' : 'Aucun employeur') : count(population, 'employeur');
  const have =
    population === 0
      ? 'n’a d’accord publié ni de déclaration'
      : `${population < 2 ? 'a' : 'ont'} un accord publié ou une déclaration`;
  const others = where && population > 0 ? ' Nous ne savons rien des autres.' : '';
  const isByCommune = query.communes.length > 0 || query.near !== null;
  const unplaced = isByCommune
    ? ' Ceux dont nous ne connaissons que le département de dépôt ne sont pas comptés.'
    : '';
  return `${place}${who} ${have}${where}.${others}${unplaced}`;
}

export type Relaxation = { label: string; href: string; total: number };

type Group = { label: string; query: SearchQuery };

/** The same search farther away, with who works at a distance, and anywhere. */
function widerPlaces(query: SearchQuery): [boolean, string, Partial<SearchQuery>][] {
  const { near } = query;
  const isLocal = isPlaceChosen(query);
  const wider = near && near.km < MAX_RADIUS_KM ? communesNear(near.communeCode, MAX_RADIUS_KM, knownPlaces().values()) : null; // prettier-ignore
  return [
    [wider !== null, `à moins de ${MAX_RADIUS_KM}${NO_BREAK_SPACE}km`, { near: wider }],
    [isLocal && !query.isRemoteAccepted, 'en comptant le télétravail attesté ailleurs', { isRemoteAccepted: true }],
    [isLocal, 'dans toute la France', withoutPlace(query)],
  ];
} // prettier-ignore

/** The searches one gets by dropping one group of criteria, the most precise first. */
export function relaxations(query: SearchQuery): Group[] {
  const groups: [boolean, string, Partial<SearchQuery>][] = [
    [query.text !== '', 'sans les mots cherchés', { text: '' }],
    [query.headcounts.length > 0, 'quelle que soit la taille', { headcounts: [] }],
    [query.sectors.length > 0, 'dans tous les secteurs', { sectors: [] }],
    [query.branches.length > 0, 'quelle que soit la convention collective', { branches: [] }],
    ...widerPlaces(query),
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
  const href = (page: number): string => searchAt({ ...query, page });
  return {
    previous: query.page > 1 ? href(Math.min(query.page - 1, pages)) : null,
    next: query.page < pages ? href(query.page + 1) : null,
    text: `Page ${formatNumber(Math.min(query.page, pages))} sur ${formatNumber(pages)}`,
  };
}
