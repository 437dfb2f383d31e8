import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { SearchDocument } from '#domain/search.ts';
import { parseSearchQuery } from '#search/query.ts';
import { otherValues } from '#components/view/card-values.ts';
import { saysItself } from '#components/view/values.ts';
import { viewSearchCard } from '#components/view/search-card.ts';
import { viewOrders } from '#components/view/search-orders.ts';
import { minimumFields } from '#components/view/search-values.ts';
import { listCriteria, relaxations } from '#components/view/search-words.ts';
import { benefitId } from './fixtures.ts';

const catalogue = loadCatalogue();
const benefit = (id: string) => catalogue.benefitById.get(benefitId(id))!;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const query = (address: string) => parseSearchQuery(new URLSearchParams(address));

const claim = (values: Record<string, number>, departments: string[] | null = null) =>
  ({
    benefit: benefitId('mutuelle'),
    state: 'in-force',
    values,
    departments,
    communes: departments && [],
  }) as const;
const card = (address: string, ...claims: SearchDocument['claims']) =>
  viewSearchCard(
    {
      siren: '900000010' as SearchDocument['siren'], name: 'Verrerie', aliases: [], isFictional: true, departments: ['35', '44'],
      placeBasis: 'establishments', communeName: null, places: [], branches: [], nafDivision: null, nafLabel: null, headcountBand: null, headcountLabel: null,
      agreements: 1, claims,
    },
    query(address),
    catalogue,
  ).claims.map(({ value }) => value && plain(value)); // prettier-ignore

describe('what is asked of values', () => {
  it('is one field for each value that compares, the main one first, filled with what was asked', () => {
    const fields = minimumFields(benefit('mutuelle'), query('minimum=mutuelle.employerShare:72.5').minimums);
    expect(fields).toEqual([
      { name: 'minimum.mutuelle.employerShare', label: 'Part de l’employeur, au moins', unit: '%', value: '72,5' },
      { name: 'minimum.mutuelle.employerAmount', label: 'Montant de l’employeur, au moins', unit: '€ par mois', value: '' },
    ]); // prettier-ignore
    expect(minimumFields(benefit('semaine-4-jours'), [])[0]?.label).toMatch(/, au plus$/);
  });

  it('can be typed back as it is shown', () => {
    for (const value of [0, 0.05, 9.5, 60, 1234.5, 50_000_000]) {
      const minimums = [{ benefit: benefitId('mutuelle'), slot: 'employerShare', value }];
      const [field] = minimumFields(benefit('mutuelle'), minimums);
      expect(query(new URLSearchParams({ [field!.name]: field!.value }).toString()).minimums).toEqual(
        minimums,
      );
    }
  });

  it('is said among the criteria, goes with its benefit, and can be given up', () => {
    const asked = query('minimum=mutuelle.employerShare:60&minimum=mutuelle.employerAmount:45&tri=valeur');
    const criteria = listCriteria(asked, catalogue);
    expect(criteria.map(({ label }) => plain(label))).toEqual([
      'Mutuelle',
      'Mutuelle : au moins 60 %',
      'Mutuelle, montant de l’employeur : au moins 45 € par mois',
    ]);
    expect(criteria[0]?.removeHref).toBe('/recherche');
    expect(criteria[1]?.removeHref).toBe(
      '/recherche?avantage=mutuelle&minimum=mutuelle.employerAmount%3A45&tri=valeur',
    );
    expect(relaxations(asked)[0]).toMatchObject({
      label: 'quelles que soient les valeurs',
      query: { minimums: [] },
    });
  });
});

describe('orders', () => {
  const orders = (address: string) => viewOrders(query(address), catalogue);
  const labels = (address: string) => orders(address)?.others.map(({ label }) => label) ?? [];

  it('by value is offered for one benefit with a value that compares, and said when it is used', () => {
    expect(orders('avantage=mutuelle')).toEqual({
      text: 'Triés par nom.',
      others: [{ label: 'Trier par valeur', href: '/recherche?avantage=mutuelle&tri=valeur' }],
    });
    const used = orders('avantage=mutuelle&tri=valeur&page=3');
    expect(plain(used!.text)).toMatch(/^Triés par valeur, à votre demande : « Part de l’employeur », les valeurs les plus hautes d’abord/); // prettier-ignore
    expect(used?.others).toEqual([{ label: 'Trier par nom', href: '/recherche?avantage=mutuelle' }]);
    expect(orders('avantage=mutuelle&avantage=creche')).toBeNull();
    expect(orders('avantage=aidants&famille=sante')).not.toBeNull();
    expect(orders('')).toBeNull();
  });

  it('by priorities, and by name as closely as it was typed', () => {
    expect(labels('priorite=mutuelle&priorite=creche')).toEqual(['Trier par nom']);
    expect(plain(orders('priorite=mutuelle')!.text)).toMatch(/^Classés selon vos priorités : /);
    expect(orders('priorite=mutuelle&tri=nom')?.others[0]?.href).toBe('/recherche?priorite=mutuelle');
    expect(labels('q=lande')).toEqual(['Trier par nom']);
    expect(labels('q=lande&tri=nom')).toEqual(['Trier par ressemblance du nom']);
  });
});

describe('values on a card', () => {
  it('say all that the text says of a benefit', () => {
    const titres = benefit('titres-restaurant');
    const others = (values: Record<string, number>) => {
      const text = otherValues(titres, values);
      return text && plain(text);
    };
    expect(others({ faceValue: 9.48, employerShare: 60 })).toBe('dont 60 % payés par l’employeur');
    expect(others({ faceValue: 9.48, employerShare: 60, employerAmount: 5.69 })).toBe(
      'dont 60 % payés par l’employeur, montant payé par l’employeur : 5,69 €',
    );
    expect(others({ employerShare: 60, employerAmount: 5.69 })).toBe('montant payé par l’employeur : 5,69 €');
    expect(others({ faceValue: 9 })).toBeNull();
  });

  it('do not name a figure whose own words name it', () => {
    const others = otherValues(benefit('teletravail'), { daysPerWeek: 2, daysPerMonth: 6 });
    expect(others && plain(others)).toBe('6 jours par mois');
    expect(saysItself({ text: '1 jour', label: 'Jours' })).toBe(true);
    expect(saysItself({ text: '4 jours', label: 'Jours payés' })).toBe(false);
  });

  it('are those of the claim that answers', () => {
    const claims = [claim({ employerShare: 55 }), claim({ employerShare: 80 }, ['44']), claim({ employerShare: 65 })]; // prettier-ignore
    expect(card('avantage=mutuelle', ...claims)).toEqual(['55 %']);
    expect(card('minimum=mutuelle.employerShare:60', ...claims)).toEqual(['80 %']);
    expect(card('minimum=mutuelle.employerShare:60&departement=35', ...claims)).toEqual(['65 %']);
    expect(card('avantage=mutuelle&tri=valeur', ...claims)).toEqual(['80 %']);
    expect(card('avantage=mutuelle&tri=valeur&departement=35', ...claims)).toEqual(['65 %']);
    expect(card('avantage=mutuelle&tri=valeur', claim({}), claim({ employerShare: 0.5 }))).toEqual(['0,5 %']);
  });
});
