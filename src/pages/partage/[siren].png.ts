import type { APIRoute } from 'astro';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { renderShare } from '#components/share-png.ts';
import { readEmbedded } from '#components/view/embed-address.ts';
import { drawShareImage } from '#components/view/share-image.ts';
import { readFigures } from '#db/facts/read.ts';

export const prerender = false;

export const GET: APIRoute = async ({ params }) => {
  const { profile, status } = readEmbedded(params.siren);
  if (!profile) return new Response('Page introuvable.\n', { status });
  const png = await renderShare(
    profile.siren,
    drawShareImage(profile, loadCatalogue(), readFigures().dataOn),
  );
  if (!png)
    return new Response('Réessayez dans un instant.\n', { status: 503, headers: { 'Retry-After': '5' } });
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
