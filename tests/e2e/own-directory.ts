import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { backUpApp } from '#db/app/backup.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { personOfEmail } from '#db/app/people.ts';
import { putRight, type Right } from '#db/app/rights.ts';
import { openSession } from '#desk/sessions.ts';
import type { Siren } from '#domain/ids.ts';
import { startDirectory, stopDirectory } from './setup.ts';

/** Moderators of the directories that tests start. */
export const MODERATORS = ['moderation@starfinder.example', 'relecture@starfinder.example'] as const;

export type OwnDirectory = {
  url: string;
  dataDir: string;
  app: AppDatabase;
  /** Value of the cookie of somebody signed in, with these rights. */
  signIn(email: string, ...rights: { siren: string; role: Right['role']; isApproved: boolean }[]): string;
  stop(): Promise<void>;
};

/** Copies a directory that is at work: files come and go under it, and its precious database is written to. */
async function copyLive(from: string, to: string): Promise<void> {
  const filter = (file: string): boolean => !/\/(?:app|limits)\.db(?:-wal|-shm)?$/.test(file);
  for (let tries = 1; ; tries++) {
    try {
      cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === 20) throw error;
      rmSync(to, { recursive: true, force: true });
      await sleep(250);
    }
  }
  await backUpApp(path.join(from, 'app.db'), path.join(to, 'app.db'));
}

/** A directory that tests may change: a copy of the common one (or of `from`), with its own server, on `today`. */
export async function startOwnDirectory(
  from = inject('dataDir'),
  today?: string,
  settings: Record<string, string> = {},
): Promise<OwnDirectory> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'star-finder-own-'));
  await copyLive(from, dataDir);
  const { child, url } = startDirectory(dataDir, today, settings);
  const address = await url;
  const app = openApp(path.join(dataDir, 'app.db'));
  return {
    url: address,
    dataDir,
    app,
    signIn(email, ...rights) {
      const now = new Date();
      const { id } = personOfEmail(app, email, now);
      for (const { siren, role, isApproved } of rights)
        putRight(app, id, { siren: siren as Siren, role, isApproved }, now, null);
      return openSession(app, id, { door: 'email', idToken: null });
    },
    async stop() {
      app.$client.close();
      await stopDirectory(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
