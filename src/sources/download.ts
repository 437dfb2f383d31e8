import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { SourceError } from '#domain/errors.ts';
import { request } from './http.ts';

const ATTEMPTS = 5;
const PAUSE_MS = 1000;

export type DownloadOptions = {
  onProgress?: (received: number, total: number) => void;
  /** First pause between two attempts; doubles each time. */
  pauseMs?: number;
};

/**
 * Downloads a file, going on from where an earlier attempt or run stopped. The file takes its name only once its size is
 * the one announced.
 * @returns its path
 * @throws SourceError when the server refuses it or five attempts in a row bring nothing
 */
export async function download(url: string, file: string, options: DownloadOptions = {}): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  if (existsSync(file)) return file;
  for (let attempt = 1, pause = options.pauseMs ?? PAUSE_MS; ; attempt++, pause *= 2) {
    const before = await sizeOf(`${file}.part`);
    try {
      await resume(url, file, options);
      return file;
    } catch (error) {
      if (error instanceof RefusedError) throw new SourceError(error.message);
      if ((await sizeOf(`${file}.part`)) > before) attempt = 0;
      if (attempt >= ATTEMPTS) throw new SourceError(`${describe(error)} Run the command again to go on.`);
      await sleep(pause);
    }
  }
}

/** Trying again would not help. */
class RefusedError extends Error {}

async function resume(url: string, file: string, { onProgress }: DownloadOptions): Promise<void> {
  const part = `${file}.part`;
  const tagFile = `${file}.tag`;
  const tag = await readFile(tagFile, 'utf8').catch(() => '');
  const have = tag ? await sizeOf(part) : 0;
  const response = await request(url, have > 0 ? { range: `bytes=${have}-`, 'if-range': tag } : {});
  const { statusCode: status = 0, headers } = response;
  if (status === 416) {
    response.resume();
    if (announcedTotal(headers['content-range']) === have) return rename(part, file);
    await rm(part, { force: true });
    throw new Error(`${url}: the file on the server is another one by now.`);
  }
  if (status !== 200 && status !== 206) {
    response.resume();
    const message = `${url} answers ${status}.`;
    throw status >= 400 && status < 500 ? new RefusedError(message) : new Error(message);
  }
  const start = status === 206 ? have : 0;
  const total =
    status === 206 ? announcedTotal(headers['content-range']) : Number(headers['content-length'] ?? NaN);
  await writeFile(tagFile, headers.etag?.startsWith('"') ? headers.etag : (headers['last-modified'] ?? ''));
  let received = start;
  response.on('data', (piece: Buffer) => onProgress?.((received += piece.length), total));
  await pipeline(response, createWriteStream(part, { flags: start > 0 ? 'a' : 'w' }));
  const size = await sizeOf(part);
  if (Number.isFinite(total) && size !== total)
    throw new Error(`${url}: ${size} bytes received, ${total} announced.`);
  await rename(part, file);
  await rm(tagFile, { force: true });
}

/** `bytes 100-199/200` → 200 */
const announcedTotal = (contentRange: string | undefined): number =>
  Number(/\/(\d+)$/.exec(contentRange ?? '')?.[1] ?? NaN);

const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.size ?? 0;

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const PROGRESS_MS = 2000;

/** For `onProgress`: a line every two seconds, with what has come and what will. */
export function receivedLines(source: string, name: string, log: (line: string) => void) {
  let last = performance.now();
  return (received: number, total: number): void => {
    if (performance.now() - last < PROGRESS_MS) return;
    last = performance.now();
    log(`${source}: ${name}: ${(received / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB received`);
  };
}
