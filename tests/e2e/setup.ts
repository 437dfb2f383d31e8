import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running directory, without a trailing slash. */
    siteUrl: string;
    /** Its DATA_DIR. */
    dataDir: string;
  }
}

/** Day on which the sample shows every state. */
export const SAMPLE_DAY = '2026-11-21';
const START_TIMEOUT_MS = 200_000;

/** The first command of the README, as a newcomer types it: no data, one command, an address. */
export function startDirectory(
  dataDir: string,
  today = SAMPLE_DAY,
  settings: Record<string, string> = {},
): { child: ChildProcess; url: Promise<string> } {
  const child = spawn('npm', ['start'], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: '0',
      HOST: '127.0.0.1',
      TODAY: today,
      MODERATORS: 'moderation@starfinder.example, relecture@starfinder.example',
      NODE_ENV: 'production',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const url = new Promise<string>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`npm start printed no address in time:\n${said}`)),
      START_TIMEOUT_MS,
    );
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /(http:\/\/(?:localhost|127\.0\.0\.1):\d+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`npm start ended with ${code}:\n${said}`));
    });
  });
  return { child, url };
}

/** Ends npm and everything it started. */
export async function stopDirectory(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.pid) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'star-finder-e2e-'));
  const { child, url } = startDirectory(dataDir);
  project.provide('siteUrl', await url);
  project.provide('dataDir', dataDir);
  return async () => {
    await stopDirectory(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
}
