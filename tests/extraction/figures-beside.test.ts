import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

const valuesOf = (text: string, benefit: string) => findingOf(text, benefit)?.values;

describe('a figure that is no amount of the benefit', () => {
  it.each([
    'La CFDT demande le versement de la prime de partage de la valeur, pouvant être exonérée à hauteur de 6 000 €.',
    'La CFDT demande le versement d’une prime de partage de la valeur exonérée jusqu’à hauteur de 3 000 euros.',
    'FO demande une prime Macron (moyenne nationale 2022 = 870 euros).',
  ])('is up to where it bears no tax, or what others pay: %s', (text) =>
    expect(valuesOf(text, 'prime-partage-valeur')).toEqual({}),
  );
  it.each([
    ['Une prime de partage de la valeur exonérée de charges, versée à hauteur de 500 €, est décidée.', 500],
    ['La Direction verse une prime de partage de la valeur de 700 €, exonérée à hauteur de 3 000 €.', 700],
  ])('stands beside the one that is: %s', (text, amount) =>
    expect(valuesOf(text, 'prime-partage-valeur')).toEqual({ amount }),
  );

  it.each([
    ['La CFDT demande que les employés prennent leur télétravail en ½ journée.', {}],
    ['Un jour de télétravail par semaine est accordé, pris par 1/2 journée.', { daysPerWeek: 1 }],
    ['La Direction accorde ½ journée de télétravail par semaine.', { daysPerWeek: 0.5 }],
  ])('tells in what portions days are taken: %s', (text, values) =>
    expect(valuesOf(text, 'teletravail')).toEqual(values),
  );

  it.each([
    ['Revalorisation de l’indemnité télétravail à 40 euros, ce que la Direction accepte.', {}],
    ['Une prime télétravail de 150 euros est versée pour l’achat d’un siège.', { amountOnce: 150 }],
  ])('is paid again and again where it is raised: %s', (text, values) =>
    expect(valuesOf(text, 'teletravail-indemnite')).toEqual(values),
  );
});

it.each([
  ['Le nouveau barème est joint en annexe.', {}],
  ['Le présent accord est joint en annexe.', { amount: 4, per: 'par mois' }],
])('a figure of a scale that another one takes the place of is none: %s', (last, values) =>
  expect(
    valuesOf(
      `Article 3 – Prime de transport\nLa prime de transport est de 4 € par mois pour tous les salariés.\nElle est augmentée en raison du prix du carburant.\n${last}`,
      'velo-voiture',
    ),
  ).toEqual(values),
);
