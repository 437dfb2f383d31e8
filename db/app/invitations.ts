import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Siren } from '#domain/ids.ts';
import type { AppWriter } from './people.ts';
import type { Role } from './rights.ts';
import { invitations } from './schema-accounts.ts';

export type Invitation = { id: number; siren: Siren; role: Role; email: string; createdAt: string };

const columns = {
  id: invitations.id,
  siren: invitations.siren,
  role: invitations.role,
  email: invitations.email,
  createdAt: invitations.createdAt,
};

/** `since`: those made before are over. */
const open = (since: Date) => and(isNull(invitations.usedAt), gt(invitations.createdAt, since.toISOString()));

export function insertInvitation(
  app: AppWriter,
  invitation: Omit<Invitation, 'id' | 'createdAt'> & { tokenHash: string; invitedBy: number },
  now: Date,
): void {
  app
    .insert(invitations)
    .values({ ...invitation, createdAt: now.toISOString() })
    .run();
}

export const listInvitations = (app: AppWriter, siren: Siren, since: Date): Invitation[] =>
  app.select(columns).from(invitations).where(and(eq(invitations.siren, siren), open(since))).orderBy(asc(invitations.id)).all() as Invitation[]; // prettier-ignore

export const listInvitationsTo = (app: AppWriter, email: string, since: Date): Invitation[] =>
  app.select(columns).from(invitations).where(and(eq(invitations.email, email), open(since))).orderBy(asc(invitations.id)).all() as Invitation[]; // prettier-ignore

export const findInvitation = (app: AppWriter, tokenHash: string, since: Date): Invitation | null =>
  (app.select(columns).from(invitations).where(and(eq(invitations.tokenHash, tokenHash), open(since))).get() as Invitation | undefined) ?? null; // prettier-ignore

/** Whether this call is the one that used it. */
export const useInvitation = (app: AppWriter, id: number, now: Date): boolean =>
  app
    .update(invitations)
    .set({ usedAt: now.toISOString() })
    .where(and(eq(invitations.id, id), isNull(invitations.usedAt)))
    .run().changes === 1;

/** @returns whether there was one of this employer */
export const deleteInvitation = (app: AppWriter, siren: Siren, id: number): boolean =>
  app
    .delete(invitations)
    .where(and(eq(invitations.id, id), eq(invitations.siren, siren)))
    .run().changes === 1;
