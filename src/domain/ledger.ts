import type { Claim } from './claim.ts';
import { formatDate } from './dates.ts';
import type { ReportKind } from './report.ts';

/** What changed. Everything that anybody decided about a page is one of these; the calendar and the sources are not. */
export const LEDGER_ACTIONS = {
  withdrawn: 'Retiré',
  restored: 'Remis en ligne',
  corrected: 'Corrigé',
  'reply-published': 'Réponse de l’employeur publiée',
  'reply-withdrawn': 'Réponse de l’employeur retirée',
  'declaration-published': 'Déclaration de l’employeur publiée',
  'declaration-withdrawn': 'Déclaration de l’employeur retirée',
} as const;
export type LedgerAction = keyof typeof LEDGER_ACTIONS;

/** In which role; never who. */
export const LEDGER_ROLES = {
  moderators: 'La modération (deux personnes)',
  moderator: 'La modération',
  employer: 'L’employeur',
  operator: 'L’exploitant du site',
} as const;
export type LedgerRole = keyof typeof LEDGER_ROLES;

export type LedgerSubject = { kind: ReportKind; key: string };

const QUOTE_MAX = 300;

/** A claim in one line of the ledger: « Crèche : “…” (Accord sur la parentalité, signé le 10 janvier 2024) ». */
export function claimWords(
  claim: Pick<Claim, 'quote' | 'agreement' | 'declaration'>,
  benefit: string,
): string {
  const { quote, agreement, declaration } = claim;
  const signed = agreement?.signedOn ? `, signé le ${formatDate(agreement.signedOn)}` : '';
  const origin = declaration
    ? `déclaré le ${formatDate(declaration.declaredOn)}`
    : `${agreement?.title}${signed}`;
  return `${benefit}\u00a0: «\u00a0${quote.slice(0, QUOTE_MAX)}\u00a0» (${origin})`;
}

/** Printed where the reason itself forbids to repeat what stood there. */
export const UNREPEATED = 'Contenu non reproduit ici\u00a0: le motif du retrait l’interdit';
/** Reasons that would be void if the ledger went on saying what was taken away. */
export const isRepeatable = (reason: string): boolean =>
  !['personal-data', 'court-order', 'right-to-object'].includes(reason);
