import { DATA_DIR } from '../support/data-dir.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Siren } from '#domain/ids.ts';
import { openManifest } from '#db/site/manifest.ts';
import { codeHash } from '#pipeline/build-code-hash.ts';
import { withRunLock } from '#pipeline/lock.ts';
import { activateTree, createTree, manifestOf } from '#pipeline/publish-tree.ts';
import { buildEmployerFacts } from '../support/site.ts';

/**
 * A site of two files whose manifest says that it is up to date: what is tested is who runs, who takes over and who
 * stops. Real sites are built in tests/pipeline.
 */
function publishByHand(words: string, generation = '1'): void {
  const tree = createTree('full');
  for (const [name, text] of Object.entries({
    'client/index.html': words,
    'client/404.html': 'introuvable',
    'client/410.html': 'retirée',
    'server/entry.mjs': `export const handler = (req, res, next) => (req.url.startsWith('/recherche') ? res.end('${words}') : next());`,
  })) {
    mkdirSync(path.dirname(path.join(tree, name)), { recursive: true });
    writeFileSync(path.join(tree, name), text);
  }
  const manifest = openManifest(manifestOf(tree));
  manifest.apply({ put: [], remove: [], meta: { code: codeHash(), generation } });
  manifest.close();
  activateTree(tree);
}

let served: ChildProcess;
let printed = '';
let url = '';

const until = async (what: string, isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 1200; tries++) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error(`${what} did not happen. Printed:\n${printed}`);
};
const get = async (address: string): Promise<string> => (await fetch(url + address)).text();

beforeAll(async () => {
  buildEmployerFacts(DATA_DIR, [{ siren: '111111111' as Siren }], '1', { gone: ['222222222' as Siren] });
  publishByHand('un');
  printed = '';
  served = spawn(process.execPath, ['scripts/serve.ts'], {
    env: { ...process.env, DATA_DIR, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [served.stdout!, served.stderr!]) stream.on('data', (chunk) => (printed += chunk));
  await until('listening', () => / at http/.test(printed));
  url = / at (http\S+)/.exec(printed)![1]!;
});

afterAll(async () => {
  if (served.exitCode === null && served.signalCode === null) {
    served.kill('SIGTERM');
    await once(served, 'exit');
  }
});

/** Process numbers of the children of a supervisor whose command line holds these words. */
const childrenOf = (words: string, of = served.pid): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [, parent] = /\) \w (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
        return Number(parent) === of && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words);
      } catch {
        return false;
      }
    })
    .map(Number);

describe('npm run serve', { timeout: 90_000 }, () => {
  it('answers from the site, the facts and the pages made on demand', async () => {
    expect(await get('/')).toBe('un');
    expect(await get('/recherche?q=x')).toBe('un');
    expect((await fetch(`${url}/employeurs/222222222`)).status).toBe(410);
    expect((await fetch(`${url}/employeurs/222222222.json`)).status).toBe(410);
    // The publisher builds the missing search index first.
    await until('readiness', async () => (await fetch(`${url}/pret`)).status === 200);
    expect(printed).not.toContain('q=x');
  });

  it('starts again a web process that was killed', async () => {
    const [pid] = childrenOf('web.ts');
    process.kill(pid!, 'SIGKILL');
    await until('another web process', () => childrenOf('web.ts').some((other) => other !== pid));
    await until('an answer', () => fetch(`${url}/`).then(({ ok }) => ok, () => false)); // prettier-ignore
    expect(printed).toMatch(/web: ended \(SIGKILL\)/);
  });

  it('hands over to a new site, its code included, without one failed request', async () => {
    let failures = 0;
    let isDone = false;
    const asking = (async () => {
      while (!isDone) {
        await get('/recherche').catch(() => (failures += 1));
        await sleep(2);
      }
    })();
    publishByHand('deux');
    expect(await get('/')).toBe('deux');
    await until('the new code', async () => (await get('/recherche')) === 'deux');
    await sleep(300);
    isDone = true;
    await asking;
    expect(failures).toBe(0);
    await until('the end of the old process', () => childrenOf('web.ts').length === 1);
  });

  it('reads new facts without a restart', async () => {
    const [pid] = childrenOf('web.ts');
    buildEmployerFacts(DATA_DIR, [{ siren: '111111111' as Siren }], '1', { gone: ['333333333' as Siren] });
    expect((await fetch(`${url}/employeurs/333333333`)).status).toBe(410);
    expect((await fetch(`${url}/employeurs/222222222`)).status).toBe(404);
    expect(childrenOf('web.ts')).toEqual([pid]);
  });

  it('starts while another run is at work', async () => {
    await withRunLock('refresh', async () => {
      const other = spawn(process.execPath, ['scripts/serve.ts'], {
        env: { ...process.env, DATA_DIR, PORT: '0' },
      });
      const ended = once(other, 'exit');
      let words = '';
      other.stdout.on('data', (chunk) => (words += chunk));
      await until('listening', () => / at http/.test(words));
      other.kill('SIGTERM');
      expect((await ended)[0]).toBe(0);
    });
  });

  it('answers from several processes, each replaced when it ends, all stopped together', async () => {
    const several = spawn(process.execPath, ['scripts/serve.ts'], {
      env: { ...process.env, DATA_DIR, PORT: '0', WEB_PROCESSES: '2' },
    });
    const ended = once(several, 'exit');
    let words = '';
    for (const stream of [several.stdout, several.stderr]) stream.on('data', (chunk) => (words += chunk));
    const webs = (): number[] => childrenOf('web.ts', several.pid);
    await until('two web processes', () => / at http/.test(words) && webs().length === 2);
    const address = / at (http\S+)/.exec(words)![1]!;
    const before = webs();
    process.kill(before[0]!, 'SIGKILL');
    // What the killed one had taken is lost with it.
    await until('an answer', () => fetch(`${address}/`).then(({ ok }) => ok, () => false)); // prettier-ignore
    await until('another one', () => webs().length === 2 && !webs().includes(before[0]!));
    expect(words.match(/ at http/g)).toHaveLength(1);
    const children = webs();
    several.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    for (const pid of children) expect(() => process.kill(pid, 0)).toThrow();
  });

  it('says when its port is taken, and does not try for ever', async () => {
    const second = spawn(process.execPath, ['scripts/serve.ts'], {
      env: { ...process.env, DATA_DIR, PORT: new URL(url).port },
    });
    let words = '';
    second.stderr.on('data', (chunk) => (words += chunk));
    expect(await once(second, 'exit')).toEqual([1, null]);
    expect(words).toMatch(/EADDRINUSE.*Set PORT or HOST/);
  });

  it('stops cleanly, with its children', async () => {
    const children = [...childrenOf('web.ts'), ...childrenOf('publisher.ts')];
    expect(children).toHaveLength(2);
    served.kill('SIGTERM');
    expect(await once(served, 'exit')).toEqual([0, null]);
    for (const pid of children) expect(() => process.kill(pid, 0)).toThrow();
  });
});
