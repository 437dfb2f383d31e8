import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';

/** One year of the index; `score` is null where it was not computable or not stated. */
export type ChartYear = { year: number; score: number | null };

export const CHART = { width: 340, height: 210, left: 30, right: 14, top: 18, bottom: 26 } as const;
/** Points under which the law asks for corrective measures, then for goals (D1142-6, D1142-6-1). */
export const THRESHOLDS = [75, 85] as const;

const SCORE_MAX = 100;
const GAP_LABEL = 'NC';

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * Inside of the SVG of an index over the years: classes only, drawn on the server. A year without score breaks the line
 * and says NC at the foot; it is never drawn as zero.
 */
export function drawIndex(years: readonly ChartYear[]): string {
  const { width, height, left, right, top, bottom } = CHART;
  const x = scalePoint<number>()
    .domain(years.map(({ year }) => year))
    .range([left + 12, width - right - 12]);
  const y = scaleLinear()
    .domain([0, SCORE_MAX])
    .range([height - bottom, top]);
  const at = ({ year }: ChartYear): number => round(x(year)!);
  const path = line<ChartYear>()
    .defined(({ score }) => score !== null)
    .x(at)
    .y(({ score }) => round(y(score!)))(years);
  const text = (kind: string, px: number, py: number, words: string | number): string =>
    `<text class="${kind}" x="${round(px)}" y="${round(py)}">${words}</text>`;
  const rules = [0, ...THRESHOLDS, SCORE_MAX].map((score) => {
    const kind = score === 0 || score === SCORE_MAX ? 'axis' : 'threshold';
    const level = round(y(score));
    return `<path class="${kind}" d="M${left} ${level}H${width - right}"/>${text('scale', left - 5, level + 4, score)}`;
  });
  const points = years.map((year) =>
    year.score === null
      ? text('none', at(year), y(0) - 6, GAP_LABEL)
      : `<circle class="dot" cx="${at(year)}" cy="${round(y(year.score))}" r="4"/>${text('value', at(year), y(year.score) - (year.score > 92 ? -17 : 9), year.score)}`,
  );
  const labels = years.map((year) => text('year', at(year), height - 8, year.year));
  return [...rules, path ? `<path class="line" d="${path}"/>` : '', ...points, ...labels].join('');
}
