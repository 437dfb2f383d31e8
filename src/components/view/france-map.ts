import type { Catalogue } from '#catalogue/catalogue.ts';
import type { DepartmentShapes } from '#catalogue/geometry.ts';
import { count, formatNumber } from '#domain/french.ts';

/** Lowest count of each shade, the lightest first; below the first one the outline alone is drawn. */
const LEVELS = [1, 10, 50, 200] as const;

export type MapArea = {
  code: string;
  name: string;
  employers: number;
  words: string;
  level: number;
  href: string;
};
export type MapShape = MapArea & { path: string };
export type FranceMapView = {
  viewBox: string;
  shapes: MapShape[];
  /** Without outline: overseas departments and collectivities, all of them. */
  overseas: MapArea[];
  legend: { level: number; label: string }[];
};

const levelOf = (employers: number): number => LEVELS.filter((least) => employers >= least).length;

const legendOf = (level: number): string => {
  const [least, next] = [LEVELS[level - 1], LEVELS[level]];
  if (least === undefined) return 'aucun';
  return next === undefined
    ? `${formatNumber(least)} et plus`
    : `de ${formatNumber(least)} à ${formatNumber(next - 1)}`;
};

/** A map of counts by department; a department that is not in `counts` has none. */
export function viewFranceMap(
  { departments }: Pick<Catalogue, 'departments'>,
  { viewBox, departments: outlines }: DepartmentShapes,
  counts: ReadonlyMap<string, number>,
  hrefOf: (code: string) => string,
): FranceMapView {
  const areas = departments.map(({ code, name }): MapArea => {
    const employers = counts.get(code) ?? 0;
    const words = employers === 0 ? 'aucun employeur' : count(employers, 'employeur');
    return { code, name, employers, words, level: levelOf(employers), href: hrefOf(code) };
  });
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const drawn = new Set(outlines.map(({ code }) => code));
  return {
    viewBox,
    shapes: outlines.flatMap(({ code, path }) => {
      const area = byCode.get(code);
      return area ? [{ ...area, path }] : [];
    }),
    overseas: areas.filter(({ code }) => !drawn.has(code)),
    legend: [0, 1, 2, 3, 4].map((level) => ({ level, label: legendOf(level) })),
  };
}
