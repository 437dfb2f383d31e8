import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Benefit, ValueSlot } from '#domain/benefit.ts';
import { formatNumber, NO_BREAK_SPACE, uncapitalize } from '#domain/french.ts';
import type { BenefitId } from '#domain/ids.ts';
import { directionOf, type Minimum } from '#domain/search-values.ts';
import type { SearchQuery } from '#domain/search.ts';
import { minimumField } from '#search/query.ts';
import { formatQuantity } from './values.ts';

/** A field « Part de l’employeur, au moins [60] % ». */
export type MinimumField = { name: string; label: string; unit: string; value: string };

const bound = (slot: ValueSlot): string => (directionOf(slot) === 'less' ? 'au plus' : 'au moins');

/** A unit alone: « jours par semaine », « € par an ». */
const unitOf = (unit: string): string => formatQuantity(2, unit).replace(/^2\s?/u, '');

/** One field for each value that compares, the main one first. */
export function minimumFields(benefit: Benefit, minimums: readonly Minimum[]): MinimumField[] {
  return Object.entries(benefit.values)
    .filter(([, slot]) => directionOf(slot) !== null)
    .sort(([a], [b]) => Number(b === benefit.mainValue) - Number(a === benefit.mainValue))
    .map(([name, slot]) => {
      const asked = minimums.find((each) => each.benefit === benefit.id && each.slot === name);
      return {
        name: minimumField(benefit.id, name),
        label: `${slot.label}, ${bound(slot)}`,
        unit: unitOf(slot.unit),
        value: asked ? formatNumber(asked.value) : '',
      };
    });
}

/** « Mutuelle : au moins 60 % », with the name of the value where it is not the main one. */
export function describeMinimum({ benefit: id, slot: name, value }: Minimum, catalogue: Catalogue): string {
  const benefit = catalogue.benefitById.get(id);
  const slot = benefit?.values[name];
  if (!benefit || !slot) return `${id}, ${name}`;
  const label = uncapitalize(slot.label);
  const of = name === benefit.mainValue ? benefit.shortLabel : `${benefit.shortLabel}, ${label}`;
  return `${of}${NO_BREAK_SPACE}: ${bound(slot)} ${formatQuantity(value, slot.unit)}`;
}

/** The same search with these benefits alone: what was asked of the values of the others goes with them. */
export const withBenefits = (query: SearchQuery, benefits: BenefitId[]): SearchQuery => ({
  ...query,
  benefits,
  minimums: query.minimums.filter(({ benefit }) => benefits.includes(benefit)),
  order: benefits.length === 1 ? query.order : 'default',
});
