import { describe, expect, it } from 'vitest';
import { extractor, grantOf } from './support/findings.ts';

const labelOf = (benefit: string, text: string) => grantOf(benefit, text)?.scope.label;

describe('a group is named with all that limits it', () => {
  it.each([
    [
      'restauration',
      'La prime de panier des ouvriers non sédentaires est portée à 11 €.',
      'ouvriers non sédentaires',
    ],
    [
      'titres-restaurant',
      'La valeur du titre-restaurant pour les ETAM et cadres dits « sédentaires » passe à 9 €.',
      'etam et cadres dits sédentaires',
    ],
    [
      'restauration',
      'Les employés du siège de Corneville reçoivent une subvention de 2 € par repas au restaurant d’entreprise.',
      'siège, employés',
    ],
    [
      'restauration',
      'La prime de panier est portée à 9 € pour le personnel ouvrier en équipe.',
      'ouvrier en équipe',
    ],
    [
      'velo-voiture',
      'L’indemnité de transport des salariés de coefficient 140 à 190, est portée à 12 € par mois.',
      'de coefficient 140 à 190',
    ],
    [
      'velo-voiture',
      'L’indemnité de transport des salariés de coefficient 140 à 190 et 240 est portée à 12 € par mois.',
      null,
    ],
    ['restauration', 'La prime de panier des salariés en travail posté est de 7 €.', 'en travail posté'],
    ['rtt', 'Les cadres autonomes bénéficient de 12 jours de RTT par an.', 'cadres autonomes'],
    ['restauration', 'La prime de panier des ouvriers est portée à 11 €.', 'ouvriers'],
  ])('%s: %s', (benefit, text, label) => expect(labelOf(benefit, text)).toBe(label));
});

describe('a grant is not shown as that of one group alone', () => {
  it('where the next sentence gives it to others too', () =>
    expect(
      labelOf(
        'treizieme-mois',
        'Prime de vacances\nLa prime de vacances versée aux cadres est de 1 100 € bruts.\nLes non-cadres ont également droit à cette prime de vacances.',
      ),
    ).toBe('cadres et non-cadres'));

  it('where another sentence gives others the same without a figure', () =>
    expect(
      labelOf(
        'restauration',
        'Repas\nLa prime de panier des ouvriers de chantier est revalorisée.\nLa prime de panier des ETAM de chantier est maintenue.',
      ),
    ).toBe('ouvriers de chantier et etam de chantier'));

  it('but is where the others get another figure', () =>
    expect(
      labelOf(
        'titres-restaurant',
        'Titres-restaurant\nLa valeur faciale des titres-restaurant des cadres est portée à 10 €.\nLa valeur faciale des titres-restaurant des employés est portée à 8 €.',
      ),
    ).toBe('cadres'));

  it('but is where the others are left out', () =>
    expect(
      labelOf(
        'treizieme-mois',
        'Prime de vacances\nLa prime de vacances versée aux cadres est de 1 100 € bruts.\nLes non-cadres ne bénéficient pas de cette prime de vacances.',
      ),
    ).toBe('cadres'));
});

describe('a grant to the staff of some companies of a group', () => {
  const scopeOf = (text: string) => grantOf('conges-supplementaires', text)?.scope;

  it('names them', () =>
    expect(
      scopeOf(
        'Les salariés des sociétés Brune Énergie et Brune Réseaux bénéficient de deux jours de congés supplémentaires.',
      ),
    ).toMatchObject({ kind: 'establishment', label: 'sociétés Brune Énergie et Brune Réseaux' }));

  it('names none where it is for all of them', () =>
    expect(
      scopeOf('Les salariés des sociétés du groupe bénéficient de deux jours de congés supplémentaires.'),
    ).toMatchObject({ kind: 'employer' }));
});

describe('the establishment that a title names', () => {
  const scopeOf = (text: string) => grantOf('treizieme-mois', text)?.scope;
  const BONUS = 'La prime de vacances est portée à 310 €.';

  it('is that of all its clauses', () =>
    expect(
      scopeOf(
        `BRUNE TRANSPORTS ÉTABLISSEMENT DE CORNEVILLE\nProtocole d’accord\nEntre la société et\n${BONUS}`,
      ),
    ).toMatchObject({ kind: 'establishment', label: 'ÉTABLISSEMENT DE CORNEVILLE' }));

  it('keeps both parts of its name', () =>
    expect(
      scopeOf(
        `Le présent accord s’applique au personnel de l’établissement de CORNEVILLE - BOISRAY.\n${BONUS}`,
      )?.label,
    ).toBe('établissement de CORNEVILLE - BOISRAY'));

  it.each([
    ['of no place', 'Accord d’établissement'],
    [
      'below the parties',
      'Protocole d’accord\nEntre les soussignés\nBrune Transports, établissement de soins',
    ],
  ])('is none %s', (_, title) => expect(scopeOf(`${title}\n${BONUS}`)?.kind).toBe('employer'));
});

describe('two groups in two articles', () => {
  const labelsOf = (text: string) =>
    extractor
      .extract(text, { nafCode: null, title: null, legalName: null })
      .findings.filter(({ benefit, standing }) => benefit === 'restauration' && standing === 'granted')
      .map(({ scope }) => scope.label);
  const FIRST = 'Article 1 – Conducteurs\nLa prime de panier des conducteurs est portée à 9 €.\n';

  it('are both named, with figures or without', () =>
    expect(
      labelsOf(
        `${FIRST}Article 2 – Sédentaires\nIl est décidé de maintenir la prime de panier du personnel sédentaire.`,
      ),
    ).toEqual(['conducteurs', 'sédentaire']));

  it('are one where both articles are about the same', () =>
    expect(
      labelsOf(
        `${FIRST}Article 2 – Versement\nIl est décidé de verser chaque mois la prime de panier des conducteurs.`,
      ),
    ).toEqual(['conducteurs']));
});

describe('a benefit that a few have more of', () => {
  const FEW = 'Article 1 – Parentalité\nUn troisième jour de télétravail est accordé aux femmes enceintes.\n';

  it('is that of all where the text says that they have it', () =>
    expect(
      labelOf(
        'teletravail',
        `${FEW}Article 2 – Télétravail\nL’accord sur le télétravail signé le 3 mai 2021 reste en vigueur.`,
      ),
    ).toBeNull());

  it('is theirs where it says so of nobody else', () =>
    expect(labelOf('teletravail', FEW)).toBe('femmes enceintes'));
});

describe('two lines that each open with a group', () => {
  const valuesOf = (text: string) =>
    extractor
      .extract(text, { nafCode: null, title: null, legalName: null })
      .findings.filter(({ benefit, standing }) => benefit === 'treizieme-mois' && standing === 'granted')
      .map(({ scope, values }) => [scope.label, values]);

  it('give each their own', () =>
    expect(
      valuesOf(
        '2.3 Prime de vacances :\nNon cadre : La prime de vacances est portée à 640 €.\nCadre : La prime de vacances est portée à 210 €.',
      ),
    ).toEqual([
      ['non cadre', { amount: 640 }],
      ['cadre', { amount: 210 }],
    ]));

  it('are one where the second tells of nothing new', () =>
    expect(
      valuesOf(
        '2.3 Prime de vacances :\nNon cadre : La prime de vacances est portée à 640 €.\nVersement : La prime de vacances est versée en juin.',
      ),
    ).toEqual([['non cadre', { amount: 640 }]]));
});
