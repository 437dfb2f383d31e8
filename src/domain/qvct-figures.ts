import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { Siret } from './ids.ts';
import { Provenance } from './provenance.ts';

/** What the figures of one row cover. */
export const QVCT_PERIMETERS = ['entreprise', 'etablissement', 'ues', 'groupe_france'] as const;
export type QvctPerimeter = (typeof QVCT_PERIMETERS)[number];

/**
 * `published`: a file in our schema; `mapped`: computed from a file in another layout (`content/qvct/mappings`);
 * `declared`: sent by the employer in its room here.
 */
export const QVCT_BASES = ['published', 'mapped', 'declared'] as const;

/** Figures of one year and perimeter, by name of the field in `content/qvct/schema`; what is missing was not published. */
export const QvctYear = z.strictObject({
  year: z.int(),
  perimeter: z.enum(QVCT_PERIMETERS),
  siret: Siret.describe('Establishment that publishes'),
  publishedOn: IsoDate,
  sourceUrl: z.string().nullable(),
  method: z.string().nullable(),
  basis: z.enum(QVCT_BASES),
  /** Older dumps do not say it: nothing was declared then. */
  declaration: z
    .strictObject({
      declaredOn: IsoDate,
      expiresOn: IsoDate.describe('Premier jour où la déclaration ne vaut plus'),
      isLapsed: z.boolean().describe('La déclaration ne vaut plus, et n’a pas été confirmée'),
    })
    .nullable()
    .default(null)
    .describe('Déclaré dans l’espace employeur ; null : publié ailleurs'),
  figures: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
  provenance: Provenance,
});
export type QvctYear = z.infer<typeof QvctYear>;
