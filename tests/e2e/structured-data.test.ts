import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { EmployerProfile } from '#domain/profile.ts';
import { organizationData, scriptJson } from '#components/view/organization.ts';
import { createFrontDoor } from '#server/front-door.ts';
import { launchBrowser } from './browser.ts';

const url = inject('siteUrl');
const root = mkdtempSync(path.join(tmpdir(), 'structured-data-'));
let browser: Browser;
let server: Server;
beforeAll(async () => {
  browser = await launchBrowser();
  server = createFrontDoor({
    clientRoot: root,
    dumpRoot: root,
    onDemand: (_req, _res, next) => next(),
    isGone: () => false,
    movedTo: () => null,
    readinessFaults: () => [],
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(root, { recursive: true, force: true });
});

it('an invented employer stays out of structured data', async () => {
  const siren = /\/employeurs\/(\d{9})"/.exec(await (await fetch(`${url}/recherche?departement=35`)).text())![1]!;
  expect(await (await fetch(`${url}/employeurs/${siren}`)).text()).not.toContain('application/ld+json');
}); // prettier-ignore

it('a block of structured data is let through by the policy of the site, which stops a script beside it', async () => {
  const siren = /\/employeurs\/(\d{9})"/.exec(await (await fetch(`${url}/recherche?departement=35`)).text())![1]!;
  const profile = (await (await fetch(`${url}/employeurs/${siren}.json`)).json()) as EmployerProfile;
  const named = { ...profile, name: 'Verrerie </script><b>' };
  const data = scriptJson(organizationData(named, 'https://exemple.fr'));
  const write = (name: string, more = '') =>
    writeFileSync(path.join(root, name), `<!doctype html><title>x</title><script type="application/ld+json">${data}</script>${more}`);
  write('data.html');
  write('script.html', '<script>window.ran = true</script>');
  const violations = async (name: string) => {
    const page = await browser.newPage();
    const found: string[] = [];
    page.on('console', (message) => message.type() === 'error' && /Content Security Policy/.test(message.text()) && found.push(message.text()));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`);
    const text = (await page.locator('script[type="application/ld+json"]').textContent()) ?? '';
    await page.close();
    return { found, data: JSON.parse(text) as Record<string, unknown> };
  };
  const plain = await violations('data');
  expect(plain.found).toEqual([]);
  expect(plain.data).toMatchObject({ '@type': 'Organization', name: 'Verrerie </script><b>', identifier: { value: siren }, mainEntityOfPage: `https://exemple.fr/employeurs/${siren}` });
  expect(JSON.stringify(plain.data)).not.toMatch(/rating|review/i);
  expect((await violations('script')).found).toHaveLength(1);
}); // prettier-ignore
