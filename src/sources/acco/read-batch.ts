import type { IsoDate } from '#domain/dates.ts';
import { RecordError } from '#domain/errors.ts';
import { readDocument } from './documents/document.ts';
import type { Batch, BatchResult } from './items.ts';
import { mapAgreement } from './map.ts';
import { parseAgreementXml } from './parse.ts';

/** Everything that costs time, away from the thread that unpacks and writes. */
export async function readBatch(batch: Batch): Promise<BatchResult> {
  const items: BatchResult = [];
  const texts = new TextRoom(batch);
  for (const { kind, name, start, end } of batch.entries) {
    const bytes = Buffer.from(batch.buffer, start, end - start);
    if (kind === 'record') readRecord(items, name, bytes, batch.archiveDay as IsoDate);
    else await readText(items, texts, name, bytes);
  }
  return items;
}

function readRecord(items: BatchResult, name: string, bytes: Buffer, archiveDay: IsoDate): void {
  try {
    const { record, notes } = mapAgreement(parseAgreementXml(bytes), archiveDay);
    items.push({ type: 'agreement', record }, ...notes);
    if (name.replace(/\.xml$/i, '') !== record.id)
      items.push({ type: 'notice', topic: 'file name differs from ID', value: `${name}: ${record.id}` });
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    items.push({ type: 'reject', kind: 'record', entry: name, reason: error.message });
  }
}

/** Texts go back in the shared memory of their batch as long as it has room: nothing is copied twice, or collected. */
class TextRoom {
  readonly #room: Uint8Array<SharedArrayBuffer>;
  #used = 0;

  constructor({ buffer, textsAt }: Batch) {
    this.#room = new Uint8Array(buffer, textsAt);
  }

  keep(utf8: Uint8Array): Uint8Array {
    if (this.#used + utf8.length > this.#room.length) return utf8.slice();
    const kept = this.#room.subarray(this.#used, (this.#used += utf8.length));
    kept.set(utf8);
    return kept;
  }
}

async function readText(items: BatchResult, texts: TextRoom, name: string, bytes: Buffer): Promise<void> {
  const document = await readDocument(bytes);
  const utf8 = document.utf8 && texts.keep(document.utf8);
  items.push({ type: 'text', documentName: name, ...document, utf8, isFictional: false });
  const { status, reason } = document;
  if (status === 'unreadable') items.push({ type: 'reject', kind: 'document', entry: name, reason: reason! });
}
