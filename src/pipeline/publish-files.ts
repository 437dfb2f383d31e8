import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SourceError } from '#domain/errors.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import { readProfile } from '#db/facts/read.ts';
import { clientOf } from './publish-tree.ts';

export const employerHtml = (siren: Siren): string => `employeurs/${siren}.html`;
export const employerJson = (siren: Siren): string => `employeurs/${siren}.json`;

/** Every file under `client/`, relative to it, in order. */
export function listClientFiles(tree: string, folder = ''): string[] {
  const root = path.join(clientOf(tree), folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? listClientFiles(tree, name) : [name];
    });
}

/** Writes a file under `client/`. */
export function writeClientFile(tree: string, name: string, text: string): void {
  const file = path.join(clientOf(tree), name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/**
 * Writes the JSON beside each page, straight from the profile; returns the day each page stops saying the truth.
 * @throws SourceError when Astro did not render the page of one of these employers
 */
export function writeEmployerJson(
  tree: string,
  sirens: readonly Siren[],
  onProgress: (done: number) => void,
): Map<Siren, IsoDate | null> {
  const changes = new Map<Siren, IsoDate | null>();
  for (const siren of sirens) {
    const profile = readProfile(siren);
    if (!profile || !existsSync(path.join(clientOf(tree), employerHtml(siren))))
      throw new SourceError(
        `publish: the page of employer ${siren} was not rendered. Run npm run publish again.`,
      );
    writeClientFile(tree, employerJson(siren), `${JSON.stringify(profile)}\n`);
    changes.set(siren, profile.changesOn);
    onProgress(changes.size);
  }
  return changes;
}

/** Files of `from` that `into` does not hold with the same bytes. */
export const changedFiles = (from: string, into: string, names: readonly string[]): string[] =>
  names.filter((name) => !isSame(path.join(clientOf(from), name), path.join(clientOf(into), name)));

function isSame(a: string, b: string): boolean {
  const known = statSync(b, { throwIfNoEntry: false });
  return known?.size === statSync(a).size && readFileSync(a).equals(readFileSync(b));
}

/** Address of a page file: `index.html` → `/`, `avantages/creche.html` → `/avantages/creche`. */
export const pagePath = (name: string): string =>
  `/${name.replace(/\.html$/, '').replace(/(^|\/)index$/, '')}`;

/** The file of such an address. */
export const pageFile = (address: string): string =>
  address === '/' ? 'index.html' : `${address.slice(1)}.html`;

const NOINDEX = /<meta[^>]+name="robots"[^>]+noindex/i;

/** What the manifest keeps of a page that is not an employer's. */
export function describePage(tree: string, name: string): { digest: string; isIndexable: boolean } {
  const html = readFileSync(path.join(clientOf(tree), name), 'utf8');
  return {
    digest: createHash('sha256').update(html).digest('hex'),
    isIndexable: !/^(404|410|500)\.html$/.test(name) && !NOINDEX.test(html),
  };
}
