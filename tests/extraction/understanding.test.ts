import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { Extraction, Finding } from '#domain/extraction.ts';
import { createExtractor } from '#extraction/extract.ts';

const extractor = createExtractor(loadCatalogue().benefits);
const read = (text: string, nafCode: string | null = null): Extraction =>
  extractor.extract(text, { nafCode, title: null, legalName: null });
const find = (text: string, benefit: string, nafCode: string | null = null): Finding | undefined =>
  read(text, nafCode).findings.find((found) => found.benefit === benefit);
const standing = (text: string, benefit: string, nafCode: string | null = null): string =>
  find(text, benefit, nafCode)?.standing ?? 'none';

describe('shapes that grant nothing', () => {
  it.each([
    [
      'a default rule in case of no agreement',
      'planning',
      'À défaut d’accord, le délai de prévenance est de sept jours ouvrés.',
    ],
    [
      'the article of a code',
      'aidants',
      'Conformément à l’article L. 3142-16 du code du travail, le salarié peut demander un congé de proche aidant.',
    ],
    [
      'a preamble that praises',
      'teletravail',
      'Préambule\nLe télétravail contribue au bien-être des équipes et à l’attractivité de l’entreprise.',
    ],
    [
      'a definition',
      'teletravail',
      'Définitions\nLe télétravail désigne toute forme d’organisation dans laquelle un travail est effectué hors des locaux.',
    ],
    [
      'telework in exceptional circumstances only',
      'teletravail',
      'En cas de circonstances exceptionnelles, notamment d’épidémie, la mise en œuvre du télétravail peut être imposée à l’ensemble des salariés.',
    ],
    [
      'mobility from one place of work to another',
      'mobilites-durables',
      'La mobilité géographique entre établissements donne lieu à un entretien avec le responsable.',
    ],
    [
      'the benefit of a branch, recalled',
      'maintien-maladie',
      'Le maintien de salaire en cas de maladie est celui que prévoit la convention collective de la branche.',
    ],
    [
      'a study that both sides agree to',
      'creche',
      'Les parties conviennent d’étudier la réservation de berceaux dans une crèche voisine.',
    ],
  ])('%s', (_, benefit, text) => {
    expect(standing(text, benefit)).not.toBe('granted');
  });

  it('a mutuelle pays back, a carrier carries: its customers are not its staff', () => {
    const insurer = 'La mutuelle prend en charge 80 % des frais optiques de ses adhérents.';
    expect(standing(insurer, 'mutuelle', '6512Z')).not.toBe('granted');
    expect(
      standing('La mutuelle des salariés est financée à 80 % par l’employeur.', 'mutuelle', '6512Z'),
    ).toBe('granted');
    expect(
      standing(
        'Les abonnements de transport en commun sont vendus aux voyageurs à 50 % du tarif.',
        'transport-public',
        '4931Z',
      ),
    ).not.toBe('granted');
  });

  it('an amendment that replaces one article grants what the new article says', () => {
    const text =
      'Avenant n° 2\nL’article 5 est remplacé par les dispositions suivantes :\n« La valeur faciale du titre-restaurant est fixée à 9,50 €. »';
    expect(find(text, 'titres-restaurant')).toMatchObject({
      standing: 'granted',
      values: { faceValue: 9.5 },
    });
  });

  it('an annex is read as the text is', () => {
    const text =
      'Annexe 1 – Œuvres sociales\nLa contribution de l’employeur aux activités sociales et culturelles est de 1,2 % de la masse salariale.';
    expect(find(text, 'cse-activites')).toMatchObject({ standing: 'granted', values: { rate: 1.2 } });
  });
});

