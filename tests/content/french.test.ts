import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, countOrNone, elide, enumerate, formatNumber, plural } from '#domain/french.ts';

describe('plural', () => {
  it.each([
    [0, 'avantage'],
    [1, 'avantage'],
    [1.5, 'avantage'],
    [2, 'avantages'],
    [1000, 'avantages'],
  ])('%d → %s', (n, word) => {
    expect(plural(n, 'avantage')).toBe(word);
  });

  it('takes an irregular plural', () => {
    expect(plural(2, 'signal', 'signaux')).toBe('signaux');
  });

  it('writes number and word on one line, thousands grouped', () => {
    expect(count(1234, 'accord')).toBe('1\u202f234\u00a0accords');
    expect(count(0, 'accord')).toBe('0\u00a0accord');
    expect(countOrNone(0, 'preuve', 'preuves', 'f')).toBe('aucune preuve');
    expect(countOrNone(1, 'accord', 'accords', 'm')).toBe('1\u00a0accord');
    expect(countOrNone(2, 'accord', 'accords', 'm')).toBe('2\u00a0accords');
  });

  it('writes decimals with a comma', () => {
    expect(formatNumber(7.32)).toBe('7,32');
  });
});

describe('elide', () => {
  it.each([
    ['de', 'Orange', 'd’Orange'],
    ['de', 'Île-de-France', 'd’Île-de-France'],
    ['de', 'Renault', 'de Renault'],
    ['de', 'Hermès', 'de Hermès'],
    ['le', 'accord', 'l’accord'],
    ['la', 'UES', 'l’UES'],
    ['de', 'horaires', 'd’horaires'],
    ['le', 'handicap', 'le handicap'],
    ['de', 'onze', 'de onze'],
    ['que', 'aucun', 'qu’aucun'],
    ['De', 'autres', 'D’autres'],
    ['de', 'Yonne', 'de Yonne'],
  ])('%s + %s', (word, next, expected) => {
    expect(elide(word, next)).toBe(expected);
  });
});

it('enumerates', () => {
  expect(enumerate([])).toBe('');
  expect(enumerate(['a'])).toBe('a');
  expect(enumerate(['a', 'b', 'c'])).toBe('a, b et c');
  expect(enumerate(['a', 'b'], 'ou')).toBe('a ou b');
});

describe('numbers', () => {
  it('are written as the French formatter writes them', () => {
    const formatter = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
    const numbers = fc.oneof(
      fc.integer({ min: -2000, max: 2_000_000 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((n) => n !== 0),
    );
    fc.assert(
      fc.property(numbers, (n) => {
        expect(formatNumber(n)).toBe(formatter.format(n));
      }),
    );
  });
});
