import { z } from 'zod';
import { SHOWN_STATES, shownState, type ShownState } from './claim.ts';
import { IsoDate } from './dates.ts';
import { AgreementId, BenefitId, Siren } from './ids.ts';
import type { EmployerProfile } from './profile.ts';

export const CHANGE_KINDS = [
  'employer-added', 'employer-removed', 'employer-changed', 'agreement-added', 'agreement-removed',
  'claim-added', 'claim-changed', 'claim-removed',
] as const; // prettier-ignore
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One line of the change feed: what a copy of the data has to do again. It never says why something is not there. */
export const Change = z.strictObject({
  seq: z.int().min(1).describe('Curseur : croît toujours, ne revient jamais'),
  at: z.iso.datetime().describe('Instant de la publication'),
  on: IsoDate.describe('Jour des états publiés'),
  siren: Siren,
  kind: z.enum(CHANGE_KINDS),
  claim: z.string().nullable(),
  benefit: BenefitId.nullable(),
  agreement: AgreementId.nullable(),
  before: z.enum(SHOWN_STATES).nullable().describe('État affiché avant'),
  after: z.enum(SHOWN_STATES).nullable().describe('État affiché depuis'),
});
export type Change = z.infer<typeof Change>;
export type NewChange = Omit<Change, 'seq' | 'at' | 'on'>;

/** What is remembered of a published profile, to tell what changes next time. `hash`: of the whole profile. */
export type Snapshot = {
  hash: string;
  departments: string[];
  agreements: AgreementId[];
  /** By id; the last part changes with anything the claim says. */
  claims: Record<
    string,
    [benefit: BenefitId, agreement: AgreementId | null, state: ShownState, hash: string]
  >;
};

const claimsOf = (profile: EmployerProfile) =>
  profile.entries.flatMap(({ lead, others }) => [lead, ...others]);

/** @param hashOf a short digest of a text */
export const snapshotOf = (profile: EmployerProfile, hashOf: (text: string) => string): Snapshot => ({
  hash: hashOf(JSON.stringify(profile)),
  departments: profile.departments,
  agreements: profile.agreements.map(({ id }) => id),
  claims: Object.fromEntries(
    claimsOf(profile).map((claim) => [
      claim.id,
      [claim.benefit, claim.agreement?.id ?? null, shownState(claim), hashOf(JSON.stringify(claim))],
    ]),
  ),
});

const NOTHING = { claim: null, benefit: null, agreement: null, before: null, after: null };

/**
 * What is new between two publications of one employer. An employer that appears or leaves is one line, whatever it
 * holds; a change that touches no claim and no agreement (identity, figures, a reply) is `employer-changed`.
 */
export function changesBetween(siren: Siren, before: Snapshot | null, after: Snapshot | null): NewChange[] {
  if (!before || !after) {
    if (!before && !after) return [];
    return [{ siren, ...NOTHING, kind: after ? 'employer-added' : 'employer-removed' }];
  }
  if (before.hash === after.hash) return [];
  const changes: NewChange[] = [];
  const add = (kind: ChangeKind, what: Partial<NewChange>): void =>
    void changes.push({ siren, ...NOTHING, kind, ...what });
  for (const agreement of after.agreements)
    if (!before.agreements.includes(agreement)) add('agreement-added', { agreement });
  for (const agreement of before.agreements)
    if (!after.agreements.includes(agreement)) add('agreement-removed', { agreement });
  for (const [claim, [benefit, agreement, state, hash]] of Object.entries(after.claims)) {
    const known = before.claims[claim];
    if (!known) add('claim-added', { claim, benefit, agreement, after: state });
    else if (known[3] !== hash) add('claim-changed', { claim, benefit, agreement, before: known[2], after: state }); // prettier-ignore
  }
  for (const [claim, [benefit, agreement, state]] of Object.entries(before.claims))
    if (!after.claims[claim]) add('claim-removed', { claim, benefit, agreement, before: state });
  if (changes.length === 0) add('employer-changed', {});
  return changes;
}
