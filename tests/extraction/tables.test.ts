import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { ExtractionContext, Finding } from '#domain/extraction.ts';
import { createExtractor } from '#extraction/extract.ts';

const extractor = createExtractor(loadCatalogue().benefits);
const context: ExtractionContext = { nafCode: null, title: null, legalName: null };
const find = (text: string, benefit: string, given = context): Finding | undefined =>
  extractor.extract(text, given).findings.find((finding) => finding.benefit === benefit);

describe('tables are read by their columns', () => {
  it('quotes no row of a list of agreements', () =>
    expect(
      find(
        'Annexe 2 – Accords maintenus\nN° | Société | Accord | Date\n4 | ABC | Accord sur le temps partiel choisi (articles 1 à 3) | 12/03/2001\n5 | ABC | Accord sur le temps partiel choisi (tous les articles) | 14/06/2004',
        'temps-partiel-choisi',
      )?.standing,
    ).not.toBe('granted'));

  it('reads a share under the name of who pays it, and the best of several categories', () => {
    const text =
      'Le financement du régime frais de santé est réparti ainsi :\nPersonnel | Part employeur | Part salariale\nCadres | 55 % | 45 %\nNon-cadres | 70 % | 30 %';
    expect(find(text, 'mutuelle')).toMatchObject({ standing: 'granted', values: { employerShare: 70 } });
  });

  it('takes rates of pay for no share of a contribution', () => {
    const text =
      'Mutuelle\nLes cotisations sont réparties ainsi :\nRégime | Total | Part patronale | Part salariale\nIsolé | 1,2 % | 0,8 % | 0,4 %';
    expect(find(text, 'mutuelle')).toMatchObject({ standing: 'granted', values: {} });
    expect(find(text, 'mutuelle')?.values).not.toHaveProperty('employerShare');
  });

  it.each([
    [
      'prevoyance',
      'Régime de prévoyance\nCotisation | Employeur | Salarié\nTranche 1 | 65 % | 35 %\nTranche 2 | 50 % | 50 %',
      { employerShare: 65 },
    ],
    [
      'mutuelle',
      'Mutuelle\nRégime | Employeur | Salarié | Total\nIsolé | 33,00 € | 22,00 € | 55,00 €\nFamille | 60,00 € | 70,00 € | 130,00 €',
      { employerAmount: 33 },
    ],
    [
      'titres-restaurant',
      'Titres-restaurant\nValeur | Employeur | Salarié\n9,50 € | 5,70 € | 3,80 €',
      { faceValue: 9.5, employerAmount: 5.7 },
    ],
    [
      'conges-supplementaires',
      'Congés d’ancienneté\nAncienneté | Cadres | Non-cadres\n10 ans | 1 jour | 1 jour\n25 ans | 4 jours | 3 jours',
      { daysPerYear: 4, seniorityYears: 10 },
    ],
    [
      'prime-anciennete',
      'Prime d’ancienneté\nAncienneté | Pourcentage\n3 ans | 3\n14 ans | 14',
      { rate: 14 },
    ],
    [
      'maintien-maladie',
      'Maintien de salaire en cas de maladie\nAncienneté | À 100 % | À 50 %\nDe 1 à 5 ans | 45 jours | 30 jours\nPlus de 5 ans | 75 jours | 60 jours',
      { payRate: 100, durationDays: 75 },
    ],
    ['restauration', 'Primes de panier\nPoste | Montant\nMatin | 4,50 €\nNuit | 7,80 €', { amount: 7.8 }],
  ])('%s: %s', (benefit, text, values) =>
    expect(find(text, benefit)).toMatchObject({ standing: 'granted', values }),
  );

  it('gives a bare figure the unit of its column', () => {
    const text =
      'Article 4 – Rythme du télétravail\nMétier | Nombre de jours de télétravail par semaine\nAccueil | aucun\nÉtudes | 2';
    expect(find(text, 'teletravail')).toMatchObject({ standing: 'granted', values: { daysPerWeek: 2 } });
  });

  it('reads the value, the share and the amount of one row', () => {
    const text =
      'Les titres-restaurant sont attribués ainsi :\nValeur faciale | Part employeur | Part salarié\n9,00 € | 5,40 € (60 %) | 3,60 € (40 %)';
    expect(find(text, 'titres-restaurant')).toMatchObject({
      standing: 'granted',
      values: { faceValue: 9, employerShare: 60, employerAmount: 5.4 },
    });
  });

  it('quotes a scale with the names of its columns, and what another bonus is worth stays with that one', () => {
    const text =
      'PRIME « 13EME MOIS »\nUn treizième mois revient en décembre à ceux qui ne sont pas cadres.\nPRIME D’ÉTÉ\nChacun, cadre ou non, touche une prime de vacances avec la paie de juillet.\nSon montant dépend des années passées dans la maison :\nAncienneté | Montant brut de la prime vacances\n1 à 3 ans | 25 €\n4 à 8 ans | 40 €\n9 à 14 ans | 60 €\n15 à 19 ans | 80 €\nà partir de 20 ans | 95 €';
    const found = find(text, 'treizieme-mois');
    expect(found?.values).toEqual({ amount: 95 });
    expect(found?.quote).toMatch(/Montant brut de la prime vacances.*95 €$/s);
  });

  it('does not take « non maintenue » or « non-cadres » for a refusal', () => {
    const text =
      'Motif | Durée | Rémunération\nEnfant malade | trois (3) jours par an | maintenue à 100 %\nAu-delà | selon la loi | non maintenue';
    expect(find(text, 'enfant-malade')).toMatchObject({ standing: 'granted', values: { paidDays: 3 } });
  });
});

