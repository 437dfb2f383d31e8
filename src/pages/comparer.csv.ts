import type { APIRoute } from 'astro';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { readChoice, readCompared } from '#components/view/compare-choice.ts';
import { compareRows } from '#components/view/compare-csv.ts';
import { answerSpreadsheet } from '#components/view/spreadsheet.ts';

export const prerender = false;

export const GET: APIRoute = ({ url, site }) => {
  const { profiles } = readCompared(readChoice(url.searchParams).sirens);
  return answerSpreadsheet(compareRows(profiles, loadCatalogue(), site ?? url.origin), 'comparaison');
};
