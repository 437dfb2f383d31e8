import type { APIRoute } from 'astro';

export const prerender = false;

/** The short address of the page of sources. */
export const GET: APIRoute = ({ redirect }) => redirect('/sources-et-licence', 301);
