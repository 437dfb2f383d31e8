import { inArray, eq, and } from 'drizzle-orm';
import type { Siren } from '#domain/ids.ts';
import type { LedgerRole } from '#domain/ledger.ts';
import { recordInLedger } from './ledger.ts';
import type { AppDatabase } from './open.ts';
import type { AppWriter } from './people.ts';
import type { Suppression } from './read.ts';
import { outbox, suppressions } from './schema.ts';
import { transact } from './transact.ts';

type Writer = Pick<AppDatabase, 'insert'>;

/** Asks the publisher for these employers' pages; call it in the transaction that changes what they show. */
export function enqueue(app: Writer, sirens: readonly Siren[], reason: string, now = new Date()): void {
  const createdAt = now.toISOString();
  for (const siren of new Set(sirens)) app.insert(outbox).values({ siren, reason, createdAt }).run();
}

export function markDone(app: AppDatabase, ids: readonly number[], now = new Date()): void {
  if (ids.length === 0) return;
  app
    .update(outbox)
    .set({ doneAt: now.toISOString() })
    .where(inArray(outbox.id, [...ids]))
    .run();
}

/** What the ledger says of a change, beside what is withheld. `siren`: the employer that the line names. */
export type PublicAccount = { role: LedgerRole; siren: Siren | null; before: string; now?: Date };

/**
 * Withholds one thing, queues the pages it stands on and writes it in the public ledger; call it in a transaction.
 * Repeating it keeps the first date, reason and line, and queues again.
 */
export function suppressIn(
  change: AppWriter,
  suppression: Omit<Suppression, 'since'>,
  sirens: readonly Siren[],
  { role, siren, before, now = new Date() }: PublicAccount,
): void {
  const { kind, key, reason } = suppression;
  const { changes } = change
    .insert(suppressions)
    .values({ ...suppression, since: now.toISOString() })
    .onConflictDoNothing()
    .run();
  if (changes > 0)
    recordInLedger(
      change,
      { kind, key, siren, action: 'withdrawn', role, reason, before, after: 'Retiré du site' },
      now,
    );
  enqueue(change, sirens, `withdraw ${kind}`, now);
}

/** The same in a transaction of its own. */
export function suppress(
  app: AppDatabase,
  suppression: Omit<Suppression, 'since'>,
  sirens: readonly Siren[],
  account: PublicAccount,
): void {
  transact(app, (change) => suppressIn(change, suppression, sirens, account));
}

/** Lifts a suppression; returns whether there was one. */
export function liftSuppression(
  app: AppDatabase,
  kind: Suppression['kind'],
  key: string,
  sirens: readonly Siren[],
  account: Omit<PublicAccount, 'before'>,
): boolean {
  const { role, siren, now = new Date() } = account;
  return transact(app, (change) => {
    const lifted = change
      .delete(suppressions)
      .where(and(eq(suppressions.kind, kind), eq(suppressions.key, key)))
      .returning({ reason: suppressions.reason })
      .get();
    if (!lifted) return false;
    recordInLedger(
      change,
      {
        kind,
        key,
        siren,
        action: 'restored',
        role,
        reason: null,
        before: 'Retiré du site',
        after: 'Remis en ligne',
      },
      now,
    );
    enqueue(change, sirens, `lift ${kind}`, now);
    return true;
  });
}
