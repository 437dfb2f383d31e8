import { describe, expect, it } from 'vitest';
import { grantOf as find } from './support/findings.ts';

const TWO_DAYS = 'Le salarié peut télétravailler deux jours par semaine.';

describe('who may have it, under a title of its own', () => {
  it('holds for the other clauses of the article', () =>
    expect(
      find(
        'teletravail',
        `Article 4 – Télétravail\n4.1 Salariés éligibles\nSont éligibles les salariés dont le poste s’y prête, hors alternants et stagiaires, justifiant d’une ancienneté de quatre mois.\n4.2 Rythme\n${TWO_DAYS}`,
      )?.eligibility,
    ).toMatchObject({ seniorityMonths: 4, excluded: ['alternants', 'stagiaires'] }));

  it('holds for the text where it names the benefit', () =>
    expect(
      find(
        'teletravail',
        `Article 1 – Bénéficiaires\nLe télétravail est ouvert aux salariés en CDI justifiant d’au moins cinq mois d’ancienneté.\nArticle 2 – Rythme\n${TWO_DAYS}`,
      )?.eligibility,
    ).toMatchObject({ seniorityMonths: 5, included: ['CDI'] }));

  it('holds for no other article', () =>
    expect(
      find(
        'restauration',
        'Article 5 – Prime de vacances\n5.1 Bénéficiaires\nLa prime de vacances est versée aux salariés ayant deux ans d’ancienneté.\n5.2 Montant\nLa prime de vacances est de 480 €.\nArticle 6 – Paniers\nLa prime de panier est de 6 €.',
      )?.eligibility,
    ).toMatchObject({ seniorityMonths: null }));

  it('of those left out, some are not all', () =>
    expect(
      find(
        'teletravail',
        `Article 4 – Télétravail\n4.1 Salariés éligibles\nLes alternants présents depuis moins de six mois n’y sont pas éligibles.\n4.2 Rythme\n${TWO_DAYS}`,
      )?.eligibility.excluded,
    ).toEqual([]));
});
