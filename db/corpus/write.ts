import { hash } from 'node:crypto';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { AgreementRecord } from '#domain/agreement.ts';
import type { IsoDate } from '#domain/dates.ts';
import { RecordError } from '#domain/errors.ts';
import type { AgreementId, Siren } from '#domain/ids.ts';
import type { Corpus } from './open.ts';
import { agreements, texts, withdrawals } from './schema.ts';
import { compileWrite } from './statement.ts';

/** File name without its extension: `T06926072394-32509072800057`. */
export const documentStem = (name: string): string => name.replace(/\.[^.]*$/, '');

export type DocumentText = {
  documentName: string;
  status: 'read' | 'no-text' | 'unreadable';
  reason: string | null;
  hash: string | null;
  /** The text as UTF-8. */
  utf8: Uint8Array | null;
};

export type WithdrawalLine = { id: AgreementId; siren: Siren | null; documentName: string | null };

/**
 * `older`: a newer archive states it already. `withdrawn`: this or a newer archive withdrew it. `duplicate`: met before
 * in the same archive (the last one wins).
 */
export type UpsertOutcome = 'added' | 'updated' | 'unchanged' | 'duplicate' | 'older' | 'withdrawn';

/** Values of every column by name, and the same columns taken from the conflicting row. */
export function upsertParts(table: SQLiteTable) {
  const columns = Object.entries(getTableColumns(table));
  return {
    values: Object.fromEntries(columns.map(([key]) => [key, sql.placeholder(key)])),
    set: Object.fromEntries(columns.map(([key, column]) => [key, sql.raw(`excluded."${column.name}"`)])),
  };
}

/**
 * Writes the records of one ACCO archive. Whatever the order in which archives come, the newest statement about an
 * agreement wins (by the time in the archive's name): an old dump neither overwrites nor brings back anything.
 * Runs inside the transaction of the archive.
 */
export class AccoWriter {
  readonly #corpus: Corpus;
  readonly #archive: { id: number; stamp: string; publishedOn: IsoDate };
  readonly #statements;

  constructor(corpus: Corpus, archive: { id: number; stamp: string; publishedOn: IsoDate }) {
    this.#corpus = corpus;
    this.#archive = archive;
    this.#statements = prepareStatements(corpus);
  }

  /** @throws RecordError when a fictional record would take the place of a real one */
  writeAgreement(record: AgreementRecord): UpsertOutcome {
    const { stamp, id: archiveId } = this.#archive;
    const known = this.#statements.agreement.get(record.id);
    const tombstone = this.#statements.withdrawal.get(record.id);
    if (tombstone && tombstone.stamp >= stamp) return 'withdrawn';
    if (known && known.seenStamp > stamp) return 'older';
    if (known && record.isFictional && !known.isFictional)
      throw new RecordError(`${record.id}: a fictional record may not replace a real one.`);
    if (tombstone) this.#corpus.delete(withdrawals).where(eq(withdrawals.id, record.id)).run();

    const digest = hash('sha256', JSON.stringify(record));
    const isDuplicate = known?.seenStamp === stamp;
    if (known?.digest === digest) {
      if (!isDuplicate) this.#statements.seeAgreement.run(stamp, record.id);
      return isDuplicate ? 'duplicate' : 'unchanged';
    }
    const stem = record.documentName === null ? null : documentStem(record.documentName);
    this.#statements.putAgreement({ ...record, documentStem: stem, digest, archiveId, seenStamp: stamp });
    if (isDuplicate) return 'duplicate';
    return known ? 'updated' : 'added';
  }

  /** Texts are kept by file name and joined to agreements when read: XML and documents may come in any order. */
  writeText(document: DocumentText, isFictional: boolean): UpsertOutcome {
    const { stamp, id: archiveId } = this.#archive;
    const stem = documentStem(document.documentName);
    const known = this.#statements.text.get(stem);
    if (this.#isDocumentWithdrawn(stem)) return 'withdrawn';
    if (known && known.seenStamp > stamp) return 'older';
    if (known && isFictional && !known.isFictional)
      throw new RecordError(`${document.documentName}: a fictional document may not replace a real one.`);
    const isDuplicate = known?.seenStamp === stamp;
    // The same document filed as .docx and .pdf: what could be read is worth more than what came last.
    if (isDuplicate && known.status === 'read' && document.status !== 'read') return 'duplicate';
    if (known && known.status === document.status && known.hash === document.hash) {
      if (!isDuplicate) this.#statements.seeText.run(stamp, stem);
      return isDuplicate ? 'duplicate' : 'unchanged';
    }
    const { utf8, ...facts } = document;
    const text = utf8 && Buffer.from(utf8.buffer, utf8.byteOffset, utf8.length);
    this.#statements.putText({ ...facts, text, stem, isFictional, archiveId, seenStamp: stamp });
    if (isDuplicate) return 'duplicate';
    return known ? 'updated' : 'added';
  }

  #isDocumentWithdrawn(stem: string): boolean {
    const tombstone = this.#statements.withdrawnDocument.get(stem, this.#archive.stamp);
    return tombstone !== undefined && !this.#statements.holder.get(stem);
  }

