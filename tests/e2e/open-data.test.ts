import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Browser } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DumpManifest } from '#opendata/manifest.ts';
import { launchBrowser } from './browser.ts';

const url = inject('siteUrl');
/** Public address of the settings, which examples name; the test asks the running directory instead. */
const SITE = 'http://localhost:4321';

let browser: Browser;
let manifest: DumpManifest;
beforeAll(async () => {
  browser = await launchBrowser();
  // The publisher writes the files just after the start.
  const there = async () => (await fetch(`${url}/donnees/manifeste.json`)).status === 200;
  for (let tries = 0; tries < 120 && !(await there()); tries++) await sleep(500);
  manifest = DumpManifest.parse(await (await fetch(`${url}/donnees/manifeste.json`)).json());
});
afterAll(() => browser.close());

const html = async (path: string): Promise<string> => (await fetch(url + path)).text();
const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&#38;', '&').replaceAll('&amp;', '&'); // prettier-ignore
/** The example of that name on a page, as written, but for the address of the directory. */
async function example(path: string, name: string): Promise<string> {
  const found = new RegExp(`data-example="${name}"[^>]*>\\s*<code>([\\s\\S]*?)</code>`).exec(
    await html(path),
  );
  return unescape(found![1]!).replaceAll(SITE, url);
}
/** The address that a line of curl asks for. */
const addressOf = (line: string): string => /^curl --silent '([^']+)'$/.exec(line)![1]!;

describe('open data', () => {
  it('lists every file with its size, and each file is as its checksum says', async () => {
    const page = await html('/donnees');
    for (const { name, bytes, sha256 } of manifest.files) {
      expect(page).toContain(`/donnees/${name}"`);
      const content = Buffer.from(await (await fetch(`${url}/donnees/${name}`)).arrayBuffer());
      expect([content.length, createHash('sha256').update(content).digest('hex')], name).toEqual([bytes, sha256]); // prettier-ignore
    }
    for (const { name, rows } of manifest.tables) {
      expect(page).toContain(`#${name}"`);
      expect(page).toContain(rows.toLocaleString('fr-FR'));
    }
  });

  it('says the figures of the directory on the page of statistics', async () => {
    const rows = (table: string) => manifest.tables.find(({ name }) => name === table)!.rows;
    const page = await html('/stats');
    for (const table of ['employeurs', 'accords', 'avantages'])
      expect(page).toContain(`>${rows(table).toLocaleString('fr-FR')}<`);
  });
});

