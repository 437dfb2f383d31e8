import type { Siren } from '#domain/ids.ts';
import type { SearchEngine } from '#search/engine.ts';
import { parseSearchQuery } from '#search/query.ts';
import { noteOf, SUGGESTED } from './compare-names.ts';
import { showName } from './names.ts';

/** One letter says nothing yet. */
const TYPED_MIN = 2;

/** An employer proposed while its name is typed; `note`: place and SIREN, to tell it from others of the same name. */
export type NameOption = { siren: Siren; name: string; note: string };

export async function suggestNames(
  typed: string,
  engine: Pick<SearchEngine, 'suggest'>,
): Promise<NameOption[]> {
  const { text } = parseSearchQuery(new URLSearchParams({ q: typed }));
  if (text.length < TYPED_MIN) return [];
  const suggestions = await engine.suggest(text, SUGGESTED);
  return suggestions.map((each) => ({
    siren: each.siren,
    name: showName(each.name),
    note: noteOf(each),
  }));
}
