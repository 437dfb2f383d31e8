import { describe, expect, it } from 'vitest';
import { findingOf, grantOf } from './support/findings.ts';

describe('a figure that is not that of all', () => {
  it.each([
    [
      'prime-partage-valeur',
      'Les parties conviennent d’une prime de partage de la valeur égale à un demi-mois de salaire, avec un plancher de 400 € et un plafond de 1 200 € bruts.',
      { amount: 1200, bound: 'au plus' },
    ],
    [
      'prime-partage-valeur',
      'Une prime de partage de la valeur d’un montant minimum de 300 € sera versée en juin.',
      { amount: 300, bound: 'au moins' },
    ],
    [
      'prime-partage-valeur',
      'Une prime de partage de la valeur de 300 € est versée, le plafond annuel étant rappelé.',
      { amount: 300 },
    ],
    [
      'titres-restaurant',
      'La valeur du titre-restaurant est fixée à 8,80 €, prise en charge à hauteur de 50 % ou 60 %, selon le salaire.',
      { faceValue: 8.8, employerShare: 50, bound: 'selon les cas' },
    ],
    [
      'titres-restaurant',
      'Actuellement le ticket restaurant est à 8,20 € avec 60 % à la charge de l’employeur, répartition inchangée.',
      { faceValue: 8.2, asOf: 'à la signature', employerShare: 60 },
    ],
    [
      'titres-restaurant',
      'La valeur du titre-restaurant est fixée à 8,20 €, dont 60 % à la charge de l’employeur.',
      { faceValue: 8.2, employerShare: 60 },
    ],
  ])('%s: %s', (benefit, text, values) => expect(grantOf(benefit, text)?.values).toEqual(values));
});

describe('a text to be changed gives nothing yet', () => {
  const title = 'Article 2 : Engagements\nLa direction s’engage aux mesures suivantes :\n';

  it.each([
    ['participation', 'Révision de l’accord de participation afin d’améliorer la formule de calcul.'],
    ['interessement', 'Renégociation de l’accord d’intéressement avec un objectif de sécurité.'],
  ])('%s: %s', (benefit, line) => expect(grantOf(benefit, `${title}${line}`)).toBeUndefined());

  it('but what it says at once is given', () =>
    expect(
      grantOf('teletravail', `${title}Révision de l’accord de télétravail : passage à 3 jours par semaine.`)
        ?.values,
    ).toEqual({ daysPerWeek: 3 }));
});

it('subjects of a talk are no titles of what stands far below them', () =>
  expect(
    findingOf(
      'Objet de la négociation\nLa discussion des partenaires sociaux a été ouverte sur :\n1. Les salaires\n2. Le partage de la valeur ajoutée dans l’entreprise\nAucune discussion n’a été conduite sur l’égalité entre les femmes et les hommes, un accord s’appliquant.\nRésultat de la négociation\nTitres restaurant\nLa valeur des titres restaurant est portée à 9 € au 1er juin 2023.',
      'titres-restaurant',
    )?.context?.titles,
  ).toEqual(['Titres restaurant']));

it('a pay rise by salary is no condition of the bonus told above it', () =>
  expect(
    grantOf(
      'prime-anciennete',
      'Chapitre 2 : Mesures salariales\nLa prime d’ancienneté bénéficiera de la même augmentation.\nLes cadres dont la rémunération annuelle est inférieure à 60 000 € bénéficieront d’une augmentation générale de 2 %.',
    )?.eligibility.isConditional,
  ).toBe(false));

it('a title that counts a month is a title, and what is refused below it is that', () =>
  expect(
    findingOf(
      'Revendications du syndicat\n- Mise en place d’un 13ème mois\nRésultat de la négociation\nPrime de 13ème mois\nLes revendications formulées sur ce point n’ont pas été retenues.',
      'treizieme-mois',
    )?.standing,
  ).toBe('refused'));

it.each([
  ['planning', 'La prime d’astreinte est portée à 210 € par semaine.', { amount: 210, per: 'par semaine' }],
  ['planning', 'L’astreinte est indemnisée 60 € par week-end.', { amount: 60, per: 'par week-end' }],
  ['planning', 'Une prime d’astreinte de 90 € est versée.', { amount: 90 }],
  [
    'restauration',
    'Le panier de nuit est porté à 7,10 € par jour travaillé.',
    { amount: 7.1, for: 'de nuit' },
  ],
  ['restauration', 'La prime de panier est portée à 7,10 € par jour travaillé.', { amount: 7.1 }],
])('%s: %s', (benefit, text, values) => expect(grantOf(benefit, text)?.values).toEqual(values));
