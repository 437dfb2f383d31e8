import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { placeFinder } from '#search/place-words.ts';
import { COMMUNES } from './fixture.ts';

const { regions, departments } = loadCatalogue();
const commune = (communeCode: string, communeName: string, departmentCode: string, employers = 1) => ({
  ...COMMUNES[0]!,
  ...{ communeCode, communeName, departmentCode, employers },
});
const places = [
  ...COMMUNES,
  commune('93066', 'Saint-Denis', '93', 40),
  commune('97411', 'Saint-Denis', '974', 9),
  commune('75056', 'Paris', '75', 900),
];
const find = placeFinder({ regions, departments, places });
const meant = (words: string): string[] => find(words).map(({ kind, code }) => `${kind}=${code}`);

describe('places in words', () => {
  it.each([
    ['Rennes', ['commune=35238']],
    ['rennes', ['commune=35238']],
    ['  SAINT MALO ', ['commune=35288']],
    ['Rennes (35)', ['commune=35238']],
    ['35', ['departement=35']],
    ['2a', ['departement=2A']],
    ['35000', ['departement=35']],
    ['20200', ['departement=2B']],
    ['97410', ['departement=974']],
    ['Bretagne', ['region=53']],
    ['ille et vilaine', ['departement=35']],
    ['Renne', ['commune=35238']],
    ['Renens', ['commune=35238']],
    ['Paris', ['commune=75056']],
    ['La Réunion', ['departement=974']],
    ['Saint-Denis', ['commune=93066', 'commune=97411']],
    ['Saint-Denis 974', ['commune=97411']],
    ['Cesson', ['commune=35051']],
    ['zzzzz', []],
    ['', []],
    ['(', []],
  ])('« %s »', (words, expected) => {
    expect(meant(words)).toEqual(expected);
  });

  it('offers every place that begins so, those with most employers first', () => {
    expect(meant('saint').slice(0, 2)).toEqual(['commune=93066', 'commune=97411']);
  });
});
