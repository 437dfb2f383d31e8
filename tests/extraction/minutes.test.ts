import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

/** Minutes print who asks, who offers and what both agree, often by titles alone. */
describe('minutes of a negotiation', () => {
  it.each([
    [
      'the employer makes its offers',
      'titres-restaurant',
      'Mesures abouties\nLa Direction a fait les propositions suivantes :\nLa valeur faciale des chèques déjeuner est augmentée à 8 euros par titre',
      { faceValue: 8 },
    ],
    [
      'a title inside what is offered, above its figure',
      'titres-restaurant',
      'Dernier état des propositions faites par la Direction :\nPrimes de repas\n9 € à compter de décembre\nTickets restaurant\n8 € à compter de mars avec une répartition de 55 % employeur et 45 % salarié\nPrime d’astreinte\n28 € par jour',
      { employerShare: 55 },
    ],
    [
      'common ground was found',
      'cse-activites',
      'Liste des demandes de la CFTC :\nŒuvres sociales : 15 000 euros de plus\nAprès discussion, un terrain d’entente a pu être trouvé :\nŒuvres sociales : 5 000 € de dotation supplémentaire versée en mars',
      {},
    ],
    [
      'what was offered is agreed in the same words',
      'cse-activites',
      'Synthèse des pistes envisagées par la Direction :\nŒuvres sociales : 4 000 € de dotation\nAprès discussion, un terrain d’entente a pu être trouvé :\nŒuvres sociales : 4 000 € de dotation',
      { amount: 4000 },
    ],
    [
      'the unions approve what was proposed',
      'titres-restaurant',
      'Après négociation, les propositions suivantes ont été approuvées par les organisations syndicales :\nAugmentation de 40 centimes de la valeur faciale du titre restaurant, passant de 8 à 8,40 euros',
      { faceValue: 8.4 },
    ],
    [
      'what follows from the decision is no condition',
      'titres-restaurant',
      'Accord des parties sur les mesures suivantes :\nLa part patronale du titre-restaurant est revalorisée à 5,40 €, dès lors, la part salariale serait de 3,60 €.',
      { employerAmount: 5.4 },
    ],
    [
      'a voucher is no title of the text',
      'titres-restaurant',
      'Il est convenu entre les parties :\nTitre restaurant à 10,20 €, avec répartition actuelle.\nRachat possible d’une journée de RTT.',
      { faceValue: 10.2 },
    ],
    [
      'the final offer stands before the first',
      'restauration',
      'Article 2 – État des propositions initiales des parties\nPropositions de la Direction :\nPour les cadres :\nPanier repas : passage de 15,50 € à 16 €\nArticle 3 – État des propositions finales des parties\nLa Direction propose :\nPanier repas : passage à 16,50 €',
      { amount: 16.5 },
    ],
    [
      'the negotiation gives its result',
      'titres-restaurant',
      'Revendications du syndicat CGT\nRevalorisation des tickets restaurant\nRésultat de la négociation\nTitres restaurant\nLa valeur faciale du titre-restaurant est portée à 9,10 € au mois de juin.',
      { faceValue: 9.1 },
    ],
    [
      'an amount is « revu ainsi »',
      'velo-voiture',
      'Article 5 – Revalorisation de la prime de transport\nLes montants sont revus ainsi au mois de décembre :\nIndemnité de 2,40 € par jour travaillé au-delà de six kilomètres',
      { amount: 2.4 },
    ],
    [
      'a list of absences that count ended above',
      'mutuelle',
      'Sont réputés présents les salariés absents pour les congés suivants :\n- congés payés ;\n- congé de maternité ;\nSi le salarié est absent pour un autre motif, le montant de sa prime est réduit à due proportion.\nMutuelle d’entreprise\nLe taux de prise en charge de la mutuelle par l’entreprise passe à 60 %.',
      { employerShare: 60 },
    ],
  ])('grants when %s', (_, benefit, text, values) => {
    const found = find(text, benefit);
    expect(found?.standing).toBe('granted');
    expect(found?.values).toMatchObject(values);
  });

  it.each([
    [
      'the part of one union, its name struck out',
      'mutuelle',
      'Syndicat .. :\nAugmentation générale de 4 %\nModification de la part de l’employeur, 60-40, concernant la mutuelle santé',
    ],
    [
      'the positions of both sides, article by article',
      'restauration',
      'Partie 1 : état des propositions\nPour le syndicat FO\nArticle 1 : Salaires\nRevalorisation de l’astreinte\nRevalorisation du panier repas à 12 €\nPartie 2 : mesures retenues\nLa prime de vacances est portée à 600 €.',
    ],
    [
      'a subject that is refused below',
      'maintien-maladie',
      'Il a été convenu de conclure un accord sur les thèmes suivants :\nPrise en charge de la totalité des jours de carence en cas de maladie\nDes discussions sont en cours dans la branche sur les jours de carence, la Direction ne souhaite donc pas assouplir davantage leur gestion.',
    ],
    [
      'those who are left out of a bonus',
      'velo-voiture',
      'Salariés présents dans l’effectif en janvier, à l’exception de :\nCommerciaux qui ont un véhicule de société\nMontant réduit à 200 € pour les chauffeurs qui ne font pas chaque jour le trajet domicile-travail',
    ],
    [
      'what the branch gives, under its name',
      'maintien-maladie',
      'CCN Commerce :\nEmployés : versement du complément employeur à partir du 8ème jour d’absence pour maladie\nCadres : versement du complément employeur dès le 1er jour d’absence pour maladie',
    ],
    [
      'the scale of professional travels, line by line',
      'velo-voiture',
      'La prise en charge des indemnités kilométriques lors d’un déplacement professionnel sera celle-ci :\n4 CV et moins 0,37 €\nVéhicules électriques 0,44 €',
    ],
    [
      'what the parties agree to sign later',
      'mutuelle',
      'Les parties ont par ailleurs donné leur accord de principe sur la signature des textes suivants :\nAvenant portant la part patronale de la mutuelle à 70 % pour les employés à compter du mois de mai\nAccord sur le télétravail',
    ],
    [
      'what a counter-proposal on another thing grants',
      'velo-voiture',
      'Revalorisation de la prime de transport à 30 €,\nLa Direction refuse cette demande.\nRevalorisation de la dotation du CSE pour les activités sociales à 1 %\nLa Direction refuse la proposition. Les élus font une contreproposition à 0,9 %.\nLa Direction accepte la contreproposition à 0,9 %',
    ],
  ])('does not grant %s', (_, benefit, text) => {
    expect(find(text, benefit)?.standing).not.toBe('granted');
  });
});
