import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

describe('what was settled after a demand', () => {
  it('is granted with its own figure', () => {
    const text =
      'Les organisations syndicales ont demandé que la mutuelle soit financée à 85 % par l’employeur. Après échanges, il a été convenu d’un taux de 64 %.';
    expect(findingOf(text, 'mutuelle')).toMatchObject({ standing: 'granted', values: { employerShare: 64 } });
  });

  it('is refused when the line says so at its end, or when the employer maintains its position', () => {
    expect(
      findingOf(
        'Arrêts maladie : suppression de la carence refusée, pour raison de coût.',
        'maintien-maladie',
      )?.standing,
    ).not.toBe('granted');
    expect(
      findingOf(
        'Concernant la carte déjeuner, la Direction maintient sa position : pas d’attribution aux sites dotés d’une cantine.',
        'titres-restaurant',
      )?.standing,
    ).not.toBe('granted');
  });
});

describe('days and nights', () => {
  it('give the night’s figure, which is the highest', () => {
    expect(
      findingOf('Prime de panier de jour portée à 5,20 €, prime de panier de nuit à 8,30 €.', 'restauration')
        ?.values,
    ).toEqual({ amount: 8.3 });
  });
});
