import type { ShownState } from '#domain/claim.ts';
import { SHAPES } from '../shapes.ts';
import { escapeHtml } from './escape.ts';
import type { CardClaim } from './search-card.ts';

/** The state of a benefit by its shape and its word. */
export const badgeHtml = (state: ShownState, label: string): string =>
  `<span class="badge ${state}"><svg viewBox="0 0 16 16" aria-hidden="true">${SHAPES[state]}</svg>${escapeHtml(label)}</span>`;

/** The claims of a result as HTML: a page has eighty of them, and as elements they took as long as the search. */
export const claimsHtml = (claims: readonly CardClaim[]): string =>
  claims
    .map(
      ({ label, value, others, state, stateLabel }) =>
        `<li><span class="result-benefit">${escapeHtml(label)}</span>${valuesHtml(value, others)}${badgeHtml(state, stateLabel)}</li>`,
    )
    .join('');

function valuesHtml(value: string | null, others: string | null): string {
  if (!value && !others) return '';
  const first = value ? `<strong>${escapeHtml(value)}</strong>` : '';
  return `<span class="result-values">${first}${value && others ? ', ' : ''}${escapeHtml(others ?? '')}</span>`;
}
