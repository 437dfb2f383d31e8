import type { DirectiveYear, IndexYear, RepresentationYear } from './equality.ts';

type Figures<Year> = Omit<Year, 'year' | 'provenance'>;

/** Figures of one declaration as a file states them, by layout of the file. `index-2018` gives the score alone. */
export type EqualityRow =
  | { layout: 'index' | 'index-2018'; figures: Figures<IndexYear> }
  | { layout: 'representation'; figures: Figures<RepresentationYear> }
  | { layout: 'directive'; figures: Figures<DirectiveYear> };
export type EqualityLayout = EqualityRow['layout'];
