import { RecordError } from '#domain/errors.ts';
import { Inflater } from './inflate.ts';

/** Entries of real office files: a few dozen. */
const ENTRIES_MAX = 20_000;

/** Most a part may inflate to. The longest agreements have about 30 MB of XML. */
const PART_MAX = 64 * 1024 * 1024;

/** Beyond the first megabytes, XML that deflates better than this is a bomb. */
const RATIO_MAX = 200;
const RATIO_FREE = 8 * 1024 * 1024;

type ZipEntry = { method: number; flags: number; compressed: number; size: number; offset: number };
export type Zip = { bytes: Buffer; entries: Map<string, ZipEntry> };

const inflater = new Inflater();

/**
 * Reads the central directory of a zip held in memory.
 * @throws RecordError when it is damaged
 */
export function openZip(bytes: Buffer): Zip {
  inflater.reset();
  const end = findEnd(bytes);
  let count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) [count, at] = readZip64End(bytes, end);
  if (count > ENTRIES_MAX) throw new RecordError(`the zip announces ${count} entries.`);
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new RecordError('the zip has a damaged directory.');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    const entry = {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      compressed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    const extra = at + 46 + nameLength;
    readZip64Extra(bytes.subarray(extra, extra + extraLength), entry);
    if (!entries.has(name)) entries.set(name, entry);
    at = extra + extraLength + bytes.readUInt16LE(at + 32);
  }
  return { bytes, entries };
}

/**
 * One part, inflated. Null when the zip has none of that name.
 * @throws RecordError when it is damaged, encrypted, or inflates beyond the caps
 */
export function readPart({ bytes, entries }: Zip, name: string): Buffer | null {
  const entry = entries.get(name);
  if (!entry) return null;
  const { offset, compressed, size, method } = entry;
  if (entry.flags & 1) throw new RecordError(`${name} is encrypted.`);
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50)
    throw new RecordError(`${name} is not where the zip says.`);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + compressed);
  if (data.length < compressed) throw new RecordError(`${name} is cut short.`);
  if (method === 0) return data;
  if (method !== 8) throw new RecordError(`${name} is packed with method ${method}.`);
  const limit = Math.min(PART_MAX, Math.max(RATIO_FREE, compressed * RATIO_MAX));
  if (size > limit) throw new RecordError(`${name} inflates to ${size} bytes from ${compressed}: refused.`);
  try {
    return inflater.inflate(data, size, limit);
  } catch (error) {
    const isBomb = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new RecordError(
      isBomb ? `${name} inflates beyond ${limit} bytes: refused.` : `${name} is damaged (${String(error)}).`,
    );
  }
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--)
    if (bytes[at] === 0x50 && bytes.readUInt32LE(at) === 0x06054b50) return at;
  throw new RecordError('the zip is cut short: it has no directory.');
}

function readZip64End(bytes: Buffer, end: number): [count: number, offset: number] {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== 0x07064b50)
    throw new RecordError('the zip has a damaged directory.');
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== 0x06064b50)
    throw new RecordError('the zip has a damaged directory.');
  return [Number(bytes.readBigUInt64LE(at + 32)), Number(bytes.readBigUInt64LE(at + 48))];
}

/** Sizes and offset that do not fit 32 bits stand in the extra field, in this order, only those that overflow. */
function readZip64Extra(extra: Buffer, entry: ZipEntry): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    for (const key of ['size', 'compressed', 'offset'] as const) {
      if (entry[key] !== 0xffffffff || from + 8 > extra.length) continue;
      entry[key] = Number(extra.readBigUInt64LE(from));
      from += 8;
    }
  }
}
