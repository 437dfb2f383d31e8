import { describe, expect, it } from 'vitest';
import { redactQueries } from '#server/redact.ts';

describe('redactQueries', () => {
  it.each([
    ['Could not render http://localhost:4321/recherche?q=grossesse&departement=35', 'Could not render http://localhost:4321/recherche'],
    ['GET /recherche?q=a (500)', 'GET /recherche (500)'],
    ['at file:///app/site/entry.mjs:10:3', 'at file:///app/site/entry.mjs:10:3'],
    ['why? because', 'why? because'],
  ])('%s', (line, printed) => {
    expect(redactQueries(line)).toBe(printed);
  });
}); // prettier-ignore
