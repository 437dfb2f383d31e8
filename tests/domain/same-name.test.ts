import { describe, expect, it } from 'vitest';
import type { Siren } from '#domain/ids.ts';
import { isShared, isStreetUse, namesakesOf, sameNameKey, type EmployerName } from '#domain/same-name.ts';

const row = (n: number, name: string, isLegal = false): EmployerName => ({
  siren: `11111111${n}` as Siren,
  name,
  isLegal,
});

describe('names that people take for one employer', () => {
  it.each([
    ['PHARMACIE DE LA RUE LECLERC', true],
    ['RESIDENCE DU GENERAL LECLERC', true],
    ['GARAGE AV MARECHAL LECLERC', true],
    ['12 BD LECLERC', true],
    ['CENTRE E.LECLERC', false],
    ['LECLERC DRIVE', false],
    ['SOCIETE LECLERC', false],
    ['AVENUE DU PAIN LECLERC', false],
  ])('%s: is the word that of a street? %s', (name, expected) => {
    expect(isStreetUse(sameNameKey(name), 'leclerc')).toBe(expected);
  });

  it('are told apart by number, whatever the name that holds the words', () => {
    const found = namesakesOf(
      [
        row(1, 'RENNES DISTRIBUTION', true),
        row(1, 'E. LECLERC'),
        row(2, 'LECLERC ET FILS', true),
        row(3, 'PHARMACIE RUE LECLERC', true),
        row(4, 'LECLERCQ MENUISERIE', true),
        row(2, 'Leclerc'),
      ],
      'leclerc',
    );
    expect(found.map(({ siren, names }) => [siren.at(-1), names])).toEqual([
      ['1', ['E. LECLERC']],
      ['2', ['LECLERC ET FILS', 'Leclerc']],
    ]);
  });

  it('are one brand when two numbers go by one sign, or by the very words', () => {
    expect(isShared([row(1, 'E.LECLERC'), row(2, 'E LECLERC')], 'leclerc')).toBe(true);
    expect(isShared([row(1, 'LECLERC', true), row(2, 'Leclerc')], 'leclerc')).toBe(true);
  });

  it('are none when one employer alone has the sign, names only resemble each other, or a street is meant', () => {
    expect(isShared([row(1, 'E.LECLERC'), row(1, 'E LECLERC')], 'leclerc')).toBe(false);
    expect(isShared([row(1, 'LECLERC ET FILS', true), row(2, 'LECLERC ET FILS', true)], 'leclerc')).toBe(
      false,
    );
    expect(isShared([row(1, 'AV LECLERC'), row(2, 'AV LECLERC')], 'leclerc')).toBe(false);
  });
});
