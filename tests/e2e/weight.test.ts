import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { listTemplates } from './templates.ts';

const url = inject('siteUrl');
const templates = await listTemplates(url);
const KB = 1000;

const compressed = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
const read = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(url + path)).arrayBuffer());

/** A page with all its styles, and all its scripts down to what they import; compressed as the server does, in bytes. */
async function weigh(path: string): Promise<{ page: number; scripts: number }> {
  const html = await read(path);
  const text = new TextDecoder().decode(html);
  const styles = [...text.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(
    (match) => match[1]!,
  );
  const scripts = new Set([...text.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => match[1]!));
  let weight = 0;
  for (const script of scripts) {
    const source = await read(script);
    weight += compressed(source);
    for (const [, name] of new TextDecoder().decode(source).matchAll(/from\s*"\.\/([^"]+)"|import\s*"\.\/([^"]+)"/g))
      if (name) scripts.add(`/_astro/${name}`);
  } // prettier-ignore
  let page = compressed(html);
  for (const style of styles) page += compressed(await read(style));
  return { page, scripts: weight };
}

describe('weight', () => {
  it('of every employer page of the directory, with its styles, is at most 40 kB', async () => {
    const sitemap = await (await fetch(`${url}/recherche`)).text();
    const known = new Set([...sitemap.matchAll(/href="(\/employeurs\/\d{9})"/g)].map((match) => match[1]!));
    const largest = /href="(\/employeurs\/\d{9})"/.exec(
      await (await fetch(`${url}/recherche?avantage=cet&avantage=mutuelle&avantage=teletravail`)).text(),
    );
    if (largest) known.add(largest[1]!);
    expect(known.size).toBeGreaterThan(10);
    for (const path of known) {
      const { page, scripts } = await weigh(path);
      expect(page, path).toBeLessThanOrEqual(40 * KB);
      expect(scripts, path).toBeLessThanOrEqual(10 * KB);
    }
  });

  it.each(templates)(
    '$name: its scripts are at most 10 kB, and the page works without them',
    async ({ path }) => {
      expect((await weigh(path)).scripts).toBeLessThanOrEqual(10 * KB);
    },
  );

  it('of the font is at most 45 kB', async () => {
    const font = /href="([^"]+\.woff2)"/.exec(await (await fetch(url)).text())![1]!;
    expect((await read(font)).length).toBeLessThanOrEqual(45 * KB);
  });
});
