import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

const days = (opening: string) =>
  find(
    `Congés d’ancienneté\n${opening}\nPour les employés :\nAncienneté | Jours\nAprès 10 ans | 1 jour\nAprès 20 ans | 2 jours`,
    'conges-supplementaires',
  )?.standing;

describe('what the branch gives', () => {
  it('is applied strictly, and nothing is given beside it', () =>
    expect(
      days(
        'Les parties conviennent d’une stricte application des dispositions conventionnelles pour les jours de congés d’ancienneté, à savoir :',
      ),
    ).not.toBe('granted'));
  it('is applied, and more is given', () => {
    expect(days('Les parties conviennent des jours de congés d’ancienneté suivants :')).toBe('granted');
    expect(
      days(
        'Au-delà de la stricte application des dispositions conventionnelles, les jours de congés d’ancienneté sont fixés comme suit :',
      ),
    ).toBe('granted');
  });
});
