import { describe, expect, it } from 'vitest';
import type { BenefitId, Siren } from '#domain/ids.ts';
import { bestValue, compareByValue } from '#domain/search-order.ts';
import { askedValueOrder, directionOf, thousandths, valueOrderOf } from '#domain/search-values.ts';
import { queryOf, type SearchDocument } from '#domain/search.ts';

const id = 'mutuelle' as BenefitId;
const slot = (better: 'more' | 'less' | 'none', unit = '%') => ({ label: 'Part', unit, better });
const order = { benefit: id, slot: 'share', direction: 'more' } as const;
const query = queryOf({ states: ['in-force'] });

type Claim = [share: number | null, state?: 'in-force' | 'lapsed', departments?: string[]];
const document = (siren: string, name: string, ...claims: Claim[]) => ({
  siren: siren as Siren,
  name,
  departments: ['35', '44'],
  places: [],
  claims: claims.map(([share, state = 'in-force', departments]): SearchDocument['claims'][number] => ({
    benefit: id,
    state,
    values: share === null ? {} : { share },
    departments: departments ?? null,
    communes: departments ? [] : null,
  })),
});

describe('values as they are compared', () => {
  it('are whole thousandths', () => {
    expect(thousandths(0.1 + 0.2)).toBe(300);
    expect(thousandths(72.45)).toBe(72_450);
    expect(Object.is(thousandths(-0), 0)).toBe(true);
    for (const none of [undefined, true, '60', Number.NaN, Infinity, -1, 100_000_000])
      expect(thousandths(none)).toBeNull();
  });

  it('are numbers of which one is better', () => {
    expect([slot('more'), slot('less')].map(directionOf)).toEqual(['more', 'less']);
    for (const none of [undefined, slot('none'), slot('more', 'oui/non'), slot('more', 'texte')])
      expect(directionOf(none)).toBeNull();
  });
});

describe('the order by value', () => {
  it('is that of the main value of the one benefit asked for, when asked for', () => {
    const benefit = { id, values: { share: slot('less') }, mainValue: 'share' };
    expect(valueOrderOf(benefit)).toEqual({ benefit: id, slot: 'share', direction: 'less' });
    expect(valueOrderOf({ ...benefit, mainValue: null })).toBeNull();
    expect(askedValueOrder({ order: 'value', benefits: [id] }, [benefit])).not.toBeNull();
    expect(askedValueOrder({ order: 'default', benefits: [id] }, [benefit])).toBeNull();
    expect(askedValueOrder({ order: 'value', benefits: [] }, [benefit])).toBeNull();
    expect(askedValueOrder({ order: 'value', benefits: [id, 'creche' as BenefitId] }, [benefit])).toBeNull();
  });

  it('takes the best claim that counts', () => {
    const held = document('1', 'A', [55], [80, 'in-force', ['44']], [90, 'lapsed'], [null]);
    expect(bestValue(held, order, query)).toBe(80_000);
    expect(bestValue(held, order, { ...query, departments: ['35'] })).toBe(55_000);
    expect(bestValue(held, { ...order, direction: 'less' }, query)).toBe(55_000);
    expect(bestValue(document('1', 'A', [null]), order, query)).toBeNull();
  });

  it('puts the best first, the unknown last, ties by name, then SIREN', () => {
    const list = [
      document('5', 'Aulne', [null]), document('4', 'Bouleau', [60]), document('3', 'Cèdre', [72.45]),
      document('2', 'bouleau', [60]), document('1', 'Érable', [60]),
    ]; // prettier-ignore
    const names = (direction: 'more' | 'less') =>
      list.toSorted(compareByValue({ ...order, direction }, query)).map(({ siren }) => siren);
    expect(names('more')).toEqual(['3', '2', '4', '1', '5']);
    expect(names('less')).toEqual(['2', '4', '1', '3', '5']);
  });
});
