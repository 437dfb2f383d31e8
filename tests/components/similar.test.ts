import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { ofTown } from '#domain/french.ts';
import type { Establishment } from '#domain/profile.ts';
import { nearbyOf, similarHref } from '#components/view/similar.ts';
import { makeIdentity } from '../support/identity.ts';
import { Siret } from '#domain/ids.ts';

const catalogue = loadCatalogue();
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const headOffice: Establishment = {
  siret: Siret.parse('00123456300017'),
  name: null,
  communeCode: '72181',
  communeName: 'Le Mans',
  departmentCode: '72',
  position: { lat: 48, lon: 0.2 },
  isHeadOffice: true,
  isOpen: true,
};

describe('where to look for the same benefit', () => {
  const at = (head: Partial<Establishment>, placeBasis: 'establishments' | 'filing' | 'unknown' = 'establishments') =>
    nearbyOf(
      { identity: makeIdentity({ establishments: [{ ...headOffice, ...head }] }), departments: ['72'], placeBasis },
      catalogue,
    ); // prettier-ignore

  it('is around the head office, else in the department, else anywhere', () => {
    expect(at({})).toEqual({
      words: 'Le même avantage près du Mans',
      params: { pres: '72181', rayon: '30' },
    });
    const inDepartment = at({ position: null });
    expect(plain(inDepartment.words)).toBe('Le même avantage : Sarthe (72)');
    expect(inDepartment.params).toEqual({ departement: '72' });
    expect(at({}, 'filing').params).toEqual({ departement: '72' });
    expect(at({}, 'unknown')).toEqual({ words: 'Le même avantage ailleurs', params: {} });
  });

  it('is said in French', () => {
    expect(['Rennes', 'Angers', 'Le Havre', 'Les Ulis', 'La Rochelle', 'Lesquin'].map(ofTown)).toEqual([
      'de Rennes',
      'd’Angers',
      'du Havre',
      'des Ulis',
      'de La Rochelle',
      'de Lesquin',
    ]);
  });
});

it('similar employers are of the same sector and size', () => {
  const of = (headcountBand: string | null, nafCode: string | null) =>
    similarHref({ identity: makeIdentity({ headcountBand }), nafCode });
  expect(of('21', '6201Z')).toBe('/recherche?secteur=62&effectif=21');
  expect(of(null, '62.01Z')).toBe('/recherche?secteur=62');
  expect(of('21', null)).toBe('/recherche?effectif=21');
  expect(of(null, null)).toBeNull();
});
