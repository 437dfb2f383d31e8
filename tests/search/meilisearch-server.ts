import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `pid`: of a server of our own. */
export type Server = {
  url: string;
  key: string | undefined;
  pid?: number | undefined;
  stop(): Promise<void>;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const isOnPath = (): boolean => {
  try {
    execFileSync('meilisearch', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Is there a real server to test with: one named by MEILI_URL, or a program to start? */
export const hasServer = (): boolean => Boolean(process.env.MEILI_URL) || isOnPath();

/** The server named by MEILI_URL, or one of our own on a free loopback port, on data thrown away. */
export async function startServer(): Promise<Server> {
  const { MEILI_URL: url, MEILI_KEY: key } = process.env;
  if (url) return { url, key, stop: async () => {} };
  const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-meilisearch-'));
  const port = await freePort();
  const child = spawn(
    'meilisearch',
    ['--no-analytics', '--http-addr', `127.0.0.1:${port}`, '--db-path', path.join(folder, 'data'), '--dump-dir', path.join(folder, 'dumps'), '--log-level', 'ERROR'], // prettier-ignore
    { cwd: folder, stdio: 'ignore' },
  );
  const own = `http://127.0.0.1:${port}`;
  await waitUntilHealthy(own, child);
  return {
    url: own,
    key: undefined,
    pid: child.pid,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function waitUntilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`meilisearch ended with code ${child.exitCode}`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('meilisearch did not answer within ten seconds');
}
