import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { EmployerProfile } from '#domain/profile.ts';
import { CLIENT, startProvider, type Account } from '../support/openid-provider.ts';
import { launchBrowser } from './browser.ts';
import { startOwnDirectory, type OwnDirectory } from './own-directory.ts';

const account: Account = { sub: 'agent-1', email: 'agent@ministere.example', siret: '', acr: 'eidas1' };
let browser: Browser;
let site: OwnDirectory;
let provider: Awaited<ReturnType<typeof startProvider>>;
let siren: string;

/** A port nobody uses now: the provider must know the address of the site before it starts. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  const html = await (await fetch(`${inject('siteUrl')}/recherche?avantage=creche`)).text();
  for (const [, each] of html.matchAll(/href="\/employeurs\/(\d{9})"/g)) {
    const profile = (await (
      await fetch(`${inject('siteUrl')}/employeurs/${each}.json`)
    ).json()) as EmployerProfile;
    account.siret = profile.identity?.establishments[0]?.siret;
    siren = each!;
    if (account.siret) break;
  }
  const port = await freePort();
  const url = `http://localhost:${port}`;
  provider = await startProvider(`${url}/espace/connexion/retour`, account);
  [browser, site] = await Promise.all([
    launchBrowser(),
    startOwnDirectory(undefined, undefined, {
      PORT: String(port),
      SITE_URL: url,
      PROCONNECT_ISSUER: provider.issuer,
      PROCONNECT_CLIENT_ID: CLIENT.id,
      PROCONNECT_CLIENT_SECRET: CLIENT.secret,
    }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  await provider.stop();
});

describe('ProConnect in a browser', () => {
  it('leads to the room of the employer and back out, of both', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 780 },
    });
    const page = await context.newPage();
    await page.goto(`${site.url}/espace/connexion`);
    await page.click('a:has-text("ProConnect")');
    expect(page.url().startsWith(provider.issuer)).toBe(true);
    await page.click('button');
    expect(page.url()).toBe(`${site.url}/espace/${siren}`);
    expect(await page.locator('main').innerText()).toContain('attend sa validation');
    const cookies = await context.cookies(site.url);
    expect(cookies.filter(({ name }) => name === 'depart')).toEqual([]);
    expect(cookies.find(({ name }) => name === 'espace')).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    await page.click('button:has-text("Se déconnecter")');
    const out = page.locator('a:has-text("Se déconnecter aussi de ProConnect")');
    expect(await out.getAttribute('href')).toContain(`${provider.issuer}/session/end?id_token_hint=`);
    await page.goto(`${site.url}/espace/${siren}`);
    expect(page.url()).toBe(`${site.url}/espace/connexion`);
    await context.close();
  });
});
