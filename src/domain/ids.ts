import { z } from 'zod';

/** Check digits stand apart from the schemas, for threads that start without zod. */
export { isSirenValid, isSiretValid, sirenOf } from './check-digits.ts';

/** Nine digits naming a legal unit (unité légale) in SIRENE. */
export const Siren = z
  .string()
  .regex(/^\d{9}$/)
  .brand<'Siren'>();
export type Siren = z.infer<typeof Siren>;

/** Fourteen digits naming an establishment: SIREN + five-digit NIC. */
export const Siret = z
  .string()
  .regex(/^\d{14}$/)
  .brand<'Siret'>();
export type Siret = z.infer<typeof Siret>;

/** DILA's primary key of a company agreement. */
export const AgreementId = z
  .string()
  .regex(/^ACCOTEXT\d{12}$/)
  .brand<'AgreementId'>();
export type AgreementId = z.infer<typeof AgreementId>;

/** File name of `content/benefits/<id>.yml`. */
export const BenefitId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .brand<'BenefitId'>();
export type BenefitId = z.infer<typeof BenefitId>;

/**
 * Department that received the filing, read from NUMERO (`T` or `A`, three-character unit, year, sequence):
 * `044` → `44`, `59L` → `59`, `20A` → `2A`, `971` → `971`. Null when the number has another shape.
 */
export function filingDepartment(number: string): string | null {
  const unit = /^[TA](\d{3}|\d{2}[A-Z])\d{8}$/.exec(number)?.[1];
  if (!unit) return null;
  if (/^20[AB]$/.test(unit)) return `2${unit[2]}`;
  if (/^\d{2}[A-Z]$/.test(unit)) return unit.slice(0, 2);
  return unit.startsWith('0') ? unit.slice(1) : unit;
}
