import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantities } from '#extraction/numbers/reading.ts';
import { parseNumberWords } from '#extraction/numbers/words.ts';
import { normalize } from '#extraction/text/normalize.ts';
import { spellNumber } from './support/spell.ts';

const read = (text: string): string => readQuantities(normalize(text));

describe('number words', () => {
  it('round trip from 0 to 999,999', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (value) => {
        expect(parseNumberWords(spellNumber(value).split(/[ -]/))).toBe(value);
      }),
    );
  });

  it('two numbers in a row are not one', () => {
    expect(parseNumberWords(['deux', 'trois'])).toBeNull();
    expect(parseNumberWords([])).toBeNull();
  });
});

describe('quantities', () => {
  it.each([
    ['trois (3) jours ouvrés par an', '<day:3:y> ouvres par an'],
    ['de 8 € à 9,50 €', 'de <eur:9·5:>'],
    ['la prime de 7,95 € sera portée à 9,15 €', 'la prime de <eur:9·15:>'],
    ['les mots « 3 jours » sont remplacés par « 5 jours »', 'les mots « #old « <day:5:> »'],
    ['sept euros cinquante', '<eur:7·5:>'],
    ['prime de transport : € 400 par an', 'prime de transport : <eur:400:y> par an'],
    ['30 000 euros nets', '<eur:30000:> nets'],
    ['1.740 € par salarié', '<eur:1740:> par salarie'],
    ['0,24 €', '<eur:0·24:>'],
    ['16 centimes', '<eur:0·16:>'],
    ['soixante-dix pour cent (70 %)', '<pct:70:> (<pct:70:>)'],
    ['répartition 60/40', 'repartition <split:60:40>'],
    ['à parts égales', '<equal:50:50>'],
    ['une demi-journée', '<day:0·5:>'],
    ['une journée et demie', '<day:1·5:>'],
    ['50 euros par mois', '<eur:50:m> par mois'],
    ['9 € au lieu de 8 €', '<eur:9:> au lieu de #old'],
    ['une augmentation de 2,5 %', 'une augmentation de #inc'],
    ['le 1er janvier 2023', 'le #date'],
    ['le 1er maintien', 'le #rank1 maintien'],
    ['l’article L. 1225-61', "l'article #ref"],
    ['le 3e mois', 'le #rank3 mois'],
    ['sur 38 h 30', 'sur #time'],
    ['de 4 à 7 berceaux', 'de <num:7:> berceaux'],
    ['mille euros', '<eur:1000:>'],
    ['75 p. 100', '<pct:75:>'],
    ['repas : 8, 45 €', 'repas : <eur:8·45:>'],
    ['deux tiers par l’employeur', "<pct:66·67:> par l'employeur"],
    ['60 % au minimum à la charge de l’employeur', "<pct:60:> a la charge de l'employeur"],
    ['2 jours 1/2', '<day:2·5:>'],
    ['2 jours 1/2 heure', '<day:2:> <hour:0·5:>'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('keeps the figure of any whole amount, in figures or words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99_999 }), (value) => {
        expect(read(`${value} euros`)).toBe(`<eur:${value}:>`);
        expect(read(`${spellNumber(value)} euros`)).toBe(`<eur:${value}:>`);
      }),
    );
  });
});

describe('normalize', () => {
  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalize(text).length).toBe(text.length);
      }),
    );
  });
});
