import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

const articleOf = (text: string, benefit: string) => findingOf(text, benefit)?.article;

describe('the article that a claim names', () => {
  it('is the one whose number stands behind a dash, alone on its line', () =>
    expect(
      articleOf(
        'ARTICLE 6 :\nLe panier de nuit est maintenu.\n- ARTICLE 7 :\nUne prime de tuteur de 150 € bruts est versée à chaque tuteur désigné.',
        'tutorat',
      ),
    ).toBe('7'));

  it('is the one whose number has lost its title', () =>
    expect(
      articleOf(
        '2.4.1 — Titres-restaurant\nLa valeur faciale des titres est portée à 9 €.\n2.4.2 —\nLa Direction met en place une prime de transport de 2 € par jour travaillé sur site.',
        'velo-voiture',
      ),
    ).toBe('2.4.2'));

  it('is the one whose title opens with the plural by mistake', () =>
    expect(
      articleOf(
        'Article 2 : Salaires\nLes salaires sont relevés de 2 %.\nArticles 3 : Divers\nUne prime de tutorat de 150 € est versée à chaque tuteur désigné.',
        'tutorat',
      ),
    ).toBe('3'));

  it('is not the last line of a table of contents, though a year stands before its page', () =>
    expect(
      articleOf(
        'SOMMAIRE\n1.1. Champ d’application 3\n1.2. Salaires de l’année 2023 4\n1.3. Tutorat 5\n1.4. Négociations 2024 6\nLes tuteurs\nUne prime de tutorat de 150 € est versée à chaque tuteur désigné.',
        'tutorat',
      ),
    ).toBeNull());

  it('is not one that an item cites', () =>
    expect(
      articleOf(
        'Article 4 – Tutorat\nLe tuteur est choisi parmi :\n- article 12 de la convention collective : les salariés qualifiés,\nIl reçoit une prime de tutorat de 100 €.',
        'tutorat',
      ),
    ).toBe('4'));

  it('is the one that grants, and not the preamble that announces it', () =>
    expect(
      articleOf(
        'Préambule\nLes parties conviennent de créer une prime de tutorat de 150 €.\nArticle 2 – Tutorat\nUne prime de tutorat de 150 € est versée à chaque tuteur.',
        'tutorat',
      ),
    ).toBe('2'));

  it('is none where only the preamble grants', () =>
    expect(
      articleOf(
        'Préambule\nLes parties conviennent de créer une prime de tutorat de 150 €.\nArticle 2 – Dépôt\nLe présent accord est déposé.',
        'tutorat',
      ),
    ).toBeNull());

  it('is the one that is called an accord', () =>
    expect(
      articleOf(
        'ARTICLE 2 – Propositions\nLes syndicats ont été entendus.\nARTICLE 3 – Mesures retenues : accord\nUne prime de tutorat de 150 € est versée à chaque tuteur.',
        'tutorat',
      ),
    ).toBe('3'));
});
