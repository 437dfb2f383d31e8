import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { queryOf, type SearchQuery, type SearchResult } from '#domain/search.ts';
import { viewSearchForm } from '#components/view/search-form.ts';
import {
  describePopulation,
  describeTotal,
  listCriteria,
  relaxations,
  viewPager,
} from '#components/view/search-words.ts';
import { canonicalOf, spaceNumber } from '#components/view/links.ts';
import { benefitId } from './fixtures.ts';

const catalogue = loadCatalogue();
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const query = queryOf;
const result = (change: Partial<SearchResult> = {}): SearchResult => ({
  total: 40,
  population: 143,
  hits: [],
  facets: { benefits: [], families: [], regions: [], departments: [], communes: [], branches: [], sectors: [], headcounts: [], states: [] }, // prettier-ignore
  ties: [],
  correctedText: null,
  ...change,
});

describe('sentences of a search', () => {
  it('count employers for 0, 1 and n', () => {
    expect(describeTotal(0)).toBe('Aucun employeur trouvé');
    expect(plain(describeTotal(1))).toBe('1 employeur');
    expect(plain(describeTotal(1200))).toBe('1 200 employeurs');
  });

  it('say how many employers could be known there', () => {
    const here = query({ departments: ['35'] });
    expect(plain(describePopulation(here, result(), catalogue))).toBe(
      'Ille-et-Vilaine (35) : 143 employeurs ont un accord publié ou une déclaration à cet endroit. Nous ne savons rien des autres.',
    );
    expect(plain(describePopulation(here, result({ population: 1 }), catalogue))).toContain(
      '1 employeur a un accord',
    );
    expect(plain(describePopulation(here, result({ population: 0 }), catalogue))).toContain(
      'aucun employeur n’a d’accord',
    );
    const large = query({ departments: ['35'], headcounts: ['53'] });
    expect(plain(describePopulation(large, result({ population: 0 }), catalogue))).toBe(
      'Ille-et-Vilaine (35) : aucun employeur n’a d’accord publié ni de déclaration à cet endroit, dans ces tailles.',
    );
    expect(plain(describePopulation(query(), result(), catalogue))).toBe(
      '143 employeurs ont un accord publié ou une déclaration.',
    );
  });

  it('offer to drop each criterion, and only those used', () => {
    const asked = query({ text: 'lande', benefits: [benefitId('creche')], departments: ['35', '44'] });
    const criteria = listCriteria(asked, catalogue);
    expect(criteria.map(({ label }) => plain(label))).toEqual([
      '« lande »',
      'Crèche',
      'Ille-et-Vilaine (35)',
      'Loire-Atlantique (44)',
    ]);
    expect(criteria[2]?.removeHref).toBe('/recherche?q=lande&avantage=creche&departement=44');
    expect(relaxations(asked).map(({ query: way }) => way.departments.length)).toEqual([2, 2, 0, 2, 2]);
    expect(relaxations(asked)[3]?.query.states).toContain('to-confirm');
    expect(relaxations(query())).toEqual([]);
  });

  it('page through results without leaving them', () => {
    expect(viewPager(query(), 20)).toBeNull();
    expect(viewPager(query(), 21)).toMatchObject({
      previous: null,
      next: '/recherche?page=2',
      text: 'Page 1 sur 2',
    });
    expect(viewPager(query({ page: 9 }), 21)).toMatchObject({ previous: '/recherche?page=2', next: null });
  });
});

describe('filters', () => {
  const facets = {
    ...result().facets,
    benefits: [
      { value: 'creche', count: 40 },
      { value: 'enfant-malade', count: 3 },
    ],
  };

  it('disable a choice that would change nothing, never one already made', () => {
    const of = (asked: SearchQuery) =>
      viewSearchForm(asked, result({ facets }), catalogue).families[0]!.benefits;
    expect(of(query()).map(({ isDisabled }) => isDisabled)).toEqual([true, false]);
    expect(of(query({ benefits: [benefitId('creche')] }))[0]).toMatchObject({
      isChosen: true,
      isDisabled: false,
    });
  });

  it('open the family in which something is chosen', () => {
    const [family] = viewSearchForm(
      query({ benefits: [benefitId('creche')] }),
      result({ facets }),
      catalogue,
    ).families;
    expect(family?.isOpen).toBe(true);
  });
});

describe('addresses', () => {
  it('have one form', () => {
    expect(canonicalOf('https://example.org', '/avantages/creche.html')).toBe(
      'https://example.org/avantages/creche',
    );
    expect(canonicalOf('https://example.org', '/index.html')).toBe('https://example.org/');
    expect(canonicalOf('https://example.org', '/avantages/')).toBe('https://example.org/avantages');
  });

  it('group the digits of a SIREN and a SIRET', () => {
    expect(plain(spaceNumber('001234563'))).toBe('001 234 563');
    expect(plain(spaceNumber('00123456300012'))).toBe('001 234 563 00012');
  });
});
