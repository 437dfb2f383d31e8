import { describe, expect, it } from 'vitest';
import { NO_EQUALITY, type Figure, type IndexYear } from '#domain/equality.ts';
import type { Provenance } from '#domain/provenance.ts';
import { proofread } from '#domain/typeset.ts';
import { CHART, drawIndex } from '#components/equality-chart.ts';
import { viewBranches } from '#components/view/branches.ts';
import { labelOfIndicator, viewEquality, type Table } from '#components/view/equality.ts';
import { viewLabels } from '#components/view/labels.ts';
import { DIRECTIVE_INDICATORS } from '#domain/equality.ts';
import { day } from './fixtures.ts';

const provenance: Provenance = {
  source: 'egapro',
  file: 'index.xlsx',
  url: null,
  publishedOn: day('2026-07-18'),
  sha256: 'a',
};
const stated = (value: number): Figure => ({ status: 'stated', value });
const NC: Figure = { status: 'not-computable', value: null };
const year = (of: number, score: Figure, change: Partial<IndexYear> = {}): IndexYear => ({
  ...{ year: of, score, indicators: [], headcountBand: null, ues: null, provenance, ...change },
});
const view = (change: Partial<typeof NO_EQUALITY>) =>
  viewEquality({ equality: { ...NO_EQUALITY, ...change } });

/** As many cells in each row as columns. */
const isEven = ({ head, rows }: Table): boolean =>
  rows.every(({ cells }) => cells.length + 1 === head.length);

describe('the index over the years', () => {
  it('says nothing where nothing is published', () => {
    expect(view({})).toBeNull();
  });

  it('draws what is stated, breaks the line at NC and never draws it as zero', () => {
    const svg = drawIndex([
      { year: 2022, score: 100 },
      { year: 2023, score: null },
      { year: 2024, score: 0 },
      { year: 2025, score: 80 },
    ]);
    const levels = [...svg.matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(levels).toHaveLength(3);
    expect(levels[0]).toBe(CHART.top);
    expect(levels[1]).toBe(CHART.height - CHART.bottom);
    expect(svg).toMatch(/class="none"[^>]*>NC</);
    expect(/class="line" d="([^"]+)"/.exec(svg)![1]!.match(/M/g)).toHaveLength(2);
    expect(svg).not.toMatch(/style=/);
  });

  it('tells the latest year, and each figure in a table', () => {
    const points = [
      { id: 'pay' as const, points: 40, figure: stated(38) },
      { id: 'maternity' as const, points: 15, figure: NC },
    ];
    const { index } = view({
      index: [year(2023, stated(88)), year(2024, stated(94), { indicators: points })],
    })!;
    expect(index!.sentence).toBe(
      'Dernier index déclaré\u00a0: 94 sur 100, publié en 2025 sur les données de 2024.',
    );
    expect(index!.chart).toHaveLength(2);
    expect(index!.table.head).toEqual([
      'Année',
      'Index (sur 100)',
      'Écart de rémunération (sur 40)',
      'Retour de congé de maternité (sur 15)',
    ]);
    expect(index!.table.rows).toEqual([
      { head: '2024', cells: ['94', '38', 'NC'] },
      { head: '2023', cells: ['88', '–', '–'] },
    ]);
    expect(index!.hasGaps).toBe(true);
    expect(isEven(index!.table)).toBe(true);
  });

  it('draws no chart of one year, and names NC and what the file leaves out', () => {
    expect(view({ index: [year(2024, NC)] })!.index).toMatchObject({
      chart: [],
      sentence: expect.stringContaining('non calculable'),
    });
    const silent = view({ index: [year(2019, { status: 'not-stated', value: null })] })!.index!;
    expect(silent.sentence).toContain('ne donne pas la note');
    expect(silent.table.rows[0]!.cells).toEqual(['non indiqué']);
  });

  it('says when a declaration covers several companies', () => {
    const ues = { name: 'UES Tête', members: 3 };
    expect(view({ index: [year(2024, stated(90), { ues })] })!.index!.ues).toContain(
      '«\u00a0UES Tête\u00a0»',
    );
  });
});

describe('the other figures', () => {
  const directive = (gap: number) =>
    view({
      directive: [
        {
          year: 2027,
          workforce: 800,
          women: 400,
          men: 400,
          values: { globalAnnualMeanGap: gap },
          provenance,
        },
      ],
    })!.directive!;

  it('says who earns less, in the direction of the source', () => {
    expect(directive(-12.5).sentence).toBe(
      'En 2027, la rémunération annuelle moyenne des femmes est inférieure de 12,5\u00a0% à celle des hommes.',
    );
    expect(directive(2).sentence).toContain('supérieure de 2\u00a0%');
    expect(directive(0).sentence).toContain('égale');
    expect(directive(-12.5).table.rows).toEqual([
      { head: 'Rémunération annuelle, écart moyen', cells: ['−12,5\u00a0%'] },
    ]);
  });

  it('names every indicator once', () => {
    const names = DIRECTIVE_INDICATORS.map(labelOfIndicator);
    expect(new Set(names).size).toBe(names.length);
    expect(names.flatMap(proofread)).toEqual([]);
  });

  it('leaves out of the sentence what is not computable', () => {
    const both = (women: Figure, men: Figure) => ({ women, men });
    const representation = [
      { year: 2025, executives: both(stated(39.32), stated(60.68)), boards: both(NC, NC), provenance },
    ];
    const shown = view({ representation })!.representation!;
    expect(shown.sentence).toBe('En 2025\u00a0: 39,32\u00a0% de femmes parmi les cadres dirigeants.');
    expect(shown.table.rows[0]!.cells).toEqual(['39,32\u00a0%', 'NC']);
    expect(isEven(shown.table) && isEven(directive(1).table)).toBe(true);
  });
});

describe('branches and labels', () => {
  const branch = (idcc: string, establishments: number, change = {}) =>
    ({ idcc, name: 'Métallurgie', isStatute: false, siret: null, establishments, provenance, ...change });

  it('counts establishments only where several branches share them, and says that more are in the data', () => {
    expect(viewBranches([])).toBeNull();
    expect(viewBranches([branch('3248', 4)])).toMatchObject({ title: 'Convention collective', lines: [{ note: null, code: 'IDCC\u00a03248' }] });
    const many = viewBranches(Array.from({ length: 7 }, (_, n) => branch(`100${n}`, 1)))!;
    expect(many.lines).toHaveLength(5);
    expect(many.lines[0]!.note).toBe('1\u00a0établissement');
    expect(many.more).toContain('2\u00a0autres');
    expect(viewBranches([branch('5001', 1, { isStatute: true, name: null })])!.lines[0]).toMatchObject({ name: 'Convention sans intitulé connu', note: expect.stringContaining('statut') });
  });

  it('says since when and for what part', () => {
    const label = { id: 'rfar' as const, scope: 'Groupe', since: day('2024-03-01'), until: null, provenance };
    expect(viewLabels([label])[0]!.note).toBe('depuis le 1er mars 2024, périmètre\u00a0: Groupe');
    expect(viewLabels([label])[0]!.producer).toBe('Médiateur des entreprises');
  });
}); // prettier-ignore
