import { and, asc, desc, eq, gt, lt, lte, ne, sql } from 'drizzle-orm';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import type { PublishedQvct } from '#domain/qvct-declaration.ts';
import type { AppWriter } from './people.ts';
import { qvctDeclarations, qvctReminders, qvctUploads } from './schema-qvct.ts';

export type QvctDeclaration = typeof qvctDeclarations.$inferSelect;

/** What derivation takes in: everything published, lapsed or not, by employer, in order of id. */
export function listPublishedQvct(app: Pick<AppWriter, 'select'>): Map<Siren, PublishedQvct[]> {
  const { siren, content, declaredOn, expiresOn, status, claimId } = qvctDeclarations;
  const rows = app.select({ siren, content, declaredOn, expiresOn }).from(qvctDeclarations).where(eq(status, 'published')).orderBy(asc(claimId)).all(); // prettier-ignore
  const bySiren = new Map<Siren, PublishedQvct[]>();
  for (const { siren: of, ...rest } of rows) {
    const known = bySiren.get(of);
    if (known) known.push(rest);
    else bySiren.set(of, [rest]);
  }
  return bySiren;
}

/** Figures of an employer that stand, the latest year first. */
export const listQvct = (app: AppWriter, siren: Siren): QvctDeclaration[] =>
  app
    .select()
    .from(qvctDeclarations)
    .where(and(eq(qvctDeclarations.siren, siren), ne(qvctDeclarations.status, 'withdrawn')))
    .orderBy(desc(sql`json_extract(${qvctDeclarations.content}, '$.year')`), asc(qvctDeclarations.claimId))
    .all();

type NewQvct = Pick<QvctDeclaration, 'siren' | 'claimId' | 'content' | 'declaredOn' | 'expiresOn' | 'personId'>; // prettier-ignore

export function insertQvct(app: AppWriter, made: NewQvct, now: Date): void {
  const at = now.toISOString();
  app
    .insert(qvctDeclarations)
    .values({ ...made, status: 'published', version: 1, createdAt: at, updatedAt: at })
    .run();
}

/** Changes figures nobody changed meanwhile. @returns false when somebody did, and nothing is changed */
export const updateQvct = (
  app: AppWriter,
  { id, version }: Pick<QvctDeclaration, 'id' | 'version'>,
  change: Partial<Pick<QvctDeclaration, 'status' | 'content' | 'declaredOn' | 'expiresOn' | 'personId'>>,
  now: Date,
): boolean =>
  app
    .update(qvctDeclarations)
    .set({ ...change, version: sql`${qvctDeclarations.version} + 1`, updatedAt: now.toISOString() })
    .where(
      and(
        eq(qvctDeclarations.id, id),
        eq(qvctDeclarations.version, version),
        eq(qvctDeclarations.status, 'published'),
      ),
    )
    .run().changes === 1;

export type QvctUpload = Omit<typeof qvctUploads.$inferSelect, 'personId' | 'createdAt'>;

/** Keeps what a person sent in the place of what they sent before. @returns its number */
export function putQvctUpload(
  app: AppWriter,
  personId: number,
  upload: Omit<QvctUpload, 'id'>,
  now: Date,
): number {
  app.delete(qvctUploads).where(eq(qvctUploads.personId, personId)).run();
  return app
    .insert(qvctUploads)
    .values({ ...upload, personId, createdAt: now.toISOString() })
    .returning({ id: qvctUploads.id })
    .get().id;
}

/** Null for any other person's. */
export function findQvctUpload(app: AppWriter, personId: number, id: number): QvctUpload | null {
  const row = app
    .select()
    .from(qvctUploads)
    .where(and(eq(qvctUploads.id, id), eq(qvctUploads.personId, personId)))
    .get();
  if (!row) return null;
  const { personId: _person, createdAt: _at, ...upload } = row;
  return upload;
}

/** @returns whether it was there: what is accepted twice is done once */
export const deleteQvctUpload = (app: AppWriter, personId: number, id: number): boolean =>
  app
    .delete(qvctUploads)
    .where(and(eq(qvctUploads.id, id), eq(qvctUploads.personId, personId)))
    .run().changes === 1;

export const deleteOldQvctUploads = (app: AppWriter, before: Date): number =>
  app.delete(qvctUploads).where(lt(qvctUploads.createdAt, before.toISOString())).run().changes;

/** Employers whose figures expire after this day and up to that one, with that day. */
export const listExpiringQvct = (
  app: AppWriter,
  after: IsoDate,
  upTo: IsoDate,
): { siren: Siren; expiresOn: IsoDate }[] =>
  app
    .select({ siren: qvctDeclarations.siren, expiresOn: qvctDeclarations.expiresOn })
    .from(qvctDeclarations)
    .where(
      and(
        eq(qvctDeclarations.status, 'published'),
        gt(qvctDeclarations.expiresOn, after),
        lte(qvctDeclarations.expiresOn, upTo),
      ),
    )
    .groupBy(qvctDeclarations.siren, qvctDeclarations.expiresOn)
    .orderBy(asc(qvctDeclarations.siren), asc(qvctDeclarations.expiresOn))
    .all();

type Reminder = { siren: Siren; expiresOn: IsoDate; days: number };

/** Writes down that a reminder is being sent. @returns false when it was sent already */
export const claimQvctReminder = (app: AppWriter, reminder: Reminder, now: Date): boolean =>
  app
    .insert(qvctReminders)
    .values({ ...reminder, sentAt: now.toISOString() })
    .onConflictDoNothing()
    .run().changes === 1;

/** Forgets a reminder that could not be sent: the next run tries again. */
export function unclaimQvctReminder(app: AppWriter, { siren, expiresOn, days }: Reminder): void {
  app
    .delete(qvctReminders)
    .where(
      and(
        eq(qvctReminders.siren, siren),
        eq(qvctReminders.expiresOn, expiresOn),
        eq(qvctReminders.days, days),
      ),
    )
    .run();
}
