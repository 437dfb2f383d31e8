import { personOfEmail } from '#db/app/people.ts';
import type { AppDatabase } from '#db/app/open.ts';
import { listRights, putRight, type Role } from '#db/app/rights.ts';
import { readProfile } from '#db/facts/read.ts';
import type { Room } from '#desk/guard.ts';
import type { SignedInPerson } from '#desk/sessions.ts';
import type { Siren } from '#domain/ids.ts';

/** A form as a browser posts it. */
export function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of Array.isArray(value) ? value : [value]) form.append(name, each);
  return form;
}

/** Somebody with a right on an employer (or none), as a session would give them. */
export function someone(
  app: AppDatabase,
  email: string,
  right: { siren: Siren; role?: Role; isApproved?: boolean } | null = null,
  isModerator = false,
): SignedInPerson {
  const person = personOfEmail(app, email, new Date());
  if (right) putRight(app, person.id, { role: 'owner', isApproved: true, ...right }, new Date(), null);
  return { ...person, isModerator, rights: listRights(app, person.id) };
}

/** Their room at that employer. */
export const roomOf = (person: SignedInPerson, siren: Siren): Room => ({
  person,
  siren,
  right: person.rights.find((right) => right.siren === siren)!,
  profile: readProfile(siren)!,
});
