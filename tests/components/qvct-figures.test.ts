import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { Siret } from '#domain/ids.ts';
import type { QvctYear } from '#domain/qvct-figures.ts';
import { proofread } from '#domain/typeset.ts';
import { viewQvct } from '#components/view/qvct-figures.ts';
import { viewSchema } from '#components/view/qvct-schema.ts';
import { day } from './fixtures.ts';

const { qvctSchema: schema } = loadCatalogue();
const year = (of: number, figures: QvctYear['figures'], change: Partial<QvctYear> = {}): QvctYear => ({
  year: of,
  perimeter: 'entreprise',
  siret: '00271828600012' as Siret,
  publishedOn: day(`${of + 1}-03-10`),
  sourceUrl: null,
  method: null,
  basis: 'published',
  declaration: null,
  figures,
  provenance: { source: 'qvct', file: 'qvct.csv', url: null, publishedOn: day('2026-03-12'), sha256: 'a' },
  ...change,
});

describe('QVCT figures of an employer', () => {
  it('says nothing where nothing is published', () => {
    expect(viewQvct([], schema)).toBeNull();
  });

  it('puts years in columns, and tells what was not published from zero', () => {
    const view = viewQvct([year(2025, { nb_deces: 0, part_cdi: 91.2 }), year(2024, { part_cdi: 90, cse: true })], schema)!; // prettier-ignore
    const [group] = view.groups;
    const rows = group!.tables.flatMap((table) => table.rows.map(({ head, cells }) => [head, ...cells]));
    expect(group!.tables[0]!.head).toEqual(['Chiffre', '2025', '2024']);
    expect(rows).toEqual([
      ['Part de CDI', '91,2\u00a0%', '90\u00a0%'],
      ['Décès', '0', 'non publié'],
      ['CSE', 'non publié', 'oui'],
    ]);
    expect(group!.notes).toEqual(['Publié par l’employeur, 10 mars 2026 et 10 mars 2025.']);
    expect(view.definitions.map(({ term }) => term)).toEqual(['Part de CDI', 'Décès', 'CSE']);
  });

  it('keeps perimeters apart and says how a figure came to us', () => {
    const own = year(
      2025,
      { cse: true },
      { perimeter: 'etablissement', basis: 'mapped', method: 'Hors siège.' },
    );
    const { groups } = viewQvct([year(2025, { cse: true }), own], schema)!;
    expect(groups.map(({ title }) => title.replaceAll('\u202f', ' '))).toEqual([
      'Toute l’entreprise',
      'Établissement 002 718 286 00012',
    ]);
    expect(groups[1]!.notes[0]).toMatch(/^Calculé par nos soins à partir .* 10 mars 2026\. Hors siège\.$/);
  });

  it('shows five years and says that there are more', () => {
    const years = [2018, 2019, 2020, 2021, 2022, 2023].map((of) => year(of, { cse: true }));
    const [group] = viewQvct(years, schema)!.groups;
    expect(group!.tables[0]!.head).toHaveLength(6);
    expect(group!.older).toContain('2018');
  });
});

describe('the page of the schema', () => {
  it('shows every field once, in French that a proofreader accepts', () => {
    const fields = viewSchema(schema).flatMap((group) => group.fields);
    expect(fields).toHaveLength(62);
    const faults = fields.flatMap(({ name, title, description, format, references }) =>
      [title, description, format, references].flatMap(proofread).map((fault) => ({ name, ...fault })),
    );
    expect(faults).toEqual([]);
  });
});
