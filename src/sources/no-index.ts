import { InputError } from '#domain/errors.ts';
import type { ListedFile } from './source.ts';

/** For a source without index page: an address that is none of its files is refused, with the one to name. */
export const noIndex =
  (source: string, address: string) =>
  (given: string): Promise<ListedFile[]> =>
    Promise.reject(
      new InputError(`${source}: ${given} is no file of this source. Name a file, or ${address}.`),
    );
