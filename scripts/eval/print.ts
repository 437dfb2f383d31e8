import { wilson } from '../../src/domain/quality.ts';
import { figuresOf } from './measure.ts';
import type { Counts, Measure } from './measure.ts';

const percent = (value: number | null): string =>
  value === null ? '   –  ' : `${(100 * value).toFixed(1).padStart(5)}%`;

function line(name: string, counts: Counts): string {
  const { precision, recall, f1, values } = figuresOf(counts, 0);
  const [low, high] = wilson(counts.truePositives, counts.truePositives + counts.falsePositives);
  const interval = precision === null ? '' : ` [${percent(low)} –${percent(high)}]`;
  const tally = `tp ${counts.truePositives} fp ${counts.falsePositives} fn ${counts.falseNegatives}`;
  return `${name.padEnd(24)} P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)} values ${percent(values)} (${counts.rightSlots}/${counts.slots})  ${tally}${interval}`;
}

/** Figures per benefit and overall with the 95 % interval of precision, standing confusion and, if asked, every mistake. */
export function printMeasure(name: string, result: Measure, showMistakes: boolean): void {
  console.log(`\n== ${name}: ${result.n}`);
  for (const [benefit, counts] of [...result.byBenefit].sort(([a], [b]) => a.localeCompare(b)))
    console.log(line(benefit, counts));
  console.log(line('overall', result.overall));
  console.log('\nstanding, gold → found:');
  for (const [key, count] of [...result.confusion].sort(([, a], [, b]) => b - a))
    console.log(`  ${String(count).padStart(4)}  ${key}`);
  if (!showMistakes) return;
  console.log('');
  for (const { kind, benefit, id, detail } of [...result.mistakes].sort((a, b) =>
    a.benefit.localeCompare(b.benefit),
  )) {
    console.log(`${kind.padEnd(15)} ${benefit} ${id}: ${detail}`);
  }
}
