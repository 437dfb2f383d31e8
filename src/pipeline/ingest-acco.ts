import { insertReject } from '#db/corpus/archives.ts';
import type { Corpus } from '#db/corpus/open.ts';
import { countOlder, countTextStatus } from '#db/corpus/read.ts';
import { AccoWriter } from '#db/corpus/write.ts';
import { RecordError } from '#domain/errors.ts';
import type { AccoItem } from '#sources/acco/index.ts';
import type { ArchiveWriter, OpenedArchive } from './ingest-writer.ts';

/** Writes ACCO items as they come; the deletion list is kept until everything else is written. */
export function openAccoWriter(corpus: Corpus, archive: OpenedArchive): ArchiveWriter<AccoItem> {
  const writer = new AccoWriter(corpus, archive);
  const withdrawals: Extract<AccoItem, { type: 'withdrawal' }>[] = [];
  const counts: Record<string, number> = {};
  const count = (name: string) => (counts[name] = (counts[name] ?? 0) + 1);
  const guard = (kind: 'record' | 'document', entry: string, write: () => void): void => {
    try {
      write();
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      count(kind === 'record' ? 'records.rejected' : 'documents.rejected');
      insertReject(corpus, archive.id, { kind, entry, reason: error.message });
    }
  };

  return {
    counts,
    write(item) {
      if (item.type === 'agreement') {
        count('records');
        guard('record', item.record.id, () => count(`records.${writer.writeAgreement(item.record)}`));
      } else if (item.type === 'text') {
        count('documents');
        count(`documents.${item.status}`);
        const { type: _type, isFictional, ...document } = item;
        guard('document', item.documentName, () => count(`texts.${writer.writeText(document, isFictional)}`));
      } else withdrawals.push(item);
    },
    finish() {
      for (const line of withdrawals) {
        count('deletions');
        count(`deletions.${writer.withdraw(line)}`);
      }
      // Deletion lists withdraw agreements; a dump that lacks some of those held is only reported.
      if (archive.kind === 'full') counts['agreements.not-in-this-dump'] = countOlder(corpus, archive.stamp);
      const held = countTextStatus(corpus, archive.stamp);
      for (const [status, number] of Object.entries(held)) counts[`agreements.text-${status}`] = number;
    },
  };
}
