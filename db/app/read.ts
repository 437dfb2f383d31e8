import { asc, isNull } from 'drizzle-orm';
import type { AgreementId, Siren } from '#domain/ids.ts';
import type { SuppressionReason } from '#domain/suppression.ts';
import type { AppDatabase } from './open.ts';
import { outbox, suppressions } from './schema.ts';

export type OutboxRow = { id: number; siren: Siren; reason: string; createdAt: string };

/** Rows not yet published, oldest first. */
export function listOutbox(app: AppDatabase, limit = 1000): OutboxRow[] {
  return app
    .select({ id: outbox.id, siren: outbox.siren, reason: outbox.reason, createdAt: outbox.createdAt })
    .from(outbox)
    .where(isNull(outbox.doneAt))
    .orderBy(asc(outbox.id))
    .limit(limit)
    .all() as OutboxRow[];
}

export type Suppression = {
  reason: SuppressionReason;
  note: string | null;
  /** Instant, ISO 8601. */
  since: string;
} & (
  { kind: 'agreement'; key: AgreementId } | { kind: 'claim'; key: string } | { kind: 'employer'; key: Siren }
);

/** Everything withheld, ordered by kind and key. */
export function listSuppressions(app: Pick<AppDatabase, 'select'>): Suppression[] {
  return app
    .select({
      kind: suppressions.kind,
      key: suppressions.key,
      reason: suppressions.reason,
      note: suppressions.note,
      since: suppressions.since,
    })
    .from(suppressions)
    .orderBy(asc(suppressions.kind), asc(suppressions.key))
    .all() as Suppression[];
}
