import { describe, expect, it } from 'vitest';
import { grantOf as find } from './support/findings.ts';

describe('how long a grant can be had', () => {
  it.each([
    [
      'until the last day on which it is asked for',
      'velo-voiture',
      'Article 4 – Vélo\nUne aide de 300 € est versée pour l’achat d’un vélo.\nLes demandes devront être faites avant le 30 novembre 2023.',
      { until: '2023-11-30' },
    ],
    [
      'but not the account of which something is unlocked within some days',
      'cet',
      'Article 4 – CET\nLa société permet de débloquer 800 € du compte épargne temps. La demande doit être faite au service du personnel entre le 1er janvier 2023 et le 31 mars 2023.',
      { isRecalled: true, endsOn: null },
    ],
    [
      'but not the account of which days are paid until a day',
      'cet',
      'Article 4 – Monétisation du CET\nLes salariés peuvent monétiser jusqu’à 8 jours épargnés dans leur compte épargne temps.\nLes demandes devront être faites avant le 30 novembre 2023.',
      { isRecalled: true, endsOn: null },
    ],
    [
      'as long as the account whose days are bought back until a day',
      'cet',
      'Article 4 – CET\nIl est mis en place une monétisation de 5 jours du compte épargne temps.\nLes demandes devront être faites avant le 30 novembre 2023.',
      { isRecalled: true, endsOn: null },
    ],
    [
      'but not the account, where the measure that opens it ends on a day',
      'cet',
      'Article 4 – Monétisation du CET\nIl est convenu d’ouvrir à chacun la possibilité de monétiser les jours de son compte épargne temps.\nCette mesure s’applique de la signature du présent accord jusqu’au 31 mai 2024.',
      { isRecalled: true, endsOn: null },
    ],
    [
      'in the year of the line that opens its list',
      'epargne-salariale',
      'PERCOL\nLa Direction confirme le renouvellement de l’abondement du PERCOL en 2024 comme suit :\nPour les cadres :\nAbondement de 80 % sur les versements jusqu’à 500 euros',
      { until: '2024-12-31' },
    ],
    [
      'in the season of its title',
      'teletravail',
      'Période hivernale : économies\nLa période hivernale se terminera le 31 mars 2024.\nIl est convenu de deux jours de télétravail par semaine pour réduire le chauffage des locaux.',
      { until: '2024-03-31' },
    ],
  ])('%s', (_, benefit, text, lasts) => expect(find(benefit, text)?.lasts).toEqual(lasts));

  it('what another group gets once is not said of a monthly bonus', () =>
    expect(
      find(
        'velo-voiture',
        'Article 3 – Prime de transport\nLa prime de transport passe de 5 € à 9 € par mois pour les salariés non cadres.\nUn versement exceptionnel d’une prime de transport de 70 € sera fait sur la paie de janvier 2024 pour les salariés cadres. Cette mesure est applicable uniquement pour 2024.',
      ),
    ).toMatchObject({ values: { amount: 9 }, oneOff: null, lasts: null, scope: { label: 'non cadres' } }));
});

describe('who is covered', () => {
  it('the field of an annex is that of its clauses, not of others', () => {
    const text =
      'ANNEXE 1\nArticle 1 – Champ d’application\nLes présentes dispositions s’appliquent aux salariés justifiant d’une ancienneté de 4 mois.\nArticle 2 – Titres-restaurant\nLa valeur faciale des titres-restaurant est fixée à 8 €.\nANNEXE 2\nArticle 1 – Panier\nLa prime de panier est fixée à 7 € par jour.';
    expect(find('titres-restaurant', text)!.eligibility.seniorityMonths).toBe(4);
    expect(find('restauration', text)!.eligibility.seniorityMonths).toBeNull();
  });

  it('a text for permanent contracts gives to those', () => {
    const bonus = 'Article 2 – Prime de vacances\nLa prime de vacances est portée à 300 €.';
    const field = (staff: string) =>
      `Article 1 – Champ d’application\nLe présent accord s’applique à l’ensemble du personnel sous ${staff}.\n${bonus}`;
    expect(find('treizieme-mois', field('contrat à durée indéterminée'))!.eligibility.included).toEqual([
      'CDI',
    ]);
    expect(
      find('treizieme-mois', field('contrat à durée indéterminée ou déterminée'))!.eligibility.included,
    ).toEqual([]);
  });

  it('the highest are told as left out', () =>
    expect(
      find(
        'titres-restaurant',
        'Article 1 – Champ d’application\nLe présent accord s’applique à l’ensemble du personnel, à l’exception des cadres dirigeants et des membres du comité de direction.\nArticle 2 – Titres-restaurant\nLa valeur faciale des titres-restaurant est fixée à 8 €.',
      )!.eligibility.excluded,
    ).toEqual(['cadres dirigeants', 'membres du comité de direction']));

  it('a right kept for those who were there at a past day is theirs', () =>
    expect(
      find(
        'conges-supplementaires',
        'Article 6 – Congés\nSeuls les salariés présents avant le 1er mars 2004 acquièrent deux jours de congés supplémentaires d’ancienneté par an.',
      )!.scope,
    ).toMatchObject({ kind: 'category', label: 'salariés présents avant le 1er mars 2004' }));

  it.each([
    ['Elle est due aux salariés comptabilisant cinq mois de travail effectif.', 5],
    ['Elle est due aux salariés en poste depuis au moins 8 mois.', 8],
    ['La condition d’ancienneté d’un an est supprimée.', null],
    ['Elle s’entend pour une année complète de présence.', null],
  ])('seniority: %s', (said, months) =>
    expect(
      find('treizieme-mois', `Prime de vacances\nLa prime de vacances est portée à 300 €. ${said}`)!
        .eligibility.seniorityMonths,
    ).toBe(months),
  );

  it('the name of another accord is no group', () =>
    expect(
      find(
        'titres-restaurant',
        'La valeur faciale des titres-restaurant prévus à l’accord social des salariés non-cadres itinérants du 3 mai 2020 est portée à 9 €.',
      )!.scope.kind,
    ).toBe('employer'));
});

