import { describe, expect, it } from 'vitest';
import { grantOf } from './support/findings.ts';

const told = (benefit: string, text: string) => {
  const { oneOff, lasts } = grantOf(benefit, text)!;
  return { oneOff, lasts };
};

describe('what is due again and again for a time is no payment made once', () => {
  it.each([
    [
      'La prise en charge des abonnements de transport est portée à 70 %. Cette mesure est valable uniquement pour l’année 2024.',
      2024,
    ],
    [
      'L’entreprise rembourse 75 % de l’abonnement de train. Cette prise en charge ne vaut que pour l’année 2023.',
      2023,
    ],
    ['Pour l’année 2023 exclusivement, l’abonnement de transport est remboursé à hauteur de 75 %.', 2023],
  ])('a share of a fare: %s', (text, year) =>
    expect(told('transport-public', text)).toEqual({
      oneOff: null,
      lasts: { until: `${year}-12-31` },
    }),
  );

  it('an amount for each month', () =>
    expect(
      told(
        'velo-voiture',
        'Prime de transport\nAu titre de 2024 uniquement, une prime de transport est versée à tous.\nSon montant est de 12 € par mois.',
      ),
    ).toEqual({ oneOff: null, lasts: { until: '2024-12-31' } }));

  it('contributions of some months', () =>
    expect(
      told(
        'mutuelle',
        'À titre exceptionnel, la Direction prend en charge la hausse des cotisations de la mutuelle pendant les quatre premiers mois de l’année 2024.',
      ),
    ).toEqual({ oneOff: null, lasts: { until: '2024-04-30' } }));

  it.each([
    [
      'Une prime de partage de la valeur de 500 € est versée en deux fois, en novembre 2023 et en février 2024.',
      2024,
    ],
    [
      'La prime de partage de la valeur est de 700 €.\na) Une première partie de 400 € versée en décembre 2023\nb) Une seconde partie de 300 €, versée au cours de l’exercice 2024.',
      2024,
    ],
  ])('a bonus paid in parts over two years: %s', (text, year) =>
    expect(told('prime-partage-valeur', text)).toEqual({
      oneOff: null,
      lasts: { until: `${year}-12-31` },
    }),
  );

  it.each([
    'Une prime de partage de la valeur de 500 € est versée en deux fois, en mars 2024 et en juin 2024.',
    'Une prime de partage de la valeur de 500 € est versée en mars 2024.\nElle est exonérée de juillet 2023 à décembre 2025 en deçà de trois fois le SMIC.',
  ])('a bonus paid within one year: %s', (text) =>
    expect(told('prime-partage-valeur', text).oneOff).toEqual({ year: 2024 }),
  );

  it('a sum is paid once', () =>
    expect(
      told(
        'velo-voiture',
        'À titre exceptionnel en 2023, une prime de transport de 150 € est versée aux salariés qui viennent en voiture.',
      ).oneOff,
    ).toEqual({ year: 2023 }));
});
