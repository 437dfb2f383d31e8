import type { AgreementRecord } from '#domain/agreement.ts';
import type { CommonItem } from '../source.ts';
import type { WithdrawalItem } from './deletions.ts';
import type { ReadDocument } from './documents/document.ts';

export type AgreementItem = { type: 'agreement'; record: AgreementRecord };

/** A document that was in the archive. */
export type TextItem = ReadDocument & {
  type: 'text';
  documentName: string;
  isFictional: boolean;
};

export type AccoItem = AgreementItem | TextItem | WithdrawalItem;

/**
 * Entries of the archive on their way to a worker: their bytes stand one after the other in `buffer`, which from
 * `textsAt` on has room for the texts that go back.
 */
export type Batch = {
  archiveDay: string;
  entries: { kind: 'record' | 'document'; name: string; start: number; end: number }[];
  buffer: SharedArrayBuffer;
  textsAt: number;
};

/** Texts in it may stand in the batch's buffer: they last as long as it does. */
export type BatchResult = (AccoItem | CommonItem)[];
