import { searchAnswer } from '#opendata/api/search.ts';
import { serve } from '#opendata/api/serve.ts';
import { searchEngine } from '#search/open.ts';

export const prerender = false;

export const GET = serve('search', async ({ params }) => ({
  found: await searchAnswer(searchEngine(), params),
}));
