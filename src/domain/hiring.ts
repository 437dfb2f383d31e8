import { z } from 'zod';
import { addDays, IsoDate } from './dates.ts';
import { Siret } from './ids.ts';
import { Provenance } from './provenance.ts';

/** A signal is an expectation of the coming months: it is shown this many days, then asked again. */
export const HIRING_DAYS = 30;

/** First day on which what was said on `saidOn` is no longer shown. */
export const hiringExpiry = (saidOn: IsoDate): IsoDate => addDays(saidOn, HIRING_DAYS);

/** La Bonne Boîte (France Travail) expects hirings at one establishment: no job offer, and no benefit. */
export const HiringSignal = z.strictObject({
  siret: Siret.describe('Établissement dont il s’agit'),
  saidOn: IsoDate.describe('Jour de la réponse de La Bonne Boîte'),
  expiresOn: IsoDate.describe('Premier jour où le signal ne vaut plus'),
  provenance: Provenance,
});
export type HiringSignal = z.infer<typeof HiringSignal>;
