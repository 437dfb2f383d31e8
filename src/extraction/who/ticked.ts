import type { Unit } from '../context/units.ts';

const TICK = /^(?:x|oui|✓|✔)$/;
const GROUP =
  /cadre|employe|ouvrier|etam|\batam|\btam\b|maitrise|technicien|commerciaux|mensuels|conducteur|sedentaire|roulant|personnel|siege/;

/** The columns that a row ticks, where it leaves others empty: « Panier : 10 € | X | X | | » below « Ouvriers | ETAM | Cadres ». */
export function tickedGroups({ cells, plain, intro }: Unit): string | null {
  if (!cells || !intro) return null;
  const groups = cells.filter(({ label }) => GROUP.test(label));
  const told = (cell: (typeof cells)[number]): string => plain.slice(cell.start, cell.end);
  const ticked = groups.filter((cell) => TICK.test(told(cell)));
  if (ticked.length === 0 || ticked.length === groups.length) return null;
  if (!groups.every((cell) => ticked.includes(cell) || /^\W*$/.test(told(cell)))) return null;
  return ticked
    .map(({ label }) => {
      const at = intro.plain.lastIndexOf(label);
      return at < 0 ? label : intro.raw.slice(at, at + label.length);
    })
    .map((label) => label.toLowerCase())
    .join(', ')
    .replace(/, ([^,]*)$/, ' et $1');
}
