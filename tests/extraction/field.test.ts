import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { createExtractor } from '#extraction/extract.ts';

const extractor = createExtractor(loadCatalogue().benefits);
const find = (field: string, measure: string, legalName: string | null = null) =>
  extractor.extract(`Article 1 – Champ d’application\n${field}\nArticle 2 – Titres-restaurant\n${measure}`, {
    nafCode: null,
    title: null,
    legalName,
  }).findings[0];

const VOUCHERS = 'La valeur faciale des titres-restaurant est portée à 9,20 € à compter du 1er mars.';

describe('the field of application of a text', () => {
  it.each([
    ['Le présent accord s’applique aux salariés de l’établissement de Tulle.', 'établissement de Tulle'],
    ['Le présent accord concerne l’ensemble du personnel du site de Tulle.', 'site de Tulle'],
    [
      'Sont concernés par cet accord les salariés en CDI des établissements de Tulle ou de Brive.',
      'établissements de Tulle ou de Brive',
    ],
  ])('a place there is the place of what the text gives: %s', (field, label) =>
    expect(find(field, VOUCHERS)?.scope).toMatchObject({ kind: 'establishment', label }),
  );

  it.each([
    'Le présent accord s’applique à l’ensemble des établissements de la société.',
    'Le présent accord s’applique à tous les établissements de Maison Duval.',
    'Le présent accord s’applique aux salariés des établissements de Maison Duval.',
    'Le présent accord s’applique aux sociétés Duval Centre (établissements de Tulle et Brive) et Duval Ouest et à leur personnel.',
    'Le présent accord s’applique à l’ensemble du personnel ouvrier, ETAM et cadres.',
    'Le présent accord s’applique aux ouvriers pour les augmentations générales.',
  ])('everybody is no limit: %s', (field) =>
    expect(find(field, VOUCHERS, 'MAISON DUVAL SAS')?.scope.kind).toBe('employer'),
  );

  it('a group there is the group of what the text gives', () =>
    expect(
      find(
        'Le présent accord s’applique au personnel ouvrier (atelier et hors atelier) et employé, hors apprentis.',
        VOUCHERS,
      ),
    ).toMatchObject({
      scope: { kind: 'category', label: 'ouvrier et employé' },
      eligibility: { excluded: ['apprentis'] },
    }));

  it('a group of the clause stands beside the place of the text', () =>
    expect(
      find(
        'Le présent accord s’applique aux salariés du site de Tulle.',
        'La valeur faciale des titres-restaurant des employés est portée à 9,20 €.',
      )?.scope,
    ).toMatchObject({ kind: 'establishment', label: 'site de Tulle, employés' }));

  it('a group and a place told above the grant stand before the places of the text', () =>
    expect(
      find(
        'Le présent accord s’applique aux salariés des sites de Tulle et de Brive.',
        `Les bénéficiaires des titres-restaurant sont les salariés sédentaires de l’établissement de Brive. ${VOUCHERS}`,
      )?.scope,
    ).toMatchObject({ kind: 'establishment', label: 'établissement de Brive, sédentaires' }));

  it('those left out of the text, in its sentence or in the list below, are left out', () => {
    expect(
      find(
        'Le présent accord s’applique à l’ensemble du personnel, hormis le personnel de statut cadre.',
        VOUCHERS,
      )?.eligibility.excluded,
    ).toEqual(['cadres']);
    expect(
      find(
        'Les dispositions prévues aux articles ci-après s’appliquent à l’ensemble du personnel à l’exception :\nDes salariés en contrat à durée déterminée ;\nDes stagiaires.',
        VOUCHERS,
      )?.eligibility.excluded,
    ).toEqual(['CDD', 'stagiaires']);
  });

  it.each([
    [
      'Les dispositions du présent accord s’appliquent aux salariés de droit privé. Elles ne concernent pas les fonctionnaires.',
      ['fonctionnaires'],
    ],
    [
      'Le présent accord bénéficie à l’ensemble du personnel. Sont ainsi concernés les salariés en CDI et en CDD (hors stagiaires et apprentis).',
      ['apprentis', 'stagiaires'],
    ],
    [
      'Le présent accord s’applique à tous les salariés à l’exception :\nDes stagiaires ;\nDes salariés embauchés après le 1er mai 2023.',
      ['stagiaires', 'salariés embauchés après le 1er mai 2023'],
    ],
    [
      'Le présent accord s’applique à tout le personnel. Il ne vise pas la revalorisation du salaire des apprentis.',
      [],
    ],
  ])('the sentence or the item behind it tells more of the field: %s', (field, excluded) =>
    expect(find(field, VOUCHERS)?.eligibility.excluded).toEqual(excluded),
  );

  it('who is left out between brackets is not who is named behind them', () =>
    expect(
      find(
        'Le présent accord s’applique à tous les salariés (à l’exception des apprentis), à temps plein ou à temps partiel.',
        VOUCHERS,
      )?.eligibility.excluded,
    ).toEqual(['apprentis']));

  it.each([
    ['les apprentis', ['apprentis']],
    ['les contrats de professionnalisation', ['contrats de professionnalisation']],
    ['les contrats d’apprentissage et de professionnalisation', ['alternants']],
    ['les alternants (apprentis)', ['alternants']],
  ])('who learns is named as the text does: %s', (whom, excluded) =>
    expect(
      find(`Le présent accord s’applique à tous les salariés, sauf ${whom}.`, VOUCHERS)?.eligibility.excluded,
    ).toEqual(excluded),
  );

  it('nobody is left out of what is given to them too', () =>
    expect(
      find(
        'Le présent accord s’applique à l’ensemble du personnel, à l’exception des apprentis.',
        'La valeur faciale des titres-restaurant est portée à 9,20 € pour tous les salariés (incluant les apprentis).',
      )?.eligibility.excluded,
    ).toEqual([]));

  it.each([
    [`Cet avantage est ouvert à tous, y compris le personnel en alternance. ${VOUCHERS}`, []],
    [`${VOUCHERS} Ces titres sont également remis aux apprentis.`, []],
    [
      `${VOUCHERS} Le forfait mobilités durables est porté à 300 € par an pour tous, y compris les apprentis.`,
      ['apprentis'],
    ],
  ])('… as its own article says, and not that of another benefit: %s', (measure, excluded) =>
    expect(
      find('Le présent accord s’applique à l’ensemble du personnel, à l’exception des apprentis.', measure)
        ?.eligibility.excluded,
    ).toEqual(excluded),
  );

  it('the seniority that the text asks for is asked for what it gives', () =>
    expect(
      find('Cet accord s’applique aux salariés justifiant d’une ancienneté d’au moins 6 mois.', VOUCHERS)
        ?.eligibility.seniorityMonths,
    ).toBe(6));

  it('an article for some of the staff says so for its numbered clauses too', () =>
    expect(
      extractor
        .extract(
          'Article 3 – Titres-restaurant\nLa valeur faciale des titres-restaurant est portée à 9,20 €.\nArticle 4 – Mesures propres à Tulle\nCet article s’applique seulement aux salariés de l’établissement de Tulle.\n4.1 Effectifs\nUn point est fait chaque année.\n4.2 Prime de vacances\nChaque salarié reçoit une prime de vacances de 500 € en juin.',
          { nafCode: null, title: null, legalName: null },
        )
        .findings.map(({ benefit, scope }) => [benefit, scope.label]),
    ).toEqual([
      ['treizieme-mois', 'établissement de Tulle'],
      ['titres-restaurant', null],
    ]));

  it.each([
    ['of all that stands below a title on a benefit', 'Article 2 – Titres-restaurant', ['CDI']],
    ['of nothing where the title names none', 'Article 2 – Mesures', []],
  ])('« cette mesure concerne … » tells %s', (_, title, included) =>
    expect(
      extractor.extract(
        `${title}\n${VOUCHERS}\nUn bilan est présenté au CSE.\nLa carte est remise en mars.\nLe fournisseur reste le même.\nLes modalités figurent dans une note.\nCette mesure est suivie par la paie et concerne les salariés en CDI.`,
        { nafCode: null, title: null, legalName: null },
      ).findings[0]?.eligibility.included,
    ).toEqual(included),
  );

  it('another accord has a field of its own', () =>
    expect(
      extractor.extract(
        'Article 1 – Champ d’application\nLe présent accord s’applique aux salariés du site de Tulle.\nArticle 2 – Intéressement\nUn accord d’intéressement de groupe a été signé le 30 juin 2023 et s’applique.',
        { nafCode: null, title: null, legalName: null },
      ).findings[0]?.scope.kind,
    ).toBe('employer'));
});

