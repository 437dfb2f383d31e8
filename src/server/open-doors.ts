import type { IncomingMessage, ServerResponse } from 'node:http';
import { countRequest } from '#db/limits/shared.ts';
import { visitorOf } from '#db/limits/visitor.ts';
import { RATE } from '#opendata/api/limit.ts';
import { problemOf, PROBLEM_TYPE, type ProblemKind } from '#opendata/api/problems.ts';

/** What programs on other sites may read. `isLimited`: answers are made on demand, so their number is limited. */
export type OpenDoor = { isLimited: boolean; isApi: boolean; methods: readonly string[] };

const READ = ['GET', 'HEAD', 'OPTIONS'];
const FILE: OpenDoor = { isLimited: false, isApi: false, methods: READ };
const FEED: OpenDoor = { isLimited: true, isApi: false, methods: READ };
const API: OpenDoor = { isLimited: true, isApi: true, methods: READ };
const PROTOCOL: OpenDoor = { isLimited: true, isApi: true, methods: ['POST', 'OPTIONS'] };

export function findOpenDoor(path: string): OpenDoor | null {
  if (path === '/mcp') return PROTOCOL;
  if (path === '/api/v1/openapi.json' || path === '/llms.txt') return FILE;
  if (path.startsWith('/schemas/')) return FILE;
  if (path.startsWith('/api/')) return API;
  if (/^\/donnees\/[^/]+\.[a-z0-9]+$/.test(path) || /^\/employeurs\/\d{9}\.json$/.test(path)) return FILE;
  return /^\/[a-z]+\/[^/]+\.atom$/.test(path) ? FEED : null;
}

const EXPOSED = 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After';
const ACCEPTED = 'Accept, Content-Type, If-None-Match, Mcp-Protocol-Version, Mcp-Method, Mcp-Name';
const DAY_S = '86400';

/** Public data, no cookie: any site may read them from a browser. */
export function openToAll(res: ServerResponse, { methods, isApi }: OpenDoor): void {
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.setHeader('Access-Control-Expose-Headers', EXPOSED);
  res.setHeader('Access-Control-Allow-Methods', methods.join(', '));
  res.setHeader('Access-Control-Allow-Headers', ACCEPTED);
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  if (isApi) res.setHeader('X-Robots-Tag', 'noindex');
}

/** The question a browser asks before it lets a page of another site send what is not plain. */
export function answerPreflight(res: ServerResponse): void {
  res.setHeader('Access-Control-Max-Age', DAY_S);
  res.statusCode = 204;
  res.end();
}

export function answerProblem(res: ServerResponse, kind: ProblemKind, detail: string): void {
  const problem = problemOf(kind, detail);
  res.statusCode = problem.status;
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Content-Type', PROBLEM_TYPE);
  res.end(`${JSON.stringify(problem)}\n`);
}

/** Counts requests by address, in windows, all web processes together; nothing is logged. `most` in `seconds`. */
export function createCounter(
  { most, seconds } = RATE as { most: number; seconds: number },
  now = Date.now,
  name = 'api',
) {
  return (address: string): { isAllowed: boolean; left: number; resetsIn: number } => {
    const time = now();
    const { since, used } = countRequest(name, address, seconds * 1000, time);
    return {
      isAllowed: used <= most,
      left: Math.max(0, most - used),
      resetsIn: Math.ceil((since + seconds * 1000 - time) / 1000),
    };
  };
}

const addressOf = ({ headers, socket }: IncomingMessage): string =>
  visitorOf((name) => headers[name]?.toString(), socket.remoteAddress ?? '');

/** Counts one request and says what is left; false when it is one too many, and has been answered. */
export function letIn(
  count: ReturnType<typeof createCounter>,
  req: IncomingMessage,
  res: ServerResponse,
): boolean {
  const { isAllowed, left, resetsIn } = count(addressOf(req));
  res.setHeader('RateLimit-Policy', `"minute";q=${RATE.most};w=${RATE.seconds}`);
  res.setHeader('RateLimit', `"minute";r=${left};t=${resetsIn}`);
  if (isAllowed) return true;
  res.setHeader('Retry-After', String(resetsIn));
  answerProblem(res, 'trop-de-demandes', `Au plus ${RATE.most} demandes par minute. Recommencez dans ${resetsIn} s, ou prenez une copie entière (page /donnees).`); // prettier-ignore
  return false;
}
