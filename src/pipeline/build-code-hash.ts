import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { env, ROOT } from '#env';

/** Everything besides the facts that can change a byte of a page. */
const CODE = [
  'src/client', 'src/components', 'src/layouts', 'src/pages', 'src/styles', 'src/assets', 'src/domain', 'src/search', 'src/catalogue', 'src/opendata', 'src/desk', 'src/middleware.ts',
  'src/env.ts', 'src/content.config.ts', 'db', 'content', 'public', 'astro.config.mjs', 'package-lock.json',
]; // prettier-ignore

/** Not part of any page: what the fictional archives change comes through the facts. */
const DATA = ['content/sample', 'content/readme'];

/**
 * Hash of the templates, styles, content files, packages and public address. Two builds with one hash differ only where
 * the facts differ; another hash asks for a full build, since a change of style renames the files every page links to.
 */
export function codeHash(root: string = ROOT): string {
  const hash = createHash('sha256').update(`${env.SITE_URL}\n`);
  for (const file of CODE.flatMap((entry) => filesUnder(root, entry)))
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file))).update('\0'); // prettier-ignore
  return hash.digest('hex');
}

function filesUnder(root: string, entry: string): string[] {
  const found = statSync(path.join(root, entry), { throwIfNoEntry: false });
  if (!found || DATA.includes(entry)) return [];
  if (found.isFile()) return [entry];
  return readdirSync(path.join(root, entry))
    .sort()
    .flatMap((name) => filesUnder(root, `${entry}/${name}`));
}
