import type { Unit } from '../context/units.ts';
import { scanQuantities } from '../numbers/scan.ts';

const ROWS_MAX = 30;
/** « Ancienneté > 1 an », « Plus d’un an d’ancienneté », « À partir de deux ans » */
const FROM = /[>≥]|\bplus d|\ba partir d|\bau-dela|\bsuperieure?|\bapres\b|\bdes\b/;
const BELOW = /[<≤]|\bmoins d|\binferieure?|\bjusqu/;

const cellsOf = (plain: string): string[] => plain.split('|').map((cell) => cell.trim());

/** The row above that heads its columns by service. */
function headOf(units: readonly Unit[], { index }: Unit, width: number): string[] | null {
  for (let i = index - 1; i >= 0 && index - i <= ROWS_MAX && units[i]!.kind === 'row'; i--) {
    const { plain } = units[i]!;
    if (!plain.includes('anciennete')) continue;
    const labels = cellsOf(plain);
    return labels.length === width && labels.some((label) => BELOW.test(label)) ? labels : null;
  }
  return null;
}

/** Months of service of the column that gives the most, where a row gives less to those who have less: « Mariage | 4 jours | 6 jours ». */
export function serviceOfColumn(units: readonly Unit[], unit: Unit): number | null {
  if (unit.kind !== 'row') return null;
  const cells = cellsOf(unit.plain);
  const labels = cells.length > 2 ? headOf(units, unit, cells.length) : null;
  if (!labels) return null;
  const given = cells.map((cell, k) => (k > 0 ? (scanQuantities(cell)[0]?.value ?? 0) : 0));
  const most = Math.max(...given);
  const label = labels[given.indexOf(most)]!;
  if (most === 0 || given.filter((one) => one === most).length > 1 || !FROM.test(label)) return null;
  const service = scanQuantities(label).find(({ kind }) => kind === 'year' || kind === 'month');
  return service ? service.value * (service.kind === 'year' ? 12 : 1) : null;
}
