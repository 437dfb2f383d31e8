import type { QvctSchema } from '#domain/qvct-schema.ts';
import { currentDay } from '#env';
import { profileFor } from '../register.ts';
import type { SignedInPerson } from '../sessions.ts';

/** Employers begun in a template; a mandate with more copies the line. */
const EMPLOYERS_MAX = 200;

/** Headings, then last year's line of each employer of a person, with what is known of it. */
export function templateRows(person: SignedInPerson, { fields }: QvctSchema): string[][] {
  const names = fields.map(({ name }) => name);
  const today = currentDay();
  const lines = person.rights.slice(0, EMPLOYERS_MAX).map(({ siren }) => {
    const { identity } = profileFor(siren);
    const seat =
      identity?.establishments.find(({ isHeadOffice }) => isHeadOffice) ?? identity?.establishments[0];
    const known: Record<string, string> = {
      siren,
      siret_declarant: seat?.siret ?? '',
      annee: String(Number(today.slice(0, 4)) - 1),
      perimetre: 'entreprise',
      date_publication: today,
    };
    return names.map((name) => known[name] ?? '');
  });
  return [names, ...lines];
}