describe('demands and answers side by side', () => {
  const table = (demand: string, answer: string): string =>
    `Demande de la délégation syndicale | Réponse de la Direction\n${demand} | ${answer}`;

  it('takes standing, figures and quote from the answer', () => {
    const found = find(
      table('La réservation de 9 berceaux en crèche', 'Réponse favorable. Quatre berceaux sont réservés.'),
      'creche',
    );
    expect(found).toMatchObject({ standing: 'granted', values: { cribs: 4 } });
    expect(found!.quote).toContain('Quatre berceaux');
  });

  it('publishes no demand that is refused, whatever its figures', () => {
    const found = find(
      table('Des titres-restaurant de 11 €', 'La Direction n’est pas favorable à cette demande.'),
      'titres-restaurant',
    );
    expect(found?.standing).toBe('refused');
  });

  it('reads columns of several unions before that of the employer', () => {
    const text =
      'Thème | CFDT | FO | Proposition de la Direction\nMutuelle | part employeur à 80 % | part employeur à 70 % | part employeur portée à 65 %';
    expect(find(text, 'mutuelle')).toMatchObject({ standing: 'granted', values: { employerShare: 65 } });
  });

  it('reads an answer on the line below, its bare figure in the unit of the demand', () => {
    const text =
      'Demande : Sept jours payés par an pour enfant malade.\nRéponse de la Direction : accord pour 5.';
    const found = find(text, 'enfant-malade');
    expect(found).toMatchObject({ standing: 'granted', values: { paidDays: 5 } });
    expect(found!.quote).toContain('accord pour 5');
  });
});

describe('a text about one benefit', () => {
  it('gives its title to a decision that names nothing', () => {
    const text =
      'Avenant à l’accord relatif à la complémentaire santé\nArticle 1 – Modification de l’article 4\nLa cotisation est prise en charge par la Société à concurrence de 75 %.';
    expect(find(text, 'mutuelle')).toMatchObject({ standing: 'granted', values: { employerShare: 75 } });
  });

  it('but not to clauses on the life of the text', () => {
    const text =
      'Accord relatif au télétravail\nArticle 8 – Suivi\nLa commission est réunie 2 jours par semaine.';
    expect(find(text, 'teletravail')?.values ?? {}).toEqual({});
  });
});

describe('two bonuses in one article', () => {
  it('each with the figure that its quote prints in its unit', () =>
    expect(
      find(
        'Article 4 – Primes\n4.2 Prime de vacances\nLa prime de vacances est fixée à 600 € bruts pour un salarié ayant au moins un an d’ancienneté au 1er juin.\n4.3 Prime de fin d’année\nLes salariés présents au 31 décembre perçoivent un treizième mois.',
        'treizieme-mois',
      )?.values,
    ).toEqual({ amount: 600 }));
});

describe('an old figure beside the new one', () => {
  it.each([
    [
      'La part de l’employeur à la mutuelle, jusqu’alors fixée à 50 %, est portée à 55 %.',
      'mutuelle',
      'employerShare',
      55,
    ],
    [
      'Le nombre de berceaux en crèche réservés par la société est porté à 9, contre 4 précédemment.',
      'creche',
      'cribs',
      9,
    ],
    ['Enfant malade : le nombre de jours payés est fixé à 4 par an.', 'enfant-malade', 'paidDays', 4],
  ])('%s', (text, benefit, slot, value) => {
    expect(find(text, benefit)).toMatchObject({ standing: 'granted', values: { [slot]: value } });
  });
});

describe('a list of demands', () => {
  const list = [
    'Les organisations syndicales ont formulé les demandes suivantes :',
    'VOLET FINANCIER',
    'Revalorisation des salaires',
    'L’indemnité de trajet serait étendue à tous, y compris aux salariés des agences, comme le pratiquent déjà plusieurs entreprises du secteur, et son barème serait revu chaque trimestre afin de suivre les prix des carburants, de sorte que personne ne perde de pouvoir d’achat.',
    'VOLET SOCIAL',
    'Crèche d’entreprise / Berceaux :',
    '2022 : 25 berceaux',
    'Mutuelle : part de l’employeur à 80 %',
    'Au terme des échanges, les parties ont convenu des mesures suivantes.',
    'La valeur du ticket restaurant est portée à 9,50 €.',
  ].join('\n');

  it('goes on over sub-titles and long lines until the two sides agree', () => {
    expect(find(list, 'creche')?.standing ?? 'none').not.toBe('granted');
    expect(find(list, 'mutuelle')?.standing ?? 'none').not.toBe('granted');
    expect(find(list, 'titres-restaurant')).toMatchObject({
      standing: 'granted',
      values: { faceValue: 9.5 },
    });
  });

  it('names what no agreement was found on', () => {
    const text =
      'Article 3 – Autres points\nLes parties n’ont pu aboutir à un accord sur les points suivants :\nfinancement d’un jour enfant malade,\nmise en place d’un 13e mois de 2 000 €.';
    expect(find(text, 'enfant-malade')?.standing).not.toBe('granted');
    expect(find(text, 'treizieme-mois')?.standing).not.toBe('granted');
  });
});
