import type { APIRoute } from 'astro';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { viewEndings } from '#components/view/advice/endings.ts';
import { endingsCalendar } from '#components/view/advice/endings-calendar.ts';
import { findTerritory } from '#components/view/advice/territories.ts';
import { readFigures } from '#db/facts/read.ts';

export const prerender = false;

export const GET: APIRoute = ({ params, url, site }) => {
  const catalogue = loadCatalogue();
  const territory = findTerritory(catalogue, params['slug']);
  if (!territory && params['slug'] !== 'france') return new Response(null, { status: 404 });
  const endings = viewEndings(territory, readFigures().derivedOn, catalogue);
  const name = `Échéances des accords, ${territory?.name ?? 'France entière'}`;
  return new Response(endingsCalendar(endings, name, site ?? url.origin), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
};
