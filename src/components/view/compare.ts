import { count, enumerate } from '#domain/french.ts';
import type { Siren } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import type { Choice, Compared } from './compare-choice.ts';
import type { CompareTable } from './compare-table.ts';
import { compareHref, spaceNumber } from './links.ts';
import { showName } from './names.ts';

export type Share = { link: string; mailto: string; csvHref: string };

const namesOf = (profiles: readonly Pick<EmployerProfile, 'name'>[]): string =>
  enumerate(profiles.map(({ name }) => showName(name)));

/** « Comparer 3 employeurs »; the names stand in the table. */
export const compareTitle = (profiles: readonly unknown[]): string =>
  profiles.length < 2 ? 'Comparer des employeurs' : `Comparer ${count(profiles.length, 'employeur')}`;

/** @param site public address of the directory */
export function viewShare(profiles: readonly EmployerProfile[], site: URL | string): Share {
  const href = compareHref(profiles.map(({ siren }) => siren));
  const link = new URL(href, site).href;
  const subject = `Comparaison de ${count(profiles.length, 'employeur')}`;
  const body = `${namesOf(profiles)}\n\n${link}\n`;
  return {
    link,
    mailto: `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`,
    csvHref: href.replace('/comparer?', '/comparer.csv?'),
  };
}

/** What of the address is not in the table, and why: one sentence each. */
export function listProblems(
  { left, unreadable }: Choice,
  { absent }: Compared,
  nameOf: (siren: Siren) => string | null,
): string[] {
  const gone = absent.filter(({ isGone }) => isGone).map(({ siren }) => spaceNumber(siren));
  const unknown = absent.filter(({ isGone }) => !isGone).map(({ siren }) => spaceNumber(siren));
  const beyond = left.map((siren) => {
    const name = nameOf(siren);
    return name ? showName(name) : spaceNumber(siren);
  });
  return [
    ...(unknown.length > 0
      ? [
          `Nous ne connaissons aucun accord publié de ${unknown.length > 1 ? 'ces employeurs' : 'cet employeur'}\u00a0: ${enumerate(unknown)}. Ce silence ne dit rien de ce qui y existe.`,
        ]
      : []),
    ...(gone.length > 0
      ? [
          `${gone.length > 1 ? 'Ces pages ont été retirées' : 'Cette page a été retirée'}\u00a0: ${enumerate(gone)}.`,
        ]
      : []),
    ...(beyond.length > 0
      ? [
          `Six employeurs au plus\u00a0: ${enumerate(beyond)} ${beyond.length > 1 ? 'ne sont pas' : 'n’est pas'} dans le tableau.`,
        ]
      : []),
    ...(unreadable > 0
      ? [
          unreadable > 1
            ? `${count(unreadable, 'partie')} de l’adresse ne sont pas des numéros SIREN (numéro de l’entreprise, neuf chiffres) et sont laissées de côté.`
            : 'Une partie de l’adresse n’est pas un numéro SIREN (numéro de l’entreprise, neuf chiffres) et est laissée de côté.',
        ]
      : []),
  ];
}

/** What the page is for, or how much of what is followed it knows. */
export function compareLead({
  columns,
  groups,
  unknownCount,
}: Pick<CompareTable, 'columns' | 'groups' | 'unknownCount'>): string {
  if (columns.length === 0)
    return 'De deux à six employeurs côte à côte\u00a0: ce que leurs accords signés attestent, avantage par avantage, avec la phrase qui le dit.';
  if (columns.length === 1) return 'Ajoutez au moins un autre employeur pour voir le tableau.';
  const known = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return known === 0
    ? 'Nous n’avons relevé dans les textes lus de ces employeurs aucune clause sur les avantages suivis. Cela ne veut pas dire non.'
    : `Leurs accords parlent de ${count(known, 'avantage')} sur ${known + unknownCount} suivis.`;
}
