import { expect, it } from 'vitest';
import { grantOf as find } from './support/findings.ts';

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
    'Prime de 13ème mois\nLes parties ont convenu de la mise en place d’une prime de 13ème mois.\n2.1 Bénéficiaires\nLa prime de 13ème mois est attribuée à l’ensemble des salariés de la société (hors cadres).';
  expect(find('treizieme-mois', text)!.eligibility.excluded).toEqual(['cadres']);
});

it('a sum of one year in the same article is none of the lasting rate', () => {
  const text =
    'Article 6 – Dotation du CSE\nLa dotation aux activités sociales et culturelles du CSE reste fixée à 0,6 % de la masse salariale.\nUne somme est versée par ailleurs pour les cartes.\nElle est calculée chaque année selon les critères suivants :\n- un an de présence au 1er mars.\nLe montant par salarié des activités sociales et culturelles est fixé pour l’année 2024 à 280 €.';
  expect(find('cse-activites', text)!.values).toEqual({ rate: 0.6 });
});

it('a figure far below the sentence quoted is that of another measure', () => {
  const text =
    'Handicap\nLes parties conviennent d’accorder 2 jours de congé supplémentaires par an aux salariés reconnus travailleurs handicapés.\nCes jours se prennent entre le 1er juin de l’année en cours et le 31 mai de l’année suivante, par journée entière.\nIls ne se reportent pas d’une année sur l’autre et ne se fractionnent pas.\nIls s’appliquent dès le mois de juin dans tous les établissements.\nLes parties conviennent en outre d’une prime de 250 € pour les travailleurs handicapés.';
  expect(find('handicap', text)!.values).toEqual({ days: 2 });
});

it('a reminder of what held so far gives way to what it becomes', () => {
  const text =
    'Article 2 – Rappel\nTitres-restaurant d’une valeur faciale de 6 €, pris en charge à 55 % par l’employeur.\nArticle 5 – Titres-restaurant\nÀ compter du 1er mars, la valeur faciale du titre-restaurant passera de 6 € à 7,20 €.';
  expect(find('titres-restaurant', text)!.values).toEqual({ faceValue: 7.2 });
});

it('a page printed on one line is no table row for one bar in it', () => {
  const text = `Le présent avenant concerne la société Duval Ouest. ${'La société a rejoint le groupe par décision du tribunal. '.repeat(30)}Ses salariés bénéficieront de titres-restaurant de 9 € à compter du 1er mars. Fait à Tulle, le 11 décembre | 10:04:53`;
  expect(find('titres-restaurant', text)!.quote).toBe(
    'Ses salariés bénéficieront de titres-restaurant de 9 € à compter du 1er mars.',
  );
});

it('a bonus named in a list is not the title of the next one', () => {
  const text =
    'Revalorisations :\nÀ compter du 1er avril, les primes suivantes seront revalorisées de 2,2 % :\nPrime de froid\nIndemnité de panier de nuit\nPrime de nettoyage pour le personnel de maintenance';
  expect(find('restauration', text)?.quote ?? '').not.toContain('nettoyage');
});
