import type { Catalogue } from '#catalogue/catalogue.ts';
import { SHOWN_STATES } from '#domain/claim.ts';
import type { FacetCount, SearchQuery, SearchResult } from '#domain/search.ts';
import { onceFor } from './once.ts';
import { type MinimumField, minimumFields } from './search-values.ts';
import { listPlaceChoices, narrowerPlaces } from './search-places.ts';
import { STATE_LABELS } from './states.ts';

export type Choice = {
  /** Parameter, where choices of several kinds stand together. */
  name?: string;
  value: string;
  label: string;
  /** Null where it is not counted. */
  count: number | null;
  isChosen: boolean;
  isDisabled: boolean;
  /** What may be asked of the values of a chosen benefit. */
  minimums?: MinimumField[];
};
export type FamilyChoices = {
  id: string;
  label: string;
  whole: Choice | null;
  benefits: Choice[];
  isOpen: boolean;
};
export type SearchForm = {
  families: FamilyChoices[];
  departments: Choice[];
  /** Chosen regions, communes and radius: departments have a list of their own. */
  places: Choice[];
  /** Communes of the chosen regions and departments. */
  narrower: { label: string; total: number; href: string }[];
  branches: Choice[];
  sectors: Choice[];
  headcounts: Choice[];
  states: Choice[];
};

/** A choice that finds nothing, or everything already shown, is disabled; one already made never is. */
function choiceOf(
  value: string,
  label: string,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  total: number,
): Choice {
  const count = counts.get(value) ?? 0;
  const isChosen = chosen.includes(value);
  const isUseless = count === 0 || (chosen.length === 0 && count === total);
  return { value, label, count, isChosen, isDisabled: !isChosen && isUseless };
}

const countsOf = (facet: readonly FacetCount[]): Map<string, number> =>
  new Map(facet.map(({ value, count }) => [value, count]));

/** Most branch agreements offered at once, of some seven hundred. */
const BRANCHES = 60;

const isShown = ({ count, isChosen }: Choice): boolean => (count !== null && count > 0) || isChosen;

/** Where each value stands among the others by its label. */
const alphabetOf = onceFor((labels: ReadonlyMap<string, string>) => {
  const sorted = [...labels].sort(([, a], [, b]) => a.localeCompare(b, 'fr'));
  return new Map(sorted.map(([value], place) => [value, place]));
});

/** The values found or chosen: those chosen first, then the most frequent, then by label. */
function byFrequency(
  labels: ReadonlyMap<string, string>,
  facet: readonly FacetCount[],
  chosen: readonly string[],
  total: number,
): Choice[] {
  const counts = countsOf(facet);
  const alphabet = alphabetOf(labels);
  return [...new Set([...chosen, ...counts.keys()])]
    .flatMap((value) => {
      const label = labels.get(value);
      return label === undefined ? [] : choiceOf(value, label, counts, chosen, total);
    })
    .filter(isShown)
    .sort(
      (a, b) =>
        Number(b.isChosen) - Number(a.isChosen) ||
        (b.count ?? 0) - (a.count ?? 0) ||
        alphabet.get(a.value)! - alphabet.get(b.value)!,
    );
}

const departmentLabels = onceFor(({ departments }: Catalogue) =>
  departments.map(({ code, name }) => [code, `${name} (${code})`] as const),
);

export function viewSearchForm(
  query: SearchQuery,
  { facets, total }: SearchResult,
  catalogue: Catalogue,
): SearchForm {
  const benefitCounts = countsOf(facets.benefits);
  const familyCounts = countsOf(facets.families);
  const families = catalogue.families.flatMap(({ id, label }): FamilyChoices[] => {
    const benefits = catalogue.benefits
      .filter(
        (benefit) =>
          benefit.family === id && (benefitCounts.has(benefit.id) || query.benefits.includes(benefit.id)),
      )
      .map((benefit) => {
        const choice = choiceOf(benefit.id, benefit.shortLabel, benefitCounts, query.benefits, total);
        return choice.isChosen ? { ...choice, minimums: minimumFields(benefit, query.minimums) } : choice;
      });
    const isChosen = query.families.includes(id);
    if (benefits.length === 0 && !isChosen) return [];
    const whole = choiceOf(id, 'Toute la famille', familyCounts, query.families, total);
    return [{ id, label, whole, benefits, isOpen: isChosen || benefits.some((each) => each.isChosen) }];
  });
  const list = (
    values: Iterable<readonly [string, string]>,
    facet: readonly FacetCount[],
    chosen: readonly string[],
  ): Choice[] => {
    const counts = countsOf(facet);
    return Array.from(values, ([value, label]) => choiceOf(value, label, counts, chosen, total));
  };
  const placeFacets: Record<string, readonly FacetCount[]> = {
    region: facets.regions,
    commune: facets.communes,
  };
  return {
    families,
    departments: list(departmentLabels(catalogue), facets.departments, query.departments),
    places: listPlaceChoices(query, catalogue)
      .filter(({ name }) => name !== 'departement')
      .map(({ name, value, label }) => ({
        ...{ name, value, label, isChosen: true, isDisabled: false },
        count: countsOf(placeFacets[name] ?? []).get(value) ?? null,
      })),
    narrower: narrowerPlaces(query, facets.communes),
    branches: byFrequency(catalogue.idccLabels, facets.branches, query.branches, total).slice(0, BRANCHES),
    sectors: byFrequency(catalogue.nafDivisions, facets.sectors, query.sectors, total),
    headcounts: list(catalogue.headcountBands, facets.headcounts, query.headcounts).filter(isShown),
    states: list(
      SHOWN_STATES.map((state) => [state, STATE_LABELS[state]] as const),
      facets.states,
      query.states,
    ).map((choice) => ({ ...choice, isDisabled: choice.count === 0 && !choice.isChosen })),
  };
}
