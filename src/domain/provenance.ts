import { z } from 'zod';
import { IsoDate } from './dates.ts';

/** Where a statement comes from, as the licence asks: producer, file, URL, date. */
export const Provenance = z.strictObject({
  source: z.string(),
  file: z.string(),
  url: z.string().nullable(),
  publishedOn: IsoDate.describe('Day of the file'),
  sha256: z.string(),
});
export type Provenance = z.infer<typeof Provenance>;
