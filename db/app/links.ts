import { and, count, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Siren } from '#domain/ids.ts';
import type { AppWriter } from './people.ts';
import { signInLinks, signInStates } from './schema-accounts.ts';

export type SignInLink = { email: string; siren: Siren | null; createdAt: string; usedAt: string | null };

export function insertLink(
  app: AppWriter,
  link: { tokenHash: string; email: string; siren: Siren | null },
  now: Date,
): void {
  app
    .insert(signInLinks)
    .values({ ...link, createdAt: now.toISOString() })
    .run();
}

export const findLink = (app: AppWriter, tokenHash: string): SignInLink | null =>
  (app.select().from(signInLinks).where(eq(signInLinks.tokenHash, tokenHash)).get() as
    SignInLink | undefined) ?? null;

/** Whether this call is the one that used it. */
export const useLink = (app: AppWriter, tokenHash: string, now: Date): boolean =>
  app
    .update(signInLinks)
    .set({ usedAt: now.toISOString() })
    .where(and(eq(signInLinks.tokenHash, tokenHash), isNull(signInLinks.usedAt)))
    .run().changes === 1;

export const countLinksSince = (app: AppWriter, email: string, since: Date): number =>
  app
    .select({ n: count() })
    .from(signInLinks)
    .where(and(eq(signInLinks.email, email), gt(signInLinks.createdAt, since.toISOString())))
    .get()!.n;

export function deleteLink(app: AppWriter, tokenHash: string): void {
  app.delete(signInLinks).where(eq(signInLinks.tokenHash, tokenHash)).run();
}

/** Links and departures made before; @returns how many */
export const deleteOldLinks = (app: AppWriter, before: Date): number =>
  app.delete(signInLinks).where(lt(signInLinks.createdAt, before.toISOString())).run().changes +
  app.delete(signInStates).where(lt(signInStates.createdAt, before.toISOString())).run().changes;

export type SignInState = typeof signInStates.$inferSelect;

export function insertState(app: AppWriter, state: SignInState): void {
  app.insert(signInStates).values(state).run();
}

/** Hands a departure out once: it is forgotten by the same statement. */
export const takeState = (app: AppWriter, stateHash: string): SignInState | null =>
  app.delete(signInStates).where(eq(signInStates.stateHash, stateHash)).returning().get() ?? null;
