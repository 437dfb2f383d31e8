import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNIT_COLUMNS } from '#sources/sirene/columns.ts';
import { readRows, type StockRow } from '#sources/sirene/parse.ts';
import { csv, unitRow, units } from './stock.ts';

const WANTED = new Set(['002718286', '000047191']);

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Buffer, size = 1 << 16) {
  const rows: StockRow[] = [];
  const bad: string[] = [];
  let lines = 0;
  const options = {
    name: 'StockUniteLegale_utf8.csv',
    columns: UNIT_COLUMNS,
    keys: ['siren'],
    isWanted: (siren: string) => WANTED.has(siren),
  };
  for await (const piece of readRows(pieces(Buffer.from(text as string), size), options)) {
    rows.push(...piece.rows);
    bad.push(...piece.bad.map(({ line }) => line));
    lines += piece.lines;
  }
  return { rows, bad, lines };
}

const three = [
  unitRow('123456789'),
  unitRow('002718286'),
  unitRow('000047191', { denominationUniteLegale: 'DEUX "LUNES"\nET UNE ÉTOILE' }),
];

describe('readRows', () => {
  it('keeps wanted units only and counts every line', async () => {
    const { rows, lines } = await read(units(...three));
    expect(rows.map(({ siren }) => siren)).toEqual(['002718286', '000047191']);
    expect(lines).toBe(3);
    expect(rows[0]!['denominationUniteLegale']).toBe('FORGES IMAGINAIRES, PÈRE ET FILLE');
    expect(rows[1]!['denominationUniteLegale']).toBe('DEUX "LUNES"\nET UNE ÉTOILE');
  });

  it('gives the same rows wherever the bytes are cut', async () => {
    const text = units(...three);
    const { rows } = await read(text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
        expect((await read(text, size)).rows).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  it('reads a byte order mark, CRLF, quoted columns, and a last line without line break', async () => {
    const quoted = units(three[1]!)
      .split('\n')
      .map((line, at) => (at === 1 ? line.replace('002718286', '"002718286"') : line))
      .join('\n');
    expect((await read(`\ufeff${csv(UNIT_COLUMNS, three, '\r\n')}`)).rows).toHaveLength(2);
    expect((await read(quoted)).rows[0]!['siren']).toBe('002718286');
    expect((await read(units(three[1]!).trimEnd())).rows).toHaveLength(1);
  });

  it('reads columns by name, in any order after the first', async () => {
    const moved = [UNIT_COLUMNS[0]!, ...UNIT_COLUMNS.slice(1).toReversed()];
    const { rows } = await read(csv(moved, three));
    expect(rows[0]!['denominationUniteLegale']).toBe('FORGES IMAGINAIRES, PÈRE ET FILLE');
  });

  it.each([
    [
      'a missing column',
      csv(
        UNIT_COLUMNS.filter((column) => column !== 'nicSiegeUniteLegale'),
        three,
      ),
      /lacks the column "nicSiegeUniteLegale"/,
    ],
    [
      'an unknown column',
      csv([...UNIT_COLUMNS, 'couleurUniteLegale'], three),
      /unknown column "couleurUniteLegale"/,
    ],
    [
      'a renamed column',
      units(...three).replace('sigleUniteLegale', 'acronymeUniteLegale'),
      /lacks the column "sigleUniteLegale" and has the unknown column "acronymeUniteLegale"/,
    ],
    ['another first column', csv([...UNIT_COLUMNS.slice(1), 'siren'], three), /column 1 is not "siren"/],
    ['a column twice', csv([...UNIT_COLUMNS, 'dateDebut'], three), /names the column "dateDebut" twice/],
    ['semicolons', units(...three).replaceAll(',', ';'), /lacks the column/],
    ['an empty file', '', /no header line/],
    ['a file cut in a wanted line', units(three[1]!).slice(0, -60), /middle of a line/],
    ['a file cut in another line', units(three[0]!).slice(0, -60), /middle of a line/],
  ])('refuses %s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('refuses another encoding', async () => {
    await expect(read(Buffer.from(units(three[1]!), 'latin1'))).rejects.toThrow(/not UTF-8/);
  });

  it('sets a line with too many columns aside and keeps the others', async () => {
    const text = units(three[1]!, three[2]!).replace('FORGES', 'FORGES","OU').replace('"FORGES"', 'FORGES');
    const { rows, bad } = await read(text);
    expect(bad).toEqual(['002718286']);
    expect(rows.map(({ siren }) => siren)).toEqual(['000047191']);
  });
});
