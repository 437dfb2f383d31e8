import { starPath } from '../constellation.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Wide enough for the words in any system font at 13 px; `textLength` makes them fill it exactly. */
const CHARACTER_PX = 6.9;
const BRAND = 'Star finder';

/**
 * A drawing of one line, « Star finder | words ». It carries its own colours in attributes: as an image it sees no style
 * sheet, and the policy of its own address allows none inside.
 */
export function drawBadge(words: string): string {
  const left = 100;
  const text = Math.ceil(words.length * CHARACTER_PX);
  const width = left + text + 24;
  const font = 'font-family="system-ui, sans-serif" font-size="13"';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="28" viewBox="0 0 ${width} 28" role="img" aria-label="${escape(`${BRAND} : ${words}`)}">`,
    `<rect width="${width}" height="28" rx="6" fill="#16213e"/>`,
    `<path d="M${left} 1H${width - 6}a5 5 0 0 1 5 5v16a5 5 0 0 1 -5 5H${left}z" fill="#fbf8f3"/>`,
    `<path d="${starPath(15, 14.6, 7.5)}" fill="#e0a100"/>`,
    `<text x="27" y="18.5" ${font} font-weight="600" fill="#fbf8f3" textLength="66">${BRAND}</text>`,
    `<text x="${left + 11}" y="18.5" ${font} fill="#16213e" textLength="${text}">${escape(words)}</text>`,
    '</svg>',
    '',
  ].join('\n');
}
