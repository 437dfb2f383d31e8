import type { APIRoute } from 'astro';
import { drawBadge } from '#components/view/badge.ts';
import { readEmbedded } from '#components/view/embed-address.ts';
import { badgeWords } from '#components/view/embed.ts';
import { currentDay } from '#env';

export const prerender = false;

/** Also where the employer has no page any more: a broken image would say less than the words. */
export const GET: APIRoute = ({ params }) => {
  const { profile, status } = readEmbedded(params.siren);
  return new Response(drawBadge(profile ? badgeWords(profile, currentDay()) : 'page retirée'), {
    status,
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
};
