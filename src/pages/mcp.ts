import type { APIRoute } from 'astro';
import { createMcp } from '#opendata/mcp.ts';
import { searchEngine } from '#search/open.ts';

export const prerender = false;

const mcp = createMcp(searchEngine, (error) => console.error(`mcp: ${error.message}`));

export const POST: APIRoute = ({ request }) => mcp.fetch(request);
