import { z } from 'zod';
import { IsoDate } from './dates.ts';

/** RGAA 4.1.2 has 106 criteria, in 13 themes (https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/). */
export const RGAA_CRITERIA = 106;

export const RGAA_STATUSES = {
  conforme: 'respecté',
  'sans-objet': 'sans objet',
  'a-verifier': 'à vérifier',
  'non-conforme': 'non respecté',
} as const;
export type RgaaStatus = keyof typeof RGAA_STATUSES;

/** Grammar of `content/rgaa.yml`. */
export const Rgaa = z
  .strictObject({
    reviewedOn: IsoDate,
    themes: z.array(
      z.strictObject({
        label: z.string(),
        criteria: z.array(
          z.strictObject({
            id: z.string().regex(/^\d{1,2}\.\d{1,2}$/),
            status: z.enum(Object.keys(RGAA_STATUSES) as [RgaaStatus, ...RgaaStatus[]]),
            basis: z.string().min(1).describe('How we know: a test, a reading, or what is left to do'),
          }),
        ),
      }),
    ),
  })
  .refine(
    ({ themes }) =>
      new Set(themes.flatMap(({ criteria }) => criteria.map(({ id }) => id))).size === RGAA_CRITERIA,
    { error: `each of the ${RGAA_CRITERIA} criteria is listed once` },
  );
export type Rgaa = z.infer<typeof Rgaa>;
