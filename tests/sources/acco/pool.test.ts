import { afterEach, describe, expect, it } from 'vitest';
import type { Batch } from '#sources/acco/items.ts';
import { Pool } from '#sources/acco/pool.ts';
import { docxOf } from '../../fixtures/acco/docx.ts';
import { documentFrom, idFrom, recordXml } from '../../fixtures/acco/records.ts';

function batchOf(files: Record<string, Buffer>): Batch {
  const entries: Batch['entries'] = [];
  let length = 0;
  for (const [name, content] of Object.entries(files)) {
    const kind = name.endsWith('.xml') ? 'record' : 'document';
    entries.push({ kind, name, start: length, end: (length += content.length) });
  }
  const buffer = new SharedArrayBuffer(length);
  Buffer.concat(Object.values(files)).copy(Buffer.from(buffer));
  return { archiveDay: '2026-04-24', entries, buffer, textsAt: length };
}

describe('threads that read documents', () => {
  let pool: Pool | null = null;
  afterEach(() => pool?.close());

  const files = {
    [`${idFrom(1)}.xml`]: Buffer.from(recordXml({ id: idFrom(1), document: documentFrom(1) })),
    [documentFrom(1)]: docxOf('Un jour de congé.'),
    [documentFrom(2)]: Buffer.from('damaged'),
  };

  it('give records and texts in order', async () => {
    pool = new Pool(2);
    const [first, second] = await Promise.all([pool.read(batchOf(files)), pool.read(batchOf(files))]);
    expect(first).toEqual(second);
    expect(first).toMatchObject([
      { type: 'agreement', record: { id: idFrom(1) } },
      { type: 'text', documentName: documentFrom(1), status: 'read' },
      { type: 'text', documentName: documentFrom(2), status: 'unreadable' },
      { type: 'reject', kind: 'document', entry: documentFrom(2) },
    ]);
  });

  it('give up an entry that takes too long, and only after trying it alone', async () => {
    pool = new Pool(1, { batchSeconds: 0.001 });
    const items = await pool.read(batchOf(files));
    const reason = expect.stringContaining('took more than 0.001 seconds');
    expect(items).toContainEqual({ type: 'reject', kind: 'record', entry: `${idFrom(1)}.xml`, reason });
    expect(items).toContainEqual({ type: 'reject', kind: 'document', entry: documentFrom(1), reason });
    expect(items.filter(({ type }) => type === 'text')).toHaveLength(2);
  });
});
