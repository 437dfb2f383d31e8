import type { DirectiveIndicator, Figure, IndexIndicatorId } from './equality.ts';

/** A figure as files print it: a number, `NC` (not computable), or nothing. */
export type StatedFigure = number | 'NC' | null;

/** One declaration as a file states it, by layout of the file: small, because there are hundreds of thousands. */
export type IndexFigures = {
  band: string | null;
  score: StatedFigure;
  /** Only indicators asked for at this size. */
  points: Partial<Record<IndexIndicatorId, number | 'NC'>>;
  ues: { name: string | null; members: number } | null;
};
export type RepresentationFigures = {
  executives: { women: StatedFigure; men: StatedFigure };
  boards: { women: StatedFigure; men: StatedFigure };
};
export type DirectiveFigures = {
  workforce: number | null;
  women: number | null;
  men: number | null;
  values: Partial<Record<DirectiveIndicator, number>>;
};

/** `index-2018` is the older file, which gives the score alone. */
export type EqualityLayout = 'index' | 'index-2018' | 'representation' | 'directive';
export type EqualityFiguresRow = IndexFigures | RepresentationFigures | DirectiveFigures;

export const toFigure = (stated: StatedFigure): Figure => {
  if (stated === 'NC') return { status: 'not-computable', value: null };
  return stated === null ? { status: 'not-stated', value: null } : { status: 'stated', value: stated };
};
