import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import type { DeclarationContent, PublishedDeclaration } from '#domain/declaration.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import type { AppWriter } from './people.ts';
import { declarations } from './schema-declarations.ts';

export type Declaration = typeof declarations.$inferSelect;

/** What derivation takes in: everything published, expired or not, by employer and claim. */
export function listPublishedDeclarations(app: AppWriter): Map<Siren, PublishedDeclaration[]> {
  const bySiren = new Map<Siren, PublishedDeclaration[]>();
  const rows = app
    .select({
      siren: declarations.siren,
      content: declarations.content,
      declaredOn: declarations.declaredOn,
      expiresOn: declarations.expiresOn,
    })
    .from(declarations)
    .where(eq(declarations.status, 'published'))
    .orderBy(asc(declarations.claimId))
    .all();
  for (const { siren, ...rest } of rows) bySiren.set(siren, [...(bySiren.get(siren) ?? []), rest]);
  return bySiren;
}

/** Declarations of an employer that stand or wait, the latest changed first. */
export const listDeclarations = (app: AppWriter, siren: Siren): Declaration[] =>
  app
    .select()
    .from(declarations)
    .where(and(eq(declarations.siren, siren), ne(declarations.status, 'withdrawn')))
    .orderBy(desc(declarations.updatedAt), desc(declarations.id))
    .all();

export const findDeclaration = (app: AppWriter, id: number): Declaration | null =>
  app.select().from(declarations).where(eq(declarations.id, id)).get() ?? null;

/** The declaration that makes this claim now. */
export const findStanding = (app: AppWriter, claimId: string): Declaration | null =>
  app
    .select()
    .from(declarations)
    .where(and(eq(declarations.claimId, claimId), ne(declarations.status, 'withdrawn')))
    .get() ?? null;

export type NewDeclaration = {
  siren: Siren;
  claimId: string;
  status: 'pending' | 'published';
  content: DeclarationContent;
  declaredOn: IsoDate;
  expiresOn: IsoDate;
  personId: number;
};

export function insertDeclaration(app: AppWriter, made: NewDeclaration, now: Date): number {
  const at = now.toISOString();
  return app
    .insert(declarations)
    .values({ ...made, version: 1, createdAt: at, updatedAt: at })
    .returning({ id: declarations.id })
    .get().id;
}

/** Changes a declaration nobody changed meanwhile. @returns false when somebody did, and nothing is changed */
export const updateDeclaration = (
  app: AppWriter,
  { id, version }: Pick<Declaration, 'id' | 'version'>,
  change: Partial<
    Pick<Declaration, 'claimId' | 'status' | 'content' | 'declaredOn' | 'expiresOn' | 'personId'>
  >,
  now: Date,
): boolean =>
  app
    .update(declarations)
    .set({ ...change, version: sql`${declarations.version} + 1`, updatedAt: now.toISOString() })
    .where(and(eq(declarations.id, id), eq(declarations.version, version)))
    .run().changes === 1;
