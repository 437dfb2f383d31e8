import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listArchives, listWithdrawals, readText } from '#db/corpus/read.ts';
import { docxOf } from '../fixtures/acco/docx.ts';
import {
  deletionFile,
  documentFile,
  documentFrom,
  idFrom,
  recordFile,
  siretFrom,
  type RecordFields,
} from '../fixtures/acco/records.ts';
import type { TarFile } from '../fixtures/acco/tar.ts';
import { Workspace } from '../fixtures/acco/workspace.ts';

const ROOT = '20260424-063142';
const FULL = 'Freemium_acco_global_20250713-140000.tar.gz';
const FIRST = 'ACCO_20260424-063142.tar.gz';
const SECOND = 'ACCO_20260427-063417.tar.gz';
const THIRD = 'ACCO_20260504-063000.tar.gz';

/** An agreement and its document. */
const agreement = (seed: number, text: string, fields: Partial<RecordFields> = {}): TarFile[] => [
  recordFile(ROOT, { id: idFrom(seed), siret: siretFrom(seed), document: documentFrom(seed), ...fields }),
  documentFile(ROOT, documentFrom(seed), docxOf(text)),
];

const deletion = (...seeds: number[]): TarFile =>
  deletionFile(
    ROOT,
    seeds.map((seed) => ({ id: idFrom(seed), document: documentFrom(seed) })),
  );

