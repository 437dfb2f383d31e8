import { z } from 'zod';

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

export const sirenOf = (siret: Siret): Siren => siret.slice(0, 9) as Siren;

/** La Poste's establishments are numbered without a Luhn key: their digits sum to a multiple of 5 (INSEE). */
const LA_POSTE = '356000000';

const digits = (text: string): number[] => Array.from(text, Number);

function isLuhnValid(text: string): boolean {
  const sum = digits(text)
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = index % 2 === 1 ? digit * 2 : digit;
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

export function isSirenValid(text: string): text is Siren {
  return Siren.safeParse(text).success && isLuhnValid(text);
}

export function isSiretValid(text: string): text is Siret {
  if (!Siret.safeParse(text).success) return false;
  if (isLuhnValid(text)) return true;
  return text.startsWith(LA_POSTE) && digits(text).reduce((a, b) => a + b, 0) % 5 === 0;
}

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
