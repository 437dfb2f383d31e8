import { Siren } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import type { Right } from '#db/app/rights.ts';
import { profileFor } from './register.ts';
import { rightOn } from './roles.ts';
import type { SignedInPerson } from './sessions.ts';

export type Room = { person: SignedInPerson; right: Right; siren: Siren; profile: EmployerProfile };

const answer = (status: number, location?: string): Response =>
  new Response(null, { status, headers: location ? { Location: location } : {} });

/**
 * Who may be in the room of an employer: people with a right on it, approved or waiting. Everybody else learns nothing,
 * not even whether there is such a room.
 */
export function enterRoom(locals: App.Locals, typed: string | undefined): Room | Response {
  const { person } = locals;
  if (!person) return answer(303, '/espace/connexion');
  const siren = Siren.safeParse(typed).data;
  const right = siren && rightOn(person, siren);
  return right ? { person, right, siren, profile: profileFor(siren) } : answer(404);
}

/** Nothing here, for whoever asks without the right to know. */
export const notFound = (): Response => answer(404);

export const seeOther = (location: string): Response => answer(303, location);

/** Moderators only; for everybody else there is no such room. */
export function enterModeration({ person }: App.Locals): SignedInPerson | Response {
  if (!person) return answer(303, '/espace/connexion');
  return person.isModerator ? person : answer(404);
}
