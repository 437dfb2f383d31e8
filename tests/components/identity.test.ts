import { describe, expect, it } from 'vitest';
import { viewIdentity } from '#components/view/identity.ts';
import type { Identity } from '#domain/profile.ts';
import { Siren } from '#domain/ids.ts';
import { makeIdentity } from '../support/identity.ts';
import { day, siren } from './fixtures.ts';

const view = (changes: Partial<Identity> | null) =>
  viewIdentity(
    { siren, nafCode: '6201Z', identity: changes && makeIdentity(changes) },
    { place: 'Rennes (35)', sector: 'Programmation informatique' },
  );
const rowOf = (changes: Partial<Identity>, term: string) =>
  view(changes).rows.find((row) => row.term === term);

describe('the identity of an employer', () => {
  it('tells the size of the unit from the category of its group', () => {
    expect(rowOf({}, 'Effectif')).toEqual({
      term: 'Effectif',
      value: '50 à 99 salariés',
      note: 'de cette entreprise seule, fin 2024',
    });
    expect(rowOf({}, 'Taille du groupe')).toMatchObject({
      value: 'Grande entreprise',
      note: 'catégorie de l’Insee pour 2023, filiales comprises',
    });
  });

  it('prints both nomenclatures with their codes', () => {
    expect(rowOf({}, 'Activité')?.note).toBe('62.01Z, nomenclature NAF rév. 2');
    expect(rowOf({}, 'Activité en NAF 2025')?.note).toMatch(/^62\.10Y, code officiel/);
  });

  it('says the statuses that the register holds, and never that there is none', () => {
    expect(rowOf({}, 'Statut')?.value).toBe('Économie sociale et solidaire, société à mission');
    expect(rowOf({ isEss: false, isMission: null }, 'Statut')).toBeUndefined();
  });

  it('names the file and its day', () => {
    expect(view({}).source).toBe(
      'Insee, base SIRENE, fichier StockUniteLegale_utf8.parquet du 1er novembre 2026',
    );
  });

  it('has the number and the place alone where the register is silent', () => {
    const { rows, source } = view(null);
    expect(rows.map(({ term }) => term)).toEqual(['SIREN (numéro de l’entreprise)', 'Lieu', 'Activité']);
    expect(source).toBeNull();
  });

  it('links a former unit only where agreements bear its number', () => {
    const former = { siren: Siren.parse('000047191'), name: "L'ÉTOILE", on: day('2024-12-21') };
    const { formers } = view({ formerSirens: [{ ...former, hasAgreements: true }, { ...former, hasAgreements: false }] }); // prettier-ignore
    expect(formers.map(({ name, href, date }) => [name, href, date])).toEqual([
      ['L’ÉTOILE', '/employeurs/000047191', '21 décembre 2024'],
      ['L’ÉTOILE', null, '21 décembre 2024'],
    ]);
  });
});
