import { createHash } from 'node:crypto';
import { openChanges } from '#db/changes/open.ts';
import { listSeen, readChangesMeta, readSnapshot, recordPublication, type SeenChange } from '#db/changes/write.ts'; // prettier-ignore
import { readProfile, type ProfileKey } from '#db/facts/read.ts';
import { changesBetween, snapshotOf } from '#domain/changes.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import { dataPath } from '#env';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/**
 * Writes down what this generation of the facts changes on the site: what feeds and the API tell. Returns how many
 * lines; none when this generation was written down already, so that a run killed before makes up for it.
 */
export function recordChanges(
  keys: readonly ProfileKey[],
  generation: string,
  today: IsoDate,
  at: Date = new Date(),
): number {
  const log = openChanges(dataPath('changes.db'));
  try {
    if (readChangesMeta(log, 'generation') === generation) return 0;
    const seen = listSeen(log);
    const employers = function* (): Generator<SeenChange> {
      for (const { siren, digest } of keys) {
        const known = seen.get(siren);
        seen.delete(siren);
        if (known !== digest) yield changeOf(siren, digest);
      }
      for (const siren of seen.keys()) yield changeOf(siren, null);
    };
    const changeOf = (siren: Siren, digest: string | null): SeenChange => {
      const before = readSnapshot(log, siren);
      const profile = digest === null ? null : readProfile(siren);
      const after = profile && snapshotOf(profile, hashOf);
      return {
        siren,
        now: digest !== null && after ? { digest, snapshot: after } : null,
        departments: [...(after?.departments ?? []), ...(before?.departments ?? [])],
        changes: changesBetween(siren, before, after),
      };
    };
    return recordPublication(log, { generation, at, today }, employers());
  } finally {
    log.$client.close();
  }
}
