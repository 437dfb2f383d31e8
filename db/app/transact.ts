import type { AppDatabase } from './open.ts';
import type { AppWriter } from './people.ts';

/**
 * One transaction that may write from its first line: what it reads cannot change before it writes. Another process
 * that writes is waited for; a plain transaction would fail where it turns from reading to writing.
 */
export const transact = <T>(app: AppDatabase, work: (change: AppWriter) => T): T =>
  app.transaction(work, { behavior: 'immediate' });
