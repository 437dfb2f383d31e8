import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export type Entry = { path: string; content: Buffer };

/** Files of a small tar.gz, in order. */
export function readTar(file: string): Entry[] {
  const tar = gunzipSync(readFileSync(file));
  const entries: Entry[] = [];
  const text = (at: number, length: number): string =>
    tar.toString('utf8', at, at + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = parseInt(text(at + 124, 12), 8);
    const prefix = text(at + 345, 155);
    const path = `${prefix ? `${prefix}/` : ''}${text(at, 100)}`;
    entries.push({ path, content: tar.subarray(at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return entries;
}
