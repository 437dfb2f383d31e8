import { expiryOf } from '#domain/declaration.ts';
import type { Siren } from '#domain/ids.ts';
import { declaredYear, qvctId } from '#domain/qvct-declaration.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { currentDay } from '#env';
import { profileFor } from '../register.ts';
import type { QvctReport } from './check.ts';

/** Employers of a report with how many rows each, in order of appearance. */
export const employersOf = ({ valid }: QvctReport): [siren: Siren, rows: number][] =>
  [...Map.groupBy(valid, ({ row }) => row.siren)].map(([siren, rows]) => [siren, rows.length]);

/** The page of an employer as it would stand once this file is published today. */
export function previewOf({ valid }: QvctReport, siren: Siren): EmployerProfile {
  const profile = profileFor(siren);
  const today = currentDay();
  const own = valid.filter(({ row }) => row.siren === siren);
  const replaced = new Set(own.map(({ id }) => id));
  const kept = profile.qvct.filter(({ provenance }) => !replaced.has(provenance.file));
  const added = own.map(({ row: { line: _line, siren: of, ...content } }) => {
    const provenance = { source: 'declared', file: qvctId(of, content), url: null, publishedOn: today, sha256: '' };
    return declaredYear({ content, declaredOn: today, expiresOn: expiryOf(today) }, { today, provenance }).year;
  });
  return { ...profile, qvct: [...kept, ...added].sort((a, b) => b.year - a.year) };
} // prettier-ignore
