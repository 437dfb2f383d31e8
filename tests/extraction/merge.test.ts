import { expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { createExtractor } from '#extraction/extract.ts';

const extractor = createExtractor(loadCatalogue().benefits);
const find = (benefit: string, text: string) =>
  extractor
    .extract(text, { nafCode: null, title: null, legalName: null })
    .findings.find((one) => one.benefit === benefit && one.standing === 'granted');

it('a figure of another article is not one of the quote', () => {
  const text =
    'Article 4 – Dotation du CSE\nLa dotation aux activités sociales et culturelles du CSE est fixée à 0,9 % de la masse salariale.\nArticle 7 – Carte cadeau\nLes activités sociales et culturelles du CSE reçoivent une somme de 4 000 € pour les cartes de Noël.';
  const values = find('cse-activites', text)!.values;
  expect(Object.keys(values)).toHaveLength(1);
});

it('a figure of the same article completes the leading one', () => {
  const text =
    'Article 5 – Titres-restaurant\nLa valeur faciale du titre-restaurant est portée à 9,40 €.\n5.1 Part de l’employeur\nArticle 5 – Répartition\nLa prise en charge du titre-restaurant par l’employeur est de 60 %.';
  expect(find('titres-restaurant', text)!.values).toMatchObject({ faceValue: 9.4, employerShare: 60 });
});

it('who is left out may be said apart from what is given', () => {
  const text =
    'Prime de 13ème mois\nLes parties ont convenu de la mise en place d’une prime de 13ème mois.\n2.1 Bénéficiaires\nLa prime de 13ème mois est versée à l’ensemble des salariés de l’entreprise (hors cadres).';
  expect(find('treizieme-mois', text)!.eligibility.excluded).toEqual(['cadres']);
});
