import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../src/extraction/text/blocks.ts';
import { findingOf } from './support/findings.ts';

const linesOf = (text: string) => readBlocks(text).blocks.length;

describe('a sentence cut at the width of the page', () => {
  it('is read as one', () => {
    const text =
      'Pour accompagner la reconnaissance du handicap, la société octroie\n2 jours d’absence payés par an aux salariés qui disposent d’une\nReconnaissance de la qualité de travailleur handicapé.';
    expect(linesOf(text)).toBe(1);
    expect(findingOf(text, 'handicap')).toMatchObject({ standing: 'granted', values: { days: 2 } });
  });

  it('goes on with a word that opens no item', () => {
    expect(
      linesOf(
        'Une prime de partage de la valeur est versée en mai aux salaires inférieurs à trois fois la valeur\nannuelle du smic : 450 €',
      ),
    ).toBe(1);
  });

  it('leaves lines that stand by themselves', () => {
    expect(linesOf('Fait à Saint-Amand-sur-Fion, en trois exemplaires, le\nPour la direction')).toBe(2);
    expect(linesOf('Les organisations syndicales représentées par\nLa CFDT')).toBe(2);
    expect(
      linesOf('Les mesures retenues pour les équipes de nuit\nprime de panier de 6 €\ntitre-restaurant'),
    ).toBe(3);
    expect(linesOf('Ancienneté et montant de la prime de\n1) Mesures salariales')).toBe(2);
  });
});
