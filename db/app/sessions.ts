import { and, eq, lt, ne, or } from 'drizzle-orm';
import type { AppWriter } from './people.ts';
import { webSessions } from './schema-accounts.ts';

export type WebSession = typeof webSessions.$inferSelect;

export const findSession = (app: AppWriter, tokenHash: string): WebSession | null =>
  app.select().from(webSessions).where(eq(webSessions.tokenHash, tokenHash)).get() ?? null;

export function insertSession(app: AppWriter, session: WebSession): void {
  app.insert(webSessions).values(session).run();
}

export function touchSession(app: AppWriter, tokenHash: string, now: Date): void {
  app
    .update(webSessions)
    .set({ seenAt: now.toISOString() })
    .where(eq(webSessions.tokenHash, tokenHash))
    .run();
}

/** The same session under another token: the old one opens nothing any more. */
export function renameSession(app: AppWriter, tokenHash: string, newHash: string): void {
  app.update(webSessions).set({ tokenHash: newHash }).where(eq(webSessions.tokenHash, tokenHash)).run();
}

export function deleteSession(app: AppWriter, tokenHash: string): void {
  app.delete(webSessions).where(eq(webSessions.tokenHash, tokenHash)).run();
}

/** Signs a person out everywhere, but for the session kept. */
export function deleteSessionsOf(app: AppWriter, personId: number, keptHash = ''): number {
  return app
    .delete(webSessions)
    .where(and(eq(webSessions.personId, personId), ne(webSessions.tokenHash, keptHash)))
    .run().changes;
}

export const listSessionsOf = (app: AppWriter, personId: number): WebSession[] =>
  app.select().from(webSessions).where(eq(webSessions.personId, personId)).all();

/** Sessions not seen since, or signed in before. */
export function deleteOldSessions(app: AppWriter, seenBefore: Date, signedInBefore: Date): number {
  return app
    .delete(webSessions)
    .where(
      or(
        lt(webSessions.seenAt, seenBefore.toISOString()),
        lt(webSessions.signedInAt, signedInBefore.toISOString()),
      ),
    )
    .run().changes;
}
