import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

/**
 * Sentences written without looking at the patterns, the same thing said in other words: one a line, benefit, values, text
 * (`\n` breaks a line of it). They are read by the whole extractor.
 */
const readPhrases = (name: string): { benefit: string; values: Record<string, string>; text: string }[] =>
  readFileSync(new URL(`../fixtures/extraction/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [benefit = '', values = '', text = ''] = line.split('\t');
      const pairs = values.split(',').filter((pair) => pair !== '');
      return {
        benefit,
        values: Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string])),
        text: text.replaceAll('\\n', '\n'),
      };
    });

describe('the same thing in other words', () => {
  it.each(readPhrases('grants.tsv'))('grants $benefit: $text', ({ benefit, values, text }) => {
    const finding = find(text, benefit);
    expect(finding?.standing).toBe('granted');
    const read = Object.keys(values).map((slot) => [slot, String(finding!.values[slot])]);
    expect(Object.fromEntries(read)).toEqual(values);
  });

  it.each(readPhrases('no-grants.tsv'))('does not grant $benefit: $text', ({ benefit, text }) => {
    expect(find(text, benefit)?.standing ?? 'none').not.toBe('granted');
  });
});
