import type { Catalogue } from '#catalogue/catalogue.ts';
import { SHOWN_STATES } from '#domain/claim.ts';
import { directionOf } from '#domain/search-values.ts';
import { STATE_LABELS } from '../states.ts';
import { viewThemes } from '../qvct.ts';
import type { ClauseChoice } from './clauses.ts';
import { SIZE_CHOICES } from './sizes.ts';
import { listTerritories } from './territories.ts';

export type Option = { value: string; label: string; isChosen: boolean };
export type OptionGroup = { label: string; options: Option[] };
export type ClauseForm = {
  benefits: OptionGroup[];
  territories: OptionGroup[];
  sections: Option[];
  sizes: Option[];
  branches: Option[];
  states: Option[];
  isOwn: boolean;
  /** Asked of the main value of the chosen benefit; null where that is no number. */
  minimum: { label: string; unit: string; value: string } | null;
};

const option = (value: string, label: string, chosen: string | null): Option => ({
  value,
  label,
  isChosen: value === chosen,
});

export function viewClauseForm(
  choice: ClauseChoice,
  catalogue: Catalogue,
  branchCounts: ReadonlyMap<string, number>,
): ClauseForm {
  const { benefit, territory, section, size, branch, state, isOwn, minimum } = choice;
  const slot = benefit?.mainValue ? benefit.values[benefit.mainValue] : undefined;
  const direction = directionOf(slot);
  const territories = listTerritories(catalogue);
  return {
    benefits: viewThemes(catalogue).map((theme) => ({
      label: theme.label,
      options: theme.benefits.map(({ id, label }) => option(id, label, benefit?.id ?? null)),
    })),
    territories: territories
      .filter(({ region }) => region === null)
      .map((region) => ({
        label: region.name,
        options: territories
          .filter((each) => each === region || each.region === region)
          .map((each) => option(each.slug, each.name, territory?.slug ?? null)),
      })),
    sections: [...catalogue.nafSections].map(([code, label]) => option(code, label, section)),
    sizes: SIZE_CHOICES.map(({ value, label, bands }) => ({
      value,
      label,
      isChosen: size !== null && bands.includes(size),
    })),
    branches: [...branchCounts.keys()]
      .map((code) => option(code, `${catalogue.idccLabels.get(code) ?? 'Convention'} (IDCC ${code})`, branch))
      .sort((a, b) => a.label.localeCompare(b.label, 'fr')),
    states: [
      option('', 'En vigueur ou déclaré', state === 'live' ? '' : null),
      ...SHOWN_STATES.map((each) => option(each, STATE_LABELS[each], state)),
    ],
    isOwn,
    minimum:
      slot && direction
        ? {
            label: `${slot.label}, ${direction === 'more' ? 'au moins' : 'au plus'}`,
            unit: slot.unit,
            value: minimum === null ? '' : String(minimum).replace('.', ','),
          }
        : null,
  };
}

/** The address of a page of the same choice. */
export function clausesHref(params: URLSearchParams, page: number): string {
  const next = new URLSearchParams([...params].filter(([name, value]) => name !== 'page' && value !== ''));
  if (page > 1) next.set('page', String(page));
  const query = next.toString();
  return query ? `/clauses?${query}` : '/clauses';
}
