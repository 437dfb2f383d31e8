import { inArray, eq, and } from 'drizzle-orm';
import type { Siren } from '#domain/ids.ts';
import type { AppDatabase } from './open.ts';
import type { Suppression } from './read.ts';
import { outbox, suppressions } from './schema.ts';

type Writer = Pick<AppDatabase, 'insert' | 'update' | 'delete'>;

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

/**
 * Withholds one thing and queues the pages it stands on, together or not at all. Repeating it keeps the first date
 * and reason, and queues again.
 */
export function suppress(
  app: AppDatabase,
  suppression: Omit<Suppression, 'since'>,
  sirens: readonly Siren[],
  now = new Date(),
): void {
  app.transaction((change) => {
    change
      .insert(suppressions)
      .values({ ...suppression, since: now.toISOString() })
      .onConflictDoNothing()
      .run();
    enqueue(change, sirens, `withdraw ${suppression.kind}`, now);
  });
}

/** Lifts a suppression; returns whether there was one. */
export function liftSuppression(
  app: AppDatabase,
  kind: Suppression['kind'],
  key: string,
  sirens: readonly Siren[],
  now = new Date(),
): boolean {
  return app.transaction((change) => {
    const { changes } = change
      .delete(suppressions)
      .where(and(eq(suppressions.kind, kind), eq(suppressions.key, key)))
      .run();
    enqueue(change, sirens, `lift ${kind}`, now);
    return changes > 0;
  });
}
