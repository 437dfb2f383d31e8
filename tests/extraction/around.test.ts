import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

describe('when a grant is paid, from what stands around it', () => {
  it.each([
    [
      'the title says that it is exceptional',
      'cse-activites',
      'Dotation exceptionnelle aux activités sociales et culturelles, année 2023\nLa somme de 4 000 € sera versée au titre des œuvres sociales.',
      2023,
    ],
    [
      'decided for one year',
      'velo-voiture',
      'Prime de transport\nIl a été décidé pour l’année 2023 de verser une prime de transport de 150 € aux salariés qui viennent en voiture.',
      2023,
    ],
    [
      'paid in one named month',
      'teletravail-indemnite',
      'Une prime télétravail de 30 € sera versée en février 2022 aux personnes qui ont télétravaillé.',
      2022,
    ],
    [
      'paid with one named pay',
      'velo-voiture',
      'La Direction accorde une prime carburant de 120 €. Cette prime sera versée sur le bulletin de paie de mai 2023.',
      2023,
    ],
  ])('%s', (_, benefit, text, year) => expect(find(text, benefit)?.oneOff).toEqual({ year }));

  it.each([
    [
      'each year, at once',
      'mobilites-durables',
      'Le forfait mobilités durables est plafonné à 400 € par an. Il est versé en une seule fois à l’issue de l’année civile.',
    ],
    [
      'an exceptional rise that lasts',
      'restauration',
      'Compte tenu de l’inflation, la prime de panier est exceptionnellement revalorisée à 5,20 € à compter du 1er mars 2023.',
    ],
  ])('not paid once: %s', (_, benefit, text) => {
    expect(find(text, benefit)?.standing).toBe('granted');
    expect(find(text, benefit)?.oneOff).toBeNull();
  });
});

describe('to whom it is given', () => {
  it('those who have it already are not those who get it', () => {
    const text =
      'Au même titre que les employés, les responsables de rayon bénéficieront des tickets restaurant le dimanche.';
    expect(find(text, 'titres-restaurant')?.scope.kind).toBe('employer');
  });

  it('names every category of the sentence', () => {
    const text =
      'L’employeur prend en charge les trois jours de carence maladie pour les ouvriers et les employés.';
    expect(find(text, 'maintien-maladie')?.scope).toMatchObject({
      kind: 'category',
      label: 'ouvriers et employés',
    });
  });

  it('executives and all the others are everybody', () => {
    const text = 'La part patronale de la prévoyance est de 80 % pour les non-cadres et pour les cadres.';
    expect(find(text, 'prevoyance')?.scope.kind).toBe('employer');
  });

  it('the place of another benefit is not its place', () => {
    const text =
      'Maintien de la cantine pour le site de Valmorin et des titres-restaurant de 9 € pour les équipes en agence.';
    expect(find(text, 'titres-restaurant')?.scope.kind).toBe('employer');
  });

  it('a condition of the next benefit is not one of this', () => {
    const text =
      'Mesures convenues\nLa part patronale de la mutuelle est portée à 65 %.\nUn congé d’ancienneté de deux jours est accordé.\nCe congé est ouvert après cinq ans d’ancienneté.';
    expect(find(text, 'mutuelle')?.eligibility.seniorityMonths).toBeNull();
  });
});

it('a sentence that names the benefit gives its figure before those that stand under a title on two', () => {
  const text =
    'Article 6 – Prévoyance et complémentaire santé\nLes parties décident de maintenir la participation de l’employeur à 57 %.\nLa garantie prévoyance reste au taux de 1,40 %, avec une prise en charge à 100 % par l’employeur.';
  expect(find(text, 'prevoyance')?.values).toEqual({ employerShare: 100, rate: 1.4 });
  expect(find(text, 'mutuelle')?.values).toEqual({ employerShare: 57 });
});

it('a long item does not end a list of absences', () => {
  const text = [
    'Les situations d’absence non pénalisantes pour la prime :',
    `Maladie avec hospitalisation et complément de salaire dans la limite de deux mois. ${'Cette absence est justifiée par un bulletin de situation. '.repeat(5)}`,
    'Maladie avec complément de salaire par l’entreprise dans la limite de deux mois.',
  ].join('\n');
  expect(find(text, 'maintien-maladie')).toBeUndefined();
});

it('what an accord still to be negotiated will ask is no condition of the present one', () => {
  const found = find(
    'Intéressement\nL’an passé, un accord d’intéressement a couvert l’exercice 2021. La Direction s’engage à étudier, négocier et rédiger le suivant, sous réserve d’une ancienneté de 3 mois.',
    'interessement',
  );
  expect(found?.standing).toBe('granted');
  expect(found?.eligibility).toMatchObject({ seniorityMonths: null, isConditional: false });
});

it('an accord that the employer undertakes to sign grants nothing yet', () => {
  expect(
    find(
      'La Direction s’engage à signer un accord d’entreprise sur la mise en place d’un PERCO avant la fin du trimestre.',
      'epargne-salariale',
    )?.standing,
  ).not.toBe('granted');
});

it('the bonus of a tutor is not that of whom the tutor has trained', () => {
  expect(
    find(
      'Une prime de 200 € est versée au tuteur dont l’alternant signe un contrat à durée indéterminée.',
      'tutorat',
    )?.eligibility.included,
  ).toEqual([]);
});