describe('an establishment that signs in its own name', () => {
  const open = (party: string, legalName: string | null = null) =>
    extractor.extract(
      `Accord du 4 mai 2023\nEntre\n${party}\nd’une part,\nArticle 1 – Titres-restaurant\n${VOUCHERS}`,
      { nafCode: null, title: null, legalName },
    ).findings[0]?.scope;

  it('limits what the text gives to those who work there', () =>
    expect(
      open('L’établissement “Usine de Tulle” de la société Maison Duval, représenté par son directeur'),
    ).toMatchObject({ kind: 'establishment', label: 'établissement “Usine de Tulle”' }));

  it('is told beside the firm that it is of', () => {
    expect(
      open('La Société Maison Duval, Établissement du Morbihan, S.A.S. au capital de 12 000 euros'),
    ).toMatchObject({ kind: 'establishment', label: 'Établissement du Morbihan' });
    expect(
      open('La Société Maison Duval, établissement de crédit, au capital de 12 000 euros'),
    ).toMatchObject({
      kind: 'employer',
    });
  });

  it('is the firm where both are called alike', () =>
    expect(
      open('L’établissement Maison-Duval, sis rue Haute, représenté par son directeur', 'MAISON DUVAL SAS'),
    ).toMatchObject({ kind: 'employer' }));
});
