import { and, eq, lt } from 'drizzle-orm';
import type { BulkRow } from '#domain/declaration.ts';
import type { AppWriter } from './people.ts';
import { bulkUploads } from './schema-declarations.ts';

export type BulkUpload = { id: number; name: string; rows: BulkRow[] };

/** Keeps what a person sent in the place of what they sent before. @returns its number */
export function putUpload(
  app: AppWriter,
  upload: { personId: number; name: string; rows: BulkRow[] },
  now: Date,
): number {
  app.delete(bulkUploads).where(eq(bulkUploads.personId, upload.personId)).run();
  return app
    .insert(bulkUploads)
    .values({ ...upload, createdAt: now.toISOString() })
    .returning({ id: bulkUploads.id })
    .get().id;
}

/** Null for any other person's. */
export const findUpload = (app: AppWriter, personId: number, id: number): BulkUpload | null =>
  app
    .select({ id: bulkUploads.id, name: bulkUploads.name, rows: bulkUploads.rows })
    .from(bulkUploads)
    .where(and(eq(bulkUploads.id, id), eq(bulkUploads.personId, personId)))
    .get() ?? null;

/** @returns whether it was there: what is accepted twice is done once */
export const deleteUpload = (app: AppWriter, personId: number, id: number): boolean =>
  app
    .delete(bulkUploads)
    .where(and(eq(bulkUploads.id, id), eq(bulkUploads.personId, personId)))
    .run().changes === 1;

export const deleteOldUploads = (app: AppWriter, before: Date): number =>
  app.delete(bulkUploads).where(lt(bulkUploads.createdAt, before.toISOString())).run().changes;
