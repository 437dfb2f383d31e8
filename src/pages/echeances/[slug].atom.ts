import type { APIRoute } from 'astro';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { answerFeed } from '#components/view/atom.ts';
import { viewEndings } from '#components/view/advice/endings.ts';
import { endingsFeed } from '#components/view/advice/endings-feed.ts';
import { findTerritory } from '#components/view/advice/territories.ts';
import { readFigures } from '#db/facts/read.ts';

export const prerender = false;

export const GET: APIRoute = ({ params, url, site }) => {
  const catalogue = loadCatalogue();
  const slug = params['slug'];
  const territory = findTerritory(catalogue, slug);
  if (!territory && slug !== 'france') return new Response(null, { status: 404 });
  const { derivedOn, dataOn } = readFigures();
  const feed = endingsFeed(viewEndings(territory, derivedOn, catalogue), {
    name: `Échéances des accords : ${territory?.name ?? 'France entière'}`,
    page: territory ? `/echeances/${slug}` : '/echeances',
    self: `/echeances/${slug}.atom`,
    dataOn: dataOn ?? derivedOn,
    site: site ?? url.origin,
  });
  return answerFeed(feed);
};
