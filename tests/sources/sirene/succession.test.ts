import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCorpus } from '#db/corpus/open.ts';
import { listLinkedSirens } from '#db/corpus/sirene-links.ts';
import { readUnits } from '#db/corpus/sirene.ts';
import type { Siren } from '#domain/ids.ts';
import { ingest } from '#pipeline/ingest.ts';
import { UNIT_COLUMNS } from '#sources/sirene/columns.ts';
import { applyArchive, sirenOfNumber } from '../../support/corpus.ts';
import { linkRow, links, parquet, unitRow, units } from './stock.ts';

/** The employer of the corpus, two units it took over, and the one that took it over. */
const [employer, former, other, follower] = [1, 2, 3, 4].map(sirenOfNumber) as [Siren, Siren, Siren, Siren];
const seat = (siren: Siren): string => siretOf(siren, '0001');

/** Four digits and the key that makes a SIRET of them. */
function siretOf(siren: Siren, digits: string): string {
  const stem = siren + digits;
  const sum = [...stem].reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${stem}${(10 - (sum % 10)) % 10}`;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'succession-'));
  const corpus = openCorpus(path.join(folder, 'corpus.db'));
  applyArchive(corpus, '20260701-000000', { filed: [{ n: 1, siren: employer }] });
  corpus.$client.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
const run = (...inputs: string[]) =>
  ingest('sirene', inputs, {
    corpusFile: path.join(folder, 'corpus.db'),
    reportFile: path.join(folder, 'report.json'),
    downloads: path.join(folder, 'downloads'),
  });

const row = (siren: Siren, name: string, changes: Record<string, string> = {}) =>
  unitRow(siren, { denominationUniteLegale: name, nicSiegeUniteLegale: seat(siren).slice(9), ...changes });
const ceased = { etatAdministratifUniteLegale: 'C' };

/** Reads links, then units, as a refresh does; @returns the employer's identity */
async function identityWith(
  linkRows: Record<string, string>[],
  unitRows: Record<string, string>[],
  of: Siren = employer,
) {
  const files = [
    put('StockEtablissementLiensSuccession_utf8.csv', links(...linkRows)),
    put('StockUniteLegale_utf8.parquet', parquet(UNIT_COLUMNS, unitRows)),
  ];
  expect((await run(...files)).error).toBeNull();
  const corpus = openCorpus(path.join(folder, 'corpus.db'), { readonly: true });
  const linked = listLinkedSirens(corpus);
  const identity = readUnits(corpus, [of]).get(of)!.identity;
  corpus.$client.close();
  return { ...identity, linked };
}

describe('successions', () => {
  it('tell the units an employer took over, the latest first, with their names', async () => {
    const { formerSirens, followedBy, linked } = await identityWith(
      [
        linkRow(seat(former), seat(employer)),
        linkRow(seat(other), siretOf(employer, '0002'), { dateLienSuccession: '2026-01-01' }),
      ],
      [row(employer, 'LUNE'), row(former, 'ÉTOILE', ceased), row(other, 'COMÈTE', ceased)],
    );
    expect(linked).toEqual([employer, former, other].sort());
    expect(formerSirens).toEqual([
      { siren: other, name: 'COMÈTE', on: '2026-01-01', hasAgreements: false },
      { siren: former, name: 'ÉTOILE', on: '2025-01-01', hasAgreements: false },
    ]);
    expect(followedBy).toBeNull();
  });

  it('tell the unit that took an employer over', async () => {
    const { followedBy } = await identityWith(
      [linkRow(seat(employer), seat(follower))],
      [row(employer, 'LUNE', ceased), row(follower, 'SOLEIL')],
    );
    expect(followedBy).toEqual({ siren: follower, name: 'SOLEIL', on: '2025-01-01', hasAgreements: false });
  });

  const toEmployer = (changes: Record<string, string> = {}) => [
    linkRow(seat(former), seat(employer), changes),
  ];
  it.each([
    ['without economic continuity', toEmployer({ continuiteEconomique: 'false' }), ceased],
    ['of a unit that goes on', toEmployer(), {}],
    ['of a shop that is no head office', [linkRow(siretOf(former, '0002'), seat(employer))], ceased],
    ['of a sole trader', toEmployer(), { ...ceased, categorieJuridiqueUniteLegale: '1000' }],
    ['of a partially disclosed unit', toEmployer(), { ...ceased, statutDiffusionUniteLegale: 'P' }],
    ['by two units on one day', [...toEmployer(), linkRow(seat(former), seat(follower))], ceased],
  ])('say nothing %s', async (_, linkRows, changes) => {
    const { formerSirens } = await identityWith(linkRows, [
      row(employer, 'LUNE'),
      row(former, 'ÉTOILE', changes),
    ]);
    expect(formerSirens).toEqual([]);
  });

  it('are replaced by those of the next file', async () => {
    const unitRows = [row(employer, 'LUNE'), row(former, 'ÉTOILE', ceased)];
    expect((await identityWith(toEmployer(), unitRows)).formerSirens).toHaveLength(1);
    const newer = {
      dateDernierTraitementLienSuccession: '2026-02-03T10:11:12',
      continuiteEconomique: 'false',
    };
    expect((await identityWith(toEmployer(newer), unitRows)).formerSirens).toEqual([]);
  });
});

describe('a stock that went wrong', () => {
  const many = Array.from({ length: 60 }, (_, n) => row(sirenOfNumber(n + 1), `ÉTOILE ${n}`));
  const newer = { dateDernierTraitementUniteLegale: '2026-11-30T00:00:00' };
  const nameOf = (): string => {
    const corpus = openCorpus(path.join(folder, 'corpus.db'), { readonly: true });
    const name = readUnits(corpus, [employer]).get(employer)!.identity.legalName;
    corpus.$client.close();
    return name;
  };

  it('with ten times fewer rows leaves the last state, unless told to take it', async () => {
    expect((await run(put('StockUniteLegale_utf8.csv', units(...many)))).error).toBeNull();
    const few = put('StockUniteLegale_utf8.parquet', parquet(UNIT_COLUMNS, [row(employer, 'LUNE', newer)]));
    expect((await run(few)).error).toMatch(
      /holds 1 records where the one before held 60\. Nothing was changed/,
    );
    expect(nameOf()).toBe('ÉTOILE 0');
    const accepted = await ingest('sirene', [few], {
      corpusFile: path.join(folder, 'corpus.db'),
      reportFile: path.join(folder, 'report.json'),
      acceptShrink: true,
    });
    expect(accepted.error).toBeNull();
    expect(nameOf()).toBe('LUNE');
  });

  it.each([
    ['a column moved away', parquet(UNIT_COLUMNS.slice(0, -2), many), /lacks the column/],
    ['half a download', parquet(UNIT_COLUMNS, many).subarray(0, 9000), /truncated or no parquet file/],
    ['nothing in it', Buffer.alloc(0), /truncated or no parquet file/],
    ['another encoding', Buffer.from(units(...many), 'latin1'), /not UTF-8/],
  ])('with %s leaves the last state', async (_, bytes, message) => {
    expect((await run(put('StockUniteLegale_utf8.csv.gz', gzipSync(units(...many))))).error).toBeNull();
    const name = bytes.includes('siren,') ? 'StockUniteLegale_utf8.csv' : 'StockUniteLegale_utf8.parquet';
    expect((await run(put(name, bytes))).error).toMatch(message);
    expect(nameOf()).toBe('ÉTOILE 0');
  });
});
