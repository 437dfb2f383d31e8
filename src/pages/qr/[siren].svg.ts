import type { APIRoute } from 'astro';
import { renderSVG } from 'uqr';
import { readEmbedded } from '#components/view/embed-address.ts';
import { canonicalOf, employerHref } from '#components/view/links.ts';

export const prerender = false;

/** The address of the page as a drawing for print: black on white, whatever the theme, with the quiet zone ISO 18004 asks for. */
export const GET: APIRoute = ({ params, site, url }) => {
  const { profile, status } = readEmbedded(params.siren);
  if (!profile) return new Response('Page introuvable.\n', { status });
  const address = canonicalOf(site ?? url.origin, employerHref(profile.siren));
  return new Response(`${renderSVG(address, { ecc: 'M', border: 4 })}\n`, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
};
