/** Most batches hold this much: some fifteen documents. */
export const BATCH_SIZE = 512 * 1024;

/**
 * Shared memory for batches, used again and again: the collector would otherwise run all the time. Readers see it
 * without a copy, and a batch whose reader died can be read again.
 */
export class BufferStock {
  readonly #free: SharedArrayBuffer[] = [];

  /** At least `size` bytes, with anything in them. */
  take(size: number): SharedArrayBuffer {
    if (size > BATCH_SIZE) return new SharedArrayBuffer(size);
    return this.#free.pop() ?? new SharedArrayBuffer(BATCH_SIZE);
  }

  /** Once its batch is read and written. */
  giveBack(buffer: SharedArrayBuffer): void {
    if (buffer.byteLength === BATCH_SIZE) this.#free.push(buffer);
  }
}
