import type { Siren } from '#domain/ids.ts';
import type { SearchEngine } from '#search/engine.ts';
import { readNames, searchNames, viewOpenNames, type OpenName } from '../compare-names.ts';

/** A firm named in place of its SIRET: one without doubt, or those the name may mean. */
export type FirmSearch = { found: Siren | null; open: OpenName | null };

/** Null where no name was typed: a number, or nothing. */
export async function findFirm(
  typed: string,
  engine: Pick<SearchEngine, 'suggest'>,
): Promise<FirmSearch | null> {
  const [name] = readNames(new URLSearchParams({ q: typed }));
  if (!name || !/\p{L}{2}/u.test(name)) return null;
  const { found, open } = await searchNames([name], engine);
  return { found: found[0] ?? null, open: viewOpenNames(open, [])[0] ?? null };
}
