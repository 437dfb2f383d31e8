import { InputError } from '#domain/errors.ts';
import type { SearchQuery } from '#domain/search.ts';

export const MAX_PAGE_SIZE = 100;
export const MAX_SUGGESTIONS = 20;
/** Communes a result counts, the most frequent ones. */
export const MAX_COMMUNES = 30;

/** @throws InputError when the page asked for is none */
export function requirePage({ page, pageSize }: SearchQuery): void {
  if (!(pageSize >= 0 && pageSize <= MAX_PAGE_SIZE && page >= 1))
    throw new InputError(`Une page compte au plus ${MAX_PAGE_SIZE} employeurs et son numéro commence à 1.`);
}
