import { LIVE_STATES, type Claim, type ClaimState } from './claim.ts';
import type { Scope } from './extraction.ts';
import type { BenefitEntry } from './profile.ts';

/** From the state that answers « does it hold today? » best to the one that answers least. */
const STATE_ORDER: readonly ClaimState[] = [
  'in-force', 'presumed', 'declared', 'upcoming', 'lapsed', 'one-off', 'replaced', 'ended', 'not-agreed', 'restates-law',
]; // prettier-ignore

/** A text limited to one establishment or category never speaks for the whole employer while a wider one holds. */
const BREADTH: Record<Scope['kind'], number> = {
  employer: 1,
  ues: 1,
  group: 1,
  establishment: 0,
  category: 0,
};
const WIDTH: Record<Scope['kind'], number> = { group: 4, ues: 3, employer: 2, category: 1, establishment: 0 };

const isLive = ({ state }: Claim): boolean => LIVE_STATES.includes(state);
/** What is signed and published goes before what is declared, however recent: nobody outdates a text by declaring. */
const isDeclared = ({ declaration }: Claim): number => Number(declaration !== null);
/** Live claims are equals: which one leads is a matter of scope and date. */
const standing = (claim: Claim): number => (isLive(claim) ? 0 : STATE_ORDER.indexOf(claim.state));
const since = ({ term, agreement }: Claim): string => term.effectiveOn ?? agreement?.signedOn ?? '';
const descending = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);

/**
 * Orders claims of one benefit, the leading one first: live before the rest; those of a text before
 * declarations; then those that speak for the whole
 * employer before those limited to a part of it; then the latest effective; then the widest scope, the firmest state,
 * the most figures. The id decides last, so that the order never depends on how claims came.
 */
export function compareClaims(a: Claim, b: Claim): number {
  return (
    standing(a) - standing(b) ||
    isDeclared(a) - isDeclared(b) ||
    BREADTH[b.scope.kind] - BREADTH[a.scope.kind] ||
    descending(since(a), since(b)) ||
    WIDTH[b.scope.kind] - WIDTH[a.scope.kind] ||
    STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
    Object.keys(b.values).length - Object.keys(a.values).length ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Claims of one employer as entries, in the order of `benefits` (ids in display order). */
export function toEntries(claims: readonly Claim[], benefits: readonly string[]): BenefitEntry[] {
  const groups = new Map<string, Claim[]>(benefits.map((id) => [id, []]));
  for (const claim of claims) groups.get(claim.benefit)?.push(claim);
  return [...groups.values()].flatMap((group) => {
    const [lead, ...others] = group.sort(compareClaims);
    return lead ? [{ benefit: lead.benefit, lead, others }] : [];
  });
}
