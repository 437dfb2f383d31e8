import { DATA_DIR } from '../support/data-dir.ts';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openManifest } from '#db/site/manifest.ts';
import { finishMoves, unfinishedDelta, type Journal } from '#pipeline/publish-journal.ts';
import { activateTree, createTree, liveTree, manifestOf } from '#pipeline/publish-tree.ts';
import { recoverSite } from '#pipeline/publish.ts';
import { day } from '../support/facts.ts';

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 5);
const FILES = 400;
const CHILD = path.resolve('tests/fixtures/publish/move-child.ts');
const page = (name: string, digest: string) => ({ path: `/employeurs/${name}`, digest, since: day('2026-01-01'), changesOn: null, isIndexable: true }); // prettier-ignore
const names = Array.from({ length: FILES }, (_, i) => String(100_000_000 + i));

function write(tree: string, text: string, listed: readonly string[]): void {
  mkdirSync(path.join(tree, 'client/employeurs'), { recursive: true });
  for (const name of listed)
    writeFileSync(path.join(tree, `client/employeurs/${name}.html`), `${text} ${name}`);
}

it(
  `finishes the moves of a publication killed at any moment (${ROUNDS} rounds)`,
  { timeout: 120_000 },
  async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const live = createTree('full');
      write(live, 'old', names);
      const manifest = openManifest(manifestOf(live));
      manifest.apply({ put: names.map((name) => page(name, 'old')), remove: [], meta: { generation: '1' } });
      manifest.close();
      activateTree(live);
      const delta = createTree('delta');
      const [changed, removed] = [names.slice(0, 300), names.slice(300, 350)];
      write(delta, 'new', changed);
      const journal: Journal = {
        from: delta,
        put: changed.map((name) => `employeurs/${name}.html`),
        remove: removed.map((name) => `employeurs/${name}.html`),
        change: {
          put: changed.map((name) => page(name, 'new')),
          remove: removed.map((name) => `/employeurs/${name}`),
          meta: { generation: '2' },
        },
      };
      const child = fork(CHILD, [live, JSON.stringify(journal)], { execArgv: [] });
      const ended = once(child, 'exit');
      await once(child, 'message');
      await sleep((round * 25) / ROUNDS);
      child.kill('SIGKILL');
      await ended;

      const wasRecorded = unfinishedDelta(live) !== null;
      recoverSite();
      expect(liveTree()).toBe(live);
      const content = readdirSync(path.join(live, 'client/employeurs')).map((name) =>
        readFileSync(path.join(live, 'client/employeurs', name), 'utf8').slice(0, 3),
      );
      const after = openManifest(manifestOf(live));
      const [generation, listed] = [after.read('generation'), after.listPages()];
      after.close();
      // Everything or nothing; everything, once the journal stood.
      const isDone = generation === '2';
      if (wasRecorded) expect(isDone).toBe(true);
      expect(content.filter((text) => text === 'new')).toHaveLength(isDone ? 300 : 0);
      expect(content).toHaveLength(isDone ? FILES - 50 : FILES);
      expect(listed).toHaveLength(content.length);
      expect(readdirSync(path.join(DATA_DIR, 'sites'))).toEqual([path.basename(live)]);
      expect(finishMoves(live)).toBe(false);
    }
  },
);
