import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofread, typeset } from '#domain/typeset.ts';

describe('typeset', () => {
  it.each([
    ["L'accord s'applique", 'L’accord s’applique'],
    ['Combien ?', 'Combien\u00a0?'],
    ['Combien?', 'Combien\u00a0?'],
    ['50 % et 50%', '50\u00a0% et 50\u00a0%'],
    ['2,70 €/jour', '2,70\u00a0€/jour'],
    ['« oui »', '«\u00a0oui\u00a0»'],
    ['«oui»', '«\u00a0oui\u00a0»'],
    ['1 000 salariés', '1\u202f000 salariés'],
    ['3 844,80 €', '3\u202f844,80\u00a0€'],
    ['en 2026 100 salariés', 'en 2026 100 salariés'],
    ['Source : DILA ; Insee', 'Source\u00a0: DILA\u00a0; Insee'],
    ['https://exemple.fr/a?b=c:d à 12:30', 'https://exemple.fr/a?b=c:d à 12:30'],
    ['[texte](https://exemple.fr) : suite', '[texte](https://exemple.fr)\u00a0: suite'],
  ])('%s', (typed, expected) => {
    expect(typeset(typed)).toBe(expected);
  });

  const french = fc
    .array(
      fc.constantFrom(
        ...["l'", 'à', 'mot', '12', '1', '000', ' ', '\u00a0', '\u202f', ':', ';', '?', '!', '%', '€', '«', '»', "'", '.', ',', '(', ')', '\n', 'http://'],
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')); // prettier-ignore

  it('changes nothing when run twice', () => {
    fc.assert(fc.property(french, (text) => typeset(typeset(text)) === typeset(text)));
  });

  it('changes only spaces and apostrophes', () => {
    const bare = (text: string) => text.replace(/\s/gu, '').replaceAll('’', "'");
    fc.assert(fc.property(french, (text) => bare(typeset(text)) === bare(text)));
    fc.assert(fc.property(fc.string(), (text) => bare(typeset(text)) === bare(text)));
  });

  it('leaves no breaking space before punctuation and no straight apostrophe after a letter', () => {
    fc.assert(
      fc.property(french, (text) => {
        expect(typeset(text)).not.toMatch(/[ \t][:;?!%€»]/u);
        expect(typeset(text)).not.toMatch(/\p{L}'/u);
      }),
    );
  });
});

describe('proofread', () => {
  it.each([
    ["l'accord", 'straight apostrophe'],
    ['Pourquoi ?', 'breaking space before punctuation'],
    ['Pourquoi?', 'no space before punctuation'],
    ['50%', 'no space before % or €'],
    ['«oui»', 'no no-break space in « »'],
    ['deux  espaces', 'two spaces'],
    ['fin .', 'space before comma or full stop'],
    ['etc...', 'three dots'],
    ['Cet employeur n’offre pas de crèche', 'n’offre pas'],
    ["Elles n'offrent aucun avantage", 'n’offre pas'],
    ['la 2ème année', 'ordinal'],
    ['de de la direction', 'doubled word'],
    ['"oui"', 'straight double quote'],
  ])('%s: %s', (text, rule) => {
    expect(proofread(text).map((misprint) => misprint.rule)).toContain(rule);
  });

  it('passes clean text', () => {
    expect(
      proofread('L’accord accorde 2 jours\u00a0: «\u00a0trois\u00a0»\u00a0; 50\u00a0%, n’est-ce pas\u00a0?'),
    ).toEqual([]);
  });
});
