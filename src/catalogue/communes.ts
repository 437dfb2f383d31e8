import { z } from 'zod';
import { ROOT } from '../env.ts';
import { readJson } from './files.ts';

let names: Map<string, string> | null = null;

/**
 * Name of a commune with its accents, which SIRENE leaves out (« VITRE » is Vitré), by INSEE code; else as printed. The
 * list is read once, by those who derive.
 */
export function nameOfCommune<T extends string | null>(code: string | null, printed: T): string | T {
  names ??= new Map(
    Object.entries(readJson(`${ROOT}/content`, 'reference/communes.json', z.record(z.string(), z.string()))),
  );
  return (code === null ? undefined : names.get(code)) ?? printed;
}
