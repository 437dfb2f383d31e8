import type { APIRoute } from 'astro';
import { answerSpreadsheet } from '#components/view/spreadsheet.ts';
import { COLUMN_NAMES } from '#desk/bulk/columns.ts';
import { notFound } from '#desk/guard.ts';

export const prerender = false;

const EXAMPLE: Partial<Record<string, string>> = {
  avantage: 'creche',
  phrase: 'Nous réservons dix berceaux dans des crèches proches de nos sites.',
  chiffres: 'Berceaux = 10 ; Part payée par l’employeur = 70',
  preuve: 'contrat',
};

/** Headings and one example, of the first employer of whoever asks. */
export const GET: APIRoute = ({ locals }) => {
  if (!locals.person) return notFound();
  const example = { ...EXAMPLE, employeur: locals.person.rights[0]?.siren ?? '123456782' } as Record<
    string,
    string
  >;
  return answerSpreadsheet(
    [COLUMN_NAMES, COLUMN_NAMES.map((name) => example[name] ?? '')],
    'modele-declarations',
  );
};
