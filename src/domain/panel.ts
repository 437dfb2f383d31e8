/** A group of employers that figures are given for. Null = whatever it is. */
export type PanelScope = {
  /** Departments, by code. */
  departments: readonly string[] | null;
  /** NAF divisions, two digits. */
  divisions: readonly string[] | null;
  /** SIRENE headcount bands, by code. */
  bands: readonly string[] | null;
};

export const FRANCE: PanelScope = { departments: null, divisions: null, bands: null };

/** No figure is given over fewer employers: a group that small is widened, and the widening is said. */
export const PANEL_MINIMUM = 10;

/** One step of a ladder, narrowest first. */
export type Rung = { scope: PanelScope; label: string };

/** The first rung with enough employers, else the last; `refused` tells what was too small, with its number. */
export function widen<T extends Rung>(
  rungs: readonly T[],
  countOf: (scope: PanelScope) => number,
): { rung: T; employers: number; refused: { label: string; employers: number }[] } {
  const refused: { label: string; employers: number }[] = [];
  for (const rung of rungs) {
    const employers = countOf(rung.scope);
    if (employers >= PANEL_MINIMUM || rung === rungs.at(-1)) return { rung, employers, refused };
    refused.push({ label: rung.label, employers });
  }
  throw new RangeError('widen: a ladder has at least one rung');
}

export type BandGroup = { bands: string[]; employers: number };

/**
 * Sizes, smallest first, merged with the next larger one until each group holds enough employers; what is left at the top
 * joins the group below. Empty when all of them together are too few.
 */
export function mergeBands(sizes: readonly BandGroup[]): BandGroup[] {
  const groups: BandGroup[] = [];
  let open: BandGroup = { bands: [], employers: 0 };
  for (const { bands, employers } of sizes) {
    open.bands.push(...bands);
    open.employers += employers;
    if (open.employers < PANEL_MINIMUM) continue;
    groups.push(open);
    open = { bands: [], employers: 0 };
  }
  const last = groups.at(-1);
  if (last && open.bands.length > 0) {
    last.bands.push(...open.bands);
    last.employers += open.employers;
  }
  return groups;
}
