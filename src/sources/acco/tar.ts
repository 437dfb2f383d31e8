import { SourceError } from '#domain/errors.ts';

const BLOCK = 512;

/** Longest path or extended header accepted; real ones have about 80 characters. */
const META_MAX = 1024 * 1024;

export type TarEntry = {
  path: string;
  size: number;
  /** False for links, folders, devices: their content, if any, is skipped. */
  isFile: boolean;
};

/** Told of each entry, then of its bytes in pieces (never kept by the reader: copy what you need), then of its end. */
export type TarHandler = {
  /** @returns whether the bytes of this entry are wanted */
  onEntry: (entry: TarEntry) => boolean;
  onData: (piece: Buffer) => void;
  onEnd: () => void;
};

/**
 * Reads a tar stream pushed chunk by chunk: ustar, GNU long names, pax paths and sizes. Bytes of an entry are passed on
 * as slices of the chunk, so nothing is copied here.
 * @throws SourceError when a header has a wrong checksum or the stream stops early
 */
export class TarReader {
  readonly #handler: TarHandler;
  readonly #pending = Buffer.alloc(BLOCK);
  #pendingLength = 0;
  #left = 0;
  #padding = 0;
  #mode: 'wanted' | 'skipped' | 'meta' = 'skipped';
  #meta: Buffer[] = [];
  #metaType = '';
  #nextPath: string | null = null;
  #nextSize: number | null = null;
  #hasEnded = false;

  constructor(handler: TarHandler) {
    this.#handler = handler;
  }

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length && !this.#hasEnded;) {
      if (this.#left > 0) {
        const length = Math.min(this.#left, chunk.length - at);
        this.#consume(chunk.subarray(at, at + length));
        at += length;
        this.#left -= length;
        if (this.#left === 0) this.#endEntry();
      } else if (this.#padding > 0) {
        const length = Math.min(this.#padding, chunk.length - at);
        at += length;
        this.#padding -= length;
      } else if (this.#pendingLength === 0 && chunk.length - at >= BLOCK) {
        this.#readHeader(chunk.subarray(at, at + BLOCK));
        at += BLOCK;
      } else {
        const length = Math.min(BLOCK - this.#pendingLength, chunk.length - at);
        chunk.copy(this.#pending, this.#pendingLength, at, at + length);
        this.#pendingLength += length;
        at += length;
        if (this.#pendingLength === BLOCK) {
          this.#pendingLength = 0;
          this.#readHeader(this.#pending);
        }
      }
    }
  }

  /** Call once after the last chunk. */
  end(): void {
    if (!this.#hasEnded)
      throw new SourceError('the tar stops before its end mark: the file was cut short. Fetch it again.');
  }

  #consume(piece: Buffer): void {
    if (this.#mode === 'wanted') this.#handler.onData(piece);
    else if (this.#mode === 'meta') this.#meta.push(Buffer.from(piece));
  }

  #endEntry(): void {
    if (this.#mode === 'wanted') this.#handler.onEnd();
    else if (this.#mode === 'meta') this.#readMeta(Buffer.concat(this.#meta));
    this.#meta = [];
  }

  #readHeader(block: Buffer): void {
    // Two blocks of zeros end the archive; the first alone is enough, what follows is padding.
    if (block[0] === 0 && block.every((byte) => byte === 0)) {
      this.#hasEnded = true;
      return;
    }
    if (!hasChecksum(block))
      throw new SourceError(
        'the tar has a header with a wrong checksum: the file is corrupt. Fetch it again.',
      );
    const type = String.fromCharCode(block[156]!);
    const isMeta = type === 'L' || type === 'x';
    const size = (isMeta ? null : this.#nextSize) ?? readNumber(block, 124, 12);
    this.#left = size;
    this.#padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if (isMeta) {
      if (size > META_MAX) throw new SourceError(`the tar has a name of ${size} bytes: the file is corrupt.`);
      this.#mode = 'meta';
      this.#metaType = type;
    } else if (type === 'g' || type === 'K') {
      this.#mode = 'skipped';
    } else {
      const path = this.#nextPath ?? readPath(block);
      this.#nextPath = null;
      this.#nextSize = null;
      const isFile = type === '0' || type === '\0' || type === '7';
      this.#mode = this.#handler.onEntry({ path, size, isFile }) ? 'wanted' : 'skipped';
    }
    if (size === 0) this.#endEntry();
  }

  #readMeta(content: Buffer): void {
    if (this.#metaType === 'L') {
      this.#nextPath = content.toString('utf8').replace(/\0.*$/s, '');
      return;
    }
    for (const [key, value] of readPax(content)) {
      if (key === 'path') this.#nextPath = value;
      if (key === 'size') this.#nextSize = toSize(Number(value));
    }
  }
}

/** Fields of a pax header: `27 path=20260424-063142/…\n`, the number counting the bytes of the whole line. */
function* readPax(content: Buffer): Generator<[string, string]> {
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(0x20, at);
    const length = Number(content.toString('latin1', at, space));
    const end = at + length;
    if (space < 0 || !Number.isInteger(length) || length < 5 || end > content.length)
      throw new SourceError('the tar has a malformed extended header: the file is corrupt.');
    const line = content.toString('utf8', space + 1, end - 1);
    const equals = line.indexOf('=');
    yield [line.slice(0, equals), line.slice(equals + 1)];
    at = end;
  }
}

function hasChecksum(block: Buffer): boolean {
  let sum = 8 * 0x20;
  for (let i = 0; i < 148; i++) sum += block[i]!;
  for (let i = 156; i < BLOCK; i++) sum += block[i]!;
  return sum === readNumber(block, 148, 8);
}

/** Octal digits, or binary when the first bit is set (sizes from 8 GiB). */
function readNumber(block: Buffer, at: number, length: number): number {
  if (block[at]! & 0x80) {
    let value = block[at]! & 0x7f;
    for (let i = at + 1; i < at + length; i++) value = value * 256 + block[i]!;
    return toSize(value);
  }
  const digits = /^[ \0]*([0-7]*)/.exec(block.toString('latin1', at, at + length))![1]!;
  return parseInt(digits || '0', 8);
}

function toSize(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new SourceError('the tar has an entry of an impossible size: the file is corrupt.');
  return value;
}

function readPath(block: Buffer): string {
  const field = (at: number, length: number): string => {
    const end = block.indexOf(0, at);
    return block.toString('utf8', at, end < 0 ? at + length : Math.min(end, at + length));
  };
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? field(345, 155) : '';
  return prefix ? `${prefix}/${field(0, 100)}` : field(0, 100);
}
