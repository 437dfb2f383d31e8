import type { EmployerProfile } from '#domain/profile.ts';
import type { QvctSchema } from '#domain/qvct-schema.ts';
import { currentDay } from '#env';
import { profileFor } from '../register.ts';
import type { SignedInPerson } from '../sessions.ts';
import type { TypedFigures } from './form.ts';

/** Employers begun in a template; a mandate with more copies the line. */
const EMPLOYERS_MAX = 200;

/** Headings, then last year's line of each employer of a person, with what is known of it. */
export function templateRows(person: SignedInPerson, { fields }: QvctSchema): string[][] {
  const names = fields.map(({ name }) => name);
  const lines = person.rights.slice(0, EMPLOYERS_MAX).map(({ siren }) => {
    const known = beginFigures(profileFor(siren));
    return names.map((name) => known[name] ?? '');
  });
  return [names, ...lines];
}

/** What is known of the line an employer is about to fill, by column: last year, the whole firm, its head office, today. */
export function beginFigures({ siren, identity }: EmployerProfile): TypedFigures {
  const today = currentDay();
  const seat =
    identity?.establishments.find(({ isHeadOffice }) => isHeadOffice) ?? identity?.establishments[0];
  return {
    siren,
    siret_declarant: seat?.siret ?? '',
    annee: String(Number(today.slice(0, 4)) - 1),
    perimetre: 'entreprise',
    date_publication: today,
  };
}
