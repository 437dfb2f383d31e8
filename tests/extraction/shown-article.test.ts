import { describe, expect, it } from 'vitest';
import { grantOf } from './support/findings.ts';

const VOUCHERS = 'La valeur des titres-restaurant est portée à 9 €.';
const articleOf = (text: string) => grantOf('titres-restaurant', text)?.article;
const titlesOf = (text: string) => grantOf('titres-restaurant', text)?.context?.titles ?? [];

describe('the number of an article', () => {
  it.each([
    ['of its own title', `Article 4 – Repas\n${VOUCHERS}`, '4'],
    ['of a title with a number alone', `3. Repas\n${VOUCHERS}\n4. Durée\nUn an.`, '3'],
    [
      'and not of a point of a list, where articles are called so',
      `Article 2 – Propositions de la Direction\nLes propositions retenues sont celles-ci.\n1/ Titres-restaurant\n${VOUCHERS}\nArticle 3 – Durée\nUn an.`,
      null,
    ],
    [
      'and not a number of hours',
      `Article 3 – Primes\nLa moyenne de conduite est de :\n8.5h pour les longs trajets\n${VOUCHERS}`,
      '3',
    ],
    [
      'and not of the point before',
      `4°) Intéressement :\nL’accord de 2022 reste en place.\n5°) Titres-restaurant : la direction relève la valeur faciale des titres-restaurant à 9 €, prise en charge à 60 % par l’employeur, pour l’ensemble du personnel présent, à compter du mois de mars, pour tous les jours travaillés de cette année.`,
      null,
    ],
  ])('is that %s', (_, text, article) => expect(articleOf(text)).toBe(article));
});

describe('a clause whose number was lost', () => {
  const LOST = `ARTICLE 3 – Salaires\n3.4 Primes d’équipe\nCes primes sont relevées de 2 %.\nMesures diverses\nGrilles\nElles sont mises à jour.\nAutres points\n${VOUCHERS}`;
  const BELOW = `ARTICLE 3 – Salaires\n3.4 Mesures diverses\nAutres points\n${VOUCHERS}`;

  it('is not shown under the title of the one before', () => {
    expect(titlesOf(LOST)).toEqual(['ARTICLE 3 – Salaires', 'Autres points']);
    expect(articleOf(LOST)).toBe('3');
  });

  it('is none where the bare title follows at once', () => {
    expect(titlesOf(BELOW)).toEqual(['ARTICLE 3 – Salaires', '3.4 Mesures diverses', 'Autres points']);
    expect(articleOf(BELOW)).toBe('3.4');
  });
});
