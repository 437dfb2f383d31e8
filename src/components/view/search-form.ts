import type { Catalogue } from '#catalogue/catalogue.ts';
import { SHOWN_STATES } from '#domain/claim.ts';
import type { FacetCount, SearchQuery, SearchResult } from '#domain/search.ts';
import { type MinimumField, minimumFields } from './search-values.ts';
import { STATE_LABELS } from './states.ts';

export type Choice = {
  value: string;
  label: string;
  count: number;
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
  const isShown = ({ count, isChosen }: Choice): boolean => count > 0 || isChosen;
  return {
    families,
    departments: list(
      catalogue.departments.map(({ code, name }) => [code, `${name} (${code})`] as const),
      facets.departments,
      query.departments,
    ),
    sectors: list(catalogue.nafDivisions, facets.sectors, query.sectors)
      .filter(isShown)
      .sort(
        (a, b) =>
          Number(b.isChosen) - Number(a.isChosen) ||
          b.count - a.count ||
          a.label.localeCompare(b.label, 'fr'),
      ),
    headcounts: list(catalogue.headcountBands, facets.headcounts, query.headcounts).filter(isShown),
    states: list(
      SHOWN_STATES.map((state) => [state, STATE_LABELS[state]] as const),
      facets.states,
      query.states,
    ).map((choice) => ({ ...choice, isDisabled: choice.count === 0 && !choice.isChosen })),
  };
}
