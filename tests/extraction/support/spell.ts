/** French words of a whole number from 0 to 999,999, without accents, joined by spaces. */
export function spellNumber(value: number): string {
  if (value === 0) return 'zero';
  const thousands = Math.floor(value / 1000);
  const rest = value % 1000;
  const parts: string[] = [];
  if (thousands > 0) parts.push(thousands === 1 ? 'mille' : `${spellHundreds(thousands)} mille`);
  if (rest > 0) parts.push(spellHundreds(rest));
  return parts.join(' ');
}

const UNITS =
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
];

function spellHundreds(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const head = hundreds === 0 ? '' : hundreds === 1 ? 'cent' : `${UNITS[hundreds]} cent`;
  const tail = rest === 0 ? '' : spellTens(rest);
  return [head, tail].filter(Boolean).join(' ').replaceAll('-', ' ');
}

function spellTens(value: number): string {
  if (value < 20) return UNITS[value]!;
  const tens = Math.floor(value / 10);
  const isOdd = tens === 7 || tens === 9;
  const unit = (value % 10) + (isOdd ? 10 : 0);
  if (unit === 0) return TENS[tens]!;
  return `${TENS[tens]} ${unit === 1 || (unit === 11 && tens === 7) ? 'et ' : ''}${UNITS[unit]}`;
}
