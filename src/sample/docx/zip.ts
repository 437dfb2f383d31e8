import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** One file of a zip, deflated once and reusable in many. */
export type ZipPart = { name: string; crc: number; size: number; data: Uint8Array };

/** fflate rather than zlib: zlib's output differs between processors, and the same arguments must give the same bytes. */
export function zipPart(name: string, content: string | Uint8Array): ZipPart {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return { name, crc: crc32(bytes), size: bytes.length, data: deflateSync(bytes, { level: 6, mem: 4 }) };
}

/** 1 January 1980, the first day a zip can name: no clock enters the bytes. */
const DOS_TIME = 0;
const DOS_DATE = 0x21;
/** Bit 11: names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;

function header(part: ZipPart, signature: number, isCentral: boolean, offset: number): Buffer {
  const name = Buffer.from(part.name, 'utf8');
  const fixed = Buffer.alloc(isCentral ? 46 : 30);
  let at = fixed.writeUInt32LE(signature, 0);
  if (isCentral) at = fixed.writeUInt16LE(20, at);
  at = fixed.writeUInt16LE(20, at);
  at = fixed.writeUInt16LE(FLAGS, at);
  at = fixed.writeUInt16LE(DEFLATED, at);
  at = fixed.writeUInt16LE(DOS_TIME, at);
  at = fixed.writeUInt16LE(DOS_DATE, at);
  at = fixed.writeUInt32LE(part.crc, at);
  at = fixed.writeUInt32LE(part.data.length, at);
  at = fixed.writeUInt32LE(part.size, at);
  fixed.writeUInt16LE(name.length, at);
  if (isCentral) fixed.writeUInt32LE(offset, 42);
  return Buffer.concat([fixed, name]);
}

export function zip(parts: readonly ZipPart[]): Buffer {
  const local: Uint8Array[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const head = header(part, 0x04034b50, false, 0);
    central.push(header(part, 0x02014b50, true, offset));
    local.push(head, part.data);
    offset += head.length + part.data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
