import { describe, expect, it } from 'vitest';
import { extractor, grantOf as find } from './support/findings.ts';

describe('some of the staff', () => {
  it('named by the title just above', () =>
    expect(
      find(
        'titres-restaurant',
        'Personnel relevant de la convention du commerce\nLa valeur du point est revalorisée.\nLa valeur faciale du titre-restaurant est portée à 8,50 €.',
      )?.scope,
    ).toMatchObject({ kind: 'category', label: 'personnel relevant de la convention du commerce' }));

  it('named by the last words of the title', () =>
    expect(
      find(
        'titres-restaurant',
        'Titres-restaurant du personnel navigant\nLa valeur faciale du titre-restaurant est portée à 8,50 €.',
      )?.scope,
    ).toMatchObject({ kind: 'category', label: 'personnel navigant' }));

  it('named with the number that the branch gives them', () =>
    expect(
      find(
        'prime-anciennete',
        'Prime d’ancienneté des salariés techniques échelon 1 et échelon 2\nLe plafond de la prime d’ancienneté est porté à 16 %.',
      )?.scope,
    ).toMatchObject({ kind: 'category', label: 'salariés techniques échelon 1 et échelon 2' }));

  it('named by the line above, which is no title', () =>
    expect(
      find(
        'planning',
        'Création d’une prime d’astreinte pour le personnel technique\nLes parties conviennent de la création d’une prime d’astreinte de 4 € par jour.',
      )?.scope,
    ).toMatchObject({ kind: 'category', label: 'personnel technique' }));

  it('named by the way of working that a numbered title is about', () =>
    expect(
      find(
        'garde-enfants',
        'Article 4.2 : Indemnisation des horaires décalés\nLa société prend en charge les frais de garde d’enfants dans la limite de 300 € par an.',
      )?.scope,
    ).toMatchObject({ kind: 'category', label: 'horaires décalés' }));

  it('not by one of the two things that a numbered title is about', () =>
    expect(
      find(
        'restauration',
        'Article 4 : Travail de nuit et astreintes\nLa prime de panier est portée à 8 € par jour.',
      )?.scope.kind,
    ).toBe('employer'));

  it('who work by a number of days', () =>
    expect(
      find(
        'cet',
        'Les salariés soumis à une convention de forfait en jours peuvent placer 5 jours par an sur leur compte épargne-temps.',
      )?.scope,
    ).toMatchObject({ kind: 'category', label: 'soumis à une convention de forfait en jours' }));

  it('not by a line far above', () =>
    expect(
      find(
        'titres-restaurant',
        `Salariés présents sous contrat\n${'Les augmentations individuelles sont décidées par la hiérarchie, après un entretien. '.repeat(6)}\nLa valeur faciale du titre-restaurant est portée à 8,50 €.`,
      )?.scope.kind,
    ).toBe('employer'));

  it.each([
    [
      'Les salariés relevant des groupes A à C embauchés au sein de la société Duval Ouest avant le 1er mai 2021 bénéficient de 12 jours de RTT par an.',
      'salariés relevant des groupes A à C embauchés au sein de la société Duval Ouest avant le 1er mai 2021',
    ],
    ['Les cadres embauchés en 2024 bénéficient de 12 jours de RTT par an.', 'cadres embauchés en 2024'],
    [
      'Le personnel recruté avant le 1er janvier 2010 bénéficie de 12 jours de RTT par an.',
      'personnel recruté avant le 1er janvier 2010',
    ],
  ])('closed by the date of hiring: %s', (text, label) =>
    expect(find('rtt', text)?.scope).toMatchObject({ kind: 'category', label }),
  );

  it.each([
    'Les salariés bénéficient de 12 jours de RTT par an, calculés au prorata pour les salariés embauchés en 2024.',
    'Tous bénéficient de 12 jours de RTT par an, y compris les salariés embauchés en 2024.',
  ])('not those that a date only counts: %s', (text) =>
    expect(find('rtt', text)?.scope.kind).toBe('employer'),
  );

  it('are not those whom it names to leave them out', () =>
    expect(
      find(
        'prime-anciennete',
        'Pour le personnel ne relevant pas du statut cadre (ouvriers et ATAM), il a été convenu :\nUne revalorisation de 4 % de la prime d’ancienneté.',
      )?.scope,
    ).toMatchObject({ kind: 'category', label: 'ouvriers et atam' }));

  it('named as the only ones in the line above the table', () =>
    expect(
      find(
        'conges-supplementaires',
        '2.3 - Repos supplémentaires\nAcquisition de congés supplémentaires : uniquement pour les travailleurs de nuit.\nNombre de jours octroyés | Condition\n2 jours | 30 à 90 nuits\n3 jours | plus de 90 nuits',
      )?.scope,
    ).toMatchObject({ kind: 'category', label: 'travailleurs de nuit' }));
});

it('the item above in a list names no group of the next', () =>
  expect(
    extractor
      .extract(
        'Article 8 : Autres thématiques\nLa direction s’engage auprès des partenaires sociaux à étudier ces points :\nTravail sur la fidélité du personnel intérimaire\nTravail sur la mixité des métiers\nMaintien des machines du site',
        { nafCode: null, title: null, legalName: null },
      )
      .findings.map(({ scope }) => scope.kind),
  ).not.toContain('category')); // prettier-ignore

it('« en “horaires décalés” » in the line that opens a list', () =>
  expect(
    find(
      'restauration',
      'Primes de panier\nAinsi pour les collaborateurs de Vallières en “horaires décalés” :\n- la prime de panier de jour, actuellement de 5 €, est portée à 5,50 €',
    ),
  ).toMatchObject({ values: { amount: 5.5 }, scope: { kind: 'category', label: 'horaires décalés' } }));

it('« Ainsi, les salariés recrutés en 2022 … » follows from a rule for all', () =>
  expect(
    find(
      'treizieme-mois',
      'Article 8 : 13ème mois\nLes parties ont acté l’attribution du 13ème mois dès la première année.\nAinsi, les salariés recrutés en 2022 bénéficieront du 13ème mois au titre de l’année 2022, au mois de février 2023.',
    )?.scope.kind,
  ).toBe('employer'));

describe('seniority of a scale', () => {
  it('that of its first step, beside the figure of the highest', () =>
    expect(
      find(
        'treizieme-mois',
        'Prime de vacances\nIl est convenu de la mise en place de trois paliers de la prime de vacances.\nPalier 1 : à partir de 2 ans d’ancienneté – prime de vacances de 110 €\nPalier 2 : à partir de 8 ans d’ancienneté – prime de vacances de 240 €',
      ),
    ).toMatchObject({ values: { amount: 240 }, eligibility: { seniorityMonths: 24 } }));

  it('not that of a later table, where its own asks for none', () =>
    expect(
      find(
        'evenements-familiaux',
        'Congés pour événements familiaux\nCongés accordés sans condition d’ancienneté :\nÉvénement | Droits\nMariage du salarié | 4 jours ouvrés\nCongés accordés après 1 an d’ancienneté :\nÉvénement | Droits\nMariage d’un frère | 1 jour ouvré',
      )?.eligibility.seniorityMonths,
    ).toBeNull());
});

describe('an annex on what was asked and offered', () => {
  it('gives nothing', () =>
    expect(
      find(
        'teletravail',
        'Accord sur les salaires\nArticle 1 – Salaires\nIl est convenu une augmentation générale de 3 %.\nAnnexe 1 – Synthèse des dernières propositions des parties\n| FO | Propositions de la Direction\nTélétravail | 3 jours | Passage à 2 jours de télétravail par semaine',
      ),
    ).toBeUndefined());
});
