import type { Catalogue } from '#catalogue/catalogue.ts';
import { labelOfNaf } from '#catalogue/naf.ts';
import { count, enumerate, NO_BREAK_SPACE } from '#domain/french.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import type { SearchDocument } from '#domain/search.ts';

/** « Ille-et-Vilaine (35) », or the code alone when it is unknown. */
export function departmentName(catalogue: Catalogue, code: string): string {
  const known = catalogue.departmentByCode.get(code);
  return known ? `${known.name} (${code})` : code;
}

/** « 20 à 49 salariés », never cut at the end of a line; null where it is unknown. */
export const headcountWords = (label: string | null | undefined): string | null =>
  label?.replaceAll(' ', NO_BREAK_SPACE) ?? null;

const NAMED_MAX = 3;

function nameDepartments(catalogue: Catalogue, codes: readonly string[]): string {
  const named = codes.slice(0, NAMED_MAX).map((code) => departmentName(catalogue, code));
  const more = codes.length - named.length;
  return more > 0
    ? `${named.join(', ')} et ${count(more, 'autre département', 'autres départements')}`
    : enumerate(named);
}

/** Where an employer is, and how we know: open establishments, or the department that received its filings. */
export function describePlace(
  catalogue: Catalogue,
  { identity, departments, placeBasis }: Pick<EmployerProfile, 'identity' | 'departments' | 'placeBasis'>,
): string | null {
  if (placeBasis === 'unknown' || departments.length === 0) return null;
  if (placeBasis === 'filing')
    return `${departments.length > 1 ? 'Départements' : 'Département'} de dépôt\u00a0: ${nameDepartments(catalogue, departments)}`;
  const head =
    identity?.establishments.find(({ isHeadOffice }) => isHeadOffice) ?? identity?.establishments[0];
  if (!head?.communeName) return nameDepartments(catalogue, departments);
  const others = departments.filter((code) => code !== head.departmentCode);
  const town = head.departmentCode ? `${head.communeName} (${head.departmentCode})` : head.communeName;
  return others.length > 0
    ? `${town} et ${count(others.length, 'autre département', 'autres départements')}`
    : town;
}

/** The line of a result card; `asked` departments are named where the employer is in several. */
export function placeOfDocument(
  catalogue: Catalogue,
  { communeName, departments, placeBasis }: SearchDocument,
  asked: readonly string[] = [],
): string | null {
  if (placeBasis === 'unknown' || departments.length === 0) return null;
  if (placeBasis === 'filing')
    return `Département de dépôt\u00a0: ${nameDepartments(catalogue, departments)}`;
  if (!communeName) return nameDepartments(catalogue, departments);
  if (departments.length === 1) return `${communeName} (${departments[0]})`;
  const found = departments
    .filter((code) => asked.includes(code))
    .map((code) => departmentName(catalogue, code));
  const among = found.length > 0 ? `, dont ${enumerate(found)}` : '';
  return `${communeName}, ${count(departments.length, 'département')} en tout${among}`;
}

/** « Programmation informatique » from SIRENE's label, else from the code. */
export const sectorOf = (
  catalogue: Catalogue,
  { identity, nafCode }: Pick<EmployerProfile, 'identity' | 'nafCode'>,
): string | null => identity?.nafLabel ?? labelOfNaf(catalogue, nafCode);
