import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import send from 'send';
import type { BrotliFiles } from './brotli-files.ts';
import { IMMUTABLE, REVALIDATE } from './headers.ts';

/** File of an address: `/employeurs/123456782` is `employeurs/123456782.html`. */
const fileOf = (address: string): string => {
  if (address === '/') return '/index.html';
  return path.posix.extname(address) === '' ? `${address}.html` : address;
};

/** Answers with the file of this address (conditional and range requests included); false when there is none. */
export async function serveStatic(
  root: string,
  address: string,
  brotli: BrotliFiles,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  // Addresses hold no `..`, no separator inside a segment and no dotfile: readAddress refused them.
  res.setHeader('Cache-Control', address.startsWith('/_astro/') ? IMMUTABLE : REVALIDATE);
  if (await brotli.serve(path.join(root, fileOf(address)), req, res)) return true;
  return sendFile(root, address, req, res);
}

const DUMP_FILE = /^\/donnees(\/[^/]+(\.[a-z0-9]+))$/;
/** Types that `send` does not know, or takes for others. */
const DUMP_TYPES: Record<string, string> = {
  '.zip': 'application/zip',
  '.gz': 'application/gzip',
  '.sqlite': 'application/vnd.sqlite3',
  '.parquet': 'application/vnd.apache.parquet',
};

/** Answers with a file of the open data, as `serveStatic` does; false for any other address. */
export async function serveDump(
  root: string,
  address: string,
  brotli: BrotliFiles,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  const [, file, extension] = DUMP_FILE.exec(address) ?? [];
  if (!file) return false;
  const type = DUMP_TYPES[extension!];
  if (type) res.setHeader('Content-Type', type);
  if (await serveStatic(root, file, brotli, req, res)) return true;
  res.removeHeader('Content-Type');
  return false;
}

function sendFile(
  root: string,
  address: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const file = encodeURI(fileOf(address)).replaceAll('?', '%3F').replaceAll('#', '%23');
    send(req, file, { root, index: false, dotfiles: 'ignore', cacheControl: false })
      .on('error', (error: Error & { status?: number }) => {
        if (error.status === 404) resolve(false);
        else if (error.status && error.status < 500) {
          res.statusCode = error.status;
          res.end();
          resolve(true);
        } else reject(error);
      })
      .on('directory', () => resolve(false))
      .on('end', () => resolve(true))
      .on('close', () => resolve(true))
      .pipe(res);
    res.once('close', () => resolve(true));
  });
}

/** Answers with one of the site's own error pages, or with these words where the site has none. */
export async function servePage(
  root: string,
  status: number,
  words: string,
  res: ServerResponse,
): Promise<void> {
  const html = await readFile(path.join(root, `${status}.html`)).catch(() => null);
  res.statusCode = status;
  res.setHeader('Cache-Control', REVALIDATE);
  res.setHeader('X-Robots-Tag', 'noindex');
  res.setHeader('Content-Type', html ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8');
  res.end(html ?? `${words}\n`);
}
