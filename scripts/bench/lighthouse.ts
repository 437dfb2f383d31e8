import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { startDirectory, stopDirectory } from '../../tests/e2e/setup.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Employers of the sample are fictional, hence kept out of search engines on purpose: that audit is left out there. */
const NOT_FOR_FICTION = ['is-crawlable'];

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Lighthouse on the four indexable templates, as a phone on a slow network sees them, served by `npm start` on the sample. */
export async function benchLighthouse(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'star-finder-lighthouse-'));
  const { child, url } = startDirectory(dataDir);
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const site = await url;
    const results = await (await fetch(`${site}/recherche?avantage=creche`)).text();
    const employer = /href="(\/employeurs\/\d{9})"/.exec(results)![1]!;
    for (const address of ['/', '/recherche', employer, '/comparer']) {
      const skipAudits = address === employer ? NOT_FOR_FICTION : [];
      const run = await lighthouse(site + address, { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES], skipAudits }); // prettier-ignore
      if (!run) throw new Error(`lighthouse: no result for ${address}`);
      const { categories, audits } = run.lhr;
      const scores = CATEGORIES.map((name) => `${name} ${Math.round((categories[name]?.score ?? 0) * 100)}`);
      console.log(
        `${address}: ${scores.join(', ')}${skipAudits.length > 0 ? ' (without is-crawlable)' : ''}`,
      );
      const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0)); // prettier-ignore
      for (const { id } of counted) {
        const { score = null, title } = audits[id]!;
        if (score !== null && score < 1) console.log(`  ${id} ${score}: ${title}`);
      }
    }
  } finally {
    await browser.close();
    await stopDirectory(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
}
