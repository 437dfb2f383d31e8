import { DATA_DIR } from '../support/data-dir.ts';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findGone, readProfile } from '#db/facts/read.ts';
import { parseIsoDate, type IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import { derive } from '#pipeline/derive.ts';
import { ingest } from '#pipeline/ingest.ts';
import { publish } from '#pipeline/publish.ts';
import { clientOf, liveTree } from '#pipeline/publish-tree.ts';
import { openEmbedded } from '#search/embedded.ts';
import { docxOf } from '../fixtures/acco/docx.ts';
import {
  deletionFile,
  documentFile,
  documentFrom,
  idFrom,
  recordFile,
  siretFrom,
  sirenFrom,
} from '../fixtures/acco/records.ts';
import { buildTarGz, type TarFile } from '../fixtures/acco/tar.ts';

const TODAY = parseIsoDate('2026-11-21') as IsoDate;
/** Words that no other text holds, in the sentence that grants. */
const DISTINCTIVE = 'au pavillon des Quatre-Mésanges-Bleues';
const TITLE = 'ACCORD DES MESANGES VAGABONDES';
const archives = `${DATA_DIR}-archives`;
afterAll(() => rmSync(archives, { recursive: true, force: true }));

const text = (sentence: string): Buffer =>
  docxOf(
    `Article 1 – Petite enfance\n${sentence}\nArticle 2 – Durée\nLe présent accord est conclu pour une durée indéterminée.`,
  );

const agreement = (root: string, seed: number, siret: string, sentence: string, title: string): TarFile[] => [
  recordFile(root, {
    id: idFrom(seed),
    siret,
    document: documentFrom(seed),
    title,
    ends: '2999-01-01',
    legalName: `ATELIERS FICTIFS ${siret.slice(0, 4)}`,
  }),
  documentFile(root, documentFrom(seed), text(sentence)),
];

/** Every file under DATA_DIR, and compressed twins opened, that holds these words. */
function filesWith(words: string): string[] {
  return readdirSync(DATA_DIR, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = path.join(DATA_DIR, name);
    if (!statSync(file).isFile()) return false;
    const bytes = readFileSync(file);
    return (file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).includes(words);
  });
}

async function apply(name: string, files: TarFile[]): Promise<void> {
  mkdirSync(archives, { recursive: true });
  const file = path.join(archives, name);
  writeFileSync(file, buildTarGz(files));
  expect((await ingest('acco', [file])).error).toBeNull();
  await derive({ today: TODAY, acceptShrink: true });
  await publish({ today: TODAY });
}

const pageOf = (siren: string) => path.join(clientOf(liveTree()!), 'employeurs', `${siren}.html`);
const [keeps, loses] = [sirenFrom(1), sirenFrom(2)] as [Siren, Siren];

describe('a text withdrawn upstream', () => {
  beforeAll(async () => {
    const root = '20250713-140000';
    await apply(`Freemium_acco_global_${root}.tar.gz`, [
      ...agreement(
        root,
        1,
        siretFrom(1),
        'La société réserve quatre berceaux en crèche pour les enfants de ses salariés.',
        'ACCORD PARENTALITE',
      ),
      ...agreement(
        root,
        2,
        siretFrom(1),
        `La société réserve neuf berceaux en crèche ${DISTINCTIVE} pour les enfants de ses salariés.`,
        TITLE,
      ),
      ...agreement(
        root,
        3,
        siretFrom(2),
        `L’entreprise réserve deux berceaux en crèche ${DISTINCTIVE} pour ses salariés.`,
        TITLE,
      ),
    ]);
  }, 120_000);

  it('stands on the page, in the JSON and in the databases before', () => {
    const files = filesWith(DISTINCTIVE);
    for (const part of ['corpus.db', 'facts.db', `${keeps}.html`, `${keeps}.json`, `${loses}.html`])
      expect(
        files.some((file) => file.endsWith(part)),
        part,
      ).toBe(true);
  });

  describe('after the deletion list', () => {
    beforeAll(async () => {
      const root = '20260424-063142';
      const gone = [2, 3].map((seed) => ({ id: idFrom(seed), document: documentFrom(seed) }));
      await apply(`ACCO_${root}.tar.gz`, [deletionFile(root, gone)]);
    }, 120_000);

    it('stands in no file, not by its words nor by its title', () => {
      expect(filesWith(DISTINCTIVE)).toEqual([]);
      expect(filesWith(TITLE)).toEqual([]);
    });

    it('leaves the other text of the same employer', () => {
      const profile = readProfile(keeps)!;
      expect(profile.entries.find(({ benefit }) => benefit === 'creche')?.lead.values).toEqual({ cribs: 4 });
      expect(existsSync(pageOf(keeps))).toBe(true);
    });

    it('answers 410 where it stood', () => {
      expect(findGone(`/accords/${idFrom(2)}`)).not.toBeNull();
      expect(findGone(`/employeurs/${loses}`)).not.toBeNull();
      expect(existsSync(pageOf(loses))).toBe(false);
      expect(readProfile(loses)).toBeNull();
    });

    it('is found no more', async () => {
      const engine = openEmbedded(path.join(DATA_DIR, 'search.db'));
      expect(await engine.suggest(`ATELIERS FICTIFS ${loses.slice(0, 4)}`, 10)).not.toContainEqual(
        expect.objectContaining({ siren: loses }),
      );
      await engine.close();
    });
  });
});
