import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const CHUNK_SIZE = 1024 * 1024;

/** A file read once from start to end, hashed on the way. */
export class HashedFile {
  readonly #path: string;
  readonly #hash = createHash('sha256');
  readonly #free: ArrayBufferLike[] = [];
  bytesRead = 0;

  constructor(path: string) {
    this.#path = path;
  }

  async *chunks(): AsyncGenerator<Buffer> {
    const file = await open(this.#path);
    try {
      for (;;) {
        const memory = Buffer.from(this.#free.pop() ?? new ArrayBuffer(CHUNK_SIZE));
        const { bytesRead, buffer } = await file.read(memory, 0, CHUNK_SIZE);
        if (bytesRead === 0) return;
        const chunk = buffer.subarray(0, bytesRead);
        this.#hash.update(chunk);
        this.bytesRead += bytesRead;
        yield chunk;
      }
    } finally {
      await file.close();
    }
  }

  /** Takes a chunk back that nothing reads any more: its memory is used again. */
  release(chunk: Buffer): void {
    this.#free.push(chunk.buffer);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}
