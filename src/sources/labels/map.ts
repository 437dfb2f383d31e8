import { RecordError } from '#domain/errors.ts';
import { isSirenValid, type Siren } from '#domain/ids.ts';
import type { LabelId } from '#domain/label.ts';

export type LabelItem = { type: 'label'; label: LabelId; siren: Siren; scope: string | null };

/** Kinds of structures of inclusion, as their list abbreviates them. */
const KINDS: Record<string, string> = {
  EI: 'entreprise d’insertion',
  AI: 'association intermédiaire',
  ACI: 'atelier et chantier d’insertion',
  ETTI: 'entreprise de travail temporaire d’insertion',
  EITI: 'entreprise d’insertion par le travail indépendant',
  GEIQ: 'groupement d’employeurs pour l’insertion',
  EA: 'entreprise adaptée',
  EATT: 'entreprise adaptée de travail temporaire',
  ESAT: 'établissement d’aide par le travail',
};

/**
 * One line of a list. Leading zeros are lost on the way (`5520817` is 005520817); a few lines carry no number.
 * @returns null for a line without SIREN
 * @throws RecordError for a number that fails its key
 */
export function toLabel(label: LabelId, siren: string, scope: string): LabelItem | null {
  const digits = siren.replace(/[\s\u00a0]/g, '');
  if (digits === '') return null;
  const padded = digits.padStart(9, '0');
  if (!isSirenValid(padded)) throw new RecordError(`labels: ${label}: "${siren}" is no SIREN.`);
  return { type: 'label', label, siren: padded, scope: scopeOf(label, scope) };
}

function scopeOf(label: LabelId, scope: string): string | null {
  if (label !== 'siae') return scope || null;
  const kinds = scope.match(/[A-Z]+/g) ?? [];
  return kinds.map((kind) => KINDS[kind] ?? kind).join(', ') || null;
}
