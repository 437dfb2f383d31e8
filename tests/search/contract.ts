import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIVE_STATES, SHOWN_STATES, type ShownState } from '#domain/claim.ts';
import type { BenefitId } from '#domain/ids.ts';
import { compareByName } from '#domain/search-order.ts';
import { communesNear } from '#domain/search-place.ts';
import { fold } from '#domain/search-words.ts';
import { type FacetCount, queryOf, type SearchDocument, type SearchQuery } from '#domain/search.ts';
import type { SearchEngine } from '#search/engine.ts';
import { itFindsByValue, minimums, names, sirens } from './contract-values.ts';
import { BENEFITS, COMMUNES, DOCUMENTS, employer, search } from './fixture.ts';
import { expected } from './oracle.ts';

export type OpenEngine = (documents: SearchDocument[], generation: string) => Promise<SearchEngine>;

const sorted = (counts: FacetCount[]): FacetCount[] =>
  counts.toSorted((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 });
/** Half of the time nothing, so that other choices are met alone too. */
const rarely = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.oneof(fc.constant<string[]>([]), some(values));
const ids = BENEFITS.map(({ id }) => id);
const QUOTED = [
  '',
  '',
  '"orvalia"',
  '"crèche"',
  '"mutuelle"',
  '"nantes"',
  '"berceau" "LUNE"',
  '"ateliers du lac"',
  '"les"',
];
const filters: fc.Arbitrary<SearchQuery> = fc.record({
  minimums,
  order: fc.constantFrom<SearchQuery['order']>('default', 'value', 'value', 'name', 'priorities', 'distance'),
  priorities: fc.oneof(fc.constant<BenefitId[]>([]), fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 5 }) as fc.Arbitrary<BenefitId[]>),
  near: fc.option(fc.tuple(fc.constantFrom('35238', '44109', '22050'), fc.constantFrom(0, 10, 65, 100)).map(([code, km]) => communesNear(code, km, COMMUNES)), { freq: 1 }),
  isRemoteAccepted: fc.boolean(),
  regions: rarely(['53', '52', '01', '99']),
  communes: rarely(['35238', '35288', '22050', '97105', '99999']),
  branches: rarely(['1486', '0650', '9876']),
  text: fc.constantFrom(...QUOTED),
  benefits: some(ids) as fc.Arbitrary<BenefitId[]>,
  families: some(['parentalite', 'sante', 'temps', 'quotidien']),
  departments: some(['35', '44', '22', '69', '2A', '971']),
  sectors: some(['10', '62', '86', '88']),
  headcounts: some(['00', '11', '53']),
  states: fc.oneof(fc.constant<ShownState[]>([...LIVE_STATES]), fc.uniqueArray(fc.constantFrom<ShownState>(...SHOWN_STATES), { minLength: 1, maxLength: 3 })),
  pageSize: fc.constant(100),
}).map(queryOf); // prettier-ignore

