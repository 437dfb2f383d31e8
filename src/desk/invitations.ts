import { recordEvent } from '#db/app/events.ts';
import {
  findInvitation, insertInvitation, listInvitations, listInvitationsTo, useInvitation, type Invitation,
} from '#db/app/invitations.ts'; // prettier-ignore
import type { AppDatabase } from '#db/app/open.ts';
import { transact } from '#db/app/transact.ts';
import { listRights, putRight, type Role } from '#db/app/rights.ts';
import { InputError } from '#domain/errors.ts';
import { elide } from '#domain/french.ts';
import type { Siren } from '#domain/ids.ts';
import { nameOf } from './employers.ts';
import { inField } from './fields.ts';
import { sendMail } from './mail.ts';
import { canManage } from './roles.ts';
import { rotateSession, type SignedInPerson } from './sessions.ts';
import { readAddress } from './sign-in/addresses.ts';
import { hashToken, isToken, newToken } from './tokens.ts';

const OPEN_MS = 14 * 24 * 3600_000;
const OPEN_MAX = 20;
const since = (now: Date): Date => new Date(now.getTime() - OPEN_MS);

export const INVITED_ROLES: Record<Role, string> = {
  editor: 'Rédiger et publier les déclarations',
  owner: 'La même chose, et choisir qui a accès',
  mandate: 'Rédiger et publier pour notre compte (cabinet, prestataire)',
};

/** Invites somebody by mail, for fourteen days. @throws InputError when it is not theirs to do, or the mail fails */
export async function invite(
  app: AppDatabase,
  by: SignedInPerson,
  asked: { siren: Siren; role: Role; email: string; base: string },
  now = new Date(),
): Promise<void> {
  const { siren, role, base } = asked;
  if (!canManage(by, siren)) throw new InputError('Seule une personne responsable invite.');
  const email = inField('courriel', () => readAddress(asked.email));
  const open = listInvitations(app, siren, since(now));
  if (open.some((each) => each.email === email))
    throw new InputError([{ words: 'Une invitation est déjà partie à cette adresse.', field: 'courriel' }]);
  if (open.length >= OPEN_MAX) throw new InputError('Vingt invitations attendent déjà une réponse.');
  const token = newToken();
  const name = nameOf(siren);
  const text = [
    'Bonjour,',
    `${by.email ?? by.label} vous invite à travailler sur la page ${elide('de', name)} dans Star finder : ${INVITED_ROLES[role].toLowerCase()}.`,
    `Pour accepter, ouvrez ce lien dans les quatorze jours :`,
    `${base}/espace/invitation?jeton=${token}`,
    'Si cela ne vous concerne pas, ne faites rien.',
    'Star finder',
  ].join('\n\n');
  await sendMail({ to: email, subject: `Invitation à la page ${elide('de', name)}`, text }, now);
  transact(app, (change) => {
    insertInvitation(change, { siren, role, email, tokenHash: hashToken(token), invitedBy: by.id }, now);
    recordEvent(change, { personId: by.id, siren, action: 'invite', detail: role }, now);
  });
}

export const openInvitations = (app: AppDatabase, siren: Siren, now = new Date()): Invitation[] =>
  listInvitations(app, siren, since(now));

/** Invitations to the mailbox of somebody who has just proven that it is theirs. */
export const invitationsOf = (app: AppDatabase, { email }: SignedInPerson, now = new Date()): Invitation[] =>
  email === null ? [] : listInvitationsTo(app, email, since(now));

/** The invitation of a link; null when it is unknown, over or used. */
export const invitationOf = (app: AppDatabase, token: string, now = new Date()): Invitation | null =>
  isToken(token) ? findInvitation(app, hashToken(token), since(now)) : null;

/**
 * Accepts an invitation: the right is approved, since its owner gave it, and the session gets another token.
 * @returns that token, for the cookie
 * @throws InputError when it was used meanwhile
 */
export function acceptInvitation(
  app: AppDatabase,
  person: SignedInPerson,
  { id, siren, role }: Invitation,
  sessionHash: string,
  now = new Date(),
): string {
  return transact(app, (change) => {
    if (!useInvitation(change, id, now)) throw new InputError('Cette invitation a déjà servi.');
    const known = listRights(change, person.id).find((right) => right.siren === siren);
    const kept = known?.isApproved && known.role === 'owner' ? 'owner' : role;
    putRight(change, person.id, { siren, role: kept, isApproved: true }, now, null);
    recordEvent(change, { personId: person.id, siren, action: 'accept-invitation', detail: role }, now);
    return rotateSession(change, sessionHash);
  });
}
