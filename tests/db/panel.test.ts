import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIVE_STATES, type ClaimState } from '#domain/claim.ts';
import type { AgreementId, BenefitId, Siren } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { FRANCE, type PanelScope } from '#domain/panel.ts';
import { openFactsReadOnly, type FactsDatabase } from '#db/facts/open.ts';
import { readerOf, type FactsReader } from '#db/facts/reader.ts';
import { buildFacts, day, makeClaim, makeProfile, makeSummary } from '../support/facts.ts';

const DEPARTMENTS = ['22', '29', '35', '44'];
const BENEFITS = ['creche', 'teletravail'] as BenefitId[];
const STATES: ClaimState[] = ['in-force', 'presumed', 'lapsed', 'not-agreed'];
const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });

/** Forty employers, their places, claims and what the claims cover, the same at each run. */
const [profiles] = fc.sample(
  fc.array(
    fc.record({
      departments: some(DEPARTMENTS),
      nafCode: fc.constantFrom('6201Z', '2313Z'),
      claims: fc.array(
        fc.record({
          benefit: fc.constantFrom(...BENEFITS),
          state: fc.constantFrom(...STATES),
          departments: fc.option(some(DEPARTMENTS)),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 40, maxLength: 40 },
  ),
  { numRuns: 1, seed: 7 },
).map((rows) =>
  rows.map(({ claims, ...row }, at): EmployerProfile => {
    const siren = String(100_000_001 + at) as Siren;
    const id = `ACCOTEXT${String(at + 1).padStart(12, '0')}` as AgreementId;
    const agreement = { id, title: 'Accord', signedOn: day('2024-01-10') };
    const made = claims.map((claim, n) => makeClaim({ ...claim, id: `${id}-${claim.benefit}-${n}`, agreement }));
    return makeProfile({
      ...row,
      siren,
      entries: BENEFITS.flatMap((benefit) => {
        const [lead, ...others] = made.filter((claim) => claim.benefit === benefit);
        return lead ? [{ benefit, lead, others }] : [];
      }),
      agreements: [makeSummary({ id, filedBy: { siren, name: `Employeur ${at}` } })],
    });
  }),
); // prettier-ignore

let folder: string;
let facts: FactsDatabase;
let reader: FactsReader;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'panel-'));
  buildFacts(path.join(folder, 'facts.db'), profiles!);
  facts = openFactsReadOnly(path.join(folder, 'facts.db'));
  reader = readerOf(facts);
});
afterAll(() => {
  facts.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

const scopes = fc.record({
  departments: fc.option(some(DEPARTMENTS)),
  divisions: fc.option(some(['62', '23'])),
  bands: fc.constant(null),
});

const isIn = (profile: EmployerProfile, { departments, divisions }: PanelScope): boolean =>
  (!departments || profile.departments.some((code) => departments.includes(code))) &&
  (!divisions || divisions.includes(profile.nafCode!.slice(0, 2)));

const grants = (profile: EmployerProfile, benefit: BenefitId, { departments }: PanelScope): boolean =>
  profile.entries
    .filter((entry) => entry.benefit === benefit)
    .flatMap(({ lead, others }) => [lead, ...others])
    .some(
      (claim) =>
        LIVE_STATES.includes(claim.state) &&
        (!departments ||
          profile.departments.some(
            (code) => departments.includes(code) && (!claim.departments || claim.departments.includes(code)),
          )),
    );

describe('figures over groups', () => {
  it('counts employers and benefits as one would by hand, in any group', () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        const inside = profiles!.filter((profile) => isIn(profile, scope));
        expect(reader.panel.countEmployers(scope)).toBe(inside.length);
        const counts = reader.panel.countByBenefit(scope);
        for (const benefit of BENEFITS)
          expect(counts.get(benefit) ?? 0).toBe(
            inside.filter((profile) => grants(profile, benefit, scope)).length,
          );
      }),
      { numRuns: 60 },
    );
  });

  it('counts by department where a claim covers it', () => {
    const counts = reader.panel.countGrantingByDepartment([BENEFITS[0]!], FRANCE);
    for (const code of DEPARTMENTS) {
      const scope = { ...FRANCE, departments: [code] };
      const byHand = profiles!.filter(
        (profile) => isIn(profile, scope) && grants(profile, BENEFITS[0]!, scope),
      );
      expect(counts.get(code) ?? 0).toBe(byHand.length);
    }
  });

  it('lists each clause once, own commitments first', () => {
    const filter = { benefits: [], scope: FRANCE, states: LIVE_STATES, isOwn: false, branch: null, bound: null };
    const rows = reader.clauses.listClauses(filter, 500);
    expect(rows.length).toBe(reader.clauses.countClauses(filter));
    expect(new Set(rows.map(({ claim }) => claim.id)).size).toBe(rows.length);
    expect(rows.every(({ claim }) => LIVE_STATES.includes(claim.state))).toBe(true);
    const first = reader.clauses.listClauses(filter, 2);
    const next = reader.clauses.listClauses(filter, 2, 2);
    expect([...first, ...next].map(({ claim }) => claim.id)).toEqual(rows.slice(0, 4).map(({ claim }) => claim.id));
  }); // prettier-ignore
});
