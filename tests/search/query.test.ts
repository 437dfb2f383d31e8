import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIVE_STATES, SHOWN_STATES } from '#domain/claim.ts';
import type { BenefitId } from '#domain/ids.ts';
import type { Valued } from '#domain/search-values.ts';
import { COMMUNES } from './fixture.ts';
import { formatSearchQuery, type KnownValues, parseSearchQuery } from '#search/query.ts';

const benefitId = (id: string): BenefitId => id as BenefitId;
const percent = { label: 'Part', unit: '%', better: 'more' as const };
const valued = (id: string, slots: Valued['values'] = {}, mainValue: string | null = null) =>
  [id, { id: benefitId(id), values: slots, mainValue }] as const;
const values: KnownValues = {
  benefits: new Map([
    valued('creche'),
    valued(
      'mutuelle',
      { share: percent, amount: { ...percent, unit: '€' }, isFamily: { ...percent, unit: 'oui/non' } },
      'share',
    ),
    valued('teletravail', { days: { ...percent, unit: 'jours', better: 'none' } }, 'days'),
    valued('enfant-malade', { notice: { ...percent, unit: 'jours', better: 'less' } }, 'notice'),
  ]),
  families: new Set(['parentalite', 'sante', 'temps']),
  regions: new Set(['53', '52']),
  departments: new Set(['01', '2A', '35', '44', '971']),
  places: () => new Map(COMMUNES.map((place) => [place.communeCode, place])),
  branches: new Map([['1486', 'Bureaux d’études']]),
  sectors: new Set(['10', '62', '84']),
  headcounts: new Set(['00', '11', '53']),
};
const parse = (address: string) => parseSearchQuery(new URLSearchParams(address), values);

const anyParams = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'q',
        'avantage',
        'avantage',
        'minimum',
        'minimum',
        'minimum.mutuelle.share',
        'minimum.enfant-malade.notice',
        'minimum..',
        'tri',
        'famille',
        'region',
        'departement',
        'commune',
        'pres',
        'rayon',
        'ou',
        'branche',
        'priorite',
        'priorite',
        'monter',
        'descendre',
        'retirer',
        'secteur',
        'effectif',
        'etat',
        'page',
        'x',
      ),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          'creche',
          'mutuelle',
          'mutuelle.share:60',
          'mutuelle.amount:9,48',
          'enfant-malade.notice:0',
          'mutuelle.licorne:1',
          'creche.__proto__:1',
          '0.001',
          'valeur',
          'distance',
          'priorites',
          'nom',
          '35238',
          'teletravail',
          '1486',
          '53',
          'sante',
          '35',
          '62',
          '11',
          'in-force',
          'lapsed',
          '2',
          '-1',
          '1e9',
        ),
      ),
    ),
    { maxLength: 40 },
  )
  .map((pairs) => new URLSearchParams(pairs.map(([name, value]) => [name, value.toWellFormed()])));

