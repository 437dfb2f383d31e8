import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

describe('a bare list above what the other side says', () => {
  it.each([
    [
      'the offer of the employer',
      '3 jours enfant malade payés à 100 %\nHoraires variables pour les équipes de jour\nPrime de cooptation\nProposition de la Direction',
    ],
    [
      'the demands of another union',
      'Reconduction de la prime de bilan\n3 jours enfant malade payés à 100 %\nPrime de vacances\nLa CFTC propose :\n5 % d’augmentation générale',
    ],
    [
      'more of what a union proposes',
      'Souplesse au retour de congés avec possibilité de poser 3 jours enfant malade payés\nPrime de vacances\nNouvelles propositions de la délégation CFTC :\nPrime de 200 €',
    ],
  ])('is of demands above %s', (_, text) => {
    expect(find(text, 'enfant-malade')?.standing).not.toBe('granted');
  });

  it('is what was agreed under a title that says so', () => {
    const text =
      'Mesures retenues par les parties :\n3 jours enfant malade payés à 100 %\nPrime de vacances de 400 €\nProposition de la Direction pour la suite';
    expect(find(text, 'enfant-malade')).toMatchObject({ standing: 'granted', values: { paidDays: 3 } });
  });
});

describe('a bare list below the name of a union', () => {
  it.each([
    ['on a line', 'CFDT\nMaintien des acquis\nDemande de 6 %\nMise en place de 4 jours enfant malade payés'],
    [
      'in a cell',
      'SUD Solidaires | Augmentation de 2 € du taux horaire\ncréation d’une grille\n4 jours enfant malade payés',
    ],
  ])('is of demands: %s', (_, text) => {
    expect(find(text, 'enfant-malade')?.standing).not.toBe('granted');
  });
});

describe('points that came to nothing', () => {
  it('are refused', () => {
    const text =
      'Points acceptés :\n- 2 jours enfant malade payés\nPoints n’ayant pas abouti :\n- CESU pour la garde d’enfants';
    expect(find(text, 'garde-enfants')?.standing).not.toBe('granted');
    expect(find(text, 'enfant-malade')?.standing).toBe('granted');
  });
});

describe('a table of contents', () => {
  it('counts no days', () => {
    const text =
      '4.11 PRIME DE MÉDAILLE 16\n4.12 JOURS DE PRÉSENCE 17\n4.13 JOURS DE CONGÉS D’ANCIENNETÉ 18\n4.14 JOURS POUR ÉVÉNEMENTS FAMILIAUX 19';
    expect(find(text, 'conges-supplementaires')).toBeUndefined();
  });

  it('is not made of articles that have a number and no title', () => {
    const text =
      'Article 1\nUne prime de panier de 6,20 € est versée par poste.\nArticle 2\nLa part patronale du ticket restaurant est portée à 5,40 €.\nArticle 3\nChaque tuteur perçoit 250 € par an.\nArticle 4\nUn congé de deux jours est ajouté pour les aidants.';
    expect(find(text, 'restauration')?.values).toMatchObject({ amount: 6.2 });
    expect(find(text, 'titres-restaurant')?.values).toMatchObject({ employerAmount: 5.4 });
    expect(find(text, 'tutorat')?.values).toMatchObject({ amount: 250 });
  });
});

describe('bare lines below what opens a list', () => {
  it('are its items, and no titles', () => {
    const text =
      '5/ Emploi des personnes handicapées\nL’usine poursuivra ses efforts pour les collègues en situation de handicap, qui passeront par les actions suivantes :\nL’aménagement du poste\nUn bilan de compétences\nLe reclassement dans une autre usine\nFait à Brive';
    expect(find(text, 'handicap')).toMatchObject({ standing: 'granted' });
  });
});

describe('steps of a list', () => {
  it('opens with the first seniority', () => {
    const text = 'Congés d’ancienneté (jours ouvrés) :\n8 ans : 1 j\n16 ans : 2 j\n24 ans et au-delà : 3 j';
    expect(find(text, 'conges-supplementaires')?.values).toMatchObject({ daysPerYear: 3, seniorityYears: 8 });
  });
});

describe('a bare list of which some lines raise something without a figure', () => {
  const asked =
    'Revalorisation de la grille des caristes\nPrime Macron de 700 €\nAugmentation de la prime de froid\nNavette pour les équipes de nuit\nCréation d’une vraie prime de trajet';
  it('is of wishes', () => expect(find(asked, 'prime-partage-valeur')?.standing).not.toBe('granted'));

  it('is none where every raise says how much', () => {
    const given =
      'Revalorisation de la grille des caristes : 2 %\nPrime Macron de 700 €\nPrime de froid à 30 €\nNavette pour les équipes de nuit\nPrime de trajet de 20 €';
    expect(find(given, 'prime-partage-valeur')).toMatchObject({
      standing: 'granted',
      values: { amount: 700 },
    });
  });

  it('is of wishes where a line tells why, above the position of the employer', () => {
    const text =
      'Barème kilométrique relevé au niveau fiscal\nRevalorisation de la prime de vacances qui est la même depuis dix ans\nIndemnité pour les astreintes\nPOSITION DE LA DIRECTION\nLa Direction rappelle les hausses de l’an dernier.';
    expect(find(text, 'treizieme-mois')?.standing).not.toBe('granted');
  });
});
