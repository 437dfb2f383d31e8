import { and, eq, inArray } from 'drizzle-orm';
import type { NewChange, Snapshot } from '#domain/changes.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import type { ChangesDatabase } from './open.ts';
import { changeDepartments, changes, meta, seen } from './schema.ts';

export type Publication = { generation: string; at: Date; today: IsoDate };
export type SeenChange = {
  siren: Siren;
  /** Null: the employer has no page any more. */
  now: { digest: string; snapshot: Snapshot } | null;
  departments: string[];
  changes: NewChange[];
};

export const readChangesMeta = (db: ChangesDatabase, key: 'generation' | 'seq'): string | null =>
  db.select().from(meta).where(eq(meta.key, key)).get()?.value ?? null;

/** Digest of each page of the last publication. */
export const listSeen = (db: ChangesDatabase): Map<Siren, string> =>
  new Map(
    db
      .select({ siren: seen.siren, digest: seen.digest })
      .from(seen)
      .all()
      .map(({ siren, digest }) => [siren, digest]),
  );

export const readSnapshot = (db: ChangesDatabase, siren: Siren): Snapshot | null =>
  db.select({ snapshot: seen.snapshot }).from(seen).where(eq(seen.siren, siren)).get()?.snapshot ?? null;

/**
 * Writes one publication, all or nothing. Numbers are never given twice. Earlier lines about what is removed go: the line
 * of the removal alone is left, so that what is withdrawn is not told again and again.
 */
export function recordPublication(
  db: ChangesDatabase,
  { generation, at, today }: Publication,
  employers: Iterable<SeenChange>,
): number {
  return db.transaction(
    (write) => {
      let seq = Number(readChangesMeta(db, 'seq') ?? 0);
      const first = seq;
      for (const { siren, now, departments, changes: lines } of employers) {
        for (const line of lines) {
          if (line.kind === 'employer-removed') forget(db, siren);
          if (line.kind === 'claim-removed') forget(db, siren, line.claim!);
          seq += 1;
          write.insert(changes).values({ ...line, seq, at: at.toISOString(), on: today }).run(); // prettier-ignore
          for (const department of new Set(departments))
            write.insert(changeDepartments).values({ department, seq }).run();
        }
        if (now)
          write.insert(seen).values({ siren, ...now }).onConflictDoUpdate({ target: seen.siren, set: now }).run(); // prettier-ignore
        else write.delete(seen).where(eq(seen.siren, siren)).run();
      }
      for (const [key, value] of Object.entries({ generation, seq: String(seq) }))
        write
          .insert(meta)
          .values({ key, value })
          .onConflictDoUpdate({ target: meta.key, set: { value } })
          .run();
      return seq - first;
    },
    { behavior: 'immediate' },
  );
}

function forget(db: ChangesDatabase, siren: Siren, claim?: string): void {
  const isTheirs = claim ? and(eq(changes.siren, siren), eq(changes.claim, claim)) : eq(changes.siren, siren);
  const lines = db.select({ seq: changes.seq }).from(changes).where(isTheirs);
  db.delete(changeDepartments).where(inArray(changeDepartments.seq, lines)).run();
  db.delete(changes).where(isTheirs).run();
}
