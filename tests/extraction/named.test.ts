import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { createExtractor } from '#extraction/extract.ts';

const { benefits } = loadCatalogue();
const extractor = createExtractor(benefits);
const context = { nafCode: null, title: null, legalName: null };
const sentences = benefits.flatMap(({ examples }) =>
  [...examples.match, ...examples.miss].map(({ text }) => text),
);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...sentences) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Article 3 – Santé', '| Repas | Montant |', 'Demandes de la CGT :'),
  },
);
const text = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'));

describe('benefits that a text names', () => {
  it('alone decide what is found in it', () => {
    fc.assert(
      fc.property(text, (value) => {
        const whole = extractor.extract(value, context);
        const named = new Set(whole.named);
        const only = createExtractor(benefits.filter(({ id }) => named.has(id)));
        expect(only.extract(value, context)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('are never missed by the quick question', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...benefits), (value, benefit) => {
        const alone = createExtractor([benefit]);
        if (alone.extract(value, context).named.length > 0) expect(alone.mentions(value)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(extractor.mentions('Rien de tout cela.')).toBe(false);
  });

  it('hold every benefit with a finding', () => {
    for (const sentence of sentences) {
      const { findings, named } = extractor.extract(sentence, context);
      expect(named).toEqual(expect.arrayContaining(findings.map(({ benefit }) => benefit)));
    }
  });
});
