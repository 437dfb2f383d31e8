import type { AgreementRecord } from '#domain/agreement.ts';
import type { CommonItem } from '../source.ts';
import type { WithdrawalItem } from './deletions.ts';

export type AgreementItem = { type: 'agreement'; record: AgreementRecord };

/** A document that was in the archive. `hash` is the sha256 of `text`. */
export type TextItem = {
  type: 'text';
  documentName: string;
  status: 'read' | 'no-text' | 'unreadable';
  reason: string | null;
  hash: string | null;
  text: string | null;
  isFictional: boolean;
};

export type AccoItem = AgreementItem | TextItem | WithdrawalItem;

/** Entries of the archive on their way to a worker: their bytes stand one after the other in `buffer`. */
export type Batch = {
  archiveDay: string;
  entries: { kind: 'record' | 'document'; name: string; start: number; end: number }[];
  buffer: ArrayBuffer;
};

export type BatchResult = (AccoItem | CommonItem)[];
