import type { Siren, Siret } from './ids.ts';

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
  return /^\d{9}$/.test(text) && isLuhnValid(text);
}

export function isSiretValid(text: string): text is Siret {
  if (!/^\d{14}$/.test(text)) return false;
  if (isLuhnValid(text)) return true;
  return text.startsWith(LA_POSTE) && digits(text).reduce((a, b) => a + b, 0) % 5 === 0;
}
