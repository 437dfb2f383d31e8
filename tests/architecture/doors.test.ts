import { existsSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SCREENS = [
  'domain',
  'db',
  'search',
  'catalogue',
  'opendata',
  'env',
  'client',
  'components',
  'layouts',
  'styles',
  'assets',
];

/** Who may import whom (README, « Rooms »). A room may always import itself. */
const DOORS: Record<string, string[]> = {
  domain: [],
  catalogue: ['domain', 'env'],
  extraction: ['domain'],
  sources: ['domain', 'catalogue', 'db', 'env'],
  search: ['domain', 'catalogue', 'db', 'env'],
  sample: ['domain', 'catalogue'],
  pipeline: ['domain', 'catalogue', 'extraction', 'sources', 'search', 'opendata', 'db', 'env'],
  opendata: ['domain', 'catalogue', 'search', 'db', 'env'],
  // The reader of persons' names also looks at what people write.
  desk: ['domain', 'catalogue', 'extraction', 'db', 'env'],
  // Runs in the browser: imports nothing of the house.
  client: [],
  components: SCREENS,
  layouts: SCREENS,
  pages: [...SCREENS, 'content', 'desk'],
  server: ['domain', 'catalogue', 'db', 'search', 'pipeline', 'desk', 'opendata', 'env'],
  db: ['domain', 'catalogue', 'env'],
};

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'db'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|astro|mjs)$/.test(file) && existsSync(file));

const roomOf = (file: string): string => {
  if (file.startsWith('db/')) return 'db';
  const [, first = ''] = file.split('/');
  return first.replace(/\.(ts|astro)$/, '');
};

const IMPORT =
  /(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm;

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

function targetRoom(file: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1).split('/')[0]!;
  if (!specifier.startsWith('.')) return null;
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (target.startsWith('src/')) return roomOf(target);
  return target.split('/')[0]!;
}

describe('doors', () => {
  it('finds the rooms', () => {
    expect(new Set(files.map(roomOf)).size).toBeGreaterThan(8);
  });

  it.each(files)('%s imports only what its room may see', (file) => {
    const room = roomOf(file);
    const allowed = DOORS[room];
    if (!allowed) return;
    const strangers = importsOf(file)
      .map((specifier) => targetRoom(file, specifier))
      .filter((target) => target !== null && target !== room && !allowed.includes(target));
    expect(strangers).toEqual([]);
  });

  it('domain imports zod only', () => {
    const packages = files
      .filter((file) => file.startsWith('src/domain/'))
      .flatMap(importsOf)
      .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('#'));
    expect(new Set(packages)).toEqual(new Set(['zod']));
  });

  it('extraction does no input or output', () => {
    const packages = files
      .filter((file) => file.startsWith('src/extraction/'))
      .flatMap(importsOf)
      .filter((specifier) => specifier.startsWith('node:') && specifier !== 'node:crypto');
    expect(packages).toEqual([]);
  });

  it('only env.ts reads process.env in src and db', () => {
    const readers = files.filter(
      (file) =>
        file !== 'src/env.ts' &&
        /process\.env\b(?!,)/.test(readFileSync(file, 'utf8').replace(/\.\.\.process\.env/g, '')),
    );
    expect(readers).toEqual([]);
  });

  it('SQL stands in db alone', () => {
    const writers = files.filter(
      (file) =>
        !file.startsWith('db/') &&
        /\b(SELECT .* FROM|INSERT INTO|DELETE FROM|CREATE TABLE|UPDATE \w+ SET)\b/.test(
          readFileSync(file, 'utf8'),
        ),
    );
    expect(writers).toEqual([]);
  });
});
