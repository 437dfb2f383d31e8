import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { SHOWN_STATES } from '#domain/claim.ts';
import { queryOf, type SearchQuery } from '#domain/search.ts';
import { openApi } from '#opendata/api/openapi.ts';
import { listOperations, operationOf } from '#opendata/api/operations.ts';
import { refusedParameters } from '#opendata/api/parameters.ts';
import { PROBLEMS } from '#opendata/api/problems.ts';
import { formatSearchQuery, parseSearchQuery } from '#search/query.ts';
import { formatBytes } from '#components/view/bytes.ts';
import { PROBLEM_HELP } from '#components/view/api-page.ts';
import { describeDelays } from '#components/view/stats.ts';
import { readSiret } from '#components/view/siret.ts';

const { parameters } = operationOf('search');
const refused = (query: string) =>
  refusedParameters(parameters, new URLSearchParams(query)).map(({ name, value }) => `${name}=${value}`);

describe('parameters of a search', () => {
  it('take every address that the search page writes', () => {
    const { benefits, families, departments, regions, nafDivisions, headcountBands } = loadCatalogue();
    const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 4 });
    const query = fc.record({
      text: fc.string({ maxLength: 120 }),
      benefits: some(benefits.map(({ id }) => id)),
      families: some(families.map(({ id }) => id)),
      regions: some(regions.map(({ code }) => code)),
      departments: some(departments.map(({ code }) => code)),
      sectors: some([...nafDivisions.keys()]),
      headcounts: some([...headcountBands.keys()]),
      states: some(SHOWN_STATES),
      priorities: some(benefits.map(({ id }) => id)),
      order: fc.constantFrom('default', 'name', 'value', 'priorities', 'distance'),
      isRemoteAccepted: fc.boolean(),
      near: fc.constantFrom(null, { communeCode: '2A004', km: 30, communes: [] }),
      communes: fc.constantFrom([], ['35238']),
      branches: fc.constantFrom([], ['1486']),
      minimums: fc.constantFrom([], [{ benefit: 'mutuelle', slot: 'employerShare', value: 60.5 }]),
      page: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(query, (changes) => {
        const address = formatSearchQuery(queryOf(changes as unknown as Partial<SearchQuery>));
        expect(refused(address)).toEqual([]);
      }),
    );
  });

  it('are refused where the search page would drop them unseen', () => {
    expect(refused('avantage=licorne&departement=35&departement=99&page=0&foo=1&taille=101&q=a&q=b')).toEqual([
      'avantage=licorne', 'departement=99', 'page=0', 'foo=1', 'taille=101', 'q=b',
    ]); // prettier-ignore
  });

  it('all have an effect on what is asked', () => {
    const context = 'avantage=titres-restaurant&departement=35';
    const read = (query: string) => JSON.stringify(parseSearchQuery(new URLSearchParams(query)));
    // Places are known from the facts, the orders need a context: the search's own tests have them.
    const elsewhere = ['taille', 'commune', 'pres', 'rayon', 'branche', 'tri'];
    for (const { name, schema, example } of parameters.filter((each) => !elsewhere.includes(each.name))) {
      const options = (schema as { options?: string[] }).options;
      const value = name === 'page' ? '2' : name === 'etat' ? 'lapsed' : (example ?? options?.[0] ?? '');
      expect(read(`${context}&${name}=${value}`), name).not.toBe(read(context.replace(new RegExp(`${name}=[^&]*&?`), ''))); // prettier-ignore
    }
  });
});

describe('the OpenAPI document', () => {
  it('describes every operation and points only at schemas it holds', () => {
    const document = openApi();
    expect(Object.keys(document.paths)).toEqual(listOperations().map(({ path }) => path));
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/#\/components\/schemas\/([A-Za-z]+)/g)].map(([, name]) => name!);
    expect(new Set(names)).toEqual(new Set(Object.keys(document.components.schemas)));
  });

  it('says of every problem what to do', () => {
    expect(Object.keys(PROBLEM_HELP)).toEqual(Object.keys(PROBLEMS));
  });
});

describe('words of the pages', () => {
  it.each([
    [0, '0\u00a0octets'],
    [999, '999\u00a0octets'],
    [1500, '1,5\u00a0ko'],
    [12_345_678, '12\u00a0Mo'],
    [3_519_000_000, '3,5\u00a0Go'],
    [5e13, '50\u202f000\u00a0Go'],
  ])('%i bytes are %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));

  it('give no delay on too few answers, and the middle one of enough', () => {
    expect(describeDelays({ received: 0, open: 0, days: [] })).toMatch(/^Aucun signalement reçu/);
    expect(describeDelays({ received: 4, open: 1, days: [1, 2, 3] })).toMatch(/trop peu de réponses/);
    expect(describeDelays({ received: 6, open: 0, days: [1, 1, 4, 9, 30] })).toMatch(
      /en 4\u00a0jours au plus/,
    );
  });

  it('read a number as people paste it', () => {
    expect(readSiret(' 732 829 320\u00a000074 ')).toBe('73282932000074');
    expect(readSiret('FR 12 345')).toBe('12345');
    expect(readSiret('x'.repeat(9))).toBe('');
  });
});
