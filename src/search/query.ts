import { loadCatalogue } from '../catalogue/catalogue.ts';
import { SHOWN_STATES, LIVE_STATES } from '../domain/claim.ts';
import type { BenefitId } from '../domain/ids.ts';
import { isPlaceChosen, REMOTE_BENEFIT } from '../domain/search-place.ts';
import { MAX_PRIORITIES } from '../domain/search-priorities.ts';
import { directionOf, type Minimum, type Valued } from '../domain/search-values.ts';
import { queryOf, type SearchQuery } from '../domain/search.ts';
import { areLive } from './live-states.ts';
import { knownPlaces, type KnownPlaces } from './places.ts';
import { edited, orderWord, readNear, readOrder } from './query-parts.ts';

export const PAGE_SIZE = 20;
const MAX_TEXT = 120;
const MAX_CHOICES = 30;
const MAX_PAGE = 10_000;

/** Values an address may name; anything else in it is ignored. */
export type KnownValues = {
  /** By id. */
  benefits: ReadonlyMap<string, Valued>;
  families: ReadonlySet<string>;
  regions: ReadonlySet<string>;
  departments: ReadonlySet<string>;
  /** Asked only when an address names a commune. */
  places: () => KnownPlaces;
  branches: ReadonlyMap<string, unknown>;
  sectors: ReadonlySet<string>;
  headcounts: ReadonlySet<string>;
};

let known: KnownValues | undefined;

/** Every value the catalogue and the facts know. */
export function knownValues(): KnownValues {
  const catalogue = loadCatalogue();
  known ??= {
    benefits: catalogue.benefitById,
    families: new Set(catalogue.families.map(({ id }) => id)),
    regions: new Set(catalogue.regions.map(({ code }) => code)),
    departments: new Set(catalogue.departments.map(({ code }) => code)),
    places: knownPlaces,
    branches: catalogue.idccLabels,
    sectors: new Set(catalogue.nafDivisions.keys()),
    headcounts: new Set(catalogue.headcountBands.keys()),
  };
  return known;
}

/**
 * Reads the parameters of a search address: q, avantage, minimum, famille, region, departement, commune, pres and
 * rayon, ou, branche, secteur, effectif, etat, priorite, tri, page, all but q, pres, rayon, ou, tri and page
 * repeatable; and what the buttons of a form do to priorities (monter, descendre, retirer). Never throws: unknown
 * values, repeated ones and those above 30 a facet are dropped, the text is cut at 120 characters, a page that is none
 * is 1. Without `etat`, the live states; with priorities and without `tri`, the order by priorities. `minimum` is
 * `mutuelle.employerShare:60`, or as a form sends it `minimum.mutuelle.employerShare=60`; it asks for its benefit too.
 */
export function parseSearchQuery(params: URLSearchParams, values: KnownValues = knownValues()): SearchQuery {
  const states = new Set(params.getAll('etat'));
  const chosen = SHOWN_STATES.filter((state) => states.has(state));
  const asked = readMinimums(params, values.benefits);
  const named = [...choices(params, 'avantage', values.benefits), ...asked.map(({ benefit }) => benefit)];
  const benefits = [...new Set(named)].slice(0, MAX_CHOICES) as BenefitId[];
  const wished = choices(params, 'priorite', values.benefits) as BenefitId[];
  const query = queryOf({
    text: cleanText(params.get('q') ?? ''),
    benefits,
    minimums: asked.filter(({ benefit }) => benefits.includes(benefit)),
    families: choices(params, 'famille', values.families),
    regions: choices(params, 'region', values.regions),
    departments: choices(params, 'departement', values.departments),
    communes: params.has('commune') ? choices(params, 'commune', values.places()) : [],
    near: readNear(params, values),
    branches: choices(params, 'branche', values.branches),
    sectors: choices(params, 'secteur', values.sectors),
    headcounts: choices(params, 'effectif', values.headcounts),
    states: chosen.length > 0 ? chosen : [...LIVE_STATES],
    // What is required needs no priority besides.
    priorities: edited(params, wished)
      .filter((id) => !benefits.includes(id))
      .slice(0, MAX_PRIORITIES),
    page: readPage(params.get('page')),
    pageSize: PAGE_SIZE,
  });
  return {
    ...query,
    isRemoteAccepted: isPlaceChosen(query) && params.get('ou') === REMOTE_BENEFIT,
    order: readOrder(params, query, values),
  };
}

/** The one address of a query, without `?`: what is default is left out. `parseSearchQuery` reads it back as it was. */
export function formatSearchQuery(query: SearchQuery): string {
  const params = new URLSearchParams();
  const add = (name: string, list: readonly string[]): void => {
    for (const value of list) params.append(name, value);
  };
  if (query.text) params.set('q', query.text);
  add('avantage', query.benefits);
  add('minimum', query.minimums.map(formatMinimum));
  add('famille', query.families);
  add('region', query.regions);
  add('departement', query.departments);
  add('commune', query.communes);
  if (query.near) {
    params.set('pres', query.near.communeCode);
    params.set('rayon', String(query.near.km));
  }
  if (query.isRemoteAccepted) params.set('ou', REMOTE_BENEFIT);
  add('branche', query.branches);
  add('secteur', query.sectors);
  add('effectif', query.headcounts);
  if (!areLive(query.states)) add('etat', query.states);
  add('priorite', query.priorities);
  const order = orderWord(query);
  if (order) params.set('tri', order);
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

/** Name of the field of a form that asks for a minimum. */
export const minimumField = (benefit: string, slot: string): string => `minimum.${benefit}.${slot}`;

const formatMinimum = ({ benefit, slot, value }: Minimum): string => `${benefit}.${slot}:${value}`;

const MINIMUM = /^([^.:]+)\.([^.:]+):(.*)$/su;
/** Up to 99,999,999.999, with a point or a French comma; blanks and the signs % and € aside. */
const NUMBER = /^\d{1,8}(?:[.,]\d{1,3})?$/;

/** The first number given for each slot; fields of a form come first, for they are what was typed last. */
function readMinimums(params: URLSearchParams, benefits: ReadonlyMap<string, Valued>): Minimum[] {
  const typed = Array.from(params).flatMap(([name, value]) =>
    name.startsWith('minimum.') ? [`${name.slice('minimum.'.length)}:${value}`] : [],
  );
  const found = new Map<string, Minimum>();
  for (const text of [...typed, ...params.getAll('minimum')]) {
    const [, benefit = '', slot = '', number = ''] = MINIMUM.exec(text) ?? [];
    const digits = number.replace(/[\s%€]/gu, '');
    const known = benefits.get(benefit);
    if (!known || !NUMBER.test(digits) || !Object.hasOwn(known.values, slot)) continue;
    if (!directionOf(known.values[slot]) || found.has(`${benefit}.${slot}`)) continue;
    found.set(`${benefit}.${slot}`, { benefit: known.id, slot, value: Number(digits.replace(',', '.')) });
  }
  return [...found.values()].slice(0, MAX_CHOICES);
}

type Allowed = { has(value: string): boolean };

function choices(params: URLSearchParams, name: string, allowed: Allowed): string[] {
  const given = new Set(params.getAll(name).filter((value) => allowed.has(value)));
  return [...given].slice(0, MAX_CHOICES);
}

function readPage(text: string | null): number {
  if (!text || !/^\d{1,6}$/.test(text)) return 1;
  return Math.min(Math.max(Number(text), 1), MAX_PAGE);
}
