import { describe, expect, it } from 'vitest';
import { grantOf as find } from './support/findings.ts';

describe('two groups with figures of their own', () => {
  it('in one sentence: those of the group that is named', () =>
    expect(
      find(
        'mutuelle',
        'Article 5 – Mutuelle\nLa part patronale est de 55 % pour les non-cadres et de 75 % pour les cadres.',
      ),
    ).toMatchObject({ values: { employerShare: 75 }, scope: { kind: 'category', label: 'cadres' } }));

  it('in the next sentence: none of the first', () =>
    expect(
      find(
        'teletravail',
        'Le télétravail est ouvert aux cadres et agents de maîtrise, à raison de deux jours par semaine. Les employés peuvent en bénéficier 20 jours par an.',
      ),
    ).toMatchObject({
      values: { daysPerWeek: 2 },
      scope: { kind: 'category', label: 'cadres et agents de maîtrise' },
    }));

  it('an age behind a rate is no part of the staff', () =>
    expect(
      find(
        'cet',
        'Article 6 – Compte épargne-temps\nL’entreprise abonde de 15 % les jours placés par les salariés de plus de 58 ans avant leur retraite.',
      )?.scope,
    ).toMatchObject({ kind: 'category', label: 'salariés de plus de 58 ans' }));
});
