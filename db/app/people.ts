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
 * The person an OpenID Connect provider names. An address is taken over from the provider only where nobody has it: an
 * account made by e-mail is never joined to another door by its address alone.
 */
export function personOfSubject(
  app: AppWriter,
  who: { subject: string; label: string; email: string | null },
  now: Date,
): Person {
  const at = now.toISOString();
  const { subject, label } = who;
  const isFree =
    who.email !== null && !app.select(columns).from(people).where(eq(people.email, who.email)).get();
  return app
    .insert(people)
    .values({ subject, label, email: isFree ? who.email : null, createdAt: at, seenAt: at })
    .onConflictDoUpdate({ target: people.subject, set: { seenAt: at, label } })
    .returning(columns)
    .get();
}

export const readPerson = (app: AppWriter, id: number): Person | null =>
  app.select(columns).from(people).where(eq(people.id, id)).get() ?? null;
