import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { compareCsv, csvCell } from '#components/view/compare-csv.ts';
import { Siren } from '#domain/ids.ts';
import { claim, entry, profile } from './fixtures.ts';

const catalogue = loadCatalogue();
const site = 'https://exemple.fr';
const read = (csv: string): Record<string, string>[] =>
  parse(csv, { bom: true, delimiter: ';', columns: true });

describe('a cell', () => {
  it('keeps formulas as text', () => {
    for (const text of ['=1+1', '+33', '-2 jours', '@SUM(A1)', ' =1', '\t=1', '\n=1', '＝1'])
      expect(csvCell(text).replace(/^"/, ''), text).toMatch(/^'/);
    expect(csvCell('2 jours')).toBe('2 jours');
    expect(csvCell('le « + » du texte')).toBe('le « + » du texte');
  });

  it('comes back as it went, on one line', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (cells) => {
        const line = cells.map(csvCell).join(';');
        expect(line).not.toMatch(/[\r\n]/);
        const [back] = parse(line, { delimiter: ';', relax_column_count: true }) as string[][];
        for (const [i, cell] of back!.entries()) {
          expect(cell).not.toMatch(/^\s*[=+\-@]/);
          expect(cell.replace(/^'/, '')).toBe(
            cells[i]!.replace(/[\r\n]+/g, ' ')
              .replaceAll('\0', '')
              .replace(/^'/, ''),
          );
        }
      }),
    );
  });
});

describe('the file', () => {
  const quote = '- Une prime ; dite "de crèche" est versée.';
  const lead = claim('creche', 'in-force', { quote, article: '4.2' });
  const csv = compareCsv(
    [
      profile([{ benefit: lead.benefit, lead, others: [] }, entry('mutuelle', 'restates-law')], {
        name: '=Verrerie',
      }),
      profile([], { siren: Siren.parse('000000002'), isFictional: false }),
    ],
    catalogue,
    site,
  );
  const lines = read(csv);

  it('begins with the mark that tells spreadsheets its encoding', () => {
    expect(csv.startsWith('\ufeffsiren;')).toBe(true);
    expect(compareCsv([], catalogue, site).trim().split('\r\n')).toHaveLength(1);
  });

  it('has one line for each employer and benefit', () => {
    expect(lines).toHaveLength(2 * catalogue.benefits.length);
  });

  it('carries quote, state, agreement and address', () => {
    expect(lines.find(({ code_avantage }) => code_avantage === 'creche')).toMatchObject({
      siren: '001234563',
      employeur: "'=Verrerie",
      etat: 'En vigueur',
      code_etat: 'in-force',
      citation: `'${quote}`,
      article: '4.2',
      accord: lead.agreement!.id,
      signe_le: '2023-12-01',
      adresse: `${site}/employeurs/001234563#${lead.id}`,
      licence: 'Licence Ouverte 2.0',
      fictif: 'oui',
    });
  });

  it('never turns silence into a no', () => {
    const silent = lines.filter(({ siren }) => siren === '000000002');
    for (const line of silent)
      expect(line).toMatchObject({
        etat: 'Aucune trace publique',
        code_etat: '',
        citation: '',
        fictif: 'non',
      });
    expect(silent[0]!.adresse).toBe(`${site}/avantages/creche#pourquoi`);
  });
});
