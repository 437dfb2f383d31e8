import type { APIRoute } from 'astro';
import { findDocument } from '#db/app/drafts.ts';
import { app } from '#desk/app.ts';
import { readDocument } from '#desk/declarations/documents.ts';
import { notFound } from '#desk/guard.ts';

export const prerender = false;

/** A private proof, for moderators alone, and never as something a browser would open. */
export const GET: APIRoute = ({ locals, params }) => {
  const { id = '' } = params;
  const document =
    locals.person?.isModerator && /^\d{1,9}$/.test(id) ? findDocument(app(), Number(id)) : null;
  if (!document) return notFound();
  const ending = document.file.slice(document.file.lastIndexOf('.'));
  return new Response(new Uint8Array(readDocument(document)), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="document-${document.id}${ending}"`,
    },
  });
};
