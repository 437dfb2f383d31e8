import { describe, expect, it } from 'vitest';
import type { BenefitId } from '#domain/ids.ts';
import { compareByDistance, compareByPriorities, effectiveOrder } from '#domain/search-order.ts';
import { communesNear, coversPlace, distanceTo, isInPlace } from '#domain/search-place.ts';
import { attestedWeight, combinationsByWeight, standingOf } from '#domain/search-priorities.ts';
import { queryOf } from '#domain/search.ts';
import { COMMUNES, employer } from '../search/fixture.ts';

const near = (code: string, km: number) => communesNear(code, km, COMMUNES)!;

describe('places of a search', () => {
  it('lie at the distance of their centres, in whole kilometres, nearest first', () => {
    expect(near('35238', 65).communes).toEqual([
      { code: '35238', km: 0 },
      { code: '35051', km: 6 },
      { code: '22050', km: 47 },
      { code: '35288', km: 64 },
    ]);
    expect(near('35238', 46.9).communes).toHaveLength(2);
    expect(near('35238', 0).communes).toEqual([{ code: '35238', km: 0 }]);
    expect(communesNear('97105', 50, COMMUNES)).toBeNull();
    expect(communesNear('99999', 50, COMMUNES)).toBeNull();
  });

  it('hold an employer by one of its communes, departments or regions', () => {
    const one = employer('900000001', 'Une', ['35', '44'], [], { communes: ['35288', '44109'] });
    const inPlace = (change: Parameters<typeof queryOf>[0]) => isInPlace(one, queryOf(change));
    expect(inPlace({})).toBe(true);
    expect(inPlace({ communes: ['35238'] })).toBe(false);
    expect(inPlace({ communes: ['35238'], departments: ['44'] })).toBe(true);
    expect(inPlace({ regions: ['53'] })).toBe(true);
    expect(inPlace({ near: near('35238', 60) })).toBe(false);
    expect(inPlace({ near: near('35238', 64) })).toBe(true);
    expect(distanceTo(one, near('35238', 100))).toBe(64);
    expect(distanceTo(one, near('35238', 10))).toBeNull();
  });

  it('are covered by a claim of some establishments only where these are', () => {
    const two = employer('900000001', 'Deux', ['35'], [['creche', 'in-force', ['35']]], {
      communes: ['35238', '35288'],
    });
    const [claim] = two.claims;
    expect(claim!.communes).toEqual(['35238']);
    expect(coversPlace(claim!, two, queryOf({ communes: ['35238'] }))).toBe(true);
    expect(coversPlace(claim!, two, queryOf({ communes: ['35288'] }))).toBe(false);
    expect(coversPlace(claim!, two, queryOf({ departments: ['35'] }))).toBe(true);
    expect(coversPlace(claim!, two, queryOf({ regions: ['53'] }))).toBe(true);
    expect(coversPlace(claim!, two, queryOf({ regions: ['52'] }))).toBe(false);
  });
});

describe('priorities', () => {
  const priorities = ['creche', 'mutuelle', 'teletravail'] as BenefitId[];
  const query = queryOf({ priorities, order: 'priorities' });

  it('weigh by their place, and are summed over what is attested', () => {
    const both = employer('900000001', 'Deux', ['35'], [['creche', 'in-force'], ['teletravail', 'presumed']]); // prettier-ignore
    const lapsed = employer(
      '900000002',
      'Passé',
      ['35'],
      [
        ['creche', 'lapsed'],
        ['mutuelle', 'ended'],
      ],
    );
    expect([both, lapsed].map((document) => attestedWeight(document, query))).toEqual([4, 0]);
    const standings = (document: typeof both) => priorities.map((id) => standingOf(document, id, query));
    expect(standings(both)).toEqual(['attested', 'unknown', 'attested']);
    expect(standings(lapsed)).toEqual(['unknown', 'ended', 'unknown']);
    expect([lapsed, both].toSorted(compareByPriorities(query))).toEqual([both, lapsed]);
  });

  it('combine in every way once, the heaviest sum first', () => {
    const sums = combinationsByWeight(3);
    expect(sums.map(({ weight, combinations }) => [weight, combinations.length])).toEqual([[6, 1], [5, 1], [4, 1], [3, 2], [2, 1], [1, 1], [0, 1]]); // prettier-ignore
    expect(combinationsByWeight(5).flatMap(({ combinations }) => combinations)).toHaveLength(32);
    expect(combinationsByWeight(0)).toEqual([{ weight: 0, combinations: [[]] }]);
  });
});

describe('orders that mean nothing', () => {
  it('are the default one', () => {
    expect(effectiveOrder(queryOf({ order: 'priorities' }), [])).toEqual({ by: 'default' });
    expect(effectiveOrder(queryOf({ order: 'distance' }), [])).toEqual({ by: 'default' });
    expect(effectiveOrder(queryOf({ order: 'value' }), [])).toEqual({ by: 'default' });
  });

  it('come by name where the distance is the same', () => {
    const [b, a] = [employer('900000001', 'B', ['35']), employer('900000002', 'A', ['35'])];
    const far = employer('900000003', 'Loin', ['69']);
    expect([far, b, a].toSorted(compareByDistance(near('35238', 30)))).toEqual([a, b, far]);
  });
});
