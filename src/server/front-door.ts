import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { constants } from 'node:zlib';
import compression from 'compression';
import { readAddress } from './address.ts';
import { createBrotliFiles, type BrotliFiles } from './brotli-files.ts';
import {
  allowOtherSites,
  DESK_HEADERS,
  isForOtherSites,
  REVALIDATE,
  SECURITY_HEADERS,
  setSecurityHeaders,
} from './headers.ts';
import { createKeptAnswers } from './kept-answers.ts';
import {
  answerPreflight,
  answerProblem,
  createCounter,
  findOpenDoor,
  letIn,
  openToAll,
} from './open-doors.ts';
import { findPostRule, refusePost, type PostRefusal } from './post-rules.ts';
import { createQuietLog } from './quiet-log.ts';
import { answerSearch, type SearchAnswers } from './search-answers.ts';
import { serveDump, servePage, serveStatic } from './static-files.ts';

/** Astro's handler: calls `next` where no page answers on demand. */
export type PageHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  next: (error?: unknown) => void,
) => unknown;

export type FrontDoorOptions = SearchAnswers & {
  /** Folder of the static files; may be a link that is moved to another site. */
  clientRoot: string;
  /** Folder of the open data, served under `/donnees/`; may be such a link too. */
  dumpRoot: string;
  onDemand: PageHandler;
  isGone: (path: string) => boolean;
  /** Where an address without a page of its own leads; null for all others. */
  movedTo: (path: string) => string | null;
  readinessFaults: () => string[];
  /** Which search engine answers, and why not another; said besides, for whoever stands in answers as well. */
  searchHealth?: () => Promise<object>;
  log?: (line: string) => void;
};

const TARGET_LENGTH_MAX = 2048;
const METHODS = ['GET', 'HEAD'];
/** The one page made for each request that most visits ask for, the same for everybody. */
const SEARCH = '/recherche';
/** A page made on demand is compressed once for each request: quality 5 takes three times longer for a tenth less. */
const ON_DEMAND_QUALITY = 3;
const compress = compression({
  level: ON_DEMAND_QUALITY,
  // The usual window of 4 MB is made anew for each page, and takes longer to make than to use.
  brotli: {
    params: { [constants.BROTLI_PARAM_QUALITY]: ON_DEMAND_QUALITY, [constants.BROTLI_PARAM_LGWIN]: 18 },
  },
  // A range counts bytes of the file as it lies on disk.
  filter: (req, res) => !req.headers.range && compression.filter(req, res),
});

/**
 * The one HTTP server: static files, then withdrawn addresses (410), then pages made on demand, then 404. It alone sets
 * headers, and writes no query string anywhere: what people look for is theirs.
 */
export function createFrontDoor(options: FrontDoorOptions): Server {
  const log = createQuietLog(options.log ?? console.error);
  const brotli = createBrotliFiles();
  const counter = createCounter();
  const kept = createKeptAnswers();
  const server = createServer(
    { maxHeaderSize: 8192, headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 5000, requireHostHeader: false },
    (req, res) => {
      setSecurityHeaders(res);
      answer(req, res, options, { brotli, counter, kept }).catch((error: unknown) => {
        log(`web: ${req.method} ${pathOnly(req)}: ${describeFault(error)}`);
        if (res.headersSent) res.destroy();
        else servePage(options.clientRoot, 500, 'Une erreur est survenue.', res).catch(() => res.destroy());
      });
    },
  ); // prettier-ignore
  server.maxHeadersCount = 64;
  server.on('checkExpectation', (_req, res: ServerResponse) => {
    setSecurityHeaders(res);
    refuse(res, 417, 'Expect');
  });
  server.on('clientError', refuseUnreadable);
  return server;
}

