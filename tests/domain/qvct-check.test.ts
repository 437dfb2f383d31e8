import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { readCsvText } from '#domain/csv-text.ts';
import { checkQvctCsv } from '#domain/qvct-check.ts';
import { proofread } from '#domain/typeset.ts';

const schema = loadCatalogue().qvctSchema;
const EXAMPLE = readFileSync('content/qvct/schema/1.0.0/exemple-valide.csv', 'utf8');
const COLUMNS = ['siren', 'siret_declarant', 'annee', 'perimetre', 'date_publication'];
const KEY = ['002718286', '00271828600012', '2025', 'entreprise', '2026-03-02'];

/** A file of one row with these columns besides the required ones. */
const file = (values: Record<string, string>): string => {
  const own = { ...Object.fromEntries(COLUMNS.map((name, at) => [name, KEY[at]!])), ...values };
  return `${Object.keys(own).join(',')}\n${Object.values(own).join(',')}\n`;
};
const errorsOf = (values: Record<string, string>) => checkQvctCsv(file(values), schema).errors;

describe('the schema of QVCT figures', () => {
  it('has 62 fields, each with its words, and an example that passes its own check', () => {
    expect(schema.fields).toHaveLength(62);
    const { rows, errors } = checkQvctCsv(EXAMPLE, schema);
    expect(errors).toEqual([]);
    expect(rows).toHaveLength(2);
    expect(Object.keys(rows[0]!.figures)).toHaveLength(55);
    expect(rows[0]).toMatchObject({
      siren: '002718286',
      year: 2025,
      perimeter: 'entreprise',
      method: 'Hors salariés expatriés.',
    });
  });

  it('keeps an empty cell apart from zero', () => {
    const { rows } = checkQvctCsv(file({ nb_deces: '0', nb_accidents_arret: '' }), schema);
    expect(rows[0]!.figures).toEqual({ nb_deces: 0 });
  });

  it('takes columns in any order, a semicolon, a mark of UTF-8 and CRLF', () => {
    const text = `\ufeff${file({ nb_deces: '0' }).replaceAll(',', ';').replaceAll('\n', '\r\n')}`;
    expect(checkQvctCsv(text, schema)).toMatchObject({ errors: [], rows: [{ figures: { nb_deces: 0 } }] });
  });
});

describe('errors', () => {
  it('come all at once, by line and column, each with a remedy', () => {
    const lines = [
      [...COLUMNS, 'part_cdi', 'cse', 'duerp_date_maj', 'nb_deces', 'url_source'].join(','),
      [...KEY, '"91,2"', 'oui', '18/11/2025', '1.5', 'exemple.fr'].join(','),
      '2718286,00271828600012,2025,usine,,120,true,,-1,',
      `${KEY.join(',')},90`,
    ];
    const { rows, errors } = checkQvctCsv(lines.join('\n'), schema);
    expect(rows).toEqual([]);
    expect(errors.map(({ line, column }) => `${line} ${column}`).sort()).toEqual([
      '2 cse',
      '2 duerp_date_maj',
      '2 nb_deces',
      '2 part_cdi',
      '2 url_source',
      '3 date_publication',
      '3 nb_deces',
      '3 part_cdi',
      '3 perimetre',
      '3 siren',
      '4 null',
    ]);
    expect(errors.find(({ column }) => column === 'part_cdi')!.remedy).toBe('Écrivez 91.2.');
    for (const { message, remedy } of errors)
      expect([proofread(message), proofread(remedy)]).toEqual([[], []]);
  });

  it.each([
    ['', /vide/],
    [`${COLUMNS.join(',')}\n`, /aucune ligne/],
    [file({}).replace('annee', 'année'), /annee manque/],
    [file({ taux_vsme: '3' }), /« taux_vsme » n’est pas dans le schéma/],
    [`${COLUMNS.join(',')},siren\n${KEY.join(',')},1\n`, /deux fois/],
    [Buffer.from(file({ methode: 'Hors salariés' }), 'latin1').toString('utf8'), /UTF-8/],
    [`${file({})}${KEY.join(',')}\n`, /reprend l’année et le périmètre de la ligne 2/],
  ])('say what is wrong with the file as a whole: %j', (text, message) => {
    const { errors } = checkQvctCsv(text, schema);
    expect(errors.map((error) => error.message.replaceAll('\u00a0', ' ')).join(' ')).toMatch(message);
  });

  it('ask for an establishment of the employer and a publication after the year', () => {
    expect(errorsOf({ siret_declarant: '00298012100013' })[0]!.column).toBe('siret_declarant');
    expect(errorsOf({ date_publication: '2025-06-30' })[0]!.column).toBe('date_publication');
  });
});

describe('ratios over few people', () => {
  it('are refused under five people, and where nothing says how many', () => {
    expect(errorsOf({ effectif_31_12: '4', part_cdi: '75' })[0]).toMatchObject({
      column: 'part_cdi',
      message: expect.stringContaining('(4)'),
    });
    expect(errorsOf({ effectif_31_12: '5', part_cdi: '80' })).toEqual([]);
    expect(errorsOf({ part_cdi: '80' })[0]!.remedy).toContain('effectif_31_12');
  });

  it('count women and men apart', () => {
    const base = { effectif_31_12: '100', part_femmes: '4' };
    expect(errorsOf({ ...base, part_temps_partiel_f: '25' })[0]!.column).toBe('part_temps_partiel_f');
    expect(errorsOf({ ...base, part_temps_partiel_h: '25' })).toEqual([]);
    expect(errorsOf({ ...base, part_femmes: '5', part_temps_partiel_f: '20' })).toEqual([]);
    expect(errorsOf({ effectif_31_12: '100', heures_formation_h: '12' })[0]!.remedy).toContain('part_femmes');
  });
});

describe('the three accident rates', () => {
  const base = { effectif_31_12: '50', heures_travaillees: '80000', nb_accidents_arret: '3' };

  it('are told apart by the counts of the row', () => {
    expect(errorsOf({ ...base, taux_frequence: '37.5' })).toEqual([]);
    expect(errorsOf({ ...base, taux_frequence: '7.5' })[0]!.remedy).toContain('VSME');
    expect(errorsOf({ ...base, taux_frequence: '50' })[0]!.remedy).toContain('ESRS');
  });

  it('ask the severity rate to fit the days lost', () => {
    expect(errorsOf({ ...base, nb_jours_perdus: '40', taux_gravite: '0.5' })).toEqual([]);
    expect(errorsOf({ ...base, nb_jours_perdus: '40', taux_gravite: '5' })[0]!.column).toBe('taux_gravite');
  });
});

describe('CSV text', () => {
  it('reads back whatever was quoted, with the line each record begins on', () => {
    const cell = fc.string().filter((text) => !text.includes('\r'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (table) => {
        const text = table.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
        // The separator is the one the first line holds most of.
        fc.pre((table[0]!.join('').match(/;/g) ?? []).length === 0 && !table[0]!.join('').includes('\n'));
        const records = readCsvText(text);
        expect(records.map(({ cells }) => cells)).toEqual(table);
        const breaks = (row: string[]): number => row.join('').split('\n').length;
        let line = 1;
        for (const [at, row] of table.entries()) {
          expect(records[at]!.line).toBe(line);
          line += breaks(row);
        }
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => void checkQvctCsv(text, schema)));
  });
}); // prettier-ignore
