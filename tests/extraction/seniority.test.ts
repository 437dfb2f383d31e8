import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

const monthsOf = (text: string, benefit: string) => findingOf(text, benefit)?.eligibility.seniorityMonths;

describe('the seniority that a grant asks for', () => {
  it('in the conditions that stand above it', () =>
    expect(
      monthsOf(
        'Treizième mois\nLes conditions d’obtention du 13ème mois sont les suivantes :\n- Condition d’ancienneté d’1 an au 31 décembre,\n- Calcul au prorata du temps de présence.\nLe solde du 13ème mois est versé avec la paie de décembre.',
        'treizieme-mois',
      ),
    ).toBe(12));

  it('above a list of absences whose entries look like headings', () =>
    expect(
      monthsOf(
        '13ème mois\nVoici les conditions d’obtention du 13ème mois pour les salariés :\n- Condition d’ancienneté d’1 an au 31 décembre,\nLes seules absences sans effet sur le 13ème mois sont les suivantes :\nAccident du travail\nMaternité\nPaternité\nConcernant l’acompte sur 13ème mois, il est rappelé que celui-ci est versé avec la paie de novembre.',
        'treizieme-mois',
      ),
    ).toBe(12));

  it('not where its scale ends', () =>
    expect(
      monthsOf(
        'Prime d’ancienneté\nLa prime d’ancienneté est maintenue, son plafond est de 15 % pour 15 ans d’ancienneté.',
        'prime-anciennete',
      ),
    ).toBeNull());

  it('not one of its later steps', () =>
    expect(
      monthsOf(
        'Article 3 – Prime d’ancienneté\nLes parties ont convenu de la mise en place d’une prime d’ancienneté pour l’ensemble du personnel.\nLes parties ont décidé de revoir le montant de la prime dans les conditions suivantes :\nAncienneté | Montant de la prime\nPalier 4 : entre 12 années et moins de 14 années d’ancienneté | 55 euros bruts',
        'prime-anciennete',
      ),
    ).toBeNull());

  it('in the conditions of its article, after other clauses', () =>
    expect(
      monthsOf(
        'ARTICLE 2 – PRIME DE TREIZIEME MOIS\nLes parties conviennent de la mise en place d’une prime de treizième mois.\n2.1 Bénéficiaires\nLa prime de treizième mois est versée à l’ensemble des salariés.\n2.2 Versement\nAncienneté requise pour en bénéficier :\nSix mois d’ancienneté au 30 novembre ouvrent droit au treizième mois.',
        'treizieme-mois',
      ),
    ).toBe(6));

  it('of those who have a cover that is counted as follows', () =>
    expect(
      monthsOf(
        'Article 9 – Maladie\nLes ouvriers ayant au moins 2 ans de présence bénéficient d’un complément employeur en cas de maladie calculé de la façon suivante :\nAtelier :\nversement du complément employeur à partir du 6e jour d’absence pour cause de maladie\nA compter du 1er mars, il est décidé de verser le complément employeur en cas de maladie à partir du 4e jour d’absence.',
        'maintien-maladie',
      ),
    ).toBe(24));

  it('not that of an exception, where its own is longer than anyone is asked for', () =>
    expect(
      findingOf(
        'Article 2 – Congés d’ancienneté\nLe salarié qui atteint 30 ans d’ancienneté bénéficie cette année-là de 4 jours de congés supplémentaires.\nPar exception, ces 4 jours de congés supplémentaires sont accordés l’année de ses 18 ans d’ancienneté à celui qui a un enfant handicapé à charge.',
        'conges-supplementaires',
      ),
    ).toMatchObject({ values: { daysPerYear: 4 }, eligibility: { seniorityMonths: null } }));

  it('in the article on who has what the whole text is about', () =>
    expect(
      findingOf(
        'ACCORD SUR LE COMPTE ÉPARGNE-TEMPS\nARTICLE 2 – SALARIÉS BÉNÉFICIAIRES\nUn compte peut être ouvert par les salariés titulaires d’un contrat à durée indéterminée et justifiant d’une ancienneté de 6 mois.\nARTICLE 3 – ALIMENTATION\nLe salarié choisit les jours qu’il place.\nARTICLE 4 – ABONDEMENT\nLes jours placés sur le compte épargne-temps bénéficient d’un abondement de 20 % de l’employeur.',
        'cet',
      )?.eligibility,
    ).toMatchObject({ seniorityMonths: 6, included: ['CDI'] }));

  it.each(['teletravail', 'teletravail-indemnite'])(
    'there too, with those who are told to have no %s',
    (owner) =>
      expect(
        findingOf(
          'ACCORD SUR LE TÉLÉTRAVAIL\nArticle 1 – Salariés éligibles\nLe télétravail est ouvert aux salariés ayant au moins six mois d’ancienneté.\nLes stagiaires et les alternants ne sont pas éligibles.\nArticle 2 – Modalités\nLe télétravail est possible deux jours par semaine.\nArticle 3 – Indemnité\nLe salarié en télétravail perçoit une indemnité de 2,50 € par jour télétravaillé.',
          owner,
        )?.eligibility,
      ).toMatchObject({ seniorityMonths: 6, excluded: ['alternants', 'stagiaires'] }),
  );

  it('as it is changed below what was asked so far', () =>
    expect(
      monthsOf(
        'Article 6\nLes règles sont les suivantes :\n- 1 titre-restaurant de 5 € par jour pour les salariés ayant une ancienneté de 2 ans.\nDès le 1er mai, l’ancienneté requise pour bénéficier des titres-restaurant sera de 6 mois.',
        'titres-restaurant',
      ),
    ).toBe(6));

  it('behind it, in what « cette prime » asks for', () =>
    expect(
      monthsOf(
        'Une prime de vacances de 600 € est versée en juin.\nElle est calculée sur le salaire de base.\nPour bénéficier de cette prime, le salarié doit justifier d’un an d’ancienneté.',
        'treizieme-mois',
      ),
    ).toBe(12));

  it('behind the parts that it is paid in', () =>
    expect(
      monthsOf(
        'Prime de fin d’année\nLe montant de la prime de fin d’année est porté à 1 800 €.\nAux salariés en 3x8, à cette prime s’ajoute une prime de feu continu.\nElle est versée en deux fois. Ainsi :\nEn juin :\nPour les salariés en journée, le montant sera de 700 €\nEn décembre :\nPour l’ensemble des salariés : 1 100 €\nPour prétendre à la prime, il faut justifier de 3 mois d’ancienneté au moins et être présent.',
        'treizieme-mois',
      ),
    ).toBe(3));

  it('of a pay that grows, the first step', () =>
    expect(
      monthsOf(
        'Prime d’ancienneté\nElle est de 0,10 € par heure pour les salariés disposant de 3 années d’ancienneté.\nL’entreprise s’engage à verser une prime d’ancienneté de 0,20 € par heure lorsque le salarié atteint 8 années d’ancienneté.',
        'prime-anciennete',
      ),
    ).toBe(36));

  it('« au bout de la première année »', () =>
    expect(
      monthsOf(
        'Il est décidé d’attribuer un treizième mois progressif : la moitié au bout de la première année d’ancienneté, le tout ensuite.',
        'treizieme-mois',
      ),
    ).toBe(12));

  it.each([
    [
      'what another benefit asks for',
      'Une prime de vacances de 600 € est versée en juin.\nLe congé de paternité est payé aux salariés ayant un an d’ancienneté, pour en bénéficier.',
    ],
    [
      'what a rule of passage asks',
      'Une prime de vacances de 600 € est versée en juin.\nLes salariés entrés en 2023 qui justifient d’un an d’ancienneté reçoivent par régime dérogatoire la totalité de la prime de vacances.',
    ],
    [
      'an example',
      'Une prime de vacances de 600 € est versée en juin.\nPour bénéficier de cette prime, un salarié doit par exemple avoir deux ans d’ancienneté.',
    ],
    [
      'what the convention asks, where the text asks for nothing',
      'Le 13ème mois correspond à un douzième du salaire perçu sur l’année civile. La convention collective de la boulangerie prévoit son octroi après un an d’ancienneté.\nLes parties ont acté l’attribution du 13ème mois dès la première année, quelle que soit la date d’entrée.',
    ],
    [
      'how far it grows',
      'Le montant du treizième mois est maintenu. Le plafond de l’ancienneté de 16 ans est retenu pour le calcul du treizième mois.',
    ],
  ])('is not %s', (_, text) => expect(monthsOf(text, 'treizieme-mois')).toBeNull());

  it.each([
    [
      'that of those whom a new ceiling reaches',
      'Prime d’ancienneté\nLe plafond de la prime d’ancienneté est porté de 15 % à 16 % (pour les salariés ayant 16 ans d’ancienneté).',
    ],
    [
      'that of those whom a ceiling told in the sentence above reaches',
      'Prime d’ancienneté\nL’entreprise fait évoluer le plafond de l’ancienneté dans le calcul de la prime d’ancienneté de 14 à 15 ans.\nLes salariés ayant 14 ans et plus d’ancienneté seront concernés.',
    ],
    [
      'what was asked so far',
      'Prime d’ancienneté\nUne prime d’ancienneté de 3 % est versée dès l’embauche, jusqu’à présent réservée à ceux ayant trois ans d’ancienneté.',
    ],
  ])('is not %s', (_, text) => expect(monthsOf(text, 'prime-anciennete')).toBeNull());
});

