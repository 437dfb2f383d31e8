import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { buildEmbedded } from '#search/embedded.ts';
import { add, emptySet } from '#search/index/bitset.ts';
import { countHolders, placesOf, STATES } from '#search/index/claims.ts';
import { countHoldings } from '#search/index/holdings.ts';
import { placeCount } from '#search/index/places.ts';
import { intersectionOf } from '#search/index/scratch.ts';
import { loadSearchIndex } from '#search/index/search-index.ts';
import { BENEFITS, DOCUMENTS } from './fixture.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-holdings-'));
const file = path.join(folder, 'search.db');
buildEmbedded(file, DOCUMENTS, { benefits: BENEFITS }, 'one');
const index = loadSearchIndex(file);
afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Few employers are asked for their benefits, many are counted benefit by benefit. */
describe('holders of each benefit', () => {
  const number = fc.nat({ max: index.documents - 1 });
  const place = fc.nat({ max: placeCount(index) - 1 });
  const where = fc.oneof(
    fc.constantFrom('anywhere' as const, 'everywhere' as const),
    fc.uniqueArray(place, { minLength: 1, maxLength: 8 }).map((some) => placesOf(some, placeCount(index))),
  );
  const states = fc.uniqueArray(fc.nat({ max: STATES - 1 }), { minLength: 1 });

  it('are as many by employer as by benefit', () => {
    fc.assert(
      fc.property(fc.array(number), where, states, (numbers, there, asked) => {
        const set = emptySet(index.documents);
        for (const each of numbers) add(set, each);
        const part = { ...intersectionOf([set]), where: there };
        const counts = countHoldings(index, part, asked);
        for (const [name, topic] of index.claims.topics)
          if (name !== '*')
            expect([name, counts[topic]]).toEqual([
              name,
              countHolders(index.claims, part, topic, asked, there),
            ]);
      }),
    );
  });
});