describe('a portal', () => {
  it('reaches an employer from the SIRET of its examples', async () => {
    const link = /href="([^"]+)"/.exec(await example('/integrer', 'link'))![1]!;
    const response = await fetch(link, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(/^\/employeurs\/\d{9}$/);
  });

  it('is answered by every line of curl, as written', async () => {
    const lines = [await example('/integrer', 'curl'), await example('/integrer', 'changes')];
    for (const id of [
      'search',
      'readEmployer',
      'findBySiret',
      'readAgreement',
      'listBenefits',
      'listChanges',
    ])
      lines.push(await example('/api', id));
    for (const line of lines) {
      const response = await fetch(addressOf(line));
      expect([response.status, response.headers.get('access-control-allow-origin')], line).toEqual([
        200,
        '*',
      ]);
      expect(await response.json()).toMatchObject({ licence: { identifier: 'etalab-2.0' } });
    }
  });

  describe('on a site of its own', () => {
    let portal: Server;
    let address: string;
    beforeAll(async () => {
      const frame = await example('/integrer', 'frame');
      const script = await example('/integrer', 'script');
      portal = createServer((_req, res) => {
        res.setHeader('Content-Type', 'text/html; charset=utf-8');
        res.end(`<!doctype html><html lang="fr"><title>Portail</title><body>${frame}<script type="module">${script}</script>`);
      }); // prettier-ignore
      await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(portal.address() as AddressInfo).port}/`;
    });
    afterAll(() => void portal.close());

    it('shows the card and the extracts, by examples copied as they are', async () => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.goto(address);
      await page.locator('ul > li').first().waitFor();
      expect(await page.locator('a', { hasText: 'Star finder, d’après les accords' }).count()).toBe(1);
      const card = page.frameLocator('iframe').locator('body');
      expect(await card.innerText()).toMatch(/\d{4}/);
      expect(complaints).toEqual([]);
      await page.close();
    });
  });

  it('is told what a SIRET without a page means, and what one that is none is', async () => {
    const silent = await html('/siret/73282932000074');
    expect(silent).toContain('Ce n’est pas un employeur sans avantages');
    expect(silent).toContain('/comparer-ma-pme?siret=73282932000074');
    expect(await html('/siret/12345678901234')).toContain('quatorze chiffres');
    const typed = await fetch(`${url}/siret?siret=732%20829%20320%2000074`, { redirect: 'manual' });
    expect(typed.headers.get('location')).toBe('/siret/73282932000074');
  });
});

type Entry = Record<string, string>;
/** What RFC 4287 asks of a feed and of each entry; rejects what is no XML. */
function readAtom(text: string): { feed: Entry; entries: Entry[] } {
  const parser = new SaxesParser({ xmlns: true });
  const feed: Entry = {};
  const entries: Entry[] = [];
  const path: string[] = [];
  parser.on('opentag', ({ local, uri, attributes }) => {
    expect(uri).toBe('http://www.w3.org/2005/Atom');
    path.push(local);
    if (local === 'entry') entries.push({});
    if (local === 'link') (path.includes('entry') ? entries.at(-1)! : feed)[`link ${attributes['rel']?.value ?? 'alternate'}`] = attributes['href']!.value; // prettier-ignore
  });
  const read = (words: string): void => {
    const at = path.includes('entry') ? entries.at(-1)! : feed;
    const name = path.at(-1) ?? '';
    if (words.trim()) at[name] = (at[name] ?? '') + words;
  };
  parser.on('text', read);
  parser.on('cdata', read);
  parser.on('closetag', () => void path.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return { feed, entries };
}

describe('feeds of changes', () => {
  it.each(['/territoires/bretagne.atom', '/echeances/france.atom', 'employer'])(
    '%s is valid Atom',
    async (which) => {
      const siren = /\/employeurs\/(\d{9})"/.exec(await html('/recherche?departement=35'))![1]!;
      const address = which === 'employer' ? `/employeurs/${siren}.atom` : which;
      const response = await fetch(url + address);
      expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      const { feed, entries } = readAtom(await response.text());
      expect(feed).toMatchObject({ id: expect.stringMatching(/^http/), title: expect.any(String), name: 'Star finder' }); // prettier-ignore
      expect(new URL(String(feed['link self'])).pathname).toBe(address);
      expect(entries.length).toBeGreaterThan(0);
      for (const { id, title, updated } of [feed, ...entries] as { id: string; title: string; updated: string }[]) {
      expect(id && title).toBeTruthy();
      expect(new Date(updated).toISOString()).toBe(updated);
    } // prettier-ignore
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    },
  );

  it('is named on the page of each employer', async () => {
    const siren = /\/employeurs\/(\d{9})"/.exec(await html('/recherche?departement=35'))![1]!;
    expect(await html(`/employeurs/${siren}`)).toContain(`type="application/atom+xml" href="/employeurs/${siren}.atom"`); // prettier-ignore
  });
});

describe('the Model Context Protocol', () => {
  it('searches, reads and defines with the states of the pages, by the client of its makers', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)));
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['chercher_employeurs', 'lire_employeur', 'lire_accord', 'definir_avantages']); // prettier-ignore
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    const call = async (name: string, given: Record<string, unknown>) => {
      const { structuredContent, content, isError } = await client.callTool({ name, arguments: given });
      return { said: structuredContent as Record<string, never>, words: JSON.stringify(content), isError };
    };
    const { said: found } = await call('chercher_employeurs', { avantages: ['creche'], taille: 1 });
    const [{ siren }] = found['results'] as unknown as [{ siren: string }];
    expect(JSON.stringify(found)).toContain('aucune trace publique');
    const { said: read } = await call('lire_employeur', { siren });
    const beside: unknown = await (await fetch(`${url}/employeurs/${siren}.json`)).json();
    expect(read['employer']).toEqual(beside);
    const { id } = (beside as { agreements: { id: string }[] }).agreements[0]!;
    expect((await call('lire_accord', { id })).said).toMatchObject({ agreement: { summary: { id } } });
    expect((await call('definir_avantages', { avantages: ['creche'] })).words).toContain('limits');
    const wrong = await call('chercher_employeurs', { avantages: ['licorne'] });
    expect([wrong.isError, wrong.words]).toEqual([true, expect.stringContaining('licorne')]);
    expect((await call('lire_employeur', { siren: '12' })).isError).toBe(true);
    await client.close();
  });
});

describe('llms.txt', () => {
  it('leads only to what is there', async () => {
    const text = await html('/llms.txt');
    const addresses = [...text.matchAll(/\]\((http[^)]+)\)/g)].map(([, address]) =>
      address!.replace(SITE, url),
    );
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses.filter((each) => each.startsWith(url)))
      expect((await fetch(address)).status, address).toBe(200);
  });
});

describe('sitemaps', () => {
  it('name only pages that answer and may be shown', async () => {
    const pages = await html('/sitemaps/pages-1.xml');
    const addresses = [...pages.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!.replace(SITE, url)); // prettier-ignore
    for (const path of ['/donnees', '/api', '/integrer', '/stats', '/territoires'])
      expect(addresses).toContain(url + path);
    for (const address of addresses) {
      const response = await fetch(address);
      expect([response.status, /<meta[^>]+robots[^>]+noindex/.test(await response.text())], address).toEqual([200, false]); // prettier-ignore
    }
  });
});
