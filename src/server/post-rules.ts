import type { IncomingMessage } from 'node:http';
import { env } from '#env';

/** Rooms with forms: nothing of theirs is kept by a cache, and they alone take a body. */
type PostRule = { prefix: string; bytesMax: number; hasUploads: boolean; isForPrograms?: boolean };

const KB = 1024;
/** A document of 5 MB, or a table of 10,000 declarations, with its form around it. */
const UPLOAD_MAX = 6 * KB * KB;
const RULES: readonly PostRule[] = [
  { prefix: '/espace', bytesMax: UPLOAD_MAX, hasUploads: true },
  { prefix: '/moderation', bytesMax: 64 * KB, hasUploads: false },
  { prefix: '/signaler', bytesMax: 64 * KB, hasUploads: false },
  { prefix: '/repondre', bytesMax: 64 * KB, hasUploads: false },
  // Questions of programs (src/opendata/mcp.ts), which change nothing: from anywhere, in JSON.
  { prefix: '/mcp', bytesMax: 64 * KB, hasUploads: false, isForPrograms: true },
];

export const findPostRule = (path: string): PostRule | null =>
  RULES.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`)) ?? null;

export type PostRefusal = { status: number; words: string };

/** Why a POST is not let in; null = it is. Nothing of its body has been read. */
export function refusePost(req: IncomingMessage, rule: PostRule): PostRefusal | null {
  const { headers } = req;
  if (!rule.isForPrograms && !isFromHere(req))
    return {
      status: 403,
      words: 'Ce formulaire doit être envoyé depuis ce site. Ouvrez la page et recommencez.',
    };
  if (headers['transfer-encoding'] || headers['content-length'] === undefined)
    return { status: 411, words: 'Longueur du contenu absente' };
  if (Number(headers['content-length']) > rule.bytesMax)
    return { status: 413, words: `Envoi trop lourd\u00a0: ${describeBytes(rule.bytesMax)} au plus.` };
  const type = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (rule.isForPrograms)
    return type === 'application/json' ? null : { status: 415, words: 'application/json est attendu' };
  const isForm =
    type === 'application/x-www-form-urlencoded' || (rule.hasUploads && type === 'multipart/form-data');
  return isForm ? null : { status: 415, words: 'Format de formulaire refusé' };
}

const describeBytes = (bytes: number): string =>
  bytes >= KB * KB ? `${bytes / KB / KB} Mo` : `${bytes / KB} ko`;

/**
 * Whether a page of ours sent this. `Sec-Fetch-Site` says so and no script can set it; browsers older than 2023 send
 * `Origin` alone. What sends neither is no browser, and has nothing to post here.
 */
function isFromHere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  return (
    origin !== undefined &&
    [new URL(env.SITE_URL).origin, `http://${host}`, `https://${host}`].includes(origin)
  );
}
