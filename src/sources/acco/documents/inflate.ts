import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';

/** Holds the parts of nearly every document; longer ones get memory of their own. */
const SCRATCH_SIZE = 4 * 1024 * 1024;

/**
 * What the synchronous functions of node:zlib are made of. Their output buffer is not part of the public interface: if
 * these names ever change, parts come in new buffers, the same and more slowly.
 */
type Engine = {
  _processChunk?: (data: Uint8Array, flush: number) => Buffer;
  _outBuffer: Buffer;
  _outOffset: number;
  _chunkSize: number;
};

/**
 * Inflates the parts of one document after another into the same memory. A new buffer for each part, as node:zlib makes
 * them, keeps the collector busy for a quarter of an ingest.
 */
export class Inflater {
  readonly #scratch = Buffer.allocUnsafeSlow(SCRATCH_SIZE);
  #used = 0;

  /** Gives up what was inflated so far: its memory is used again. */
  reset(): void {
    this.#used = 0;
  }

  /**
   * @param size announced by the zip; more is accepted up to `limit`
   * @throws the errors of node:zlib
   */
  inflate(data: Uint8Array, size: number, limit: number): Buffer {
    // One byte more than announced, so that the usual part comes in a single piece.
    const room = Math.max(64, size + 1);
    if (this.#used + room > SCRATCH_SIZE)
      return inflateRawSync(data, { maxOutputLength: limit, chunkSize: room });
    const engine = createInflateRaw({ maxOutputLength: limit, chunkSize: 64 }) as unknown as Engine;
    if (!engine._processChunk) return inflateRawSync(data, { maxOutputLength: limit, chunkSize: room });
    engine._outBuffer = this.#scratch;
    engine._outOffset = this.#used;
    engine._chunkSize = this.#used + room;
    const part = engine._processChunk(data, constants.Z_FINISH);
    if (part.buffer === this.#scratch.buffer) this.#used += part.length;
    return part;
  }
}
