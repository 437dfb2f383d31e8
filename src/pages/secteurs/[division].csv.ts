import type { APIRoute } from 'astro';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { viewPanel } from '#components/view/advice/panel.ts';
import { panelResponse } from '#components/view/advice/panel-csv.ts';
import { sectorLadder } from '#components/view/advice/sectors.ts';
import { countEmployers } from '#db/facts/advice.ts';
import { widen } from '#domain/panel.ts';

export const prerender = false;

export const GET: APIRoute = ({ params, url, site }) => {
  const catalogue = loadCatalogue();
  const division = params['division'] ?? '';
  if (!catalogue.nafDivisions.has(division)) return new Response(null, { status: 404 });
  const { rung } = widen(sectorLadder(catalogue, division), countEmployers);
  return panelResponse(
    viewPanel(rung.scope, catalogue),
    rung.label,
    `secteur-${division}`,
    site ?? url.origin,
  );
};
