import type { APIRoute } from 'astro';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { readChoice, readCompared } from '#components/view/compare-choice.ts';
import { compareCsv } from '#components/view/compare-csv.ts';

export const prerender = false;

export const GET: APIRoute = ({ url, site }) => {
  const { profiles } = readCompared(readChoice(url.searchParams).sirens);
  return new Response(compareCsv(profiles, loadCatalogue(), site ?? url.origin), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="comparaison.csv"',
    },
  });
};
