import { z } from 'zod';
import { rowSchemas } from '#db/facts/rows.ts';
import { IsoDate } from '#domain/dates.ts';
import { Licence } from '#domain/public/licence.ts';
import { CorrectionRow } from '#domain/public/tables.ts';

/** First line of the JSON lines: the licence stands in the file itself, as a line like the others. */
export const PackageLine = z.strictObject({
  table: z.literal('package'),
  row: z.strictObject({
    format: z.literal(1),
    generation: z.string(),
    derivedOn: IsoDate,
    licence: Licence,
    notes: z.array(z.string()),
  }),
});
export type PackageLine = z.infer<typeof PackageLine>;

/** A line of the public ledger. It is no part of the facts: nothing is restored from it. */
export const CorrectionLine = z.strictObject({ table: z.literal('corrections'), row: CorrectionRow });
export type CorrectionLine = z.infer<typeof CorrectionLine>;

/** One line of `star-finder.jsonl.gz`: the name of a table, and a row of it. */
export const lineSchema = () =>
  z.discriminatedUnion('table', [
    PackageLine,
    CorrectionLine,
    ...Object.entries(rowSchemas()).map(([name, row]) => z.strictObject({ table: z.literal(name), row })),
  ]);

/** JSON Schema (2020-12) of a line. */
export const lineJsonSchema = (site: string) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `${site}/donnees/schema.json`,
  title: 'Une ligne de star-finder.jsonl.gz',
  ...z.toJSONSchema(lineSchema(), { reused: 'ref' }),
});
