import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerSpreadsheet, spreadsheet } from '#components/view/spreadsheet.ts';

const read = (csv: string): string[][] => parse(csv, { bom: true, delimiter: ';' });

describe('a spreadsheet', () => {
  it('keeps formulas as text', () => {
    for (const text of ['=1+1', '+33', '-2 jours', '@SUM(A1)', ' =1', '\t=1', '\n=1', '＝1'])
      expect(read(spreadsheet([[text]]))[0]![0], text).toMatch(/^'/);
    for (const text of ['2 jours', 'le « + » du texte'])
      expect(read(spreadsheet([[text]]))).toEqual([[text]]);
  });

  it('comes back as it went, one line a row', () => {
    const cell = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const csv = spreadsheet(rows);
        expect(csv.match(/[\r\n]+/g)!).toHaveLength(rows.length);
        const back = read(csv);
        for (const [at, cells] of back.entries())
          for (const [i, cell] of cells.entries()) {
            expect(cell).not.toMatch(/^\s*[=+\-@]/);
            expect(cell.replace(/^'/, '')).toBe(
              rows[at]![i]!.replace(/[\r\n]+/g, ' ')
                .replaceAll('\0', '')
                .replace(/^'/, ''),
            );
          }
      }),
    );
  });

  it('says its encoding, its separator and its name', async () => {
    const answer = answerSpreadsheet([['a', 'b; c'], ['', 'É']], 'essai'); // prettier-ignore
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="essai.csv"');
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe('\ufeffa;"b; c"\r\n;É\r\n');
  });
});
