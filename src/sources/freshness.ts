import { z } from 'zod';
import { request, requestText } from './http.ts';

/** What a server says of a file without sending it; null where it says nothing. */
export type Validators = {
  etag: string | null;
  lastModified: string | null;
  bytes: number | null;
  checksum: string | null;
};

const NOTHING: Validators = { etag: null, lastModified: null, bytes: null, checksum: null };

/** Permanent address of a resource of data.gouv.fr: it redirects to the latest file. */
const RESOURCE = /^(https?:\/\/[^/]+)\/(?:api\/1|[a-z]{2})?\/?datasets\/r\/([0-9a-f-]{36})\/?$/;

const Metadata = z.object({
  resource: z.object({
    last_modified: z.string().nullish(),
    filesize: z.number().nullish(),
    checksum: z.object({ value: z.string() }).nullish(),
  }),
});

/**
 * Asks for the marks by which one edition of a file is told from the next: the metadata of data.gouv.fr, else ETag,
 * date and size by HEAD.
 * @throws SourceError when the server cannot be reached or refuses
 */
export async function askValidators(url: string): Promise<Validators> {
  return (await askCatalogue(url)) ?? (await askServer(url));
}

async function askCatalogue(url: string): Promise<Validators | null> {
  const [, origin, id] = RESOURCE.exec(url) ?? [];
  if (!origin || !id) return null;
  const text = await requestText(`${origin}/api/2/datasets/resources/${id}/`).catch(() => null);
  const parsed = text === null ? null : Metadata.safeParse(readJson(text));
  if (!parsed?.success) return null;
  const { last_modified, filesize, checksum } = parsed.data.resource;
  if (!last_modified && !checksum) return null;
  return { ...NOTHING, lastModified: last_modified ?? null, bytes: filesize ?? null, checksum: checksum?.value ?? null };
} // prettier-ignore

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function askServer(url: string): Promise<Validators> {
  const response = await request(url, {}, 'HEAD');
  response.resume();
  // A server that knows no HEAD is asked for the file itself, which has the last word.
  if (response.statusCode !== 200) return NOTHING;
  const { etag, 'last-modified': lastModified, 'content-length': length } = response.headers;
  return {
    ...NOTHING,
    etag: etag ?? null,
    lastModified: lastModified ?? null,
    bytes: length ? Number(length) : null,
  };
}

/** True when both are certainly of one edition. */
export function isSameEdition(a: Validators, b: Validators): boolean {
  if (a.checksum && b.checksum) return a.checksum === b.checksum;
  if (a.etag && b.etag) return a.etag === b.etag;
  return a.lastModified !== null && a.lastModified === b.lastModified && a.bytes === b.bytes;
}
