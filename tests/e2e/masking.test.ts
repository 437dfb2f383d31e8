import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { createEmployer } from '#sample/employer.ts';
import { indexOfCase } from '#sample/planted.ts';

/** A sole trader and a partially disclosed unit that filed agreements: nothing public may tell that they exist. */
const hidden = ['sole-trader', 'partially-disclosed'].map((id) =>
  createEmployer('star-finder', indexOfCase(0, id)),
);
const traces = hidden.flatMap(({ siren, name, legalName }) => [siren, name, legalName]);
const dataDir = inject('dataDir');
const siteUrl = inject('siteUrl');

const status = async (address: string): Promise<number> => (await fetch(siteUrl + address, { redirect: 'manual' })).status; // prettier-ignore
const text = async (address: string): Promise<string> => (await fetch(siteUrl + address)).text();

function* filesIn(place: string): Generator<string> {
  if (!existsSync(place)) return;
  if (!statSync(place).isDirectory()) return void (yield place);
  for (const name of readdirSync(place)) yield* filesIn(path.join(place, name));
}

const bytesOf = (file: string): string => {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

describe('a unit that may not be shown', () => {
  it.each(['facts.db', 'search.db', 'changes.db', 'site/client', 'dump', 'dumps'])('leaves no trace in %s', (place) => {
    const found: string[] = [];
    for (const file of filesIn(path.join(dataDir, place))) {
      const content = bytesOf(file).toUpperCase();
      for (const trace of traces)
        if (content.includes(trace.toUpperCase())) found.push(`${path.relative(dataDir, file)}: ${trace}`);
    }
    expect(found).toEqual([]);
  });

  it.each(hidden.map((employer) => [employer.planted!.id, employer] as const))(
    'has no address, and is found by nothing: %s',
    async (_, { siren, name, sites }) => {
      for (const address of [`/employeurs/${siren}`, `/employeurs/${siren}.json`, `/employeurs/${siren}/fiche-conseil`, `/noms/${siren}`])
        expect([address, await status(address)]).toEqual([address, expect.toSatisfy((code: number) => code === 404 || code === 410)]);
      expect(await text(`/siret/${sites[0]!.siret}`)).not.toContain(`/employeurs/${siren}`);
      for (const query of [siren, name]) {
        const page = await text(`/recherche?q=${encodeURIComponent(query)}`);
        expect(page).not.toContain(`/employeurs/${siren}`);
      }
      expect(await text('/sitemap.xml')).not.toContain(siren);
    },
  );
}); // prettier-ignore

describe('a unit that another one took over', () => {
  it('without a page of its own, leads to the page that says « anciennement »', async () => {
    const employer = createEmployer('star-finder', indexOfCase(0, 'everything'));
    const profile = JSON.parse(await text(`/employeurs/${employer.siren}.json`)) as {
      identity: { formerSirens: { siren: string; name: string }[] };
    };
    const [former] = profile.identity.formerSirens;
    for (const end of ['', '.json']) {
      const answer = await fetch(`${siteUrl}/employeurs/${former!.siren}${end}`, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([
        301,
        `/employeurs/${employer.siren}${end}`,
      ]);
    }
    expect(await text(`/employeurs/${employer.siren}`)).toMatch(/Anciennement/);
  });

  it('keeps the page of its agreements, which says what became of it', async () => {
    const closed = createEmployer('star-finder', indexOfCase(0, 'closed-unit'));
    const follower = createEmployer('star-finder', indexOfCase(0, 'carrier'));
    const page = await text(`/employeurs/${closed.siren}`);
    expect(page).toContain('indiquée comme cessée par l’Insee');
    expect(page).toContain(`/employeurs/${follower.siren}`);
  });
});

describe('one sign, several employers', () => {
  it('are told apart by place, sector and size', async () => {
    const page = await text('/noms/les-halles-du-berger');
    expect(page).toMatch(/9\u00a0employeurs portent ce nom/);
    expect(page.match(/SIREN/g)!.length).toBeGreaterThanOrEqual(9);
    expect(await text('/recherche?q=halles+du+berger')).toContain('href="/noms/halles-du-berger"');
    expect(await status('/noms/Les-Halles-du-Berger')).toBe(301);
    expect(await status('/noms/nulle-part-au-monde')).toBe(404);
    expect(await status('/noms/rue-des-tilleuls')).toBe(404);
  });
});
