import { formatNumber, NO_BREAK_SPACE } from '#domain/french.ts';

const UNITS = ['octets', 'ko', 'Mo', 'Go'];

/** « 12,3 Mo »: thousands of bytes, one decimal under ten. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const size = bytes / 1000 ** step;
  const rounded = size < 10 ? Math.round(size * 10) / 10 : Math.round(size);
  return `${formatNumber(rounded)}${NO_BREAK_SPACE}${UNITS[step]}`;
}
