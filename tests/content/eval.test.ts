import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Quality } from '#domain/quality.ts';

const passage = (id: string, text: string, claims: unknown[]) =>
  JSON.stringify({ id, employer: `Employeur ${id}`, text, claims });
const GRANTED = passage(
  'a',
  'La Direction accorde à chaque salarié deux jours de congé rémunérés par an pour enfant malade.',
  [{ benefit: 'enfant-malade', standing: 'granted', values: { paidDays: 2 } }],
);
const DEMANDED = passage('b', 'La CFDT demande l’attribution de titres-restaurant à tous les salariés.', [
  { benefit: 'titres-restaurant', standing: 'demanded' },
]);
const MISSED = passage('c', 'Les parties ont échangé sur la vie de l’entreprise.', [
  { benefit: 'creche', standing: 'granted' },
]);

let folder: string;
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/eval.ts', ...args], { encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'eval-'));
  writeFileSync(path.join(folder, 'passages.jsonl'), [GRANTED, DEMANDED, MISSED].join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run eval', () => {
  it('prints one object with the figures of texts and passages', () => {
    const { status, stdout } = run(folder, '--json');
    expect(status).toBe(0);
    const { texts, passages } = JSON.parse(stdout) as Record<string, unknown>;
    expect(passages).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, values: 1, n: 3 });
    expect(texts).toMatchObject({ precision: null, n: 0 });
  });

  it('writes what came out of a first reading beside the other figures, which stay', () => {
    const file = path.join(folder, 'quality.json');
    copyFileSync('content/quality.json', file);
    expect(run(folder, '--quality', file, '--unseen').status).toBe(0);
    const before = Quality.parse(JSON.parse(readFileSync('content/quality.json', 'utf8')));
    const { unseen, ...others } = Quality.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(unseen).toMatchObject({
      passages: 3,
      tally: { truePositives: 1, falsePositives: 0, falseNegatives: 1, slots: 1, rightSlots: 1 },
    });
    expect({ ...others, unseen: before.unseen }).toEqual(before);
  });

  it('keeps what was counted by hand when the figures are written anew', () => {
    const file = path.join(folder, 'kept.json');
    copyFileSync('content/quality.json', file);
    expect(run('--quality', file).status).toBe(0);
    const [before, after] = ['content/quality.json', file].map((name) =>
      Quality.parse(JSON.parse(readFileSync(name, 'utf8'))),
    );
    expect(after).toMatchObject({ unseen: before!.unseen, reading: before!.reading });
  });

  it('wants both a folder and a file for a first reading', () => {
    for (const given of [
      [folder, '--unseen'],
      ['--unseen', '--quality', path.join(folder, 'none.json')],
    ]) {
      const { status, stderr } = run(...given);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^Usage: /);
    }
    expect(existsSync(path.join(folder, 'none.json'))).toBe(false);
  });

  it('says which line it cannot read', () => {
    const own = mkdtempSync(path.join(tmpdir(), 'eval-broken-'));
    writeFileSync(path.join(own, 'passages.jsonl'), `${GRANTED}\n{"id": "d", "employ`);
    const { status, stderr } = run(own, '--json');
    rmSync(own, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^eval: passages\.jsonl:2: not a line of JSON/);
  });

  it('asks for a folder', () => {
    const { status, stderr } = run('--json');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Usage: npm run eval/);
  });
});
