import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanWords, faultsOfPublicWords } from '#desk/public-words.ts';

const faults = (words: string): string[] => faultsOfPublicWords(words, { most: 2000 });

describe('words for the public', () => {
  it.each([
    'Cet accord a été remplacé le 3 mars 2026. Le nouveau texte prévoit 3 jours par semaine.',
    'Nous avons plus de 20 berceaux : la crèche « Les Lucioles » en compte 27 (contrat de 2025).\n\nLa direction.',
    'La directrice des ressources humaines répond aux questions ; 50 % < 60 % est une erreur de lecture.',
  ])('may be %j', (words) => expect(faults(words)).toEqual([]));

  it.each([
    ['', /Écrivez/],
    ['a'.repeat(2001), /2001 caractères/],
    ['Voir <script>alert(1)</script>', /HTML/],
    ['<img src=x onerror=alert(1)>', /HTML/],
    ['</p><p>', /HTML/],
    ['&#60;b&#62;', /HTML/],
    ['zéro\u200blargeur', /invisibles/],
    ['à \u202eenvers', /invisibles/],
    ['isolé \u2067x\u2069', /invisibles/],
    ['sonnerie \u0007', /invisibles/],
    ['tag \u{e0041}', /invisibles/],
    ['Z\u0300\u0301\u0302\u0303\u0304algo', /invisibles/],
    ['Écrivez à jeanne.martin@exemple.fr', /personne/],
    ['Appelez le 06 12 34 56 78', /personne/],
    ['Madame Durand vous répondra', /personne/],
    ['Signé : Sophie Durand', /personne/],
  ])('may not be %j', (words, fault) => expect(faults(words).join(' ')).toMatch(fault));

  it('are cleaned once for all', () => {
    expect(cleanWords(' a\r\n\r\n\r\n\r\nb\u200b\u202e\t ')).toBe('a\n\nb');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const clean = cleanWords(text);
        expect(cleanWords(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0000-\u0009\u000b-\u001f]/);
      }),
    );
  });
});
