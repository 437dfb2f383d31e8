import { DATA_DIR } from '../support/data-dir.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Siren } from '#domain/ids.ts';
import { listClientFiles } from '#pipeline/publish-files.ts';
import { clientOf, liveTree } from '#pipeline/publish-tree.ts';
import { publish } from '#pipeline/publish.ts';
import { buildEmployerFacts } from '../support/site.ts';

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 2);
const SIRENS = ['111111111', '222222222', '333333333'] as Siren[];
const QUOTE = (edition: number) => `Édition ${edition} : six berceaux sont réservés.`;

/** The words of every employer page of the live site; a page half written would have none. */
const editions = () => {
  const tree = liveTree()!;
  return new Set(
    listClientFiles(tree)
      .filter((name) => /^employeurs\/.*\.(html|json)$/.test(name))
      .map((name) => /Édition \d+/.exec(readFileSync(path.join(clientOf(tree), name), 'utf8'))?.[0]),
  );
};
const writeFacts = (edition: number) =>
  buildEmployerFacts(DATA_DIR, SIRENS.map((siren) => ({ siren, quote: QUOTE(edition) })), String(edition)); // prettier-ignore

it(
  `keeps a whole site when a publication is killed, full or delta (${ROUNDS} rounds)`,
  { timeout: 600_000 },
  async () => {
    writeFacts(1);
    await publish();
    for (let edition = 2; edition < ROUNDS + 2; edition++) {
      writeFacts(edition);
      const args = edition % 2 ? ['scripts/publish.ts'] : ['scripts/publish.ts', '--full'];
      const child = spawn(process.execPath, args, { env: { ...process.env, DATA_DIR }, stdio: 'ignore' });
      const ended = once(child, 'exit');
      await sleep(Math.random() * 4000);
      child.kill('SIGKILL');
      await ended;
      // The page-by-page moves of a delta may be half done: they are finished before anything else.
      const seen = editions();
      expect(
        [...seen].every((words) => words === `Édition ${edition - 1}` || words === `Édition ${edition}`),
      ).toBe(true);
      if (args.length > 1) expect(seen.size).toBe(1);
      await publish();
      expect(editions()).toEqual(new Set([`Édition ${edition}`]));
      expect(readdirSync(path.join(DATA_DIR, 'sites')).filter((name) => name.includes('delta'))).toEqual([]);
    }
  },
);
