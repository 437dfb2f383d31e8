import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { foldWhitespace, literalsOf, misquotedIn } from '#domain/quote.ts';
import { createExtractor } from '#extraction/extract.ts';
import { hasPerson } from '#extraction/persons.ts';

const { benefits } = loadCatalogue();
const extractor = createExtractor(benefits);
const context = { nafCode: null, title: null, legalName: null };

const sentences = benefits.flatMap((benefit) =>
  [...benefit.examples.match, ...benefit.examples.miss].map((example) => example.text),
);
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...sentences) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Article 3 – Santé',
      '1.2 Repas',
      '| a | b |',
      '\u00a0\t',
      'Madame Martin signe.',
      'Contact : a.b@exemple.fr',
      'PRÉAMBULE',
      '- ',
      ': :',
    ),
  },
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom('\n', ' ', '\n\n', '\u00a0', ' | ')), { maxLength: 25 })
  .map((parts) => parts.flat().join(''));

describe('any text', () => {
  it('never throws; every quote is a literal piece of the folded text and names nobody', () => {
    fc.assert(
      fc.property(text, (value) => {
        const folded = foldWhitespace(value);
        for (const finding of extractor.extract(value, context).findings) {
          expect(misquotedIn(finding, folded)).toBeNull();
          expect(literalsOf(finding).filter(hasPerson)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same findings twice, and from another extractor', () => {
    const other = createExtractor(benefits);
    fc.assert(
      fc.property(text, (value) => {
        const first = extractor.extract(value, context);
        expect(extractor.extract(value, context)).toEqual(first);
        expect(other.extract(value, context)).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  it('reads garbage', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2000 }),
        (value) => void extractor.extract(value, context),
      ),
      { numRuns: 50 },
    );
  });
});

describe('version', () => {
  it('changes with a pattern', () => {
    const [first, ...rest] = benefits;
    const changed = {
      ...first!,
      patterns: { ...first!.patterns, terms: [...first!.patterns.terms, 'autre mot'] },
    };
    expect(createExtractor([changed, ...rest]).version).not.toBe(extractor.version);
    expect(createExtractor(benefits).version).toBe(extractor.version);
  });
});

describe('time', () => {
  /** Processor time of this thread in ms. */
  const time = (value: string): number => {
    const start = process.threadCpuUsage();
    extractor.extract(value, context);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };
  /** Median of pairs measured one behind the other: what else runs on the machine slows both, or few of them. */
  const timesLonger = (long: string, short: string): number =>
    Array.from({ length: 7 }, () => time(long) / Math.max(time(short), 1)).sort((a, b) => a - b)[3]!;

  it.each([
    ['one word', 'a'],
    ['terms', 'télétravail mutuelle crèche employeur '],
    ['figures', '1 2,3 €/4 % '],
    ['open ends', 'part patronale de l’employeur prise en charge '],
    ['parentheses', '(('],
  ])('a hostile line of %s costs as much per character at 200 kB as at 50 kB', (_, unit) => {
    const line = (length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    time(line(50_000));
    const ratio = timesLonger(line(200_000), line(50_000));
    // Linear is 4, quadratic is 16.
    expect(ratio).toBeLessThan(11);
  });
});
