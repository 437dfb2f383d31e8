import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { findDraft, insertDraft, updateDraft } from '#db/app/drafts.ts';
import { openApp } from '#db/app/open.ts';
import { attempt } from '#desk/attempt.ts';
import { InputError } from '#domain/errors.ts';
import type { BenefitId, Siren } from '#domain/ids.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-attempt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'app.db');
const app = openApp(file);
afterAll(() => app.$client.close());
const draft = insertDraft(app, { siren: '111111111' as Siren, personId: null, declarationId: null, declarationVersion: null, content: {} }, new Date()); // prettier-ignore
const save = (words: string, version = 1) =>
  updateDraft(app, { id: draft, version }, { benefit: 'creche' as BenefitId, words }, new Date());

describe('what a form asks for', () => {
  it('is done, or refused with the words of the house', async () => {
    expect(await attempt(() => {})).toBeNull();
    expect(await attempt(() => Promise.reject(new InputError('Écrivez une phrase.')))).toEqual({ faults: [{ words: 'Écrivez une phrase.', field: null }], status: 422 }); // prettier-ignore
    await expect(attempt(() => Promise.reject(new TypeError('a fault of ours')))).rejects.toThrow(TypeError);
  });

  it('is put off clearly while the database is locked, and the draft is kept', async () => {
    app.$client.pragma('busy_timeout = 50');
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    expect(await attempt(() => save('Ce qui a été tapé pendant ce temps.'))).toMatchObject({ status: 503, faults: [{ words: expect.stringContaining('renvoyez la page') as string }] }); // prettier-ignore
    other.exec('ROLLBACK');
    other.close();
    expect(findDraft(app, draft)).toMatchObject({ version: 1, content: {} });
    expect(save('Ce qui a été tapé pendant ce temps.')).toBe(true);
  });

  it('is put off clearly when the disk is full, and the draft is kept', async () => {
    app.$client.pragma(`max_page_count = ${String(app.$client.pragma('page_count', { simple: true }))}`);
    expect(await attempt(() => save('x'.repeat(200_000), 2))).toMatchObject({ status: 503, faults: [{ words: expect.stringContaining('ne peut rien enregistrer') as string }] }); // prettier-ignore
    app.$client.pragma('max_page_count = 1000000');
    expect(findDraft(app, draft)).toMatchObject({
      version: 2,
      content: { words: 'Ce qui a été tapé pendant ce temps.' },
    });
    expect(save('Après coup, la place est revenue.', 2)).toBe(true);
  });
});
