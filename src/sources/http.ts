import http from 'node:http';
import https from 'node:https';
import type { IncomingMessage } from 'node:http';
import { SourceError } from '#domain/errors.ts';

const REDIRECTS_MAX = 5;

/** A server that sends nothing for this long is given up. */
const SILENCE_MS = 60_000;

/**
 * GET (or HEAD) with the bytes as they stand on the server: `fetch` would unpack a .tar.gz that Apache labels
 * `Content-Encoding: x-gzip`, and ranges would no longer fit.
 * @throws SourceError on network failure or too many redirections; the caller judges the status
 */
export async function request(
  url: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' = 'GET',
): Promise<IncomingMessage> {
  for (let hop = 0; hop <= REDIRECTS_MAX; hop++) {
    const response = await send(url, headers, method);
    const status = response.statusCode ?? 0;
    if (status < 300 || status >= 400 || !response.headers.location) return response;
    response.resume();
    const next = new URL(response.headers.location, url);
    // A key is for the service it was given for.
    if (next.origin !== new URL(url).origin) {
      const { authorization: _key, ...open } = headers;
      headers = open;
    }
    url = next.href;
  }
  throw new SourceError(`${url} redirects too often.`);
}

const send = (url: string, headers: Record<string, string>, method: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { request: ask } = new URL(url).protocol === 'https:' ? https : http;
    const call = ask(url, { method, headers: { 'user-agent': 'star-finder', ...headers } }, resolve);
    call.setTimeout(SILENCE_MS, () => call.destroy(new Error(`silent for ${SILENCE_MS / 1000} seconds`)));
    call.on('error', (error) => reject(new SourceError(`${url} cannot be reached: ${error.message}`)));
    call.end();
  });

/** Body of a small page. @throws SourceError unless the status is 200 */
export async function requestText(url: string): Promise<string> {
  const response = await request(url);
  if (response.statusCode !== 200) {
    response.resume();
    throw new SourceError(`${url} answers ${response.statusCode}.`);
  }
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
