import { z } from 'zod';
import { Siren, Siret } from './ids.ts';
import { QVCT_PERIMETERS } from './qvct-figures.ts';

const Cells = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/**
 * A sum over lines of one file: those whose columns hold one of these values, without regard to case, and whose
 * `filled` columns are not empty (files list one figure by several breakdowns: one of them is added up).
 */
const Selection = z.strictObject({
  file: z.string().describe('Name of the CSV without extension'),
  where: Cells,
  filled: z.array(z.string()).default([]),
  empty: z.array(z.string()).default([]),
});

/** One field of our schema: a sum, or a sum divided by another. */
const Filled = z.strictObject({
  value: z.string().describe('Name of a selection'),
  per: z.string().optional().describe('Name of the selection it is divided by'),
  times: z.number().default(1).describe('100 for a percentage'),
  why: z.string().describe('How the figure is made, and what differs from the definition'),
});

/** Grammar of `content/qvct/mappings/<id>.yml`: from files of one employer to rows of our schema. */
export const QvctMapping = z.strictObject({
  id: z.string(),
  archive: z.string().describe('Start of the name of the zip that holds the files'),
  siren: Siren,
  siret: Siret,
  perimeter: z.enum(QVCT_PERIMETERS),
  publisher: z.string(),
  homepage: z.url(),
  licence: z.string(),
  method: z.string().describe('Shown beside the figures'),
  yearColumn: z.string(),
  valueColumn: z.string(),
  columns: z
    .record(z.string(), z.array(z.string()))
    .describe('Columns of each file: another one stops the import'),
  selections: z.record(z.string(), Selection),
  fields: z.record(z.string(), Filled),
});
export type QvctMapping = z.infer<typeof QvctMapping>;
