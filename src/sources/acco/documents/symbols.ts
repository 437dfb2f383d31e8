/** Characters that agreements type in symbol fonts, by code; other fonts and codes are ornaments. */
const SYMBOLS: Record<string, Record<string, string>> = {
  symbol: { a0: '€', a3: '≤', b3: '≥', b4: '×', b1: '±', bb: '≈', '2d': '-', b7: '•', ae: '→', de: '⇒' },
  wingdings: {
    ...{ '6f': '☐', a8: '☐', fe: '☑', fd: '☒', 78: '☒', fc: '✓' },
    ...{ '6c': '•', '9f': '•', a7: '•', d8: '➢', e0: '→', e8: '→', f0: '⇒' },
  },
}; // prettier-ignore

/** From here on a code is the character itself, whatever the font; symbol fonts use codes below, or U+F0xx. */
const [UNICODE_FROM, UNICODE_TO] = [0x2100, 0xe000];

/** `<w:sym w:font="Wingdings" w:char="F0A8"/>` → `☐`; null when it carries no meaning. */
export function symbolOf(tag: string): string | null {
  const font = /w:font="([^"]*)"/.exec(tag)?.[1]?.toLowerCase() ?? '';
  const char = (/w:char="([0-9a-fA-F]*)"/.exec(tag)?.[1] ?? '').toLowerCase();
  const point = parseInt(char, 16);
  if (point >= UNICODE_FROM && point < UNICODE_TO) return String.fromCodePoint(point);
  const code = char.replace(/^f0/, '');
  return SYMBOLS[font]?.[code.padStart(2, '0').slice(-2)] ?? null;
}
