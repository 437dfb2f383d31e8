import type { APIRoute } from 'astro';
import { answerSpreadsheet } from '#components/view/spreadsheet.ts';
import { findQvctUpload } from '#db/app/qvct.ts';
import { app } from '#desk/app.ts';
import { notFound } from '#desk/guard.ts';
import { reportOn } from '#desk/qvct/check.ts';

export const prerender = false;

/** Errors of a file of figures, by line, column and remedy, for a spreadsheet. */
export const GET: APIRoute = ({ locals, params }) => {
  const { id = '' } = params;
  const { person } = locals;
  const upload = person && /^\d{1,9}$/.test(id) ? findQvctUpload(app(), person.id, Number(id)) : null;
  if (!person || !upload) return notFound();
  const lines = reportOn(app(), person, upload).errors.map(({ line, column, message, remedy }) => [
    String(line),
    column ?? '',
    message,
    remedy,
  ]);
  return answerSpreadsheet([['ligne', 'colonne', 'erreur', 'que_faire'], ...lines], 'erreurs-qvct');
};
