import { and, asc, desc, eq, gt, gte, inArray, max, min } from 'drizzle-orm';
import type { Change } from '#domain/changes.ts';
import type { Siren } from '#domain/ids.ts';
import { dataPath } from '#env';
import { openChangesIfThere, type ChangesDatabase } from './open.ts';
import { changeDepartments, changes } from './schema.ts';

let shared: ChangesDatabase | null = null;

/** The log of this process; nothing before the first publication. */
function ask<T>(question: (db: ChangesDatabase) => T, nothing: T): T {
  shared ??= openChangesIfThere(dataPath('changes.db'));
  return shared ? question(shared) : nothing;
}

export function closeChanges(): void {
  shared?.$client.close();
  shared = null;
}

/** Lines after this number, oldest first. */
export const listChangesAfter = (seq: number, limit: number): Change[] =>
  ask(
    (db) =>
      db
        .select()
        .from(changes)
        .where(gt(changes.seq, seq))
        .orderBy(asc(changes.seq))
        .limit(limit)
        .all() as Change[],
    [],
  );

/** The number before the first line of this instant or later; the last one when nothing is that recent. */
export const seqBefore = (instant: string): number =>
  ask((db) => {
    const first = db
      .select({ seq: min(changes.seq) })
      .from(changes)
      .where(gte(changes.at, instant))
      .get()?.seq;
    return first ? first - 1 : lastSeq();
  }, 0);

/** Number of the last line there is. */
export const lastSeq = (): number =>
  ask((db) => db.select({ seq: max(changes.seq) }).from(changes).get()?.seq ?? 0, 0); // prettier-ignore

/** Latest first. */
export const listChangesOf = (siren: Siren, limit: number): Change[] =>
  ask(
    (db) =>
      db
        .select()
        .from(changes)
        .where(eq(changes.siren, siren))
        .orderBy(desc(changes.seq))
        .limit(limit)
        .all() as Change[],
    [],
  );

/** Of employers in one of these departments, latest first. */
export const listChangesIn = (departments: readonly string[], limit: number): Change[] =>
  ask((db) => {
    const here = db
      .select({ seq: changeDepartments.seq })
      .from(changeDepartments)
      .where(and(inArray(changeDepartments.department, [...departments])))
      .groupBy(changeDepartments.seq)
      .orderBy(desc(changeDepartments.seq))
      .limit(limit);
    return db.select().from(changes).where(inArray(changes.seq, here)).orderBy(desc(changes.seq)).all() as Change[]; // prettier-ignore
  }, []);

/** Instant of the last publication that changed something; null before the first. */
export const lastChangeAt = (): string | null =>
  ask((db) => db.select({ at: max(changes.at) }).from(changes).get()?.at ?? null, null); // prettier-ignore
