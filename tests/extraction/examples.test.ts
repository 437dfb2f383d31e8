import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { foldWhitespace, isQuoteOf } from '#domain/quote.ts';
import { createExtractor } from '#extraction/extract.ts';

const { benefits } = loadCatalogue();
const context = { nafCode: null, title: null, legalName: null };

/** Adding a benefit is adding a file: its sentences run here without a line of test. */
describe.each(benefits.map((benefit) => [benefit.id, benefit] as const))('%s', (id, benefit) => {
  const extractor = createExtractor([benefit]);

  it('has enough sentences to be believed', () => {
    expect(benefit.examples.match.length).toBeGreaterThanOrEqual(15);
    expect(benefit.examples.miss.length).toBeGreaterThanOrEqual(8);
  });

  it.each(benefit.examples.match.map((example) => [example.text, example] as const))(
    'grants: %s',
    (text, { values }) => {
      const finding = extractor.extract(text, context).findings.find((found) => found.benefit === id);
      expect(finding?.standing).toBe('granted');
      expect(isQuoteOf(finding!.quote, foldWhitespace(text))).toBe(true);
      if (values) expect(finding!.values).toMatchObject(values);
    },
  );

  // Silence about a demand or a reminder is no error: a wrong standing is.
  it.each(benefit.examples.miss.map((example) => [example.text, example] as const))(
    'does not grant: %s',
    (text, { standing }) => {
      const found = extractor.extract(text, context).findings.find((finding) => finding.benefit === id);
      expect([standing, 'none']).toContain(found?.standing ?? 'none');
    },
  );
});
