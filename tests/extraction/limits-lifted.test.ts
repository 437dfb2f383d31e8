import { expect, it } from 'vitest';
import { extractor, findingOf } from './support/findings.ts';

const standingOf = (text: string, benefit: string) => findingOf(text, benefit)?.standing;

it('a condition that goes makes the benefit wider and ends nothing', () => {
  const text =
    'La condition d’ancienneté pour l’octroi du treizième mois aux ouvriers est supprimée.\nUne prime de treizième mois est versée en novembre à tous.';
  expect(standingOf(text, 'treizieme-mois')).toBe('granted');
});

it('bare titles below what the employer offers are no longer demands', () => {
  const text =
    'Demandes des syndicats\nUne prime de vacances de 900 € ;\nAprès négociation, la Direction propose :\nBASE DE L’ACCORD\nPRIME DE VACANCES\nLa prime de vacances est portée à 700 €.';
  expect(standingOf(text, 'treizieme-mois')).toBe('granted');
});

it('points that could not be agreed are refused, whatever both sides have agreed to say so', () => {
  const text =
    'Les parties ont convenu que les points suivants ne pouvaient faire l’objet d’un accord :\nMise en place d’une prime de vacances de 300 € ;';
  expect(standingOf(text, 'treizieme-mois')).not.toBe('granted');
});

it('an answer about another thing answers no earlier question', () => {
  const text =
    'La Direction accepte d’étudier les conditions de départ en retraite.\nCarte de carburant\nLa Direction accepte de mettre en place le dispositif de carte de carburant.';
  expect(standingOf(text, 'seniors')).not.toBe('granted');
});

it('the title of a block of the negotiation is no list of coming talks', () => {
  const text =
    'Article 1 – Négociation sur la rémunération\nLe treizième mois est versé pour moitié en juin et pour moitié en décembre.';
  expect(standingOf(text, 'treizieme-mois')).toBe('granted');
});

it('both sides come to terms, whoever is named second', () => {
  const text =
    'Après discussion, la Direction et la délégation s’accordent sur les points suivants :\nUne prime de partage de la valeur de 900 € pour les cadres ;';
  expect(standingOf(text, 'prime-partage-valeur')).toBe('granted');
});

it('the case of an invented employee grants nothing of its own', () => {
  const text =
    'Une prime d’ancienneté de 1 % par année est mise en place, dans la limite de 15 %.\nExemple 1 :\nbénéficiera à partir de juillet d’une prime d’ancienneté de 22 %.';
  const found = extractor
    .extract(text, { nafCode: null, title: null, legalName: null })
    .findings.find(({ benefit }) => benefit === 'prime-anciennete');
  expect(found?.values).toEqual({ rate: 15 });
});

it('a decision that names its subject answers the demand above it', () => {
  const text =
    'Demandes du syndicat :\nMise en place d’un accord d’intéressement,\nLa Direction accepte la mise en place d’un accord d’intéressement au 1er janvier.\nRevalorisation du budget de loisirs,\nLa Direction refuse la demande.\nLa Direction accepte la contre-proposition à 0,9 %.';
  const found = extractor
    .extract(text, { nafCode: null, title: null, legalName: null })
    .findings.find(({ benefit }) => benefit === 'interessement');
  expect(found?.quote).toContain('accepte la mise en place');
});

it('what both sides wished and did is a grant, and the last words of the talks are agreed', () => {
  const both =
    'La Direction et les organisations syndicales représentatives ont souhaité agir en instaurant une prime de partage de la valeur d’un montant de 3 000 euros par salarié.';
  const last =
    'La Direction propose une prime de partage de la valeur de 550 €.\nLes négociations se sont terminées sur les conditions suivantes :\nPrime de partage de la valeur : 500 €';
  const amountOf = (text: string) =>
    extractor
      .extract(text, { nafCode: null, title: null, legalName: null })
      .findings.find(({ benefit, standing }) => benefit === 'prime-partage-valeur' && standing === 'granted')
      ?.values['amount'];
  expect(amountOf(both)).toBe(3000);
  expect(amountOf(last)).toBe(500);
});

it('those for whom another day holds are not left out', () => {
  const text =
    'La valeur faciale des titres-restaurant est portée à 9,20 € au 1er mars, excepté pour les intérimaires';
  const excluded = (end: string) => findingOf(text + end, 'titres-restaurant')?.eligibility.excluded;
  expect(excluded('.')).toEqual(['intérimaires']);
  expect(excluded(', pour lesquels ce sera au 30 juin.')).toEqual([]);
});

it('« à hauteur de » is no verb: the line is quoted with what opens its list', () => {
  const text =
    'Mutuelle\nLa direction prend en charge :\nA hauteur de 100 % pour l’ensemble du personnel la cotisation mutuelle.';
  expect(findingOf(text, 'mutuelle')?.quote).toContain('La direction prend en charge');
});
