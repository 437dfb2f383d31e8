import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import type { Claim } from '#domain/claim.ts';
import type { EmployerProfile } from '#domain/profile.ts';

/** What the generator says that a careful reader finds in the sample. */
type Truth = {
  id: string;
  benefit: string;
  standing: string;
  values: Record<string, number | boolean | string>;
  state: string | null;
};

const FIRST_BENEFITS = ['creche', 'mutuelle', 'teletravail', 'titres-restaurant', 'enfant-malade'];
const NOT_A_GRANT = ['restates-law', 'not-agreed'];

const truth = readFileSync('content/sample/truth.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Truth)
  .filter(({ benefit, standing }) => FIRST_BENEFITS.includes(benefit) && standing !== 'ignore');

const client = path.join(inject('dataDir'), 'site', 'client', 'employeurs');
const siteUrl = inject('siteUrl');

/** Claims of the five first benefits as published, by agreement and benefit. */
async function readPublished(): Promise<Map<string, Claim[]>> {
  const claims = new Map<string, Claim>();
  for (const name of readdirSync(client).filter((file) => file.endsWith('.json'))) {
    const profile = JSON.parse(readFileSync(path.join(client, name), 'utf8')) as EmployerProfile;
    for (const { lead, others } of profile.entries)
      for (const claim of [lead, ...others]) claims.set(claim.id, claim);
  }
  const byText = new Map<string, Claim[]>();
  for (const claim of claims.values()) {
    const key = `${claim.agreement?.id} ${claim.benefit}`;
    byText.set(key, [...(byText.get(key) ?? []), claim]);
  }
  return byText;
}

const published = await readPublished();
const claimsOf = ({ id, benefit }: Truth): Claim[] => published.get(`${id} ${benefit}`) ?? [];
const isGrant = (claim: Claim): boolean => !NOT_A_GRANT.includes(claim.state);

/** Texts that reach no page: withdrawn, of a unit that may not be published, without a readable document. */
const answered = new Map<string, boolean>();
async function hasPage(id: string): Promise<boolean> {
  if (!answered.has(id)) answered.set(id, (await fetch(`${siteUrl}/accords/${id}`)).status === 200);
  return answered.get(id)!;
}

describe('the sample, from archive to page', () => {
  it('publishes what the texts grant and nothing else, for the five first benefits', async () => {
    const shown = [];
    for (const line of truth) if (await hasPage(line.id)) shown.push(line);
    const granted = shown.filter(({ standing }) => standing === 'granted');
    const found = granted.filter((line) => claimsOf(line).some(isGrant));
    const wrong = shown.filter(
      (line) => line.standing !== 'granted' && line.standing !== 'ended' && claimsOf(line).some(isGrant),
    );
    expect(granted.length).toBeGreaterThan(150);
    expect(wrong.map(({ id, benefit, standing }) => `${id} ${benefit} is ${standing}`)).toEqual([]);
    expect(found.length / granted.length).toBeGreaterThanOrEqual(0.95);
  });

  it('reads the values as they were written', () => {
    const slots = truth
      .filter(({ standing }) => standing === 'granted')
      .flatMap((line) =>
        claimsOf(line)
          .filter(isGrant)
          .slice(0, 1)
          .flatMap((claim) =>
            Object.entries(line.values).map(([slot, value]) => claim.values[slot] === value),
          ),
      );
    expect(slots.length).toBeGreaterThan(150);
    expect(slots.filter(Boolean).length / slots.length).toBeGreaterThanOrEqual(0.95);
  });

  it('shows every state that agreements can give', () => {
    const states = new Set([...published.values()].flat().map(({ state }) => state));
    for (const state of [
      'in-force',
      'presumed',
      'upcoming',
      'lapsed',
      'replaced',
      'ended',
      'one-off',
      'restates-law',
      'not-agreed',
    ])
      expect(states).toContain(state);
  });

  it('gives the state that the dates ask for', () => {
    const compared = truth.filter((line) => line.state !== null && claimsOf(line).length > 0);
    const same = compared.filter((line) => claimsOf(line).some(({ state }) => state === line.state));
    expect(compared.length).toBeGreaterThan(200);
    expect(same.length / compared.length).toBeGreaterThanOrEqual(0.95);
  });
});