/** What the door holds from one request to the next. */
type Held = {
  brotli: BrotliFiles;
  counter: ReturnType<typeof createCounter>;
  kept: ReturnType<typeof createKeptAnswers>;
};

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  options: FrontDoorOptions,
  { brotli, counter, kept }: Held,
): Promise<void> {
  const target = req.url ?? '';
  if (!req.headers.host) return refuse(res, 400, 'Requête sans en-tête Host');
  if (target.length > TARGET_LENGTH_MAX) return refuse(res, 414, 'Adresse trop longue');
  const address = readAddress(target);
  const open = address.kind === 'page' ? findOpenDoor(address.path) : null;
  if (open) {
    openToAll(res, open);
    if (req.method === 'OPTIONS') return answerPreflight(res);
    if (!open.methods.includes(req.method ?? '')) {
      res.setHeader('Allow', open.methods.join(', '));
      return answerProblem(res, 'methode-refusee', `Cette adresse répond à : ${open.methods.join(', ')}.`);
    }
  }
  const desk = address.kind === 'page' ? findPostRule(address.path) : null;
  const isPost = req.method === 'POST' && desk !== null;
  if (!isPost && !METHODS.includes(req.method ?? '')) {
    res.setHeader('Allow', METHODS.join(', '));
    return refuse(res, 405, 'Méthode refusée');
  }
  if (!isPost && (Number(req.headers['content-length'] ?? 0) !== 0 || req.headers['transfer-encoding']))
    return refuse(res, 413, 'Aucun contenu n’est attendu');
  if (address.kind === 'malformed') return refuse(res, 400, 'Adresse illisible');
  if (isPost) {
    const refusal = refusePost(req, desk);
    if (refusal) return refuseBody(req, res, refusal);
  }
  if (address.kind === 'elsewhere') {
    res.setHeader('Location', address.location);
    return refuse(res, 301, 'Déplacé');
  }
  const isSearch = address.kind === 'page' && address.path === SEARCH;
  if (isSearch) {
    res.setHeader('Cache-Control', REVALIDATE);
    if (address.hasQuery) res.setHeader('X-Robots-Tag', 'noindex');
    if (await answerSearch(req, res, options, kept)) return;
  } else await new Promise<void>((resolve) => compress(req as never, res as never, () => resolve()));
  const notFound = () => servePage(options.clientRoot, 404, 'Page introuvable.', res);
  // The error pages are files too, but no address of their own.
  if (address.kind === 'forbidden' || /^\/(404|410|500)$/.test(address.path)) return notFound();
  if (address.hasQuery) res.setHeader('X-Robots-Tag', 'noindex');
  if (desk) for (const [name, value] of Object.entries(DESK_HEADERS)) res.setHeader(name, value);
  if (isForOtherSites(address.path)) allowOtherSites(res);
  if (address.path === '/sante') return report(res, 200, { isAlive: true });
  if (address.path === '/pret') {
    const faults = options.readinessFaults();
    const search = await options.searchHealth?.();
    return report(res, faults.length > 0 ? 503 : 200, { isReady: faults.length === 0, faults, search });
  }
  if (open?.isLimited && !letIn(counter, req, res)) return;
  if (!desk && !isSearch) {
    if (await serveDump(options.dumpRoot, address.path, brotli, req, res)) return;
    if (await serveStatic(options.clientRoot, address.path, brotli, req, res)) return;
    const moved = options.movedTo(address.path);
    if (moved !== null) {
      res.setHeader('Location', moved);
      return refuse(res, 301, 'Déplacé');
    }
    if (options.isGone(address.path)) return servePage(options.clientRoot, 410, 'Page retirée.', res);
    res.setHeader('Cache-Control', REVALIDATE);
  }
  const isUnanswered = await new Promise<boolean>((resolve, reject) => {
    res.once('close', () => resolve(false));
    Promise.resolve(
      options.onDemand(req, res, (error) => (error ? reject(error as Error) : resolve(true))),
    ).then(() => res.writableEnded && resolve(false), reject);
  });
  if (isUnanswered) await notFound();
}

/** A fault the house foresaw says what to do; any other one is ours, and its stack says where. */
const describeFault = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'SourceError' ? error.message : (error.stack ?? error.message);
};

const pathOnly = (req: IncomingMessage): string => (req.url ?? '').replace(/[?#].*$/s, '').slice(0, 200);

function refuse(res: ServerResponse, status: number, words: string): void {
  // Whatever body may follow is not read.
  if (status >= 400) res.setHeader('Connection', 'close');
  res.statusCode = status;
  res.setHeader('Content-Type', 'text/plain; charset=utf-8');
  res.end(`${words}\n`);
}

/** Bytes thrown away of a body refused: closed under a browser that is still sending, it would show no words of ours. */
const DISCARDED_MAX = 128 * 1024 * 1024;

function refuseBody(req: IncomingMessage, res: ServerResponse, { status, words }: PostRefusal): void {
  let discarded = 0;
  req.on('data', (chunk: Buffer) => {
    discarded += chunk.length;
    if (discarded > DISCARDED_MAX) req.destroy();
  });
  req.once('end', () => refuse(res, status, words));
}

function report(res: ServerResponse, status: number, body: object): void {
  res.statusCode = status;
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Robots-Tag', 'noindex');
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.end(`${JSON.stringify(body)}\n`);
}

const UNREADABLE: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Requests that cannot be parsed never become a response object: the answer is written by hand. */
function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const headers = Object.entries({ ...SECURITY_HEADERS, Connection: 'close', 'Content-Length': '0' });
  socket.end(
    [
      `HTTP/1.1 ${UNREADABLE[error.code ?? ''] ?? '400 Bad Request'}`,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      '',
      '',
    ].join('\r\n'),
  );
}
