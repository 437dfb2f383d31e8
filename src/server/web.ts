import { Server as NetServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataPath, env } from '#env';
import { findGone, readFigures } from '#db/facts/read.ts';
import { searchIndexIdentity } from '#db/search/store.ts';
import { DUMP } from '#opendata/manifest.ts';
import { clientOf, LIVE, liveTree } from '#pipeline/publish-tree.ts';
import { pageMaker } from '#search/made-pages.ts';
import { searchHealth } from '#search/open.ts';
import { createFrontDoor, type PageHandler } from './front-door.ts';
import type { LeaveMessage } from './keep-running.ts';
import { readinessFaults } from './health.ts';
import { movedTo } from './moved.ts';
import { redactOutput } from './redact.ts';

/**
 * The web process, started by supervisor.ts. Static files are read through the link to the live site, so a new site is
 * served at once; the code of on-demand pages was loaded from one build, so a full build asks for a new process.
 */
export type WebMessage = { kind: 'listening' } | { kind: 'site-replaced' };

const LOOK_EVERY_MS = 500;
const CLOSE_WITHIN_MS = 10_000;

redactOutput();
const tree = liveTree();
if (!tree) throw new Error(`web: ${dataPath(LIVE)} is not there. Run npm start, or npm run publish.`);
const entry = pathToFileURL(path.join(tree, 'server', 'entry.mjs')).href;
const { handler } = (await import(entry)) as { handler: PageHandler };

const server = createFrontDoor({
  clientRoot: clientOf(dataPath(LIVE)),
  dumpRoot: dataPath(DUMP),
  onDemand: handler,
  isGone: (address) => findGone(address.replace(/\.json$|\.atom$|\/integrer$/, '')) !== null,
  movedTo,
  readinessFaults,
  searchHealth,
  searchState,
  searchPage: pageMaker,
});
/** A Meilisearch is filled on its own: nothing here tells when its answers become others. */
function searchState(): string | null {
  return env.MEILI_URL ? null : `${searchIndexIdentity(dataPath('search.db'))} ${readFigures().generation}`;
}

server.on('error', (error) => {
  console.error(`web: ${error.message}`);
  process.exit(1);
});
server.listen(env.PORT, env.HOST, () => tell({ kind: 'listening' }));
const looking = setInterval(() => {
  if (liveTree() === tree) return;
  clearInterval(looking);
  tell({ kind: 'site-replaced' });
}, LOOK_EVERY_MS);

/** Ends what was begun, then leaves. */
function stop(): void {
  clearInterval(looking);
  server.close(() => process.exit(0));
  setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref();
}

/**
 * Takes no new connection, and lets those kept alive run out: closed under a browser that is about to ask on one, they
 * would fail its request.
 */
function handOver(): void {
  clearInterval(looking);
  server.prependListener('request', (_req, res) => res.setHeader('Connection', 'close'));
  NetServer.prototype.close.call(server, () => process.exit(0));
  setTimeout(stop, CLOSE_WITHIN_MS).unref();
}
process.on('message', (message: LeaveMessage) => (message === 'stop' ? stop() : handOver()));
process.on('disconnect', stop);
process.on('SIGTERM', stop);
// Ctrl-C reaches every process of the terminal; the supervisor decides.
process.on('SIGINT', () => {});

function tell(message: WebMessage): void {
  process.send?.(message);
}
