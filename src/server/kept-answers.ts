import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasAlready } from './whole-answer.ts';

const ENTRIES_MAX = 2000;
const BYTES_MAX = 32 * 1024 * 1024;
/** As long as a withdrawal may take to show: whatever a state does not tell ends within it. */
const KEPT_MS = 60_000;
/** What the page itself decides; every other header is set anew. */
const HEADERS = ['content-type', 'content-encoding', 'vary', 'etag'] as const;

type Answer = {
  headers: [name: string, value: string][];
  etag: string;
  body: Buffer;
  bytes: number;
  until: number;
};

/**
 * Answers made a moment ago, given again as they were, for pages that are the same to everybody. In memory alone, for a
 * minute at most, never across two states of the data; a request with a cookie neither reads nor leaves anything.
 */
export function createKeptAnswers(
  { entriesMax = ENTRIES_MAX, bytesMax = BYTES_MAX, keptMs = KEPT_MS } = {},
  now: () => number = Date.now,
) {
  /** In the order they were made in, so that the first are the first to expire. */
  const kept = new Map<string, Answer>();
  let bytes = 0;
  let lastState = '';

  function drop(isToGo: (answer: Answer) => boolean): void {
    for (const [key, answer] of kept) {
      if (!isToGo(answer)) return;
      kept.delete(key);
      bytes -= answer.bytes;
    }
  }

  function keep(key: string, answer: Answer): void {
    if (answer.bytes > bytesMax / 10 || kept.has(key)) return;
    kept.set(key, answer);
    bytes += answer.bytes;
    drop(() => bytes > bytesMax || kept.size > entriesMax);
  }

  /** Calls `done` with what is sent from now on, as it is sent. */
  function record(res: ServerResponse, done: (body: Buffer) => void): void {
    const chunks: Buffer[] = [];
    const note = (chunk: unknown, encoding: unknown): void => {
      if (typeof chunk === 'string')
        chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')); // prettier-ignore
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    const { write, end } = res;
    res.write = function (this: ServerResponse, ...args: unknown[]) {
      note(args[0], args[1]);
      return write.apply(this, args as Parameters<typeof write>);
    } as typeof write;
    res.end = function (this: ServerResponse, ...args: unknown[]) {
      note(args[0], args[1]);
      return end.apply(this, args as Parameters<typeof end>);
    } as typeof end;
    res.once('finish', () => done(Buffer.concat(chunks)));
  }

  return {
    /** Answers and bytes held now. */
    size: (): { entries: number; bytes: number } => ({ entries: kept.size, bytes }),
    /**
     * Answers with what was answered to the same request; else returns false, and keeps what is going to be answered.
     * `state`: what the page is made of, another text for each generation. Call before anything that compresses.
     */
    answer(req: IncomingMessage, res: ServerResponse, state: string): boolean {
      if (state !== lastState) drop(() => true);
      lastState = state;
      drop(({ until }) => until <= now());
      const { cookie, range, authorization } = req.headers;
      if (req.method !== 'GET' || cookie || range || authorization) return false;
      const key = `${String(req.headers['accept-encoding'] ?? '')}\0${req.url}`;
      const known = kept.get(key);
      if (known) {
        const isHeld = hasAlready(req, known.etag);
        if (isHeld) res.statusCode = 304;
        for (const [name, value] of known.headers)
          if (!isHeld || /^(etag|vary)$/.test(name)) res.setHeader(name, value);
        if (!isHeld) res.setHeader('Content-Length', known.body.length);
        res.end(isHeld ? undefined : known.body);
        return true;
      }
      record(res, (body) => {
        if (res.statusCode !== 200 || res.hasHeader('set-cookie') || state !== lastState) return;
        const headers = HEADERS.flatMap((name): [string, string][] => {
          const value = res.getHeader(name);
          return value === undefined ? [] : [[name, String(value)]];
        });
        // Two letters of a text in memory may take two bytes each.
        const etag = String(res.getHeader('etag') ?? '');
        keep(key, { headers, etag, body, bytes: body.length + 2 * key.length, until: now() + keptMs });
      });
      return false;
    },
  };
}
