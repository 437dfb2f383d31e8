import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { sizeOf, type Tally } from '#domain/quality.ts';
import { proofread } from '#domain/typeset.ts';
import { createExtractor } from '#extraction/extract.ts';
import { measureOwn } from '../../scripts/eval/quality.ts';

const { benefits, quality, qualityNotes } = loadCatalogue();
const ids = benefits.map(({ id }) => id).sort();
const KEYS = ['truePositives', 'falsePositives', 'falseNegatives', 'slots', 'rightSlots'] as const;

describe('figures of quality', () => {
  it('cover every benefit of the catalogue, and no other', () => {
    expect(Object.keys(quality.benefits).sort()).toEqual(ids);
  });

  it('add up', () => {
    for (const set of ['real', 'own'] as const)
      for (const key of KEYS) {
        const sum = Object.values(quality.benefits).reduce((total, each) => total + each[set][key], 0);
        expect([set, key, sum]).toEqual([set, key, quality.overall[set][key]]);
      }
    expect(sizeOf(quality.overall.own)).toBe(quality.own.grants);
    const all: Tally[] = Object.values(quality.benefits).flatMap(({ real, own }) => [real, own]);
    expect(all.every(({ slots, rightSlots }) => rightSlots <= slots)).toBe(true);
  });

  it('are those of the present extractor, or name the other version that they are of', () => {
    const extractor = createExtractor(benefits);
    const fresh = Object.fromEntries(measureOwn(benefits, extractor));
    const kept = Object.fromEntries(ids.map((id) => [id, quality.benefits[id]!.own]));
    // The version covers patterns and code, not the sentences: sets of another size are of another day.
    const isSameSet = quality.own.grants === benefits.reduce((n, { examples }) => n + examples.match.length, 0);
    if (quality.own.extractor === extractor.version && isSameSet) expect(kept).toEqual(fresh);
    else expect(quality.own.extractor).not.toBe('');
  }); // prettier-ignore

  it('come with notes in correct French', () => {
    for (const [id, lines] of Object.entries(qualityNotes))
      for (const line of lines) expect([id, ...proofread(line)]).toEqual([id]);
  });
});
