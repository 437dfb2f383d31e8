import type { Fault } from '#domain/errors.ts';

/** What is wrong on the page being made; `DeskPage` puts it there, before anything in it is drawn. */
type Page = { faults?: readonly Fault[] };

export const errorIdOf = (field: string): string => `erreur-${field}`;

/** What is wrong with a field; null where nothing is. */
export function faultsAt({ faults = [] }: Page, field: string): string | null {
  const words = faults.filter((fault) => fault.field === field).map((fault) => fault.words);
  return words.length > 0 ? words.join(' ') : null;
}

/** Attributes that tie a field to its hint and to what is wrong with it. */
export function describeField(
  page: Page,
  field: string,
  hintId?: string,
): { 'aria-describedby'?: string; 'aria-invalid'?: 'true' } {
  const isWrong = faultsAt(page, field) !== null;
  const ids = [hintId, isWrong && errorIdOf(field)].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(isWrong ? { 'aria-invalid': 'true' as const } : {}) }; // prettier-ignore
}
