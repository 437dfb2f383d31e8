import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { Provenance } from './provenance.ts';

/** Public marks of an employer: `rfar` (responsible buying), `ess` (social economy), `mission`, `siae` (insertion). */
export const LABELS = ['rfar', 'ess', 'mission', 'siae'] as const;
export type LabelId = (typeof LABELS)[number];

/** A mark that a public list gives to an employer. Absent from the list says nothing. */
export const Label = z.strictObject({
  id: z.enum(LABELS),
  scope: z.string().nullable().describe('What part of the employer it covers, as the list says'),
  since: IsoDate.nullable(),
  until: IsoDate.nullable(),
  provenance: Provenance,
});
export type Label = z.infer<typeof Label>;
