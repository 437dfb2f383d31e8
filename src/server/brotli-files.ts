import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { accepts } from './encodings.ts';

const compress = promisify(brotliCompress);

/** Beyond quality 5, a page takes ten times longer for a few bytes less. */
export const BROTLI_QUALITY = 5;
const CACHE_BYTES = 64 * 1024 * 1024;
const SIZES = { least: 1024, most: 1024 * 1024 };
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/**
 * Files in brotli, compressed once for each of their states and kept in memory, the least recently asked for dropped
 * first: compressing anew for every request costs ten times what serving does.
 */
export function createBrotliFiles(cacheBytes = CACHE_BYTES) {
  const kept = new Map<string, Buffer>();
  let bytes = 0;

  async function compressed(file: string, state: string): Promise<Buffer> {
    const key = `${file}\0${state}`;
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const made = await compress(await readFile(file), {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
    });
    if (!kept.has(key)) bytes += made.length;
    kept.set(key, made);
    for (const [oldest, old] of kept) {
      if (bytes <= cacheBytes) break;
      kept.delete(oldest);
      bytes -= old.length;
    }
    return made;
  }

  return {
    /** Bytes held now. */
    size: (): number => bytes,
    /** Answers in brotli; false, with nothing said, when this file or this request is not for brotli. */
    async serve(file: string, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
      const type = TYPES[path.extname(file)];
      if (!type || req.headers.range || !accepts(req, 'br')) return false;
      const found = await stat(file).catch(() => null);
      if (!found?.isFile() || found.size < SIZES.least || found.size > SIZES.most) return false;
      const state = `${found.size.toString(16)}-${found.mtime.getTime().toString(16)}`;
      const etag = `W/"${state}"`;
      const isKnown = isFresh(req, etag, found.mtime);
      // Null when a publication took the file away this instant.
      const body = isKnown ? '' : await compressed(file, state).catch(() => null);
      if (body === null) return false;
      res.setHeader('Vary', 'Accept-Encoding');
      res.setHeader('ETag', etag);
      res.setHeader('Last-Modified', found.mtime.toUTCString());
      if (isKnown) res.statusCode = 304;
      else {
        res.setHeader('Content-Type', type);
        res.setHeader('Content-Encoding', 'br');
        res.setHeader('Content-Length', body.length);
      }
      res.end(body);
      return true;
    },
  };
}
export type BrotliFiles = ReturnType<typeof createBrotliFiles>;

/** Whether what the client holds still holds (RFC 9110, 13.2.2). */
function isFresh({ headers }: IncomingMessage, etag: string, modified: Date): boolean {
  if (/(?:^|,)\s*no-cache\s*(?:,|$)/.test(headers['cache-control'] ?? '')) return false;
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    const weak = etag.replace(/^W\//, '');
    return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === weak);
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(modified.getTime() / 1000) * 1000 <= since;
}
