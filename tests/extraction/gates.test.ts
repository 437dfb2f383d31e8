import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { readQuantities } from '#extraction/numbers/reading.ts';
import { compileBenefit } from '#extraction/patterns/compile.ts';
import '#extraction/extract.ts';
import { alternativesOf } from '#extraction/text/alternatives.ts';
import { Gates, gatedPatterns } from '#extraction/text/gates.ts';
import { furtherNeedsOf, needsOf } from '#extraction/text/needs.ts';
import { normalize } from '#extraction/text/normalize.ts';
import { PhraseFinder, searched } from '#extraction/text/phrases.ts';

const needs = (source: string): string[] | null =>
  needsOf(source)?.map(({ part, isWhole }) => (isWhole ? `=${part}` : part)) ?? null;

describe('letters without which a pattern cannot match', () => {
  it.each([
    ['negociations?', ['negociation']],
    ['(?:met|mettra) fin\\b', ['=fin']],
    ['\\bni\\b', ['=ni']],
    ['refus|rejet', ['refus', 'rejet']],
    ['prime(?:s|)', ['prime']],
    ['(?!sans )indemnite', ['indemnite']],
    ['(?:tres )?favorable\\w*', ['favorable']],
    ['cou(?:pe|rt)', ['cou']],
    ['[a-z]+|conges', null],
    ['a{0,3}', null],
    ['<day:[^>]*>', ['']],
    ['\\d+ berceaux', ['berceaux']],
    ['oui|\\W', null],
  ])('of %s are %j', (source, expected) => {
    expect(needs(source)).toEqual(expected);
  });
});

describe('letters of a second word without which it cannot match either', () => {
  it.each([
    ['reunions?.{0,20}(?:soir|matin)', ['soir', 'matin']],
    ['prime', null],
    ['prime.*prime', null],
    ['primes? pour', null],
    ['versee <eur:[^>]*>', ['']],
    ['(?:prime|bonus) (?:de )?nuit|jour', null],
  ])('of %s are %j', (source, expected) => {
    expect(furtherNeedsOf(source)?.map(({ part }) => part) ?? null).toEqual(expected);
  });
});

describe('alternatives', () => {
  it.each([
    ['prime', ['prime']],
    ['prime|conge', ['prime', 'conge']],
    ['(?:prime|conge)|(?:a(?:b|c)d)', ['prime', 'conge', 'a(?:b|c)d']],
    ['(?:prime|conge)s', ['(?:prime|conge)s']],
    ['(?:a|b)(?:c|d)', ['(?:a|b)(?:c|d)']],
    ['[|(\\]]x|\\(y\\||(?=a|b)c', ['[|(\\]]x', '\\(y\\|', '(?=a|b)c']],
    ['(a|b)\\1|c', ['(a|b)\\1|c']],
  ])('of %s are %j', (source, expected) => {
    expect(alternativesOf(source)).toEqual(expected);
  });
});

describe('gates', () => {
  const { benefits } = loadCatalogue();
  const compiled = benefits.map(compileBenefit);
  const patterns = [
    ...gatedPatterns(),
    ...compiled.flatMap((b) => [
      b.needs,
      b.excludes,
      b.proof?.when,
      b.granted,
      b.restatesLaw,
      b.demanded,
      b.refused,
    ]),
  ].filter((pattern) => pattern instanceof RegExp);
  const finder = new PhraseFinder([], new Gates(patterns));
  const sentences = benefits.flatMap(({ examples }) =>
    [...examples.match, ...examples.miss].flatMap(({ text }) => text.split('\n')),
  );

  /** Patterns that match the text or its reading although its words do not allow them, nor one of their alternatives. */
  function wronglyClosed(text: string): string[] {
    const plain = normalize(text);
    const reading = readQuantities(plain);
    const { opened } = finder.find(searched(text), 0, text.length);
    const isClosed = (pattern: RegExp, said: string): boolean =>
      said.search(pattern) >= 0 &&
      (!opened.allows(pattern) || (!pattern.global && !opened.matches(pattern, said)));
    return patterns
      .filter((pattern) => isClosed(pattern, plain) || isClosed(pattern, reading))
      .map(({ source }) => source);
  }

  it('let every pattern run that matches a sentence of the content files', () => {
    for (const sentence of sentences) expect(wronglyClosed(sentence)).toEqual([]);
  });

  it('let every pattern run where words stand without a space', () => {
    for (const text of ['u 31 décembremps', 'le 1er maintien', '2 joursemaine', '5chaque an', 'chaque3 an'])
      expect(wronglyClosed(text)).toEqual([]);
  });

  it('let every pattern run on any text', () => {
    const piece = fc.oneof(
      fc
        .constantFrom(...sentences)
        .chain((sentence) =>
          fc
            .tuple(fc.nat(sentence.length), fc.nat(40))
            .map(([at, length]) => sentence.slice(at, at + length)),
        ),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('½ journée', '12,5 %', 'à parts égales', 'M. ', '_', 'œ', 'ni', 'n°'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(' ', ''), (pieces, between) => {
        expect(wronglyClosed(pieces.join(between))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('rule out most patterns of most sentences', () => {
    const prose = normalize('Un bilan sera présenté chaque année au comité, qui formule ses observations.');
    const { opened } = finder.find(searched(prose), 0, prose.length);
    const open = patterns.filter((pattern) => opened.allows(pattern));
    expect(open.length).toBeLessThan(patterns.length / 2);
  });
});
