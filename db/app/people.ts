import { eq } from 'drizzle-orm';
import type { AppDatabase } from './open.ts';
import { people } from './schema-accounts.ts';

export type AppWriter = Pick<AppDatabase, 'select' | 'insert' | 'update' | 'delete'>;

/** `email` in lower case. */
export type Person = { id: number; email: string | null; label: string };

const columns = { id: people.id, email: people.email, label: people.label };

/** The person of this address, made at the first sign-in. */
export function personOfEmail(app: AppWriter, email: string, now: Date): Person {
  const at = now.toISOString();
  return app
    .insert(people)
    .values({ email, label: email, createdAt: at, seenAt: at })
    .onConflictDoUpdate({ target: people.email, set: { seenAt: at } })
    .returning(columns)
    .get();
}

/**
 * The person an OpenID Connect provider names. Its word on a mailbox is no proof for us: it is their label, never the
 * address by which the other door would let somebody in.
 */
export function personOfSubject(app: AppWriter, who: { subject: string; label: string }, now: Date): Person {
  const at = now.toISOString();
  const { subject, label } = who;
  return app
    .insert(people)
    .values({ subject, label, createdAt: at, seenAt: at })
    .onConflictDoUpdate({ target: people.subject, set: { seenAt: at, label } })
    .returning(columns)
    .get();
}

export const readPerson = (app: AppWriter, id: number): Person | null =>
  app.select(columns).from(people).where(eq(people.id, id)).get() ?? null;