describe('ingest of ACCO archives', () => {
  let work: Workspace;
  beforeEach(() => void (work = new Workspace()));
  afterEach(() => work.remove());

  const textOf = (id: string): string | null =>
    work.read((corpus) => readText(corpus, work.agreement(id)?.textHash ?? ''));

  it('joins records and documents in any order, with provenance on each', async () => {
    const [record, document] = agreement(1, 'Deux jours par semaine.');
    const [laterRecord, laterDocument] = agreement(2, 'Une place en crèche.');
    work.archive(FIRST, [document!, laterRecord!, record!, laterDocument!]);
    const report = await work.ingest(path.join(work.folder, FIRST));
    expect(report).toMatchObject({ isComplete: true, error: null });
    expect(report.totals).toMatchObject({
      records: 2,
      'records.added': 2,
      documents: 2,
      'agreements.text-read': 2,
    });
    expect(textOf(idFrom(1))).toBe('Deux jours par semaine.');
    expect(work.agreement(idFrom(2))).toMatchObject({
      textStatus: 'read',
      provenance: {
        source: 'acco',
        file: FIRST,
        url: `https://echanges.dila.gouv.fr/OPENDATA/ACCO/${FIRST}`,
        publishedOn: '2026-04-24',
        sha256: report.archives[0]!.sha256,
      },
    });
    expect(report.archives[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('the same archive twice changes nothing, under another name too', async () => {
    const file = work.archive(FIRST, agreement(1, 'Texte.'));
    await work.ingest(file);
    const before = readFileSync(work.corpusFile);
    const again = await work.ingest(file, work.archive(SECOND, readFileSync(file)));
    expect(again.archives.map(({ outcome }) => outcome)).toEqual(['known', 'known']);
    expect(readFileSync(work.corpusFile).equals(before)).toBe(true);
  });

  it('applies the full dump first, then increments from the oldest, whatever the order given', async () => {
    const files = [
      work.archive(SECOND, agreement(1, 'Troisième.')),
      work.archive(FULL, agreement(1, 'Premier.')),
      work.archive(FIRST, agreement(1, 'Deuxième.')),
    ];
    const report = await work.ingest(...files);
    expect(report.archives.map(({ name }) => name)).toEqual([FULL, FIRST, SECOND]);
    expect(textOf(idFrom(1))).toBe('Troisième.');
    expect(await work.ingest(work.folder)).toMatchObject({ totals: {} });
  });

  it('an older archive neither overwrites nor brings back anything', async () => {
    await work.ingest(work.archive(SECOND, [...agreement(1, 'Récent.'), deletion(2)]));
    const report = await work.ingest(
      work.archive(FIRST, [
        ...agreement(1, 'Ancien.'),
        ...agreement(2, 'Retiré.'),
        ...agreement(3, 'Autre.'),
      ]),
    );
    expect(report.totals).toMatchObject({ 'records.older': 1, 'records.withdrawn': 1, 'records.added': 1 });
    expect(textOf(idFrom(1))).toBe('Récent.');
    expect(work.agreement(idFrom(2))).toBeUndefined();
    expect(work.filesWith('Retiré.')).toEqual([]);
  });

  it('reaches the same state in whatever order archives come', async () => {
    const archives = [
      work.archive(FULL, [...agreement(1, 'Un.'), ...agreement(2, 'Deux.'), ...agreement(3, 'Trois.')]),
      work.archive(FIRST, [...agreement(1, 'Un bis.'), deletion(2, 3)]),
      work.archive(SECOND, [...agreement(3, 'Trois bis.'), deletion(1)]),
    ];
    const state = () =>
      work.agreements().map(({ record, textStatus, textHash }) => ({ record, textStatus, textHash }));
    for (const file of archives) await work.ingest(file);
    const expected = [
      state(),
      work.read(listWithdrawals).map(({ id, withdrawnOn }) => ({ id, withdrawnOn })),
    ];
    for (const order of [
      [2, 1, 0],
      [1, 0, 2],
      [2, 0, 1],
    ]) {
      const other = new Workspace();
      const files = order.map((place) =>
        other.archive(path.basename(archives[place]!), readFileSync(archives[place]!)),
      );
      for (const file of files) await other.ingest(file);
      const kept = work;
      work = other;
      expect([
        state(),
        other.read(listWithdrawals).map(({ id, withdrawnOn }) => ({ id, withdrawnOn })),
      ]).toEqual(expected);
      work = kept;
      other.remove();
    }
  });

  it('a withdrawn agreement is gone from every file, and leaves a tombstone', async () => {
    const secret = 'quinzaine des coquillages violets';
    await work.ingest(
      work.archive(FIRST, [
        ...agreement(1, `La ${secret} est chômée.`, { title: secret }),
        ...agreement(2, 'Reste.'),
      ]),
    );
    expect(work.filesWith(secret)).toEqual([work.corpusFile]);
    const report = await work.ingest(work.archive(SECOND, [deletion(1, 9)]));
    expect(report.totals).toMatchObject({ deletions: 2, 'deletions.removed': 1, 'deletions.unknown': 1 });
    expect(work.filesWith(secret)).toEqual([]);
    expect(work.agreements().map(({ record }) => record.id)).toEqual([idFrom(2)]);
    expect(work.read(listWithdrawals)).toEqual([
      { id: idFrom(1), siren: siretFrom(1).slice(0, 9), withdrawnOn: '2026-04-27', archive: SECOND },
      { id: idFrom(9), siren: siretFrom(9).slice(0, 9), withdrawnOn: '2026-04-27', archive: SECOND },
    ]);
  });

  it('applies deletions after the records of the same archive, wherever the list stands', async () => {
    await work.ingest(
      work.archive(FIRST, [deletion(1), ...agreement(1, 'À retirer.'), ...agreement(2, 'Reste.')]),
    );
    expect(work.agreements().map(({ record }) => record.id)).toEqual([idFrom(2)]);
    expect(work.filesWith('À retirer.')).toEqual([]);
  });

  it('a republished agreement is back, and its tombstone gone', async () => {
    await work.ingest(work.archive(FIRST, agreement(1, 'Premier.')));
    await work.ingest(work.archive(SECOND, [deletion(1)]));
    await work.ingest(work.archive(THIRD, agreement(1, 'Anonymisé.')));
    expect(textOf(idFrom(1))).toBe('Anonymisé.');
    expect(work.read(listWithdrawals)).toEqual([]);
  });

  it('what did not change keeps the archive that brought it', async () => {
    await work.ingest(work.archive(FIRST, agreement(1, 'Texte.')));
    const report = await work.ingest(
      work.archive(SECOND, [...agreement(1, 'Texte.'), ...agreement(2, 'Neuf.')]),
    );
    expect(report.totals).toMatchObject({ 'records.unchanged': 1, 'records.added': 1, 'texts.unchanged': 1 });
    expect(work.agreement(idFrom(1))!.provenance.file).toBe(FIRST);
  });

  it('an agreement deposited twice stays twice; only its own document goes with it', async () => {
    const shared = { siret: siretFrom(1), document: documentFrom(1) };
    await work.ingest(
      work.archive(FIRST, [...agreement(1, 'Commun.'), recordFile(ROOT, { id: idFrom(2), ...shared })]),
    );
    await work.ingest(work.archive(SECOND, [deletion(1)]));
    expect(textOf(idFrom(2))).toBe('Commun.');
    await work.ingest(
      work.archive(THIRD, [deletionFile(ROOT, [{ id: idFrom(2), document: documentFrom(1) }])]),
    );
    expect(work.filesWith('Commun.')).toEqual([]);
  });

  it('finds a document whose extension is not the one stated', async () => {
    const [record] = agreement(1, '');
    const file = documentFile(ROOT, documentFrom(1, 'pdf'), docxOf('Sous une autre extension.'));
    await work.ingest(work.archive(FIRST, [record!, file]));
    expect(textOf(idFrom(1))).toBe('Sous une autre extension.');
  });

  it('flags every row of an archive that carries the marker, and none without it', async () => {
    const marker = { path: `${ROOT}/FICTIF.txt`, content: 'Employeurs et accords fictifs.' };
    await work.ingest(work.archive(FIRST, [marker, ...agreement(1, 'Inventé.')]));
    await work.ingest(work.archive(SECOND, agreement(2, 'Réel.')));
    expect(
      work
        .agreements()
        .map(({ record }) => record.isFictional)
        .sort(),
    ).toEqual([false, true]);
    expect(work.read(listArchives).map(({ isFictional }) => isFictional)).toEqual([true, false]);
    const report = await work.ingest(work.archive(THIRD, [marker, ...agreement(2, 'Usurpé.')]));
    expect(report.archives[0]!.rejects).toContainEqual(
      expect.objectContaining({
        entry: idFrom(2),
        reason: expect.stringContaining('may not replace a real one'),
      }),
    );
    expect(textOf(idFrom(2))).toBe('Réel.');
  });

  it('refuses a marker that comes after records: they would pass for real', async () => {
    const marker = { path: `${ROOT}/FICTIF.txt`, content: '' };
    const report = await work.ingest(work.archive(FIRST, [...agreement(1, 'Inventé.'), marker]));
    expect(report.error).toMatch(/FICTIF.txt must be the first file/);
    expect(work.agreements()).toEqual([]);
  });

  it('writes a report beside the data', async () => {
    await work.ingest(work.archive(FIRST, agreement(1, 'Texte.', { themes: [['999', 'Inconnu', '42']] })));
    const report = JSON.parse(readFileSync(path.join(work.data, 'reports', 'ingest-acco.json'), 'utf8'));
    expect(report).toMatchObject({ command: 'ingest', source: 'acco', isComplete: true });
    expect(report.archives[0].notices).toEqual([
      { topic: 'unknown theme code', value: '999 Inconnu (group 42)', count: 1 },
    ]);
  });

  it('says what is wrong with its arguments', async () => {
    await expect(work.ingest('nowhere')).rejects.toThrow(/nowhere does not exist/);
    await expect(work.ingest(work.archive('x.txt', Buffer.from('x')))).rejects.toThrow(
      /not a file of the source acco/,
    );
  });
});
