import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { compareRows } from '#components/view/compare-csv.ts';
import { spreadsheet } from '#components/view/spreadsheet.ts';
import { Siren } from '#domain/ids.ts';
import { claim, entry, profile } from './fixtures.ts';

const catalogue = loadCatalogue();
const site = 'https://exemple.fr';
const read = (csv: string): Record<string, string>[] =>
  parse(csv, { bom: true, delimiter: ';', columns: true });

describe('the file', () => {
  const quote = '- Une prime ; dite "de crèche" est versée.';
  const lead = claim('creche', 'in-force', { quote, article: '4.2' });
  const csv = spreadsheet(
    compareRows(
      [
        profile([{ benefit: lead.benefit, lead, others: [] }, entry('mutuelle', 'restates-law')], {
          name: '=Verrerie',
        }),
        profile([], { siren: Siren.parse('000000002'), isFictional: false }),
      ],
      catalogue,
      site,
    ),
  );
  const lines = read(csv);

  it('begins with the mark that tells spreadsheets its encoding', () => {
    expect(csv.startsWith('\ufeffsiren;')).toBe(true);
    expect(compareRows([], catalogue, site)).toHaveLength(1);
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
