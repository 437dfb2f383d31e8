import { fork } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { env, ROOT } from '#env';
import { SourceError } from '#domain/errors.ts';
import type { BuildMessage } from './build-child.ts';
import { withBuildLock } from './lock.ts';

export type BuildOptions = {
  /** Absolute folder; `client/` and `server/` are written into it. */
  outDir: string;
  /** File with one SIREN per line: of the employer pages, only these are rendered. */
  deltaFile?: string;
  /** How many employer pages will be rendered: sets the heap's limit. */
  employers: number;
  onProgress?: (pages: number) => void;
};

/** `rssBytes`: largest resident size of the build's process. */
export type BuildFigures = { pages: number; seconds: number; rssBytes: number };

const OUTPUT_KEPT = 8000;
/** Astro prints one branch of a tree for each file it renders. */
const RENDERED_MARK = '├─';

/**
 * Runs `astro build` of the checkout into `outDir`, after any other that is under way.
 * @throws SourceError with the end of Astro's output when the build fails
 */
export const buildSite = (options: BuildOptions): Promise<BuildFigures> =>
  withBuildLock(() => runBuild(options));

async function runBuild({ outDir, deltaFile, employers, onProgress }: BuildOptions): Promise<BuildFigures> {
  await mkdir(outDir, { recursive: true });
  const child = fork(fileURLToPath(new URL('./build-child.ts', import.meta.url)), [], {
    cwd: ROOT,
    env: {
      ...childEnvironment(),
      STARFINDER_OUT_DIR: outDir,
      STARFINDER_DELTA: deltaFile ?? '',
    },
    execArgv: heapFlags(employers),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  let pages = 0;
  const read = (text: string) => {
    output = (output + text).slice(-OUTPUT_KEPT);
    pages += text.split(RENDERED_MARK).length - 1;
    onProgress?.(pages);
  };
  child.stdout?.setEncoding('utf8').on('data', read);
  child.stderr?.setEncoding('utf8').on('data', read);
  let message: BuildMessage | null = null;
  child.on('message', (received: BuildMessage) => (message = received));
  const code = await new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(status ?? signal ?? 1));
  });
  await rm(`${outDir}.cache`, { recursive: true, force: true });
  if (code !== 0 || !message) throw new SourceError(`build: Astro stopped (${code}).\n${wordsOf(output)}`);
  return { pages, ...(message as BuildMessage) };
}

/** What Astro said, without the tree of files. */
const wordsOf = (output: string): string =>
  stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => !line.includes(RENDERED_MARK))
    .join('\n')
    .trim();

/**
 * Left to itself, V8 lets a build of 10,000 pages grow to 1.1 GB before it collects; held so, it takes 0.75 GB and no
 * more time. What really grows is the list of paths: about 10 kB a page leaves ample room.
 */
const heapFlags = (employers: number): string[] => [
  '--max-semi-space-size=4',
  `--max-old-space-size=${Math.round(512 + employers / 100)}`,
];

/** Vite and Astro behave differently under a test runner: the child must not see that it was started by one. */
function childEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries({ ...process.env }).filter(
    ([name]) => !/^(VITEST|NODE_OPTIONS)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    DATA_DIR: path.resolve(ROOT, env.DATA_DIR),
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}
