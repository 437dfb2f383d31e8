import { AgreementId, Siren, Siret } from '#domain/ids.ts';

/**
 * No real SIREN begins with 0 (INSEE gives numbers that begin with 1 to 9), so every fictional one begins with 00: six
 * digits spread over the million that is left, then the Luhn key.
 */
const SIRENS = 1_000_000;
/** Coprime with a million: neighbouring employers get distant numbers, and none twice. */
const STRIDE = 618_033;

/** Real ids have reached ACCOTEXT00005…; the fictional ones begin with 0009. */
const ID_PREFIX = 'ACCOTEXT0009';

/** Most agreements one employer can have: the room kept for its ids. */
export const AGREEMENTS_MAX = 40;

/** Largest number of employers that numbers without repetition allow. */
export const EMPLOYERS_MAX = SIRENS;

/** The digit that makes a number ending with it pass Luhn. */
function luhnKey(digits: string): string {
  let sum = 0;
  for (let i = digits.length - 1, double = true; i >= 0; i--, double = !double) {
    const digit = Number(digits[i]) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return String((10 - (sum % 10)) % 10);
}

export function fictionalSiren(index: number): Siren {
  const body = `00${String((index * STRIDE + 271_828) % SIRENS).padStart(6, '0')}`;
  return Siren.parse(body + luhnKey(body));
}

/** `rank` from 1: the head office of most units is 1. */
export function fictionalSiret(siren: Siren, rank: number): Siret {
  const body = siren + String(rank).padStart(4, '0');
  return Siret.parse(body + luhnKey(body));
}

export const fictionalAgreementId = (employer: number, ordinal: number): AgreementId =>
  AgreementId.parse(`${ID_PREFIX}${String(employer * AGREEMENTS_MAX + ordinal).padStart(8, '0')}`);

/** NUMERO: T, three characters of the filing unit, two digits of the year of filing, six of a sequence beginning with 06. */
export function filingNumber(department: string, filedOn: string, employer: number, ordinal: number): string {
  const unit =
    department === '59'
      ? '59L'
      : department.startsWith('2A')
        ? '20A'
        : department.startsWith('2B')
          ? '20B'
          : department.padStart(3, '0');
  const sequence = (employer * 37 + ordinal * 1009) % 10_000;
  return `T${unit}${filedOn.slice(2, 4)}06${String(sequence).padStart(4, '0')}`;
}
