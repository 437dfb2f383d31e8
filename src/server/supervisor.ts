import { fork } from 'node:child_process';
import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';
import { env } from '#env';
import { keepRunning } from './keep-running.ts';
import type { WebMessage } from './web.ts';

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export type ServeOptions = {
  log?: (line: string) => void;
  /** Told the address each time a web process takes over. */
  onListening?: (url: string) => void;
};

/**
 * Runs `web` and `publisher`, each in a process of its own, until `signal` is raised. The listening socket belongs to
 * this process: a new web process takes over from the old one without a refused connection.
 */
export async function serve(
  signal: AbortSignal,
  { log = console.log, onListening }: ServeOptions = {},
): Promise<void> {
  // The processes take connections from the shared socket themselves: nothing passes through this one.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: script('web.ts'), execArgv: [], args: [] });
  let port = env.PORT;
  const web = keepRunning(
    'web',
    (ready) => {
      const worker = cluster.fork({ PORT: port });
      worker.on('message', (message: WebMessage) => {
        if (message.kind === 'site-replaced') return web.replace();
        port = message.port;
        ready();
        onListening?.(`http://${displayHost(env.HOST)}:${port}`);
      });
      return worker;
    },
    log,
  );
  const publisher = keepRunning('publisher', () => fork(script('publisher.ts'), [], { execArgv: [] }), log);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.all([web.stop(), publisher.stop()]);
}

/** An address people can click: a server on every interface is also at localhost. */
function displayHost(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
