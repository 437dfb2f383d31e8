import { describe, expect, it } from 'vitest';
import { checkShrinkage, seriesOf } from '#sources/drift.ts';

const shrinks = (rows: number, before: number | null) => () =>
  checkShrinkage({ source: 'sirene', file: 'StockUniteLegale_utf8.zip', rows, before });

describe('a full file', () => {
  it('may lose half of its rows, not more', () => {
    expect(shrinks(500, 1000)).not.toThrow();
    expect(shrinks(499, 1000)).toThrow(/holds 499 records where the one before held 1000.*--accept-shrink/);
  });

  it('is compared with nothing the first time, and little with little', () => {
    expect(shrinks(1, null)).not.toThrow();
    expect(shrinks(1, 49)).not.toThrow();
    expect(shrinks(1, 50)).toThrow(/Nothing was changed/);
  });
});

describe('the series of a file', () => {
  it.each([
    ['StockUniteLegale_utf8.zip', 'StockUniteLegale_utf8.parquet'],
    ['StockUniteLegale_utf8.csv.gz', 'StockUniteLegale.parquet'],
    ['Freemium_acco_global_20250713-140000.tar.gz', 'Freemium_acco_global_20260713-140000.tar.gz'],
  ])('holds %s and %s', (one, other) => {
    expect(seriesOf(one)).toBe(seriesOf(other));
  });

  it('is another one for units and establishments', () => {
    expect(seriesOf('StockUniteLegale_utf8.zip')).not.toBe(seriesOf('StockEtablissement_utf8.zip'));
  });
});
