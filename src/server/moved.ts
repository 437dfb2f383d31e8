import { Siren } from '#domain/ids.ts';
import { findMoved } from '#db/facts/read.ts';

const EMPLOYER = /^\/employeurs\/(\d{9})(\.json)?$/;

/** The page of the employer that took over the unit of this address, which has none of its own; null for all others. */
export function movedTo(path: string): string | null {
  const [, number, extension = ''] = EMPLOYER.exec(path) ?? [];
  const siren = Siren.safeParse(number);
  const moved = siren.success ? findMoved(siren.data) : null;
  return moved && `/employeurs/${moved.to}${extension}`;
}
