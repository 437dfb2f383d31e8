import { z } from 'zod';
import { SHOWN_STATES } from '../claim.ts';
import { BenefitId, Siren } from '../ids.ts';
import { Position } from '../place.ts';
import { PublicValues } from './claim.ts';

/** What the search index holds of an employer. */
export const PublicSearchDocument = z.strictObject({
  siren: Siren,
  name: z.string(),
  aliases: z.array(z.string()).describe('Enseignes, sigles, anciens noms'),
  isFictional: z.boolean(),
  departments: z.array(z.string()),
  placeBasis: z.enum(['establishments', 'filing', 'unknown']),
  communeName: z.string().nullable().describe('Commune du siège'),
  places: z.array(
    z.strictObject({
      communeCode: z.string().nullable(),
      communeName: z.string().nullable(),
      departmentCode: z.string(),
      regionCode: z.string().nullable(),
      position: Position.nullable(),
    }),
  ),
  branches: z.array(z.string()).describe('Conventions collectives déclarées (IDCC)'),
  nafDivision: z.string().nullable(),
  nafLabel: z.string().nullable(),
  headcountBand: z.string().nullable(),
  headcountLabel: z.string().nullable(),
  agreements: z.int(),
  claims: z.array(
    z.strictObject({
      benefit: BenefitId,
      state: z.enum(SHOWN_STATES),
      values: PublicValues,
      departments: z.array(z.string()).nullable(),
      communes: z.array(z.string()).nullable(),
    }),
  ),
});
