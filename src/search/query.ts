import { loadCatalogue } from '../catalogue/catalogue.ts';
import { SHOWN_STATES, LIVE_STATES } from '../domain/claim.ts';
import type { BenefitId } from '../domain/ids.ts';
import type { SearchQuery } from '../domain/search.ts';
import { areLive } from './live-states.ts';

export const PAGE_SIZE = 20;
const MAX_TEXT = 120;
const MAX_CHOICES = 30;
const MAX_PAGE = 10_000;

/** Values an address may name; anything else in it is ignored. */
export type KnownValues = {
  benefits: ReadonlySet<string>;
  families: ReadonlySet<string>;
  departments: ReadonlySet<string>;
  sectors: ReadonlySet<string>;
  headcounts: ReadonlySet<string>;
};

let known: KnownValues | undefined;

/** Every value the catalogue knows, read once. */
export function knownValues(): KnownValues {
  const catalogue = loadCatalogue();
  known ??= {
    benefits: new Set(catalogue.benefitById.keys()),
    families: new Set(catalogue.families.map(({ id }) => id)),
    departments: new Set(catalogue.departments.map(({ code }) => code)),
    sectors: new Set(catalogue.nafDivisions.keys()),
    headcounts: new Set(catalogue.headcountBands.keys()),
  };
  return known;
}

/**
 * Reads the parameters of a search address: q, avantage, famille, departement, secteur, effectif, etat, page, all but
 * q and page repeatable. Never throws: unknown values, repeated ones and those above 30 a facet are dropped, the text is
 * cut at 120 characters, a page that is none is 1. Without `etat`, the live states.
 */
export function parseSearchQuery(params: URLSearchParams, values: KnownValues = knownValues()): SearchQuery {
  const states = new Set(params.getAll('etat'));
  const chosen = SHOWN_STATES.filter((state) => states.has(state));
  return {
    text: cleanText(params.get('q') ?? ''),
    benefits: choices(params, 'avantage', values.benefits) as BenefitId[],
    families: choices(params, 'famille', values.families),
    departments: choices(params, 'departement', values.departments),
    sectors: choices(params, 'secteur', values.sectors),
    headcounts: choices(params, 'effectif', values.headcounts),
    states: chosen.length > 0 ? chosen : [...LIVE_STATES],
    page: readPage(params.get('page')),
    pageSize: PAGE_SIZE,
  };
}

/** The one address of a query, without `?`: what is default is left out. `parseSearchQuery` reads it back as it was. */
export function formatSearchQuery(query: SearchQuery): string {
  const params = new URLSearchParams();
  if (query.text) params.set('q', query.text);
  for (const value of query.benefits) params.append('avantage', value);
  for (const value of query.families) params.append('famille', value);
  for (const value of query.departments) params.append('departement', value);
  for (const value of query.sectors) params.append('secteur', value);
  for (const value of query.headcounts) params.append('effectif', value);
  if (!areLive(query.states)) for (const value of query.states) params.append('etat', value);
  if (query.page > 1) params.set('page', String(query.page));
  return params.toString();
}

/** Control characters become blanks: they have no meaning in a name and break logs and displays. */
function cleanText(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim();
  return Array.from(plain).slice(0, MAX_TEXT).join('').trim();
}

function choices(params: URLSearchParams, name: string, allowed: ReadonlySet<string>): string[] {
  const given = new Set(params.getAll(name).filter((value) => allowed.has(value)));
  return [...given].slice(0, MAX_CHOICES);
}

function readPage(text: string | null): number {
  if (!text || !/^\d{1,6}$/.test(text)) return 1;
  return Math.min(Math.max(Number(text), 1), MAX_PAGE);
}
