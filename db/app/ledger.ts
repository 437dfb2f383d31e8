import { and, count, desc, eq, lt } from 'drizzle-orm';
import type { LedgerAction, LedgerRole } from '#domain/ledger.ts';
import { isRepeatable, UNREPEATED } from '#domain/ledger.ts';
import type { Siren } from '#domain/ids.ts';
import type { ReportKind } from '#domain/report.ts';
import type { AppWriter } from './people.ts';
import { ledger } from './schema-corrections.ts';

export type LedgerEntry = {
  id: number;
  /** Instant, ISO 8601. */
  at: string;
  siren: Siren | null;
  kind: ReportKind;
  key: string | null;
  action: LedgerAction;
  role: LedgerRole;
  reason: string | null;
  before: string;
  after: string;
};

/**
 * Writes one public line; call it in the transaction of the change itself, so that neither is there without the other.
 * Where the reason forbids to repeat what stood there, no line does, earlier ones included.
 */
export function recordInLedger(
  change: AppWriter,
  entry: Omit<LedgerEntry, 'id' | 'at'>,
  now = new Date(),
): void {
  const { siren, kind, key, reason } = entry;
  const mayRepeat = reason === null || isRepeatable(reason);
  const isNamed = reason !== 'right-to-object';
  if (!mayRepeat && siren !== null) {
    const about =
      isNamed && kind !== 'employer' && key !== null
        ? and(eq(ledger.kind, kind), eq(ledger.key, key))
        : undefined;
    change
      .update(ledger)
      .set({ before: UNREPEATED, after: UNREPEATED, ...(isNamed ? {} : { siren: null, key: null }) })
      .where(and(eq(ledger.siren, siren), about))
      .run();
  }
  change
    .insert(ledger)
    .values({
      ...entry,
      at: now.toISOString(),
      siren: isNamed ? siren : null,
      key: isNamed ? key : null,
      before: mayRepeat ? entry.before : UNREPEATED,
    })
    .run();
}

/** Latest first. `before`: the id after which to go on. */
export function listLedger(
  app: AppWriter,
  { siren, before, limit = 50 }: { siren?: Siren | null; before?: number | null; limit?: number } = {},
): LedgerEntry[] {
  return app
    .select()
    .from(ledger)
    .where(and(siren ? eq(ledger.siren, siren) : undefined, before ? lt(ledger.id, before) : undefined))
    .orderBy(desc(ledger.id))
    .limit(limit)
    .all() as LedgerEntry[];
}

export const countLedger = (app: AppWriter): number => app.select({ n: count() }).from(ledger).get()?.n ?? 0;
