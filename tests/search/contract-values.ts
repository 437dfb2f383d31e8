import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BenefitId } from '#domain/ids.ts';
import type { Minimum } from '#domain/search-values.ts';
import type { SearchResult } from '#domain/search.ts';
import type { search } from './fixture.ts';

export const sirens = (result: SearchResult): string[] => result.hits.map(({ siren }) => siren);
export const names = (result: SearchResult): string[] => result.hits.map(({ name }) => name);

const SLOTS = [
  'mutuelle.employerShare',
  'mutuelle.employerShare',
  'mutuelle.employerAmount',
  'enfant-malade.noticeDays',
  'enfant-malade.isPaid',
  'titres-restaurant.faceValue',
  'titres-restaurant.days',
  'titres-restaurant.licorne',
];
const minimum: fc.Arbitrary<Minimum> = fc
  .tuple(fc.constantFrom(...SLOTS), fc.constantFrom(0, 0.3, 1, 9.48, 9.5, 50, 60, 72.45, 72.451, 80, 101))
  .map(([name, value]) => {
    const [benefit, slot] = name.split('.') as [BenefitId, string];
    return { benefit, slot, value };
  });

/** Values a query may ask for; half of the time none. */
export const minimums: fc.Arbitrary<Minimum[]> = fc.oneof(
  fc.constant<Minimum[]>([]),
  fc.array(minimum, { minLength: 1, maxLength: 2 }),
);

type Find = (query: Parameters<typeof search>[0]) => Promise<SearchResult>;

/** The part of the contract that is about values, on the documents of the fixture. */
export function itFindsByValue(find: Find): void {
  it('finds by value, to the thousandth, where and while the claim counts', async () => {
    const mutuelle = (value: number) => [{ benefit: 'mutuelle', slot: 'employerShare', value }];
    const nord = 'Groupe Orvalia Nord';
    expect(names(await find({ minimums: mutuelle(73) }))).toEqual(['Berceau de Lune', nord]);
    expect(names(await find({ minimums: mutuelle(73), departments: ['35'] }))).toEqual(['Berceau de Lune']);
    expect(names(await find({ minimums: mutuelle(73), departments: ['69'] }))).toEqual([nord]);
    expect(names(await find({ minimums: mutuelle(73), states: ['lapsed'] }))).toEqual([nord]);
    expect(names(await find({ minimums: mutuelle(50), departments: ['2A'] }))).toContain(nord);
    expect(names(await find({ minimums: mutuelle(0.3) }))).toContain('Marbrelle');
    expect(names(await find({ minimums: mutuelle(0.301) }))).not.toContain('Marbrelle');
    expect((await find({ minimums: mutuelle(101) })).total).toBe(0);
    for (const slot of ['licorne', 'isPaid', '__proto__'])
      expect((await find({ minimums: [{ benefit: 'mutuelle', slot, value: 0 }] })).total).toBe(0);
  });

  it('asks for at most this much where less is better', async () => {
    const notice = (value: number) => [{ benefit: 'enfant-malade', slot: 'noticeDays', value }];
    const none = await find({ minimums: notice(0) });
    const one = await find({ minimums: notice(1) });
    expect(none.total).toBeGreaterThan(0);
    expect(one.total).toBeGreaterThan(none.total);
    expect(sirens(one)).toEqual(expect.arrayContaining(sirens(none)));
  });

  it('lists by value when asked to, unknown values last, and cuts pages all the same', async () => {
    const whole = await find({ benefits: ['mutuelle'], order: 'value' });
    expect(names(whole).slice(0, 2)).toEqual(['Berceau de Lune', 'Groupe Orvalia Nord']);
    const shares = whole.hits.map(({ claims }) =>
      Math.max(...claims.map(({ benefit, values: { employerShare } }) => benefit === 'mutuelle' && typeof employerShare === 'number' ? employerShare : -1)),
    ); // prettier-ignore
    expect(shares.at(-1)).toBe(-1);
    const pages: string[] = [];
    for (let page = 1; page <= Math.ceil(whole.total / 4) + 1; page++)
      pages.push(...sirens(await find({ benefits: ['mutuelle'], order: 'value', page, pageSize: 4 })));
    expect(pages).toEqual(sirens(whole));
    const notice = await find({ benefits: ['enfant-malade'], order: 'value' });
    expect(notice.hits[0]!.claims[0]!.values['noticeDays']).toBe(0);
    const without = await find({ benefits: ['creche'], order: 'value' });
    expect(sirens(without)).toEqual(sirens(await find({ benefits: ['creche'] })));
  });
}