/** What every engine does. `open` makes an engine that holds exactly these documents and the benefits of the fixture. */
export function describeSearchEngine(
  name: string,
  open: OpenEngine,
  { skip = false, runs = 200 } = {},
): void {
  describe.skipIf(skip)(`search engine: ${name}`, () => {
    let engine: SearchEngine;
    beforeAll(async () => {
      engine = await open(DOCUMENTS, 'generation-1');
    });
    afterAll(() => engine?.close());
    const find = (query: Parameters<typeof search>[0]) => engine.search(search(query));
    const findNames = async (text: string): Promise<string[]> => names(await find({ text }));

    it('says what it holds', async () => {
      expect(await engine.status()).toEqual({ documents: DOCUMENTS.length, generation: 'generation-1' });
    });

    it('lists everyone in order of name, ties by SIREN', async () => {
      const all = await find({});
      expect(all.total).toBe(DOCUMENTS.length);
      expect(sirens(all)).toEqual(DOCUMENTS.toSorted(compareByName).map(({ siren }) => siren));
    });

    it('gives back the document as it was', async () => {
      const { hits } = await find({ text: '900000101' });
      expect(hits).toEqual(DOCUMENTS.filter(({ siren }) => siren === '900000101'));
    });

    it('filters, counts and orders as the contract says, quoted words included', async () => {
      await fc.assert(
        fc.asyncProperty(filters, async (query) => {
          const result = await engine.search(query);
          const wanted = expected(DOCUMENTS, BENEFITS, query);
          expect(sirens(result)).toEqual(wanted.sirens);
          expect(result.total).toBe(wanted.sirens.length);
          expect(await engine.count(query)).toBe(result.total);
          expect(result.population).toBe(wanted.population);
          expect(result.ties).toEqual(wanted.ties);
          for (const facet of Object.keys(wanted.facets) as (keyof typeof wanted.facets)[])
            expect([facet, sorted(result.facets[facet])]).toEqual([facet, sorted(wanted.facets[facet])]);
        }),
        { numRuns: runs },
      );
    }, 120_000);

    it('counts a claim in a place only where its scope covers it', async () => {
      const nid = 'Le Nid d’Éole';
      expect(names(await find({ benefits: ['creche'], departments: ['44'] }))).toContain(nid);
      expect(names(await find({ benefits: ['creche'], departments: ['35'] }))).toEqual(['Marbrelle']);
      expect(names(await find({ text: 'crèche', departments: ['35'] }))).not.toContain(nid);
      expect(names(await find({ benefits: ['creche'] }))).toContain('Sans Lieu');
      const { facets } = await find({ departments: ['44', '22'] });
      const { total } = await find({ benefits: ['creche'], departments: ['44', '22'] });
      expect(facets.benefits).toContainEqual({ value: 'creche', count: total });
    });

    itFindsByValue(find);

    it('takes a benefit only in the chosen states', async () => {
      expect(names(await find({ benefits: ['teletravail'], text: 'orvalia' }))).toEqual(['Orvalia']);
      const lapsed = await find({ benefits: ['teletravail'], text: 'orvalia', states: ['lapsed'] });
      expect(names(lapsed)).toEqual(['Orvalia Sud']);
    });

    it('takes what is to be confirmed for nothing until it is asked for', async () => {
      const asked = { benefits: ['titres-restaurant'], text: 'chevaux' };
      expect(names(await find(asked))).toEqual([]);
      expect(names(await find({ ...asked, states: ['in-force'] }))).toEqual([]);
      expect(names(await find({ ...asked, states: ['to-confirm'] }))).toEqual(['Chevaux d’Armor']);
      expect(await findNames('titres-restaurant')).not.toContain('Chevaux d’Armor');
      expect(await findNames('chevaux')).toEqual(['Chevaux d’Armor']);
      const { facets } = await find({ departments: ['22'] });
      const { total } = await find({ departments: ['22'], states: ['to-confirm'] });
      expect(facets.states).toContainEqual({ value: 'to-confirm', count: total });
      expect(total).toBeGreaterThan(0);
    });

    it('finds by name whoever has no benefit', async () => {
      expect(await findNames('zénith')).toEqual(['Zénith Participations']);
    });

    it.each([
      ['ILE VERTE', 'Île Verte Habitat'],
      ['île verte', 'Île Verte Habitat'],
      ['oeuvre marins', 'Œuvre des Marins'],
      ['hotel dieu', 'L’Hôtel-Dieu d’Ancelle'],
      ["l'hôtel-dieu d'ancelle", 'L’Hôtel-Dieu d’Ancelle'],
      ['quimpavo', 'Quimpavoine "Les Halles"'],
      ['participations', 'Zénith Participations'],
      ['participationn', 'Zénith Participations'],
      ['participatio', 'Zénith Participations'],
      ['participation', 'Zénith Participations'],
      ['participations zen', 'Zénith Participations'],
      ['cheval', 'Chevaux d’Armor'],
      ['habitats', 'Île Verte Habitat'],
      ['quimpavione', 'Quimpavoine "Les Halles"'],
      ['marbrele', 'Marbrelle'],
      ['marvrelle', 'Marbrelle'],
      ['mmarbrelle', 'Marbrelle'],
      ['900 000 117', 'Marbrelle'],
      ['900000117 00012', 'Marbrelle'],
      ['zp', 'Zénith Participations'],
      ['tourneval fils saint-malo', 'tourneval et fils'],
    ])('« %s » finds %s first', async (text, name) => {
      expect((await findNames(text))[0]).toBe(name);
    });

    it.each([
      ['berceau', 'creche'],
      ['berceaux', 'creche'],
      ['Crèches', 'creche'],
      ['CRECHE', 'creche'],
      ['garde d’enfants', 'creche'],
      ['complémentaire santé', 'mutuelle'],
      ['mutuele', 'mutuelle'],
      ['mutuel', 'mutuelle'],
      ['distanciel', 'teletravail'],
      ['teletravial', 'teletravail'],
      ['télétra', 'teletravail'],
      ['tickets restaurant', 'titres-restaurant'],
      ['jours enfant malade', 'enfant-malade'],
      ['enfants maladse', 'enfant-malade'],
    ])('« %s » finds who has the benefit %s', async (text, id) => {
      const holders = sirens(await find({ benefits: [id] }));
      expect(holders.length).toBeGreaterThan(2);
      expect(sirens(await find({ text }))).toEqual(expect.arrayContaining(holders));
    });

    it('says which spelling it used when the one typed is nowhere', async () => {
      expect((await find({ text: 'teletravial' })).correctedText).toBe('télétravail');
      expect((await find({ text: 'télétravail' })).correctedText).toBeNull();
      expect((await find({ text: 'marbrelle' })).correctedText).toBeNull();
    });

    it('puts the exact name first, then other names, then what begins with it', async () => {
      expect(await findNames('orvalia')).toEqual([
        'Orvalia',
        'Zénith Participations',
        'Orvalia Sud',
        'Groupe Orvalia Nord',
      ]);
      expect((await findNames('tourneval et fils')).slice(0, 3)).toEqual([
        'Tourneval & Fils',
        'TOURNEVAL ET FILS',
        'tourneval et fils',
      ]);
      expect((await findNames('berceau'))[0]).toBe('Berceau de Lune');
      expect((await findNames('a'))[0]).toBe('A');
    });

    it('takes quoted words to the letter', async () => {
      expect(await findNames('"marbrele"')).toEqual([]);
      expect(await findNames('"marbrel"')).toEqual([]);
      expect(await findNames('« marbrelle »')).toEqual(['Marbrelle']);
      expect(await findNames('"orvalia sud"')).toEqual(['Orvalia Sud']);
      expect(await findNames('“sud orvalia”')).toEqual(['Orvalia Sud']);
      expect(await findNames('"orvalia" licorne')).toEqual([]);
      expect(await findNames('"crèche"')).not.toContain('Crèches Pomme de Pin');
      expect(await findNames('crèche')).toContain('Crèches Pomme de Pin');
    });

    it('requires every word', async () => {
      expect(await findNames('orvalia licorne')).toEqual([]);
      expect(await findNames('marbrelle crèche')).toEqual(['Marbrelle']);
      expect(await findNames('crèche orvalia')).toEqual([]);
    });

    it('cuts pages that neither repeat nor forget anyone', async () => {
      for (const text of ['', 'ateliers', 'crèche']) {
        const whole = await find({ text });
        const pages: string[] = [];
        for (let page = 1; page <= Math.ceil(whole.total / 7) + 1; page++)
          pages.push(...sirens(await find({ text, page, pageSize: 7 })));
        expect(pages).toEqual(sirens(whole));
      }
    });

    it('does no harm with what nobody would type', async () => {
      const hostile = ['"', '«', '""', "' OR 1=1 --", 'a* OR b', 'NEAR(a b)', '{{7*7}}', '\\', '\u0000', '😀', 'é'.repeat(120), '35" OR siren EXISTS OR x = "', '\\" OR siren EXISTS', '- - -', 'a"b"c"', '𝒪rvalia', '%_%', "siren = '1'"]; // prettier-ignore
      for (const text of hostile) {
        const { total } = await find({ text });
        expect([text, total]).toEqual([text, fold(text) === '' ? DOCUMENTS.length : expect.any(Number)]);
        expect((await find({ text: `${text} "licorne"` })).total).toBe(0);
        expect((await find({ benefits: [text] })).total).toBe(0);
        for (const facet of [
          'families',
          'regions',
          'departments',
          'communes',
          'branches',
          'sectors',
          'headcounts',
        ])
          expect((await find({ [facet]: [text] })).total).toBe(0);
        const near = { communeCode: text, km: 10, communes: [{ code: text, km: 0 }] };
        expect((await find({ near, order: 'distance' })).total).toBe(0);
        expect((await find({ priorities: [text], order: 'priorities' })).total).toBe(DOCUMENTS.length);
      }
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
          const result = await find({ text: text.toWellFormed(), pageSize: 20 });
          expect(result.hits.length).toBe(Math.min(20, result.total));
          expect(await engine.count(queryOf({ text: text.toWellFormed() }))).toBe(result.total);
        }),
        { numRuns: 40 },
      );
    }, 120_000);

    it('suggests names as they are typed', async () => {
      const suggested = async (text: string) => (await engine.suggest(text, 3)).map(({ name }) => name);
      expect((await suggested('orv'))[0]).toBe('Orvalia');
      expect((await suggested('marbrele'))[0]).toBe('Marbrelle');
      expect((await suggested('le nid'))[0]).toBe('Le Nid d’Éole');
      expect(await suggested('')).toEqual([]);
      expect(await suggested('"')).toEqual([]);
      expect(await engine.suggest('tourneval et fils', 1)).toHaveLength(1);
      const malo = await engine.suggest('tourneval saint malo', 3);
      expect(malo).toEqual([{ siren: '900000112', name: 'tourneval et fils', place: 'Saint-Malo' }]);
    });
  });

  describe.skipIf(skip)(`search engine: ${name}, many employers`, () => {
    const many = Array.from({ length: 1300 }, (_, i) =>
      employer(String(910000000 + i), `Comptoir ${String(i).padStart(4, '0')}`, [`D${i % 130}`]),
    );
    let engine: SearchEngine;
    beforeAll(async () => {
      engine = await open(many, 'generation-2');
    });
    afterAll(() => engine?.close());

    it('reaches the last of them, and counts them all', async () => {
      for (const text of ['', 'comptoir']) {
        const last = await engine.search(search({ text, page: 65, pageSize: 20 }));
        expect(last.total).toBe(1300);
        expect(names(last).at(-1)).toBe('Comptoir 1299');
        expect(last.facets.departments).toHaveLength(130);
      }
    });
  });
}
