import type { APIRoute } from 'astro';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { viewPanel } from '#components/view/advice/panel.ts';
import { panelResponse } from '#components/view/advice/panel-csv.ts';
import { findTerritory, placeLadder } from '#components/view/advice/territories.ts';
import { countEmployers } from '#db/facts/advice.ts';
import { widen } from '#domain/panel.ts';

export const prerender = false;

export const GET: APIRoute = ({ params, url, site }) => {
  const catalogue = loadCatalogue();
  const territory = findTerritory(catalogue, params['slug']);
  if (!territory) return new Response(null, { status: 404 });
  const { rung } = widen(placeLadder(territory), countEmployers);
  return panelResponse(viewPanel(rung.scope, catalogue), rung.label, territory.slug, site ?? url.origin);
};
