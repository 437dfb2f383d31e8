import { mergeBands, type BandGroup } from '#domain/panel.ts';
import { capitalize, formatNumber, NO_BREAK_SPACE } from '#domain/french.ts';

/** SIRENE bands in the four sizes that advisers speak of, with their bounds; `NN` employs nobody. */
const SIZES: readonly { bands: readonly string[]; from: number; to: number | null }[] = [
  { bands: ['NN', '00', '01', '02', '03'], from: 0, to: 9 },
  { bands: ['11', '12'], from: 10, to: 49 },
  { bands: ['21', '22', '31'], from: 50, to: 249 },
  { bands: ['32', '41', '42', '51', '52', '53'], from: 250, to: null },
];

export type SizeGroup = { label: string; bands: string[]; employers: number };

const rangeOf = (from: number, to: number | null): string => {
  if (to === null)
    return from === 0
      ? 'toutes tailles'
      : `${formatNumber(from)}${NO_BREAK_SPACE}salariés et plus`;
  if (from === 0) return `moins de ${formatNumber(to + 1)}${NO_BREAK_SPACE}salariés`;
  return `${formatNumber(from)} à ${formatNumber(to)}${NO_BREAK_SPACE}salariés`;
}; // prettier-ignore

function labelOf({ bands }: BandGroup): string {
  const sizes = SIZES.filter((size) => size.bands.some((band) => bands.includes(band)));
  return rangeOf(sizes[0]!.from, sizes.at(-1)!.to);
}

/** Sizes with enough employers each; merged where one has too few. Nothing to set apart gives none. */
export function sizeGroups(countByBand: ReadonlyMap<string, number>): SizeGroup[] {
  const counts = SIZES.map(({ bands }) => ({
    bands: [...bands],
    employers: bands.reduce((sum, band) => sum + (countByBand.get(band) ?? 0), 0),
  }));
  const groups = mergeBands(counts).map((group) => ({ ...group, label: labelOf(group) }));
  return groups.length > 1 ? groups : [];
}

/** The size of one band, with its neighbours below and above: the ladder of a search for similar employers. */
export function sizeLadder(band: string): { bands: string[]; label: string }[] {
  const at = SIZES.findIndex(({ bands }) => bands.includes(band));
  if (at < 0) return [];
  const range = (from: number, to: number) => {
    const sizes = SIZES.slice(Math.max(0, from), to + 1);
    return {
      bands: sizes.flatMap(({ bands }) => bands),
      label: rangeOf(sizes[0]!.from, sizes.at(-1)!.to),
    };
  };
  return [range(at, at), range(at - 1, at + 1)];
}

/** The sizes as choices of a form; the first band of each stands for it. */
export const SIZE_CHOICES = SIZES.map(({ bands, from, to }) => ({
  value: bands.at(-1)!,
  label: capitalize(rangeOf(from, to)),
  bands,
}));
