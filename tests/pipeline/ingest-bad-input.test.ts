import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildDocx, docxOf, paragraph } from '../fixtures/acco/docx.ts';
import {
  deletionFile,
  documentFile,
  documentFrom,
  documentPath,
  idFrom,
  noise,
  recordFile,
  recordPath,
  recordXml,
  siretFrom,
} from '../fixtures/acco/records.ts';
import { buildTar, buildTarGz, type TarFile } from '../fixtures/acco/tar.ts';
import { Workspace } from '../fixtures/acco/workspace.ts';

const ROOT = '20260424-063142';
const GOOD = 'ACCO_20260424-063142.tar.gz';
const BAD = 'ACCO_20260427-063417.tar.gz';

const record = (seed: number): TarFile =>
  recordFile(ROOT, { id: idFrom(seed), siret: siretFrom(seed), document: documentFrom(seed) });
const document = (seed: number, text = 'Texte.'): TarFile =>
  documentFile(ROOT, documentFrom(seed), docxOf(text));

describe('bad input', () => {
  let work: Workspace;
  beforeEach(() => void (work = new Workspace()));
  afterEach(() => work.remove());

  describe('a bad archive stops the run and leaves the last state', () => {
    const files = [record(2), document(2), documentFile(ROOT, documentFrom(3), noise('long', 200_000))];
    const whole = buildTarGz(files);
    const flipped = Buffer.from(whole);
    flipped[Math.floor(whole.length / 2)]! ^= 0xff;
    const tar = buildTar(files);
    const spoilt = Buffer.from(tar);
    spoilt[512 * 5] = 0x58;
    const spoilTar = (): Buffer => {
      const copy = Buffer.from(tar);
      copy.writeUInt8(copy[0]! ^ 1, 0);
      return copy;
    };

    it.each([
      ['zero bytes', Buffer.alloc(0), /is empty/],
      ['truncated gzip', whole.subarray(0, whole.length - 5000), /gzip stops early/],
      ['gzip cut in its trailer', whole.subarray(0, whole.length - 3), /gzip stops early/],
      ['corrupt gzip', flipped, /gzip is corrupt/],
      ['no gzip at all', Buffer.from('<html>503 Service Unavailable</html>'), /gzip is corrupt/],
      ['truncated tar in a sound gzip', gzipSync(tar.subarray(0, 3000)), /stops before its end mark/],
      ['tar without its end mark', gzipSync(tar.subarray(0, tar.length - 1024)), /stops before its end mark/],
      ['corrupt tar header', gzipSync(spoilTar()), /wrong checksum/],
      ['no tar at all', gzipSync(noise('rubbish', 5000)), /wrong checksum/],
    ])('%s', async (_, content, message) => {
      await work.ingest(work.archive(GOOD, [record(1), document(1)]));
      const before = work.dump();
      const report = await work.ingest(work.archive(BAD, content));
      expect(report.isComplete).toBe(false);
      expect(report.error).toMatch(message);
      expect(report.error).toContain(BAD);
      expect(work.dump()).toEqual(before);
    });

    it('archives before it stay applied, archives after it are not read', async () => {
      const paths = [
        work.archive(GOOD, [record(1), document(1)]),
        work.archive(BAD, whole.subarray(0, 900)),
        work.archive('ACCO_20260504-063000.tar.gz', [record(4)]),
      ];
      const report = await work.ingest(...paths);
      expect(report.archives.map(({ name }) => name)).toEqual([GOOD]);
      expect(work.agreements().map(({ record }) => record.id)).toEqual([idFrom(1)]);
    });

    it('too many bad records make a bad archive', async () => {
      const bad = Array.from({ length: 30 }, (_, i) => recordFile(ROOT, { id: idFrom(i + 100), siret: '1' }));
      const report = await work.ingest(work.archive(BAD, [record(1), ...bad]));
      expect(report.error).toMatch(/30 records of 31 are bad, more than 5 %/);
      expect(work.agreements()).toEqual([]);
    });

    it('a full dump without a record is refused', async () => {
      const report = await work.ingest(work.archive('Freemium_acco_global_20250713-140000.tar.gz', []));
      expect(report.error).toMatch(/holds 0 records, at least 1 are expected/);
    });
  });

  describe('a bad record or document is counted and listed, and the run goes on', () => {
    const spoilRecord = (seed: number, spoil: (xml: string) => string | Buffer): TarFile => ({
      path: recordPath(ROOT, idFrom(seed)),
      content: spoil(recordXml({ id: idFrom(seed), siret: siretFrom(seed) })),
    });

    it.each([
      ['broken XML', spoilRecord(2, (xml) => xml.slice(0, 400)), /the XML is broken/],
      ['an empty file', spoilRecord(2, () => ''), /the XML is broken|no META_COMMUN/],
      ['a DTD', spoilRecord(2, (xml) => xml.replace('<TEXTE', '<!DOCTYPE x><TEXTE')), /DTD/],
      [
        'an entity bomb',
        spoilRecord(2, (xml) =>
          xml.replace('<TEXTE', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><TEXTE'),
        ),
        /DTD/,
      ],
      [
        'a wrong SIRET',
        recordFile(ROOT, { id: idFrom(2), siret: '12345678901234' }),
        /SIRET "12345678901234"/,
      ],
      ['a wrong id', recordFile(ROOT, { id: 'KALITEXT1' }), /ID "KALITEXT1"/],
      [
        'a record of two megabytes',
        spoilRecord(2, (xml) => xml.replace('ATELIERS', 'A'.repeat(2_000_000))),
        /longer than any record/,
      ],
      ['a path out of the archive', { path: `../../${documentFrom(2)}`, content: 'x' }, /leaves the archive/],
      [
        'a link',
        { path: documentPath(ROOT, documentFrom(2)), type: '2', linkTo: '/etc/passwd', content: '' },
        /a link or a device/,
      ],
      ['a damaged document', documentFile(ROOT, documentFrom(2), docxOf('x').subarray(0, 200)), /cut short/],
      ['an empty document', documentFile(ROOT, documentFrom(2), Buffer.alloc(0)), /the file is empty/],
      [
        'a document of another kind',
        documentFile(ROOT, documentFrom(2), Buffer.from('GIF89a')),
        /neither .docx/,
      ],
      [
        'an .rtf document',
        documentFile(ROOT, documentFrom(2), Buffer.from('{\\rtf1\\ansi Trois jours.}')),
        /the file is \.rtf, which is not read/,
      ],
    ])('%s', async (_, file, reason) => {
      const report = await work.ingest(work.archive(GOOD, [file, record(1), document(1)]));
      expect(report).toMatchObject({ isComplete: true, error: null });
      expect(report.archives[0]!.rejects).toHaveLength(1);
      expect(report.archives[0]!.rejects[0]!.reason).toMatch(reason);
      expect(work.agreement(idFrom(1))).toMatchObject({ textStatus: 'read' });
      expect(work.agreements()).toHaveLength(1);
    });

    it('a record in another encoding than it says is kept, and told', async () => {
      const old = spoilRecord(1, (xml) =>
        Buffer.from(xml.replace('ATELIERS', 'HÔTEL DE L’ÉCLUSE'.replace('’', '\x92')), 'latin1'),
      );
      const report = await work.ingest(work.archive(GOOD, [old]));
      expect(work.agreement(idFrom(1))!.record.legalName).toContain('HÔTEL DE L’ÉCLUSE');
      expect(report.archives[0]!.notices).toContainEqual({
        topic: 'encoding',
        value: 'read as Windows-1252, not UTF-8',
        count: 1,
      });
    });

    it('dates that cannot be leave the record in, without them', async () => {
      const odd = recordFile(ROOT, {
        id: idFrom(1),
        signed: '20252-01-01',
        ends: '2999-01-01',
        effective: '',
      });
      const report = await work.ingest(work.archive(GOOD, [odd]));
      expect(work.agreement(idFrom(1))!.record).toMatchObject({
        signedOn: null,
        hasNoEnd: true,
        effectiveOn: null,
      });
      expect(report.archives[0]!.rejectCounts).toEqual({ field: 1 });
    });
  });

  it('tells documents apart: missing, scanned, damaged, bomb', async () => {
    const scan = buildDocx('<w:p><w:r><w:drawing></w:drawing></w:r></w:p>');
    const bomb = buildDocx(paragraph('a').repeat(900_000));
    await work.ingest(
      work.archive(GOOD, [
        ...[1, 2, 3, 4, 5].map(record),
        documentFile(ROOT, documentFrom(2), scan),
        documentFile(ROOT, documentFrom(3), noise('damage', 3000)),
        documentFile(ROOT, documentFrom(4), bomb),
        document(5),
      ]),
    );
    expect(
      work
        .agreements()
        .map(({ record, textStatus, textHash }) => [record.id, textStatus, textHash !== null])
        .sort(),
    ).toEqual([
      [idFrom(1), 'missing', false],
      [idFrom(2), 'no-text', false],
      [idFrom(3), 'unreadable', false],
      [idFrom(4), 'unreadable', false],
      [idFrom(5), 'read', true],
    ]);
  });

  it('of duplicate entries the last one wins, unless only the first could be read', async () => {
    const report = await work.ingest(
      work.archive(GOOD, [
        ...[record(1), document(1, 'Premier.'), document(1, 'Second.')],
        recordFile(ROOT, {
          id: idFrom(1),
          siret: siretFrom(1),
          document: documentFrom(1),
          title: 'Second titre',
        }),
        ...[
          record(2),
          document(2, 'Lisible.'),
          documentFile(ROOT, documentFrom(2, 'pdf'), Buffer.from('%PDF-1.4 broken')),
        ],
      ]),
    );
    expect(report.totals).toMatchObject({ 'records.duplicate': 1, 'texts.duplicate': 2 });
    expect(work.agreement(idFrom(1))!.record.title).toBe('Second titre');
    const texts = work.read((corpus) =>
      corpus.$client.prepare('SELECT text FROM texts ORDER BY stem').pluck().all(),
    );
    expect(texts).toEqual(['Second.', 'Lisible.']);
  });

  it('an archive with deletions only is an archive', async () => {
    await work.ingest(work.archive(GOOD, [record(1), document(1)]));
    const list = deletionFile(ROOT, [{ id: idFrom(1), document: documentFrom(1) }]);
    const report = await work.ingest(work.archive(BAD, [list]));
    expect(report).toMatchObject({ isComplete: true, totals: { 'deletions.removed': 1 } });
    expect(work.agreements()).toEqual([]);
  });

  it('nothing is written beside the corpus and the report, whatever the names inside', async () => {
    await work.ingest(
      work.archive(GOOD, [
        record(1),
        { path: '/etc/star-finder-test', content: 'x' },
        { path: `${ROOT}/acco/global/bureautique/../../../../../x.docx`, content: 'x' },
        { path: `..\\..\\x.xml`, content: 'x' },
      ]),
    );
    const files = work.filesWith('').map((file) => path.relative(work.data, file));
    expect(files.sort()).toEqual(['corpus.db', path.join('reports', 'ingest-acco.json')]);
  });
});
