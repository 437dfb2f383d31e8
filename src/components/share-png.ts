import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { renderAsync as RenderAsync } from '@resvg/resvg-js';
import type { Siren } from '#domain/ids.ts';
import { dataPath, ROOT } from '#env';

// Its native part cannot be bundled: it is looked up from the checkout, where every command runs.
const { renderAsync } = createRequire(path.join(ROOT, 'package.json'))('@resvg/resvg-js') as {
  renderAsync: typeof RenderAsync;
};

const FONT = path.join(ROOT, 'src/assets/fonts/bricolage-grotesque.ttf');
/** Pictures drawn at once, the one at work included: a crawler may wait, people must not. */
const WAITING_MAX = 8;
let waiting = 0;
let line: Promise<unknown> = Promise.resolve();

/**
 * PNG of an employer's picture, kept under `DATA_DIR/cache/partage` by the digest of what is drawn: the same drawing is
 * rendered once, and publication sweeps the folder. Null when too many wait.
 */
export async function renderShare(siren: Siren, svg: string): Promise<Buffer | null> {
  const digest = createHash('sha256').update(svg).digest('hex');
  const file = dataPath('cache', 'partage', siren, `${digest}.png`);
  const known = await readFile(file).catch(() => null);
  if (known) return known;
  if (waiting >= WAITING_MAX) return null;
  waiting += 1;
  const drawn = line.then(() => draw(svg, file));
  line = drawn.catch(() => undefined);
  try {
    return await drawn;
  } finally {
    waiting -= 1;
  }
}

/** One at a time: the older pictures of the employer go, and a file is there whole or not at all. */
async function draw(svg: string, file: string): Promise<Buffer> {
  const font = { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: 'Bricolage Grotesque' };
  const png = (await renderAsync(svg, { font })).asPng();
  await rm(path.dirname(file), { recursive: true, force: true });
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, png);
  await rename(aside, file);
  return png;
}
