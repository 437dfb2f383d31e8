import type { Catalogue } from './catalogue.ts';

/** `62.01Z` or `6201Z` → `62`; null for anything else. */
export const divisionOfNaf = (code: string | null): string | null =>
  /^(\d{2})\.?\d{2}[A-Z]$/.exec(code ?? '')?.[1] ?? null;

/** Section letter of an APE code of NAF rév. 2, null when unknown. */
export function sectionOfNaf(catalogue: Catalogue, code: string | null): string | null {
  const division = divisionOfNaf(code);
  return division === null ? null : (catalogue.sectionByDivision.get(division) ?? null);
}

/** « Programmation informatique » for `62.01Z` or `6201Z`; null for a code of NAF 2025 or an unknown one. */
export const labelOfNaf = (catalogue: Catalogue, code: string | null): string | null =>
  catalogue.nafLabels.get((code ?? '').replace('.', '')) ?? null;
