import type { ManifestPage } from '#db/site/manifest.ts';
import type { ProfileKey } from '#db/facts/read.ts';
import type { Siren } from '#domain/ids.ts';

export type PublishPlan =
  | { mode: 'nothing' }
  | { mode: 'full'; reason: 'first publication' | 'the code or content changed' }
  /** `changed`: pages to render, new ones included; `gone`: pages to delete. */
  | { mode: 'delta'; changed: Siren[]; gone: Siren[] };

/** What the live site was made from; null = there is none. */
export type Published = { code: string | null; generation: string | null; pages: readonly ManifestPage[] };

export const employerPath = (siren: Siren): string => `/employeurs/${siren}`;

const SIREN_OF_PATH = /^\/employeurs\/(\d{9})$/;
export const sirenOfPath = (path: string): Siren | null =>
  (SIREN_OF_PATH.exec(path)?.[1] as Siren | undefined) ?? null;

/**
 * The least work that makes the site say what the facts say. Other pages (home, benefits, sources) show figures of the
 * facts as a whole, so any new generation renders them again: they are few.
 */
export function planPublish(
  live: Published | null,
  facts: { code: string; generation: string; keys: readonly ProfileKey[] },
): PublishPlan {
  if (!live) return { mode: 'full', reason: 'first publication' };
  if (live.code !== facts.code) return { mode: 'full', reason: 'the code or content changed' };
  if (live.generation === facts.generation) return { mode: 'nothing' };
  const digests = new Map(live.pages.map(({ path, digest }) => [path, digest]));
  const wanted = new Set(facts.keys.map(({ siren }) => siren));
  return {
    mode: 'delta',
    changed: facts.keys
      .filter(({ siren, digest }) => digests.get(employerPath(siren)) !== digest)
      .map(({ siren }) => siren),
    gone: live.pages
      .map(({ path }) => sirenOfPath(path))
      .filter((siren) => siren !== null && !wanted.has(siren)) as Siren[],
  };
}
