import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = path.join(ROOT, 'node_modules/.cache');
const UNPACKED = path.join(CACHE, 'chromium');

/** The package's own list names folders of a cloud function. Only its font is used, so that every machine draws alike. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${UNPACKED}/fonts/fonts</dir>
  <cachedir>${UNPACKED}/fonts-cache</cachedir>
</fontconfig>
`;

/**
 * A headless Chromium that comes with `npm ci` alone. The first call unpacks it (2 s, 211 MB) under node_modules/.cache.
 * The package's own arguments are left out: its single process dies when a context closes, and web security is part of
 * what is tested.
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  await unpackOnce();
  return chromium.launch({
    executablePath: path.join(UNPACKED, 'chromium'),
    args: ['--no-sandbox', '--font-render-hinting=none', ...args],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(UNPACKED, 'al2023/lib'),
      FONTCONFIG_FILE: path.join(UNPACKED, 'fonts.conf'),
    },
  });
}

/** Unpacks aside, then renames: the package takes whatever file stands there for a whole one, so workers would race. */
async function unpackOnce(): Promise<void> {
  if (existsSync(UNPACKED)) return;
  const aside = path.join(CACHE, `chromium-${process.pid}-${Date.now()}`);
  await mkdir(aside, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = aside;
  try {
    const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
    await sparticuz.executablePath();
    await inflate(path.join(ROOT, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
    await writeFile(path.join(aside, 'fonts.conf'), FONTS);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    await rename(aside, UNPACKED);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(UNPACKED)) throw error;
  }
}
