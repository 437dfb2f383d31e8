import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { backOff, keepRunning, type Kept } from '#server/keep-running.ts';

const CHILD = path.resolve('tests/fixtures/server/idle-child.ts');
let started: ChildProcess[] = [];
let kept: Kept;

/** Keeps an idle child that is ready as soon as it runs. */
function keepIdle(log: string[] = []): void {
  started = [];
  kept = keepRunning(
    'idle',
    (ready) => {
      const child = fork(CHILD, [], { execArgv: [] });
      child.on('message', ready);
      started.push(child);
      return child;
    },
    (line) => log.push(line),
  );
}

/** Waits until the nth child has said that it runs. */
async function running(place: number): Promise<ChildProcess> {
  while (!started[place]) await sleep(10);
  await once(started[place], 'message');
  return started[place];
}

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;
afterEach(() => kept.stop());

describe('keepRunning', () => {
  it('starts again what was killed, and says so', async () => {
    const log: string[] = [];
    keepIdle(log);
    (await running(0)).kill('SIGKILL');
    expect(isAlive(await running(1))).toBe(true);
    expect(log).toEqual(['idle: ended (SIGKILL), starts again in 250 ms']);
  });

  it('keeps the process at work until the new one is ready', async () => {
    keepIdle();
    const old = await running(0);
    kept.replace();
    while (!started[1]) await sleep(5);
    expect(isAlive(old)).toBe(true);
    const ended = once(old, 'exit');
    await running(1);
    expect((await ended)[0]).toBe(0);
    await sleep(300);
    expect(started).toHaveLength(2);
  });

  it('stops, and starts nothing any more', async () => {
    keepIdle();
    const child = await running(0);
    await kept.stop();
    expect(isAlive(child)).toBe(false);
    await sleep(300);
    expect(started).toHaveLength(1);
  });
});

it('waits longer for each failure in a row, up to half a minute', () => {
  expect([0, 1, 2, 3, 20].map((failures) => backOff(failures))).toEqual([0, 250, 500, 1000, 30_000]);
});