describe('whom a grant is for, from what stands around it', () => {
  it.each([
    [
      'some',
      'Éligibles :\nSalariés liés par un contrat de travail et dont le salaire brut est modeste',
      true,
    ],
    ['all', 'Éligibles :\nTous les salariés liés par un contrat de travail', false],
  ])('a list of those who are eligible: %s', (_, list, isConditional) => {
    const text = `Prime de partage de la valeur\nLa direction décide d’attribuer une prime de partage de la valeur comme suit :\nMontant net : 900 euros\n${list}`;
    expect(find(text, 'prime-partage-valeur')?.eligibility.isConditional).toBe(isConditional);
  });

  it.each([
    ['velo-voiture', 'L’indemnité kilométrique passe de 0,14 € à 0,18 € par kilomètre en mai. Elle est payée chaque mois. Cette indemnité kilométrique est mise en place pour les salariés habitant à plus de 6 km.', true],
    ['titres-restaurant', 'Des titres-restaurant sont attribués aux salariés qui en font la demande et qui ne perçoivent pas de prime de panier. La valeur des titres-restaurant est portée à 8 €, dont 60 % à la charge de l’employeur.', true],
    ['garde-enfants', 'Lorsque la formation impose une nuit hors du domicile, la société rembourse les frais de garde d’enfants jusqu’à 300 € par an.', true],
    ['titres-restaurant', 'La valeur des titres-restaurant est portée à 8 €. Les titres-restaurant sont attribués à tous les salariés. La prime de soirée est versée aux salariés travaillant le samedi.', false],
    ['garde-enfants', 'La société rembourse les frais de garde d’enfants jusqu’à 300 € par an. Si le montant change, une note le dira.', false],
  ])('as for some, by its case or a sentence beside it: %s %#', (benefit, text, isConditional) =>
    expect(find(text, benefit)?.eligibility.isConditional).toBe(isConditional)); // prettier-ignore

  it('what stands below a demand is another one', () => {
    const found = find(
      'Revendications de la CGT :\nUne prise en charge de la mutuelle en intégralité\nLe coefficient 170 aux conducteurs qui ont plus de 18 ans d’ancienneté.',
      'mutuelle',
    );
    expect(found?.standing).toBe('demanded');
    expect(found?.eligibility.seniorityMonths).toBeNull();
  });

  it('those who are left out, in the article on whom it is for', () =>
    expect(
      find(
        'Article 4 – Prime de transport\n4.1 – Objet\nUne prime de transport de 0,90 € par jour travaillé est instaurée.\n4.2 – Bénéficiaires\nLa prime revient à l’ensemble du personnel hormis les détenteurs d’un véhicule de fonction.',
        'velo-voiture',
      )?.eligibility.isConditional,
    ).toBe(true));

  it('those who are left out, in a part of their own', () => {
    const found = find(
      'ARTICLE 3 : TRANSPORT\n3.1 : Prime de transport\nLes parties ont convenu d’octroyer une prime de transport annuelle de 100 € par salarié selon les modalités suivantes :\n3.1.1 : Les bénéficiaires\nSalariés bénéficiaires : salariés présents effectuant au minimum 10 km de trajet.\nSalariés non bénéficiaires ou partiellement bénéficiaires :\nSalariés ayant un véhicule de fonction ;',
      'velo-voiture',
    );
    expect(found?.eligibility.isConditional).toBe(true);
  });

  it.each([
    [
      'by the sentence above',
      'titres-restaurant',
      'Article 4 – Titres-restaurant\nLe dispositif est ouvert à tous les salariés hors ceux bénéficiant du panier de nuit.\nLa valeur faciale du titre-restaurant est portée à 9,20 €.',
      true,
    ],
    [
      'by the line that opens its list',
      'conges-supplementaires',
      'Article 3 – Congés d’ancienneté\nIl est institué au bénéfice des salariés, à l’exception de ceux relevant du forfait, les dispositions suivantes :\nUn jour de congé supplémentaire à compter de 58 ans,\nDeux jours de congés supplémentaires par an à compter de 60 ans.',
      true,
    ],
    [
      'not by what is said of pay',
      'titres-restaurant',
      'Article 3 – Salaires\nLes salaires augmentent de 2 %, hors ceux ayant été promus.\nArticle 4 – Titres-restaurant\nLa valeur faciale du titre-restaurant est portée à 9,20 €.',
      false,
    ],
  ])('some are left out: %s', (_, benefit, text, isConditional) =>
    expect(find(text, benefit)?.eligibility.isConditional).toBe(isConditional),
  );

  it('the year of those who are hired is not that of the payment', () => {
    const found = find(
      'Il a été décidé :\nLe versement d’une prime de partage de la valeur de 1 000 € aux salariés gagnant moins de 45 000 €, ce plafond étant réduit pour les salariés recrutés au cours de l’année 2022.',
      'prime-partage-valeur',
    );
    expect(found?.oneOff).toEqual({ year: null });
  });

  it('a payment made once lasts no longer than its year', () => {
    const found = find(
      'Concernant les mesures sociales :\nIl a été rappelé la mise en place d’une prime PEPA de 450 € en 2019 puis de 900 € en 2021 pour aider toutes les équipes.',
      'prime-partage-valeur',
    );
    expect(found?.lasts ?? null).toBeNull();
  });
});
