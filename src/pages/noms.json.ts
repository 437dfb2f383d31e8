import type { APIRoute } from 'astro';
import { suggestNames } from '#components/view/name-options.ts';
import { searchEngine } from '#search/open.ts';

export const prerender = false;

/** Names proposed while one is typed; nothing of the question is kept. */
export const GET: APIRoute = async ({ url }) =>
  Response.json(await suggestNames(url.searchParams.get('q') ?? '', searchEngine()));
