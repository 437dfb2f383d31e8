import { readPerson, type AppWriter } from '#db/app/people.ts';
import { listRights, type Right } from '#db/app/rights.ts';
import { deleteSession, findSession, insertSession, renameSession, touchSession, type WebSession } from '#db/app/sessions.ts'; // prettier-ignore
import { env } from '#env';
import { attemptLater } from './attempt.ts';
import { hashToken, isToken, newToken } from './tokens.ts';

/** Somebody signed in, as pages see them (`Astro.locals.person`). */
export type SignedInPerson = {
  id: number;
  email: string | null;
  label: string;
  isModerator: boolean;
  rights: Right[];
};

export type OpenSession = { person: SignedInPerson; session: WebSession };

/** A desk left alone closes after two hours, and after twelve whatever happens. */
export const IDLE_MS = 2 * 3600_000;
export const LONGEST_MS = 12 * 3600_000;
const TOUCH_EVERY_MS = 60_000;

/** Only a mailbox we wrote to is proof enough: what a provider says of an address is its own word. */
const isModerator = (email: string | null, { door }: WebSession): boolean =>
  door === 'email' && email !== null && env.MODERATORS.includes(email);

/** Opens a session for a person who has just proven who they are. @returns its token, for the cookie */
export function openSession(
  app: AppWriter,
  personId: number,
  how: Pick<WebSession, 'door' | 'idToken'>,
  now = new Date(),
): string {
  const token = newToken();
  const at = now.toISOString();
  insertSession(app, { tokenHash: hashToken(token), personId, ...how, signedInAt: at, seenAt: at });
  return token;
}

/** The session of a cookie; null when it is unknown or over. Counts as being seen. */
export function readSession(app: AppWriter, token: string, now = new Date()): OpenSession | null {
  if (!isToken(token)) return null;
  const session = findSession(app, hashToken(token));
  if (!session) return null;
  const since = (at: string): number => now.getTime() - Date.parse(at);
  const person = readPerson(app, session.personId);
  if (!person || since(session.seenAt) > IDLE_MS || since(session.signedInAt) > LONGEST_MS) {
    attemptLater(() => deleteSession(app, session.tokenHash));
    return null;
  }
  if (since(session.seenAt) > TOUCH_EVERY_MS) attemptLater(() => touchSession(app, session.tokenHash, now));
  const rights = listRights(app, person.id);
  return { session, person: { ...person, isModerator: isModerator(person.email, session), rights } };
}

/** Another token for the same session: after a change of rights, the old cookie opens nothing. */
export function rotateSession(app: AppWriter, tokenHash: string): string {
  const token = newToken();
  renameSession(app, tokenHash, hashToken(token));
  return token;
}
