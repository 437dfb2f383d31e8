/**
 * Makes the fonts of src/assets/fonts from the published package: weight axis only, the letters French and its
 * neighbours need. Run once by hand when the package changes: `npm run npm -- exec -- node scripts/subset-font.ts`.
 */
import { readFile, writeFile, copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const SIZE_MAX = 45 * 1024;
const PACKAGE = '../node_modules/@fontsource-variable/bricolage-grotesque/';
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const range = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
const LETTERS = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ŒœŸ‘’“”„…–—•€™−×→ ‑  ';

const font = await subsetFont(
  await readFile(here(`${PACKAGE}files/bricolage-grotesque-latin-wght-normal.woff2`)),
  LETTERS,
  {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 800 } },
    keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum'],
  },
);
// The share image is drawn on the server by a renderer that reads neither woff2 nor variable fonts.
const drawn = await subsetFont(
  await readFile(here(`${PACKAGE}files/bricolage-grotesque-latin-wght-normal.woff2`)),
  LETTERS,
  { targetFormat: 'truetype', variationAxes: { wght: 640 }, keepFeatures: ['kern', 'tnum'] },
);
if (font.length > SIZE_MAX) throw new Error(`fonts: ${font.length} bytes, the budget is ${SIZE_MAX}.`);
await writeFile(here('../src/assets/fonts/bricolage-grotesque.woff2'), font);
await writeFile(here('../src/assets/fonts/bricolage-grotesque.ttf'), drawn);
await copyFile(here(`${PACKAGE}LICENSE`), here('../src/assets/fonts/OFL.txt'));
console.log(`bricolage-grotesque.woff2: ${font.length} bytes`);