describe('the years of service of a scale of days', () => {
  it.each([
    [
      'Congés d’ancienneté\nMoins de 6 ans d’ancienneté : 1 jour de congé supplémentaire par an\nÀ partir de 6 ans d’ancienneté : 3 jours de congé supplémentaire par an',
      { daysPerYear: 3 },
    ],
    [
      'Jours de congés d’ancienneté\nAncienneté | Jours supplémentaires\nInférieure à 12 ans | + 1 jour / an\nÀ partir de 12 ans | + 3 jours / an',
      { daysPerYear: 3 },
    ],
    [
      'Jours de congés d’ancienneté\nAncienneté | Jours supplémentaires\nEntre 6 et 12 ans | + 1 jour / an\nÀ partir de 12 ans | + 3 jours / an',
      { daysPerYear: 3, seniorityYears: 6 },
    ],
  ])('are told where nothing is given before them: %s', (text, values) =>
    expect(findingOf(text, 'conges-supplementaires')?.values).toEqual(values),
  );

  it('of a bonus that opens at its own first step, not that of another one above', () =>
    expect(
      monthsOf(
        'Article 2 – Prime exceptionnelle d’ancienneté\nLe supplément ordinaire est dû à tous ceux qui disposent de deux années d’ancienneté.\nLa société décide de verser une prime exceptionnelle d’ancienneté de 90 € lorsque le salarié atteint 10 années d’ancienneté puis tous les cinq ans.',
        'prime-anciennete',
      ),
    ).toBe(120));

  it('at the first step of a list, of which the last one gives the figure', () =>
    expect(
      monthsOf(
        'Article 4 – Prime de vacances\nLa prime de vacances est désormais versée selon trois paliers :\nPalier 1 : à partir de 3 ans d’ancienneté : 120 € bruts\nPalier 2 : à partir de 5 ans d’ancienneté : 180 € bruts\nPalier 3 : à partir de 8 ans d’ancienneté : 240 € bruts',
        'treizieme-mois',
      ),
    ).toBe(36));
});
