import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { Benefit } from '#domain/benefit.ts';
import type { Siren } from '#domain/ids.ts';
import { openCorpus, type Corpus } from '#db/corpus/open.ts';
import { iterateAgreements } from '#db/corpus/read.ts';
import { openExtractions, type Extractions } from '#db/extractions/open.ts';
import { textReader } from '#pipeline/derive-texts.ts';
import { createExtractPool } from '#pipeline/extract-pool.ts';
import { applyArchive, sirenOfNumber } from '../support/corpus.ts';

const { benefits } = loadCatalogue();
const siren: Siren = sirenOfNumber(1);
const TEXTS = [
  'Article 1\nL’entreprise réserve 6 berceaux en crèche à compter du 1er mars 2024.',
  'Article 1\nLa valeur faciale du titre-restaurant est fixée à 9 €.',
  'Article 1\nUne gondole verte est mise en place pour chaque salarié à compter du 1er mars 2024.',
];

let folder: string;
let corpus: Corpus;
let cache: Extractions;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'star-finder-'));
  corpus = openCorpus(path.join(folder, 'corpus.db'));
  cache = openExtractions(path.join(folder, 'extractions.db'));
  const filed = TEXTS.map((text, at) => ({ n: at + 1, siren, text }));
  applyArchive(corpus, '20240110-000000', { filed });
});
afterEach(() => {
  corpus.$client.close();
  cache.$client.close();
  rmSync(folder, { recursive: true });
});

async function readAll(of: readonly Benefit[]) {
  const pool = createExtractPool(of, 1);
  const reader = textReader(corpus, cache, pool, of);
  const { read } = await reader.readAll(
    () => [],
    () => {},
    () => {},
  );
  const found = [...iterateAgreements(corpus)].map((row) =>
    reader.extractionOf(row)!.findings.map(({ benefit }) => benefit as string),
  );
  await pool.close();
  return { read, found };
}

const changed = (id: string, patterns: Partial<Benefit['patterns']>): Benefit[] =>
  benefits.map((each) => (each.id === id ? { ...each, patterns: { ...each.patterns, ...patterns } } : each));

describe('after a change of one benefit', () => {
  it('texts are read once, and not again by the same extractor', async () => {
    expect(await readAll(benefits)).toEqual({ read: 3, found: [['creche'], ['titres-restaurant'], []] });
    expect((await readAll(benefits)).read).toBe(0);
  });

  it('only texts that name it are read again, also after another change on top', async () => {
    await readAll(benefits);
    const hides = benefits.find(({ id }) => id === 'creche')!.patterns.hides ?? [];
    const once = changed('creche', { hides: [...hides, 'crèche parentale'] });
    expect((await readAll(once)).read).toBe(1);
    expect((await readAll(once)).read).toBe(0);
    expect((await readAll(benefits)).read).toBe(1);
  });

  it('texts that name it from now on are read again, and the others keep what was found', async () => {
    await readAll(benefits);
    const { terms } = benefits.find(({ id }) => id === 'horaires-flexibles')!.patterns;
    const { read, found } = await readAll(
      changed('horaires-flexibles', { terms: [...terms, 'gondole verte'] }),
    );
    expect(read).toBe(1);
    expect(found).toEqual([['creche'], ['titres-restaurant'], ['horaires-flexibles']]);
  });

  it('a benefit that goes takes its claims with it', async () => {
    await readAll(benefits);
    const { read, found } = await readAll(benefits.filter(({ id }) => id !== 'creche'));
    expect(read).toBe(1);
    expect(found).toEqual([[], ['titres-restaurant'], []]);
  });
});
