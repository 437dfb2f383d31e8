import { createHash } from 'node:crypto';
import type { APIContext, APIRoute } from 'astro';
import { LICENCE } from '#domain/public/licence.ts';
import { problemResponse } from './problems.ts';

/** The licence goes with every answer. */
export const about = { licence: LICENCE };

const isKnown = (held: string | null, etag: string): boolean =>
  held !== null && held.split(',').some((tag) => [etag, '*', etag.slice(2)].includes(tag.trim()));

/** JSON with its validator; 304 to who holds it already. */
export function answer(request: Request, body: object): Response {
  const text = `${JSON.stringify(body)}\n`;
  // Weak: the front door may compress.
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = { ETag: etag, Link: `<${LICENCE.url}>; rel="license"` };
  if (isKnown(request.headers.get('If-None-Match'), etag))
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
}

/** A route whose faults are told in its own format; what was asked for is written nowhere. */
export const route =
  (work: (context: APIContext) => Response | Promise<Response>): APIRoute =>
  async (context) => {
    try {
      return await work(context);
    } catch (error) {
      console.error(`api: ${context.routePattern}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`); // prettier-ignore
      return problemResponse('indisponible', 'Le service ne peut pas répondre. Recommencez dans une minute.');
    }
  };
