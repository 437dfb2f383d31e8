import type { Benefit } from '#domain/benefit.ts';
import { PROOF_LABELS, type DraftContent } from '#domain/declaration.ts';
import type { Scope } from '#domain/extraction.ts';
import { count } from '#domain/french.ts';
import { showValues } from './values.ts';

export type DraftLine = { label: string; text: string };

const SCOPES: Record<string, string> = { employer: 'Tous les salariés' };

/** What one page of a draft holds, in lines. */
export function valuesOf(step: string, content: DraftContent, benefit: Benefit | undefined): DraftLine[] {
  switch (step) {
    case 'avantage':
      return [{ label: 'Avantage', text: benefit?.label ?? 'À choisir' }];
    case 'chiffres': {
      const values = benefit ? showValues(benefit, content.values ?? {}) : [];
      return values.length > 0 ? values : [{ label: 'Chiffres', text: 'Aucun' }];
    }
    case 'phrase':
      return [{ label: 'Vos mots', text: content.words ?? '' }];
    case 'couverture':
      return coverageOf(content);
    case 'preuve':
      return content.proof ? proofOf(content.proof) : [];
    default:
      return [];
  }
}

function coverageOf({ scope, seniorityMonths, excluded }: DraftContent): DraftLine[] {
  const who = scope ? (SCOPES[scope.kind] ?? (scope as Scope).label ?? '') : '';
  return [
    { label: 'Qui est couvert', text: who },
    ...(seniorityMonths ? [{ label: 'Ancienneté', text: count(seniorityMonths, 'mois', 'mois') }] : []),
    ...(excluded ? [{ label: 'Exclus', text: excluded }] : []),
  ];
}

const proofOf = ({ kind, url }: NonNullable<DraftContent['proof']>): DraftLine[] => [
  { label: 'Document', text: PROOF_LABELS[kind] },
  ...(url ? [{ label: 'Page publique', text: url }] : []),
];
