/** Most batches hold this much: some twenty documents. */
const BATCH_SIZE = 1024 * 1024;

/** Room behind it for the texts of these documents. */
const TEXTS_SIZE = 1024 * 1024;

const USUAL_SIZE = BATCH_SIZE + TEXTS_SIZE;

/**
 * Shared memory for batches, used again and again: the collector would otherwise run all the time. Readers see it
 * without a copy, and a batch whose reader died can be read again.
 */
export class BufferStock {
  readonly #free: SharedArrayBuffer[] = [];

  /** At least `size` bytes before `textsAt`, with anything in them. */
  take(size: number): SharedArrayBuffer {
    if (size > BATCH_SIZE) return new SharedArrayBuffer(size);
    return this.#free.pop() ?? new SharedArrayBuffer(USUAL_SIZE);
  }

  /** Once its batch is read and its texts are written. */
  giveBack(buffer: SharedArrayBuffer): void {
    if (buffer.byteLength === USUAL_SIZE) this.#free.push(buffer);
  }
}

/** Where the bytes of a batch end and room for its texts begins; a long entry leaves none. */
export const textsAt = ({ byteLength }: SharedArrayBuffer): number =>
  byteLength === USUAL_SIZE ? BATCH_SIZE : byteLength;
