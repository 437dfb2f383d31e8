import { hash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { accepts, type Coding } from './encodings.ts';

/** Below, a header more is as long as what it saves. */
const LEAST = 1024;

/**
 * A page made for one request is compressed for one request. Zstandard at level 3 takes a third of the time of brotli
 * at quality 3 for the same length; quality 5 takes twice as long for a tenth less.
 */
const CODINGS: Record<Coding, (body: Buffer) => Buffer> = {
  zstd: (body) => zstdCompressSync(body, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
  br: (body) =>
    brotliCompressSync(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 3,
        // The usual window of 4 MB is made anew for each page, and takes longer to make than to use.
        [constants.BROTLI_PARAM_LGWIN]: 18,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body) => gzipSync(body, { level: 3 }),
};

/**
 * From now on, what is written to this response is held back and leaves as one piece: compressed as the client reads it,
 * with its length and its tag, or as 304 where the client has it. A page that is ready as a whole needs no stream, which
 * costs more than to compress it.
 */
export function answerWhole(req: IncomingMessage, res: ServerResponse): void {
  const chunks: Buffer[] = [];
  const note = (chunk: unknown, encoding: unknown): void => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array)
      chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  };
  const { end, write, writeHead } = res;
  res.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const headers = rest.find((each) => typeof each === 'object' && each !== null);
    res.statusCode = status;
    for (const [name, value] of Object.entries((headers ?? {}) as OutgoingHttpHeaders))
      if (value !== undefined) res.setHeader(name, value);
    return res;
  } as typeof writeHead;
  res.write = function (this: ServerResponse, ...args: unknown[]) {
    note(args[0], args[1]);
    const done = args.at(-1);
    if (typeof done === 'function') queueMicrotask(() => done());
    return true;
  } as typeof write;
  res.end = function (this: ServerResponse, ...args: unknown[]) {
    Object.assign(res, { end, write, writeHead });
    if (chunks.length === 0 && typeof args[0] === 'string' && typeof args[1] !== 'string')
      return res.end(finished(req, res, inRoom(args[0])));
    note(args[0], args[1]);
    return res.end(finished(req, res, chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
  } as typeof end;
}

/**
 * Where pages that are one text lie as bytes while they are compressed, which ends before the next page comes: to make
 * room for each of them took as long as to fill it.
 */
let room = Buffer.alloc(0);

/** The bytes of a text, until the next call. */
function inRoom(text: string): Buffer {
  // A letter of a text takes three bytes at most.
  if (room.length < 3 * text.length) room = Buffer.allocUnsafeSlow(3 * text.length);
  return room.subarray(0, room.write(text));
}

/** The bytes to send, with the headers that are about them. */
function finished(req: IncomingMessage, res: ServerResponse, whole: Buffer): Buffer {
  const coding = whole.length < LEAST || req.headers.range ? undefined : codingFor(req);
  const body = coding && req.method !== 'HEAD' ? CODINGS[coding](whole) : Buffer.from(whole);
  if (whole.length >= LEAST) res.setHeader('Vary', 'Accept-Encoding');
  if (coding) res.setHeader('Content-Encoding', coding);
  if (req.method === 'HEAD') return body;
  if (res.statusCode === 200 && !res.hasHeader('set-cookie')) {
    const tag = `"${hash('sha1', body, 'base64url')}"`;
    res.setHeader('ETag', tag);
    if (hasAlready(req, tag)) {
      res.statusCode = 304;
      for (const name of ['content-type', 'content-encoding']) res.removeHeader(name);
      return Buffer.alloc(0);
    }
  }
  res.setHeader('Content-Length', body.length);
  return body;
}

const codingFor = (req: IncomingMessage): Coding | undefined =>
  (['zstd', 'br', 'gzip'] as const).find((coding) => accepts(req, coding));

/** Is this tag one of those the client holds (RFC 9110, 13.1.2)? */
export const hasAlready = ({ headers }: IncomingMessage, tag: string): boolean =>
  (headers['if-none-match'] ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
