import type { IncomingMessage } from 'node:http';

const QUALITY = String.raw`(?:\s*;\s*q=(?:1|0?\.\d*[1-9]\d*|1\.0+))?`;
const named = (coding: string): RegExp => new RegExp(String.raw`(?:^|,)\s*${coding}${QUALITY}\s*(?:,|$)`);
const CODINGS = { zstd: named('zstd'), br: named('br'), gzip: named('gzip') };
export type Coding = keyof typeof CODINGS;

/** Does the client say that it reads this coding (RFC 9110, 12.5.3)? */
export const accepts = ({ headers }: IncomingMessage, coding: Coding): boolean =>
  CODINGS[coding].test(String(headers['accept-encoding'] ?? ''));