describe('search addresses', () => {
  it('reads every parameter', () => {
    const query = parse(
      'q=cr%C3%A8che+rennes&avantage=creche&avantage=mutuelle&famille=sante&departement=35&secteur=62&effectif=11&etat=lapsed&page=3',
    );
    expect(query).toMatchObject({
      text: 'crèche rennes',
      benefits: ['creche', 'mutuelle'],
      minimums: [],
      families: ['sante'],
      departments: ['35'],
      sectors: ['62'],
      headcounts: ['11'],
      states: ['lapsed'],
      order: 'default',
      page: 3,
      pageSize: 20,
    });
  });

  it('reads places, and a radius of thirty kilometres unless another is named', () => {
    expect(parse('region=53&region=99&departement=35&commune=35238&commune=1')).toMatchObject({
      regions: ['53'],
      departments: ['35'],
      communes: ['35238'],
      near: null,
    });
    expect(parse('pres=35238').near?.km).toBe(30);
    expect(parse('pres=35238&rayon=5').near?.communes).toEqual([{ code: '35238', km: 0 }]);
    expect(parse('pres=35238&rayon=5000').near?.km).toBe(100);
    expect(parse('pres=35238&rayon=loin').near?.km).toBe(30);
    expect(parse('pres=97105').near).toBeNull();
    expect(formatSearchQuery(parse('pres=35238&tri=distance'))).toBe('pres=35238&rayon=30&tri=distance');
    expect(parse('pres=99999&tri=distance').order).toBe('default');
    expect(parse('ou=teletravail').isRemoteAccepted).toBe(false);
    expect(parse('ou=teletravail&region=53').isRemoteAccepted).toBe(true);
  });

  it('reads priorities in order, five at most, and what buttons do to them', () => {
    const list = (address: string) => parse(address).priorities;
    const three = 'priorite=creche&priorite=mutuelle&priorite=teletravail';
    expect(list(`${three}&priorite=creche&priorite=licorne`)).toEqual(['creche', 'mutuelle', 'teletravail']);
    expect(list(`${three}&monter=teletravail`)).toEqual(['creche', 'teletravail', 'mutuelle']);
    expect(list(`${three}&descendre=creche`)).toEqual(['mutuelle', 'creche', 'teletravail']);
    expect(list(`${three}&monter=creche&descendre=licorne`)).toEqual(['creche', 'mutuelle', 'teletravail']);
    expect(list(`${three}&retirer=mutuelle`)).toEqual(['creche', 'teletravail']);
    expect(list(`${three}&avantage=creche`)).toEqual(['mutuelle', 'teletravail']);
    expect(parse(three).order).toBe('priorities');
    expect(parse(`${three}&tri=nom`).order).toBe('name');
    expect(formatSearchQuery(parse(`${three}&monter=mutuelle`))).toBe(
      'priorite=mutuelle&priorite=creche&priorite=teletravail',
    );
  });

  it('asks for live states unless told otherwise, and leaves them out of the address', () => {
    expect(parse('').states).toEqual(LIVE_STATES);
    expect(parse('etat=inconnu').states).toEqual(LIVE_STATES);
    const spelledOut = LIVE_STATES.map((state) => `etat=${state}`).join('&');
    expect(formatSearchQuery(parse(spelledOut))).toBe('');
    expect(parse('etat=lapsed&etat=in-force').states).toEqual(['in-force', 'lapsed']);
  });

  it('reads what is asked of values, as an address or a form says it, and asks for the benefit too', () => {
    const sixty = [{ benefit: 'mutuelle', slot: 'share', value: 60 }];
    for (const address of ['minimum=mutuelle.share:60', 'minimum.mutuelle.share=60', 'minimum.mutuelle.share=60,0+%25', 'minimum=mutuelle.share:60.000&minimum=mutuelle.share:70', 'avantage=mutuelle&minimum=mutuelle.share:70&minimum.mutuelle.share=60'])
      expect([address, parse(address)]).toMatchObject([address, { benefits: ['mutuelle'], minimums: sixty }]);
    expect(formatSearchQuery(parse('minimum.mutuelle.share=9,5'))).toBe('avantage=mutuelle&minimum=mutuelle.share%3A9.5');
    expect(parse('minimum=enfant-malade.notice:0').minimums).toHaveLength(1);
  }); // prettier-ignore

  it.each([
    'mutuelle.share:', 'mutuelle.share:beaucoup', 'mutuelle.share:-1', 'mutuelle.share:1e3', 'mutuelle.share:1.2345', 'mutuelle.share:999999999',
    'mutuelle.licorne:1', 'licorne.share:1', 'mutuelle.isFamily:1', 'teletravail.days:2', 'mutuelle.__proto__:1', '__proto__.share:1', 'mutuelle:60', ':',
  ])('ignores the minimum « %s »', (minimum) => {
    expect(parse(new URLSearchParams({ minimum }).toString())).toMatchObject({ benefits: [], minimums: [] });
  }); // prettier-ignore

  it('orders by value only one benefit whose values compare', () => {
    const order = (address: string) => parse(`tri=valeur&${address}`).order;
    expect(order('avantage=mutuelle')).toBe('value');
    expect(order('minimum=mutuelle.amount:10')).toBe('value');
    expect(order('avantage=enfant-malade')).toBe('value');
    expect(order('')).toBe('default');
    expect(order('avantage=creche')).toBe('default');
    expect(order('avantage=teletravail')).toBe('default');
    expect(order('avantage=mutuelle&avantage=creche')).toBe('default');
    expect(parse('tri=licorne&avantage=mutuelle').order).toBe('default');
    expect(formatSearchQuery(parse('tri=valeur&avantage=mutuelle'))).toBe('avantage=mutuelle&tri=valeur');
  });

  it('drops unknown and repeated values', () => {
    expect(parse('avantage=licorne&avantage=creche&avantage=creche').benefits).toEqual(['creche']);
    expect(parse('departement=__proto__&departement=35').departments).toEqual(['35']);
  });

  it.each(['0', '-1', '1.5', 'deux', '1e9', '99999999999', ''])('takes page « %s » for page 1', (page) => {
    expect(parse(`page=${page}`).page).toBe(1);
  });

  it('caps the page, the text and the choices', () => {
    expect(parse('page=999999').page).toBe(10_000);
    expect(parse(`q=${'é'.repeat(5000)}`).text).toHaveLength(120);
    const many = Array.from({ length: 90 }, (_, i) => `d${i}`);
    const query = parseSearchQuery(
      new URLSearchParams(many.map((value) => ['departement', value])),
      { ...values, departments: new Set(many) }, // prettier-ignore
    );
    expect(query.departments).toHaveLength(30);
  });

  it('comes back as it was from its own address', () => {
    fc.assert(
      fc.property(anyParams, (params) => {
        const query = parseSearchQuery(params, values);
        const address = formatSearchQuery(query);
        expect(parse(address)).toEqual(query);
        expect(formatSearchQuery(parse(address))).toBe(address);
        expect(query.states.every((state) => SHOWN_STATES.includes(state))).toBe(true);
        expect(query.text).not.toMatch(/[\u0000-\u001f]/);
      }),
    );
  });

  it('knows the values of the catalogue by itself', () => {
    const query = parseSearchQuery(
      new URLSearchParams('famille=sante&departement=35&secteur=62&effectif=11'),
    );
    expect([query.families, query.departments, query.sectors, query.headcounts]).toEqual([
      ['sante'],
      ['35'],
      ['62'],
      ['11'],
    ]);
  });
});
