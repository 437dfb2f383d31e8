import { DATA_DIR } from '../support/data-dir.ts';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { SourceError } from '#domain/errors.ts';
import { withBuildLock, withRunLock } from '#pipeline/lock.ts';

const HOLDER = path.resolve('tests/fixtures/publish/lock-child.ts');
const nothing = async () => 'done';

it('lets one run work at a time, and says who holds the lock', async () => {
  const order: string[] = [];
  let finish = () => {};
  const first = withRunLock('derive', () => new Promise<void>((resolve) => (finish = resolve)).then(() => void order.push('derive')));
  await expect(withRunLock('publish', nothing, { waitSeconds: 0 })).rejects.toThrow(/^publish: derive \(process \d+\) is at work/);
  const second = withRunLock('publish', async () => void order.push('publish'), { onWait: () => finish() });
  await Promise.all([first, second]);
  expect(order).toEqual(['derive', 'publish']);
}); // prettier-ignore

it('lets a run start another one inside itself', async () => {
  expect(await withRunLock('refresh', () => withRunLock('publish', nothing, { waitSeconds: 0 }))).toBe(
    'done',
  );
});

it('gives the lock back when the work fails', async () => {
  await expect(withRunLock('derive', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await withRunLock('derive', nothing, { waitSeconds: 0 })).toBe('done');
});

it('falls with the process that held it', async () => {
  const child = fork(HOLDER, [], { execArgv: [], env: { ...process.env, DATA_DIR } });
  await once(child, 'message');
  await expect(withRunLock('publish', nothing, { waitSeconds: 0 })).rejects.toThrow(SourceError);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await withRunLock('publish', nothing, { waitSeconds: 0 })).toBe('done');
});

it('lets one build of the checkout work at a time', async () => {
  let open = 0;
  const build = () =>
    withBuildLock(async () => {
      open++;
      await sleep(20);
      return open--;
    });
  expect(await Promise.all([build(), build(), build()])).toEqual([1, 1, 1]);
});
