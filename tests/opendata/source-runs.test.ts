import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSourceRuns } from '#opendata/source-runs.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'runs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (name: string, body: object | string): void =>
  writeFileSync(path.join(folder, name), typeof body === 'string' ? body : JSON.stringify(body));

describe('the last reading of each source', () => {
  it('takes the latest report, says whether it was taken, and passes over what is none', () => {
    report('ingest-sirene.json', { source: 'sirene', startedAt: '2026-11-20T03:00:00.000Z', error: null });
    report('ingest-sirene-units.json', {
      source: 'sirene',
      startedAt: '2026-11-21T03:00:00.000Z',
      error: 'sirene: /data/x.parquet lacks a column',
    });
    report('ingest-acco.json', { source: 'acco', startedAt: '2026-11-21T02:00:00.000Z', error: null });
    report('ingest-half.json', '{"source":');
    report('derive.json', { startedAt: '2026-11-21T02:00:00.000Z' });
    expect(Object.fromEntries(readSourceRuns(folder))).toEqual({
      sirene: { startedAt: '2026-11-21T03:00:00.000Z', isOk: false },
      acco: { startedAt: '2026-11-21T02:00:00.000Z', isOk: true },
    });
  });

  it('is empty before the first run', () => {
    expect(readSourceRuns(path.join(folder, 'none')).size).toBe(0);
  });
});
