import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM_STATES } from '#domain/claim.ts';
import { isSirenValid, isSiretValid } from '#domain/ids.ts';
import { createEmployer } from '#sample/employer.ts';
import { generateSample } from '#sample/generate.ts';
import { REFERENCE_DAY } from '#sample/life.ts';
import type { TruthClaim } from '#sample/model.ts';
import { PROVISIONS } from '#sample/topics.ts';
import { readTar, type Entry } from './read-archive.ts';

const CARRIED = 'content/sample';
const FULL = 'Freemium_acco_global_20260713-140000.tar.gz';
const INCREMENT = 'ACCO_20261116-064210.tar.gz';

const folder = mkdtempSync(path.join(tmpdir(), 'sample-'));
afterAll(() => rmSync(folder, { recursive: true }));

const generate = (out: string, options: { seed?: string; employers?: number; truth?: string } = {}) =>
  generateSample({
    employers: options.employers ?? 250,
    seed: options.seed ?? 'star-finder',
    today: REFERENCE_DAY,
    out: path.join(folder, out),
    truth: options.truth ? path.join(folder, out, options.truth) : null,
  });

let full: Entry[] = [];
let increment: Entry[] = [];
let truth: TruthClaim[] = [];
beforeAll(() => {
  full = readTar(path.join(CARRIED, FULL));
  increment = readTar(path.join(CARRIED, INCREMENT));
  truth = readFileSync(path.join(CARRIED, 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as TruthClaim);
});

describe('the carried sample', () => {
  it('is what the generator writes again, byte for byte', async () => {
    await generate('again', { truth: 'truth.jsonl' });
    const names = readdirSync(path.join(folder, 'again')).sort();
    expect([...names, 'README.md'].sort()).toEqual(readdirSync(CARRIED).sort());
    for (const name of names)
      expect(
        readFileSync(path.join(folder, 'again', name)).equals(readFileSync(path.join(CARRIED, name))),
        name,
      ).toBe(true);
  });

  it('has about 250 employers, 700 agreements and at most 6 MB', () => {
    const ids = [...full, ...increment]
      .filter(({ path: name }) => name.endsWith('.xml'))
      .map(({ path: name }) => path.basename(name));
    expect(new Set(ids).size).toBeGreaterThan(620);
    expect(new Set(ids).size).toBeLessThan(800);
    const bytes = readdirSync(CARRIED).reduce(
      (sum, name) => sum + statSync(path.join(CARRIED, name)).size,
      0,
    );
    expect(bytes).toBeLessThan(6_000_000);
  });

  it('shows every state that an agreement can give, and every benefit', () => {
    // A declaration is made on a form, never in an agreement.
    const expected = CLAIM_STATES.filter((state) => state !== 'declared');
    expect(new Set(truth.map(({ state }) => state).filter(Boolean))).toEqual(new Set(expected));
    for (const benefit of ['creche', 'mutuelle', 'teletravail', 'titres-restaurant', 'enfant-malade']) {
      const states = new Set(truth.filter((claim) => claim.benefit === benefit).map(({ state }) => state));
      expect([...states].length, benefit).toBeGreaterThanOrEqual(5);
    }
    expect(new Set(truth.map(({ benefit }) => benefit))).toEqual(new Set(PROVISIONS.keys()));
    expect(PROVISIONS.size).toBe(53);
  });

  it('names no person but the obviously fictional ones', async () => {
    const found = new Set<string>();
    for (const { content } of full.filter(({ path: name }) => name.endsWith('.docx')).slice(0, 150)) {
      const text = await mammoth.extractRawText({ buffer: content }).then(
        ({ value }) => value,
        () => '',
      );
      for (const [name] of text.matchAll(/\b(?:M\.|Mme|Madame|Monsieur)[ \u00a0]+\p{Lu}[\p{L}… ]*/gu))
        found.add(name.trim());
    }
    const allowed = /^(M\. X…?|Mme Camille EXEMPLE|M\. Dominique SPÉCIMEN)$/;
    expect([...found].filter((name) => !allowed.test(name))).toEqual([]);
  });
});

describe('archives', () => {
  it('begin with the marker, then every XML, then every document, the deletion list last', () => {
    for (const [entries, root] of [
      [full, '20260713-140000'],
      [increment, '20261116-064210'],
    ] as const) {
      expect(entries[0]!.path).toBe(`${root}/FICTIF.txt`);
      expect(entries[0]!.content.toString()).toContain('Archive fictive');
      const kinds = entries.slice(1).map(({ path: name }) => path.extname(name));
      expect(kinds.join(' ').replace(/(\.\w+)( \1)*/g, '$1')).toBe(
        entries === full ? '.xml .docx' : '.xml .docx .dat',
      );
    }
  });

  it('lay files out as DILA does', () => {
    for (const { path: name, content } of [...full, ...increment].slice(1)) {
      if (name.endsWith('.dat') || name.endsWith('FICTIF.txt')) continue;
      if (name.endsWith('.xml')) {
        expect(name).toMatch(/^\d{8}-\d{6}\/acco\/global\/ACCO\/TEXT(\/\d\d){5}\/ACCOTEXT\d{12}\.xml$/);
        const id = path.basename(name, '.xml');
        expect(name).toContain(`/${id.slice(8, 18).match(/../g)!.join('/')}/`);
        expect(content.toString()).toContain(`<ID>${id}</ID>`);
      } else
        expect(name).toMatch(
          /\/acco\/global\/bureautique\/\d{4}\/\d\d\/\d\d\/T(\d{3}|\d\d[A-Z])\d{8}-00\d{12}\.docx$/,
        );
    }
  });

  it('write the elements of a record in DILA’s order, one a line', () => {
    const ORDER =
      'TEXTE_ACCO META META_COMMUN ID ANCIEN_ID ORIGINE URL NATURE META_SPEC META_ACCO TITRE_TXT DOCUMENT_BUREAUTIQUE NUMERO SIRET CODE_UNITE_SIGNATAIRE DATE_MAJ DATE_DEPOT DATE_TEXTE DATE_EFFET DATE_FIN DATE_DIFFUSION CODE_APE CODE_IDCC RAISON_SOCIALE CONFORME_VERSION_INTEGRALE SECTEUR THEMES THEME CODE LIBELLE GROUPE SYNDICATS SYNDICAT CODE LIBELLE SIGNATAIRES SIGNATAIRE ADRESSES_POSTALES ADRESSE_POSTALE TYPE_ADRESSE REPETITION TYPE_VOIE LIBELLE_VOIE COMPLEMENT_VOIE NUMERO_VOIE CODE_POSTAL CODE_COMMUNE VILLE';
    const records = full
      .filter(({ path: name }) => name.endsWith('.xml'))
      .map(({ content }) => content.toString());
    for (const xml of records) {
      const names = xml
        .split('\n')
        .slice(1)
        .flatMap((line) => /^<([A-Z_]+)/.exec(line)?.[1] ?? []);
      const once = names
        .join(' ')
        .replace(/(THEME CODE LIBELLE GROUPE)( \1)+/g, '$1')
        .replace(/(SYNDICAT CODE LIBELLE)( \1)+/g, '$1')
        .replace(/(SIGNATAIRE)( \1\b)+/g, '$1');
      const expected = ORDER.replace(xml.includes('<SYNDICATS/>') ? ' SYNDICAT CODE LIBELLE' : '-', '');
      expect(once).toBe(expected);
      for (const line of xml.trimEnd().split('\n'))
        expect(line).toMatch(/^<[^<>]+>([^<]*<\/[A-Z_]+>)?$|^<\/[A-Z_]+>$/);
    }
  });

  it('list deletions in two lines, of agreements that the full dump holds', () => {
    const lines = increment.at(-1)!.content.toString().trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    const paths = new Set(full.map(({ path: name }) => name.replace(/^[^/]+\//, '')));
    for (const [at, line] of lines.entries())
      if (at % 2 === 0) expect(paths.has(`${line}.xml`)).toBe(true);
      else {
        expect(line).toContain('bureautique//');
        expect(paths.has(line.replace('//', '/'))).toBe(true);
      }
  });

  it('hold documents that Word readers open, with tables, lists and notes; one scan, one damaged', async () => {
    const documents = full.filter(({ path: name }) => name.endsWith('.docx'));
    let damaged = 0;
    let html = '';
    for (const { content } of documents.slice(0, 140))
      try {
        html += (await mammoth.convertToHtml({ buffer: content })).value;
      } catch {
        damaged++;
      }
    expect(damaged).toBe(1);
    for (const element of ['<table>', '<ul>', '<ol>', '<h1>', '<h2>', '<sup>', '<img '])
      expect(html).toContain(element);
    expect(html).toContain('Mme Camille EXEMPLE');
  });

  it('can be one file: the full dump with every record', async () => {
    await generate('one.tar.gz', { employers: 60 });
    const entries = readTar(path.join(folder, 'one.tar.gz'));
    expect(entries.filter(({ path: name }) => name.endsWith('.xml')).length).toBeGreaterThan(100);
    expect(entries.at(-1)!.path).toMatch(/\.docx$/);
  });
});

describe('numbers', () => {
  it('give other bytes for another seed, and the same employers first whatever their number', async () => {
    await generate('a', { seed: 'a', employers: 30 });
    await generate('b', { seed: 'b', employers: 30 });
    const [a, b] = ['a', 'b'].map((out) => readFileSync(path.join(folder, out, FULL)));
    expect(a!.equals(b!)).toBe(false);
  });

  it('give valid SIRENs that INSEE never assigns, none twice', () => {
    const employers = Array.from({ length: 5000 }, (_, index) => createEmployer('any', index));
    expect(new Set(employers.map(({ siren }) => siren)).size).toBe(5000);
    for (const { siren, sites } of employers) {
      expect(siren.startsWith('00') && isSirenValid(siren)).toBe(true);
      expect(sites.every(({ siret }) => isSiretValid(siret) && siret.startsWith(siren))).toBe(true);
    }
  });

  it('spread employers over departments, sectors and sizes', () => {
    const employers = Array.from({ length: 250 }, (_, index) => createEmployer('star-finder', index));
    const distinct = (values: string[]): number => new Set(values).size;
    expect(
      distinct(employers.flatMap(({ sites }) => sites.map(({ place }) => place.department))),
    ).toBeGreaterThan(40);
    expect(distinct(employers.map(({ sector }) => sector.naf))).toBeGreaterThan(25);
    expect(distinct(employers.map(({ headcountBand }) => headcountBand))).toBe(10);
  });
});
