import type { Scope } from './extraction.ts';
import type { AgreementId, BenefitId } from './ids.ts';

/** FNV-1a, 32 bits: short, stable, and enough to tell two labels of one text apart. */
function hash32(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** What tells a scope from the others of one text; empty for the whole employer. */
export function scopeKey({ kind, label, sirets }: Scope): string {
  if (kind === 'employer') return '';
  if (kind === 'ues' || kind === 'group') return kind;
  if (sirets.length > 0) return `${kind}-${hash32([...sirets].sort().join(' '))}`;
  if (label === null) return kind;
  const words = slug(label);
  const isWhole = words.length > 0 && words.length <= 40;
  return isWhole ? `${kind}-${words}` : `${kind}-${words.slice(0, 30)}${hash32(label)}`;
}

/**
 * A claim's name for ever: agreement, benefit and scope, nothing that a better reading of the same text would change
 * (quote, values, state). Usable as an HTML id and in a URL fragment.
 */
export function claimId(agreement: AgreementId, benefit: BenefitId, scope: Scope): string {
  const key = scopeKey(scope);
  return key ? `${agreement}-${benefit}-${key}` : `${agreement}-${benefit}`;
}
