import { z } from 'zod';
import { Siret } from './ids.ts';
import { Provenance } from './provenance.ts';

/** Printed by the monthly file for an establishment that declares no branch agreement. */
export const NO_BRANCH = '9999';

/** Four digits naming a branch agreement (convention collective). */
export const Idcc = z.string().regex(/^\d{4}$/);

/**
 * Codes from 5001 on name a staff statute or a company agreement declared instead of a branch agreement: they are no
 * convention collective.
 */
export const isStatute = (idcc: string): boolean => /^5\d{3}$/.test(idcc);

/** A branch agreement that an employer declares for one or several of its establishments. */
export const Branch = z.strictObject({
  idcc: Idcc,
  name: z.string().nullable().describe('Short title; null for a code that the reference list lacks'),
  isStatute: z.boolean().describe('A staff statute or company agreement, not a branch agreement'),
  siret: Siret.nullable().describe('The establishment, where only one declares it'),
  establishments: z.int().min(1).describe('Establishments that declare it'),
  provenance: Provenance,
});
export type Branch = z.infer<typeof Branch>;
