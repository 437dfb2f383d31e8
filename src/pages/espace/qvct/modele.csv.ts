import type { APIRoute } from 'astro';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { answerSpreadsheet } from '#components/view/spreadsheet.ts';
import { notFound } from '#desk/guard.ts';
import { templateRows } from '#desk/qvct/template.ts';

export const prerender = false;

/** Headings of the schema, and one line begun for each employer of whoever asks. */
export const GET: APIRoute = ({ locals }) => {
  const { person } = locals;
  if (!person) return notFound();
  return answerSpreadsheet(templateRows(person, loadCatalogue().qvctSchema), 'modele-qvct');
};
