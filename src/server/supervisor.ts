import { fork } from 'node:child_process';
import cluster from 'node:cluster';
import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { removeLimitStore } from '#db/limits/store.ts';
import { InputError } from '#domain/errors.ts';
import { dataPath, env } from '#env';
import { type Kept, keepRunning } from './keep-running.ts';
import type { WebMessage } from './web.ts';

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export type ServeOptions = {
  log?: (line: string) => void;
  /** Told the address, once. */
  onListening?: (url: string) => void;
};

/**
 * Runs `web`, in as many processes as WEB_PROCESSES says, and `publisher`, each in a process of its own, until `signal` is raised. The listening socket belongs to
 * this process: a new web process takes over from the old one without a refused connection.
 * @throws InputError when the port is taken
 */
export async function serve(
  signal: AbortSignal,
  { log = console.log, onListening }: ServeOptions = {},
): Promise<void> {
  // The processes take connections from the shared socket themselves: nothing passes through this one.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: script('web.ts'), execArgv: [], args: [] });
  // Workers share a socket by the port they ask for: it must be the same one each time.
  const port = await claimPort(env.HOST, env.PORT);
  removeLimitStore(dataPath('limits.db'));
  const limitsKey = randomBytes(32).toString('base64');
  let isAnnounced = false;
  const keepWeb = (): Kept => {
    const web = keepRunning(
      'web',
      (ready) => {
        const worker = cluster.fork({ PORT: port, LIMITS_KEY: limitsKey });
        worker.on('message', (message: WebMessage) => {
          if (message.kind === 'site-replaced') return web.replace();
          ready();
          if (!isAnnounced) onListening?.(`http://${displayHost(env.HOST)}:${port}`);
          isAnnounced = true;
        });
        return worker;
      },
      log,
    );
    return web;
  };
  const webs = Array.from({ length: env.WEB_PROCESSES }, keepWeb);
  const publisher = keepRunning('publisher', () => fork(script('publisher.ts'), [], { execArgv: [] }), log);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.all([...webs, publisher].map((kept) => kept.stop()));
}

/** The port to listen on, tried once: a taken one is said here, not by processes that start again for ever. */
function claimPort(host: string, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new InputError(
          `serve: ${host}:${wanted} cannot be listened on (${error.code}). Set PORT or HOST to another one.`,
        ),
      ),
    );
    server.listen(wanted, host, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** An address people can click: a server on every interface is also at localhost. */
function displayHost(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
