import { lastSeq, listChangesAfter, seqBefore } from '#db/changes/read.ts';
import { about } from './answer.ts';

const LIMIT = 100;

/** The number to start after; null for a cursor this log never gave: it begins anew, and so must the copy. */
function cursorOf(since: string | null): number | null {
  if (since === null) return 0;
  if (!/^\d{1,9}$/.test(since)) {
    const instant = new Date(since);
    return Number.isNaN(instant.getTime()) ? null : seqBefore(instant.toISOString());
  }
  return Number(since) > lastSeq() ? null : Number(since);
}

export function changesAnswer(params: URLSearchParams) {
  const cursor = cursorOf(params.get('since'));
  if (cursor === null) return null;
  const limit = Number(params.get('limit') ?? LIMIT);
  const lines = listChangesAfter(cursor, limit + 1);
  const changes = lines.slice(0, limit);
  return { changes, next: changes.at(-1)?.seq ?? cursor, hasMore: lines.length > limit, ...about };
}
