import type { APIRoute } from 'astro';
import { exportPerson } from '#db/app/personal-data.ts';
import { app } from '#desk/app.ts';
import { notFound } from '#desk/guard.ts';

export const prerender = false;

/** Everything kept about whoever asks. */
export const GET: APIRoute = ({ locals }) => {
  const data = locals.person && exportPerson(app(), locals.person.id);
  if (!data) return notFound();
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="mes-donnees.json"',
    },
  });
};
