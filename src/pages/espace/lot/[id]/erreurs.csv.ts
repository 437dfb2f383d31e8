import type { APIRoute } from 'astro';
import { answerSpreadsheet } from '#components/view/spreadsheet.ts';
import { findUpload } from '#db/app/bulk-uploads.ts';
import { typeset } from '#domain/typeset.ts';
import { app } from '#desk/app.ts';
import { reportOn } from '#desk/bulk/publish.ts';
import { notFound } from '#desk/guard.ts';

export const prerender = false;

/** Every fault of a table, by line, column and remedy, for a spreadsheet. */
export const GET: APIRoute = ({ locals, params }) => {
  const { id = '' } = params;
  const { person } = locals;
  const upload = person && /^\d{1,9}$/.test(id) ? findUpload(app(), person.id, Number(id)) : null;
  if (!person || !upload) return notFound();
  const lines = reportOn(app(), person, upload).faults.map(({ line, column, value, words }) => [
    String(line),
    column,
    value,
    typeset(words),
  ]);
  return answerSpreadsheet([['ligne', 'colonne', 'valeur', 'que_faire'], ...lines], 'erreurs');
};
