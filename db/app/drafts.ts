import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { DraftContent } from '#domain/declaration.ts';
import type { Siren } from '#domain/ids.ts';
import type { AppWriter } from './people.ts';
import { documents, drafts } from './schema-declarations.ts';

export type Draft = typeof drafts.$inferSelect;
export type PrivateDocument = typeof documents.$inferSelect;

export function insertDraft(
  app: AppWriter,
  draft: Pick<Draft, 'siren' | 'personId' | 'declarationId' | 'declarationVersion'> & {
    content: DraftContent;
  },
  now: Date,
): number {
  const at = now.toISOString();
  return app
    .insert(drafts)
    .values({ ...draft, version: 1, createdAt: at, updatedAt: at })
    .returning({ id: drafts.id })
    .get().id;
}

export const findDraft = (app: AppWriter, id: number): Draft | null =>
  app.select().from(drafts).where(eq(drafts.id, id)).get() ?? null;

export const listDrafts = (app: AppWriter, siren: Siren): Draft[] =>
  app.select().from(drafts).where(eq(drafts.siren, siren)).orderBy(desc(drafts.updatedAt)).all();

/** Saves a draft nobody saved meanwhile. @returns false when somebody did, and nothing is changed */
export const updateDraft = (
  app: AppWriter,
  { id, version }: Pick<Draft, 'id' | 'version'>,
  content: DraftContent,
  now: Date,
): boolean =>
  app
    .update(drafts)
    .set({ content, version: sql`${drafts.version} + 1`, updatedAt: now.toISOString() })
    .where(and(eq(drafts.id, id), eq(drafts.version, version)))
    .run().changes === 1;

export function deleteDraft(app: AppWriter, id: number): void {
  app.delete(drafts).where(eq(drafts.id, id)).run();
}

/** Drafts left alone since; @returns how many */
export const deleteOldDrafts = (app: AppWriter, before: Date): number =>
  app.delete(drafts).where(lt(drafts.updatedAt, before.toISOString())).run().changes;

export const insertDocument = (app: AppWriter, document: Omit<PrivateDocument, 'id'>): number =>
  app.insert(documents).values(document).returning({ id: documents.id }).get().id;

export const findDocument = (app: AppWriter, id: number): PrivateDocument | null =>
  app.select().from(documents).where(eq(documents.id, id)).get() ?? null;

export const listDocumentsOfDraft = (app: AppWriter, draftId: number): PrivateDocument[] =>
  app.select().from(documents).where(eq(documents.draftId, draftId)).all();

export const listDocumentsOf = (app: AppWriter, declarationId: number): PrivateDocument[] =>
  app.select().from(documents).where(eq(documents.declarationId, declarationId)).all();

/** A published declaration keeps the documents of the draft it came from. */
export function moveDocuments(app: AppWriter, draftId: number, declarationId: number): void {
  app.update(documents).set({ draftId: null, declarationId }).where(eq(documents.draftId, draftId)).run();
}

/** Forgets documents that belong to nothing any more; @returns the names of their files */
export const takeOrphanDocuments = (app: AppWriter): string[] =>
  app
    .delete(documents)
    .where(and(isNull(documents.draftId), isNull(documents.declarationId)))
    .returning({ file: documents.file })
    .all()
    .map(({ file }) => file);

export const deleteDocument = (app: AppWriter, id: number): string | null =>
  app.delete(documents).where(eq(documents.id, id)).returning({ file: documents.file }).get()?.file ?? null;

/** Documents a person uploaded, or of their drafts: for the export of personal data. */
export const listDocumentsBy = (app: AppWriter, personId: number): PrivateDocument[] =>
  app.select().from(documents).where(eq(documents.personId, personId)).all();