describe('values', () => {
  it.each([
    [
      'figures and words together',
      'enfant-malade',
      'Trois (3) jours ouvrés rémunérés par an sont accordés pour enfant malade.',
      { paidDays: 3 },
    ],
    [
      '50/50',
      'mutuelle',
      'La cotisation de la mutuelle est répartie 50/50 entre l’employeur et le salarié.',
      { employerShare: 50 },
    ],
    [
      'equal parts',
      'mutuelle',
      'La mutuelle est financée à parts égales par l’employeur et le salarié.',
      { employerShare: 50 },
    ],
    [
      'the share of the employee',
      'mutuelle',
      'La cotisation de la mutuelle est à 40 % à la charge du salarié.',
      { employerShare: 60 },
    ],
    [
      'a range gives its target',
      'titres-restaurant',
      'La valeur faciale des titres-restaurant passe de 8 à 9,20 €.',
      { faceValue: 9.2 },
    ],
    [
      'per month, for a year',
      'garde-enfants',
      'Une aide de 50 € par mois est versée pour la garde d’enfants.',
      { amount: 600 },
    ],
    [
      'per day',
      'teletravail-indemnite',
      'L’indemnité de télétravail est de 2,50 € par jour.',
      { amountPerDay: 2.5 },
    ],
    [
      'face value and share in one sentence',
      'titres-restaurant',
      'Le titre-restaurant a une valeur faciale de 9 €, pris en charge à 60 % par l’employeur, soit 5,40 €.',
      { faceValue: 9, employerShare: 60 },
    ],
    [
      'a table of contributions by category',
      'mutuelle',
      'Frais de santé\nCatégorie | Part employeur | Part salarié\nNon-cadres | 65 % | 35 %\nCadres | 55 % | 45 %',
      { employerShare: 65 },
    ],
  ])('%s', (_, benefit, text, values) => {
    expect(find(text, benefit)).toMatchObject({ standing: 'granted', values });
  });
});

describe('to whom and under what condition', () => {
  it('reads seniority, contracts and who is left out', () => {
    const text =
      'Les salariés en CDI et en CDD justifiant de six mois d’ancienneté bénéficient d’une prime de vacances de 500 €, à l’exclusion des stagiaires et des alternants.';
    expect(find(text, 'treizieme-mois')!.eligibility).toMatchObject({
      seniorityMonths: 6,
      included: ['CDI', 'CDD'],
      excluded: ['alternants', 'stagiaires'],
    });
  });

  it('reads an establishment and a category', () => {
    const place = 'Pour l’établissement de Montluel, la prime de panier est portée à 6,80 €.';
    expect(find(place, 'restauration')!.scope).toMatchObject({
      kind: 'establishment',
      label: 'établissement de Montluel',
    });
    const staff = 'Pour les cadres, la part patronale de la mutuelle est fixée à 70 %.';
    expect(find(staff, 'mutuelle')!.scope).toMatchObject({ kind: 'category', label: 'cadres' });
  });

  it('knows a trial', () => {
    const text =
      'À titre expérimental, deux jours de télétravail par semaine sont ouverts aux équipes du siège.';
    expect(find(text, 'teletravail')!.eligibility.isConditional).toBe(true);
  });

  it('knows a payment of one year', () => {
    const text =
      'Une prime de partage de la valeur de 800 € est versée à titre exceptionnel pour l’année 2026.';
    expect(find(text, 'prime-partage-valeur')!.oneOff).toEqual({ year: 2026 });
  });
});

describe('the life of the text', () => {
  it.each([
    [
      'three years from a day',
      'Le présent accord est conclu pour une durée de trois ans à compter du 1er janvier 2026.',
      { effectiveOn: '2026-01-01', duration: { kind: 'fixed', months: 36 } },
    ],
    [
      'until a day',
      'Le présent accord prend effet le 1er mars 2026 et cessera de produire effet le 28 février 2029.',
      { effectiveOn: '2026-03-01', endsOn: '2029-02-28' },
    ],
    [
      'tacit renewal',
      'Il est conclu pour un an et se renouvelle par tacite reconduction.\nLe présent accord est conclu pour une durée d’un an, renouvelable par tacite reconduction.',
      { isTacitlyRenewed: true },
    ],
    [
      'no tacit renewal',
      'Le présent accord est conclu pour une durée d’un an. Il ne pourra faire l’objet d’une tacite reconduction.',
      { isTacitlyRenewed: false },
    ],
    [
      'no end',
      'Le présent accord est conclu pour une durée indéterminée et entre en vigueur le 5 mai 2026.',
      { duration: { kind: 'indefinite' }, effectiveOn: '2026-05-05' },
    ],
    [
      'the end of a trial',
      'Le présent accord, conclu à titre expérimental, prendra fin le 31 décembre 2026.',
      { endsOn: '2026-12-31' },
    ],
  ])('%s', (_, text, terms) => {
    expect(read(`Durée de l’accord\n${text}`).terms).toMatchObject(terms);
  });

  it('keeps number, title and date of the text that an amendment changes', () => {
    const text = 'Le présent avenant modifie l’accord n° 3 relatif au télétravail signé le 4 juin 2023.';
    expect(read(text).terms.references).toEqual([
      expect.objectContaining({ relation: 'amends', number: '3', signedOn: '2023-06-04' }),
    ]);
  });
});