it('a long opening is quoted from its main clause with what it announces', () => {
  const text =
    'Par dérogation à l’article 12 du statut du personnel, qui prévoit depuis de longues années que la prime de treizième mois est calculée sur le salaire de base de décembre sans aucun plancher pour les bas salaires, cette prime de treizième mois sera calculée comme suit :\n- pour les employés et ouvriers : un plancher de 1 900 € est appliqué à la prime ;\n- pour les cadres : un plancher de 2 600 €.';
  expect(find('treizieme-mois', text)!.quote).toContain('plancher de 1 900 €');
});

describe('what stands beside a grant is of another', () => {
  it('the service of those for whom another rule holds', () =>
    expect(
      find(
        'treizieme-mois',
        'Treizième mois\nUn 13ème mois est versé en novembre au prorata du temps de travail.\nPour les salariés entrés depuis mars et qui auront un an d’ancienneté en novembre, le 13ème mois est versé en entier.',
      )!.eligibility.seniorityMonths,
    ).toBeNull());

  it('the label of the next line', () =>
    expect(
      find(
        'enfant-malade',
        'Réponses de la Direction\nJour enfant malade : la Direction accorde 2 jours payés par an pour un enfant de moins de 12 ans.\nSuivi de carrière après 10 ans d’ancienneté : un entretien sera mené chaque année.',
      )!.eligibility.seniorityMonths,
    ).toBeNull());

  it('whom a clause includes is not left out by the field of the text', () => {
    const field =
      'Article 1 – Champ d’application\nLe présent accord s’applique à l’ensemble des salariés, à l’exception des cadres supérieurs.\nArticle 2 – Transport\n';
    const rate = 'L’employeur prend en charge 70 % de l’abonnement aux transports publics';
    expect(find('transport-public', `${field}${rate}.`)!.eligibility.excluded).toEqual(['cadres supérieurs']);
    expect(
      find('transport-public', `${field}${rate} (incluant les cadres supérieurs de la société).`)!.eligibility
        .excluded,
    ).toEqual([]);
  });

  it('the group listed among those who are eligible is the group', () =>
    expect(
      find(
        'velo-voiture',
        'Article 3 – Prime de transport\nLa société versera une prime de transport de 150 € en juin.\nCollaborateurs éligibles\nCollaborateurs qui remplissent les conditions suivantes au 31 mai 2024 :\n- personnel sédentaire d’un établissement ;\n- présents au 31 mai.',
      )!.scope,
    ).toMatchObject({ kind: 'category', label: 'sédentaire' }));
});

describe('groups and service of an article', () => {
  it('a title on the annual day contract limits its clauses', () =>
    expect(
      find(
        'rtt',
        'Titre I – Forfait annuel en jours\nArticle 1 – Jours de repos\nChaque année, 9 jours de repos sont accordés en plus des congés.',
      )!.scope,
    ).toMatchObject({ kind: 'category', label: 'forfait annuel en jours' }));

  it('a title on other hours too limits nothing', () =>
    expect(
      find(
        'rtt',
        'Titre I – Temps partiel et forfait annuel en jours\nArticle 1 – Jours de repos\nChaque année, 9 jours de repos sont accordés en plus des congés.',
      )!.scope.kind,
    ).toBe('employer'));

  it('the service that is asked for from now on stands for the former', () =>
    expect(
      find(
        'titres-restaurant',
        'Article 4 – Restauration\nL’entreprise attribue des titres-restaurant aux salariés qui le souhaitent.\nLes règles sont les suivantes :\n- un titre par jour pour les salariés ayant une ancienneté d’au moins 2 ans.\nÀ compter du 1er mai 2024, l’ancienneté requise pour avoir des titres-restaurant sera de 6 mois.',
      )!.eligibility.seniorityMonths,
    ).toBe(6));

  it('rows for those who have less service ask for none', () =>
    expect(
      find(
        'maintien-maladie',
        'Article 9 – Maladie\nEn cas de maladie, le salaire est maintenu par l’employeur à 100 % dès le premier jour pour une durée de :\n- 4 mois pour une ancienneté inférieure à six ans,\n- 7 mois pour une ancienneté égale ou supérieure à 12 ans.',
      )!.eligibility.seniorityMonths,
    ).toBeNull());

  it('days at each birth are not added to the leave of the mother', () =>
    expect(
      find(
        'maternite',
        'Article 6 – Maternité et adoption\nLe salaire est maintenu à 100 % pendant le congé de maternité.\nTout salarié a droit à un congé supplémentaire de 4 jours à l’occasion de chaque naissance ou adoption.',
      )!.values,
    ).toEqual({ payRate: 100 }));

  it.each([
    ['Mariage du salarié | 4 jours | 7 jours\nNaissance | 3 jours | 3 jours', 24],
    ['Mariage du salarié | 5 jours | 5 jours\nNaissance | 3 jours | 4 jours', null],
  ])('the column of a table by service: %s', (rows, months) =>
    expect(
      find(
        'evenements-familiaux',
        `Congés pour événements familiaux\nLes salariés bénéficient des absences payées suivantes :\n| Ancienneté < 2 ans | Ancienneté > 2 ans\n${rows}`,
      )!.eligibility.seniorityMonths,
    ).toBe(months),
  );
});
