import type { AppDatabase } from '#db/app/open.ts';
import { transact } from '#db/app/transact.ts';
import { recordEvent } from '#db/app/events.ts';
import { personOfEmail, personOfSubject, type AppWriter } from '#db/app/people.ts';
import { listHolders, listRights, putRight } from '#db/app/rights.ts';
import { deleteSession } from '#db/app/sessions.ts';
import type { Siren } from '#domain/ids.ts';
import { openSession } from '../sessions.ts';

/** What a door has proven of somebody. The doors differ in how; what follows is the same. */
export type Proven = {
  /** Employer asked for, or that the provider names; null = those the person has already. */
  siren: Siren | null;
} & ({ door: 'email'; email: string } | { door: 'openid'; subject: string; label: string; idToken: string });

/**
 * Lets somebody in: the person, a right that waits for its approval, a new session. The session of the browser, if
 * there was one, ends: whatever it was given before cannot be used after.
 * @returns the token of the session, for the cookie
 */
export const signIn = (app: AppDatabase, proven: Proven, oldHash: string, now = new Date()): string =>
  transact(app, (change) => signInWithin(change, proven, oldHash, now));

/** The same in a transaction that does something else too. */
export function signInWithin(change: AppWriter, proven: Proven, oldHash: string, now: Date): string {
  const person =
    proven.door === 'email' ? personOfEmail(change, proven.email, now) : personOfSubject(change, proven, now);
  if (proven.siren) askRight(change, person.id, proven.siren, now);
  if (oldHash) deleteSession(change, oldHash);
  recordEvent(change, { personId: person.id, siren: null, action: 'sign-in', detail: proven.door }, now);
  const idToken = proven.door === 'openid' ? proven.idToken : null;
  return openSession(change, person.id, { door: proven.door, idToken }, now);
}

/**
 * The first person of an employer asks to be its owner and a moderator decides; those who come later ask to be editors,
 * and its owner may decide too.
 */
export function askRight(app: AppWriter, personId: number, siren: Siren, now: Date): void {
  if (listRights(app, personId).some((right) => right.siren === siren)) return;
  const hasOwner = listHolders(app, siren).some(({ role, isApproved }) => role === 'owner' && isApproved);
  putRight(app, personId, { siren, role: hasOwner ? 'editor' : 'owner', isApproved: false }, now, null);
  recordEvent(app, { personId, siren, action: 'ask-right' }, now);
}
