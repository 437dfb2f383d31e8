import type { APIRoute } from 'astro';
import { describeOembed } from '#components/view/oembed.ts';

export const prerender = false;

/** oEmbed 1.0 (oembed.com): 400 without a usable query, 404 for an address that is no page, 501 for another format. */
export const GET: APIRoute = ({ url, site }) => {
  const answer = describeOembed(url.searchParams, new URL(site ?? url.origin));
  return new Response(`${JSON.stringify(answer.body)}\n`, {
    status: answer.status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Access-Control-Allow-Origin': '*' },
  });
};