  /**
   * Removes the agreement and its document, and leaves a tombstone. Call it after every record of the archive.
   * @returns `removed`, `unknown` (nothing was held) or `newer` (a newer archive states it again: it stays)
   */
  withdraw(line: WithdrawalLine): 'removed' | 'unknown' | 'newer' {
    const { stamp, id: archiveId, publishedOn: withdrawnOn } = this.#archive;
    const known = this.#statements.agreement.get(line.id);
    const tombstone = this.#statements.withdrawal.get(line.id);
    if (known && known.seenStamp > stamp) return 'newer';
    if (known) this.#corpus.delete(agreements).where(eq(agreements.id, line.id)).run();

    const listed = line.documentName === null ? null : documentStem(line.documentName);
    const stem = listed ?? known?.documentStem ?? tombstone?.documentStem ?? null;
    for (const each of new Set([listed, known?.documentStem])) if (each) this.#deleteText(each);

    if (!tombstone || tombstone.stamp < stamp) {
      const siren = known?.siren ?? line.siren ?? tombstone?.siren ?? null;
      this.#statements.putWithdrawal({
        id: line.id,
        siren,
        documentStem: stem,
        withdrawnOn,
        stamp,
        archiveId,
      });
    }
    return known ? 'removed' : 'unknown';
  }

  /** Unless another agreement, still published, holds the same document. */
  #deleteText(stem: string): void {
    const text = this.#statements.text.get(stem);
    if (!text || text.seenStamp > this.#archive.stamp || this.#statements.holder.get(stem)) return;
    this.#corpus.delete(texts).where(eq(texts.stem, stem)).run();
  }
}

type KnownAgreement = {
  digest: string;
  seenStamp: string;
  isFictional: 0 | 1;
  siren: Siren;
  documentStem: string | null;
};
type KnownText = { hash: string | null; status: string; seenStamp: string; isFictional: 0 | 1 };
type Tombstone = { stamp: string; siren: Siren | null; documentStem: string | null };

function prepareStatements(corpus: Corpus) {
  const client = corpus.$client;
  const agreementParts = upsertParts(agreements);
  const textParts = upsertParts(texts);
  const withdrawalParts = upsertParts(withdrawals);
  return {
    agreement: client.prepare<[string], KnownAgreement>(
      'SELECT digest, seen_stamp AS seenStamp, is_fictional AS isFictional, siren, document_stem AS documentStem FROM agreements WHERE id = ?',
    ),
    holder: client.prepare<[string]>('SELECT 1 FROM agreements WHERE document_stem = ? LIMIT 1'),
    withdrawal: client.prepare<[string], Tombstone>(
      'SELECT stamp, siren, document_stem AS documentStem FROM withdrawals WHERE id = ?',
    ),
    withdrawnDocument: client.prepare<[string, string]>(
      'SELECT 1 FROM withdrawals WHERE document_stem = ? AND stamp >= ? LIMIT 1',
    ),
    text: client.prepare<[string], KnownText>(
      'SELECT hash, status, seen_stamp AS seenStamp, is_fictional AS isFictional FROM texts WHERE stem = ?',
    ),
    seeAgreement: client.prepare<[string, string]>('UPDATE agreements SET seen_stamp = ? WHERE id = ?'),
    seeText: client.prepare<[string, string]>('UPDATE texts SET seen_stamp = ? WHERE stem = ?'),
    putAgreement: compileWrite(
      corpus,
      corpus
        .insert(agreements)
        .values(agreementParts.values as never)
        .onConflictDoUpdate({ target: agreements.id, set: agreementParts.set }),
    ),
    putText: compileWrite(
      corpus,
      corpus
        .insert(texts)
        .values({ ...textParts.values, text: sql`cast(${sql.placeholder('text')} as text)` } as never)
        .onConflictDoUpdate({ target: texts.stem, set: textParts.set }),
    ),
    putWithdrawal: compileWrite(
      corpus,
      corpus
        .insert(withdrawals)
        .values(withdrawalParts.values as never)
        .onConflictDoUpdate({ target: withdrawals.id, set: withdrawalParts.set }),
    ),
  };
}
