import {
  INDEX_INDICATORS, type DirectiveYear, type EqualityFigures, type IndexYear, type RepresentationYear,
} from '#domain/equality.ts'; // prettier-ignore
import {
  toFigure, type DirectiveFigures, type EqualityLayout, type IndexFigures, type RepresentationFigures,
} from '#domain/equality-row.ts'; // prettier-ignore
import type { IndicatorRows } from '#db/corpus/indicators.ts';

type Row = IndicatorRows['equality'][number];

/**
 * Years of both schemes, oldest first. Of several declarations of one year, the newer layout comes before the older
 * one, and the employer's own before that of its UES.
 */
export function equalityOf(rows: readonly Row[]): EqualityFigures {
  return {
    index: yearsOf(rows, ['index', 'index-2018']).map(toIndexYear),
    representation: yearsOf(rows, ['representation']).map(toRepresentationYear),
    directive: yearsOf(rows, ['directive']).map(toDirectiveYear),
  };
}

const rankOf = ({ layout, declarant, siren }: Row): number =>
  Number(layout === 'index-2018') * 2 + Number(declarant !== siren);

function yearsOf(rows: readonly Row[], layouts: readonly EqualityLayout[]): Row[] {
  const best = new Map<number, Row>();
  for (const row of rows) {
    if (!layouts.includes(row.layout)) continue;
    const known = best.get(row.year);
    if (!known || rankOf(row) < rankOf(known)) best.set(row.year, row);
  }
  return [...best.values()].sort((a, b) => a.year - b.year);
}

function toIndexYear({ year, figures, provenance }: Row): IndexYear {
  const { band, score, points, ues } = figures as IndexFigures;
  const indicators = INDEX_INDICATORS.flatMap(({ id, points: maximum }) => {
    const stated = points[id];
    return stated === undefined ? [] : [{ id, points: maximum, figure: toFigure(stated) }];
  });
  return { year, score: toFigure(score), indicators, headcountBand: band, ues, provenance };
}

function toRepresentationYear({ year, figures, provenance }: Row): RepresentationYear {
  const { executives, boards } = figures as RepresentationFigures;
  const both = ({ women, men }: RepresentationFigures['boards']) => ({
    women: toFigure(women),
    men: toFigure(men),
  });
  return { year, executives: both(executives), boards: both(boards), provenance };
}

const toDirectiveYear = ({ year, figures, provenance }: Row): DirectiveYear => ({
  year,
  ...(figures as DirectiveFigures),
  provenance,
});
