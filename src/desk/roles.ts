import { recordEvent } from '#db/app/events.ts';
import type { AppDatabase } from '#db/app/open.ts';
import type { AppWriter } from '#db/app/people.ts';
import { transact } from '#db/app/transact.ts';
import { deleteRight, hasOtherOwner, listHolders, putRight, type Holder, type Role } from '#db/app/rights.ts';
import { readProfile } from '#db/facts/read.ts';
import { enqueue } from '#db/app/write.ts';
import { deleteSessionsOf } from '#db/app/sessions.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { releasePending } from './declarations/release.ts';
import type { SignedInPerson } from './sessions.ts';

export const ROLE_LABELS: Record<Role, string> = {
  owner: 'Responsable',
  editor: 'Rédacteur ou rédactrice',
  mandate: 'Mandataire',
};

/** The right of a person on an employer; null when there is none. */
export const rightOn = (person: SignedInPerson | null, siren: string) =>
  person?.rights.find((right) => right.siren === siren) ?? null;

/** Owners, once approved, choose who else works on the page. */
export const canManage = (person: SignedInPerson | null, siren: string): boolean => {
  const right = rightOn(person, siren);
  return right !== null && right.isApproved && right.role === 'owner';
};

/** An owner for its own employer, a moderator for all; nobody for themselves. */
const canDecide = (
  person: SignedInPerson,
  { siren, personId }: Pick<Holder, 'siren' | 'personId'>,
): boolean => person.id !== personId && (person.isModerator || canManage(person, siren));

/** Somebody's access to an employer, in the transaction that decides about it. */
type Case = { change: AppWriter; holder: Holder };

/** Does `work` about a right and writes it down, in one transaction. @throws InputError when it is gone */
function decide(
  app: AppDatabase,
  { by, siren, personId, now }: { by: SignedInPerson; siren: Siren; personId: number; now: Date },
  action: string,
  work: (about: Case) => void,
): void {
  transact(app, (change) => {
    const holder = listHolders(change, siren).find((each) => each.personId === personId);
    if (!holder) throw new InputError('Cette personne n’a plus d’accès à cet employeur.');
    work({ change, holder });
    recordEvent(change, { personId: by.id, siren, action, detail: `person ${personId}` }, now);
  });
}

/** @throws InputError where this would leave an employer without anybody to choose who works on its page */
function checkOwnerStays({ change, holder: { role, isApproved, siren, personId } }: Case): void {
  if (role === 'owner' && isApproved && !hasOtherOwner(change, siren, personId))
    throw new InputError('Il faut au moins une personne responsable : transmettez d’abord ce rôle.');
}

/**
 * Approves an access; what the person had already asked to publish is published by the same transaction.
 * @throws InputError when it is not theirs to decide
 */
export function approve(
  app: AppDatabase,
  by: SignedInPerson,
  siren: Siren,
  personId: number,
  now = new Date(),
): void {
  decide(app, { by, siren, personId, now }, 'approve-right', ({ change, holder }) => {
    if (!canDecide(by, holder)) throw new InputError('Cette décision ne vous revient pas.');
    putRight(change, personId, { siren, role: holder.role, isApproved: true }, now, by.id);
    releasePending(change, siren, personId, now);
    // Who an employer without a page is, is asked of the register as soon as somebody answers for it.
    if (!readProfile(siren)) enqueue(change, [siren], 'access approved', now);
  });
}

/** Takes an access away, asked for or given; the person is signed out everywhere. @throws InputError */
export function removeAccess(
  app: AppDatabase,
  by: SignedInPerson,
  siren: Siren,
  personId: number,
  now = new Date(),
): void {
  const isSelf = by.id === personId;
  decide(app, { by, siren, personId, now }, 'remove-right', (about) => {
    if (!isSelf && !canDecide(by, about.holder)) throw new InputError('Cette décision ne vous revient pas.');
    if (!by.isModerator) checkOwnerStays(about);
    deleteRight(about.change, personId, siren);
    if (!isSelf) deleteSessionsOf(about.change, personId);
  });
}

/** Gives another role; making somebody an owner and stepping down is how a page changes hands. @throws InputError */
export function changeRole(
  app: AppDatabase,
  by: SignedInPerson,
  siren: Siren,
  personId: number,
  role: Role,
  now = new Date(),
): void {
  decide(app, { by, siren, personId, now }, `role-${role}`, (about) => {
    if (!canManage(by, siren)) throw new InputError('Seule une personne responsable change les rôles.');
    if (!about.holder.isApproved) throw new InputError('Validez d’abord cet accès.');
    if (role !== 'owner') checkOwnerStays(about);
    putRight(about.change, personId, { siren, role, isApproved: true }, now, by.id);
    if (by.id !== personId) deleteSessionsOf(about.change, personId);
  });
}
