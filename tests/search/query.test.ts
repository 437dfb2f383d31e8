import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIVE_STATES, SHOWN_STATES } from '#domain/claim.ts';
import { formatSearchQuery, type KnownValues, parseSearchQuery } from '#search/query.ts';

const values: KnownValues = {
  benefits: new Set(['creche', 'mutuelle', 'teletravail', 'enfant-malade']),
  families: new Set(['parentalite', 'sante', 'temps']),
  departments: new Set(['01', '2A', '35', '44', '971']),
  sectors: new Set(['10', '62', '84']),
  headcounts: new Set(['00', '11', '53']),
};
const parse = (address: string) => parseSearchQuery(new URLSearchParams(address), values);

const anyParams = fc
  .array(
    fc.tuple(
      fc.constantFrom('q', 'avantage', 'famille', 'departement', 'secteur', 'effectif', 'etat', 'page', 'x'),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          'creche',
          'mutuelle',
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
    expect(query).toEqual({
      text: 'crèche rennes',
      benefits: ['creche', 'mutuelle'],
      families: ['sante'],
      departments: ['35'],
      sectors: ['62'],
      headcounts: ['11'],
      states: ['lapsed'],
      page: 3,
      pageSize: 20,
    });
  });

  it('asks for live states unless told otherwise, and leaves them out of the address', () => {
    expect(parse('').states).toEqual(LIVE_STATES);
    expect(parse('etat=inconnu').states).toEqual(LIVE_STATES);
    const spelledOut = LIVE_STATES.map((state) => `etat=${state}`).join('&');
    expect(formatSearchQuery(parse(spelledOut))).toBe('');
    expect(parse('etat=lapsed&etat=in-force').states).toEqual(['in-force', 'lapsed']);
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
