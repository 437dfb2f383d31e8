import { Siren, Siret, sirenOf } from '#domain/ids.ts';
import { fold } from '#domain/search-words.ts';
import type { SearchEngine, Suggestion } from '#search/engine.ts';
import { parseSearchQuery } from '#search/query.ts';
import { COMPARED_MAX } from './compare-choice.ts';
import { compareHref, searchHref } from './links.ts';
import { showName } from './names.ts';

const SUGGESTED = 8;

/** A name typed on `/comparer`, and the employers it may mean. */
export type NameSearch = { text: string; suggestions: Suggestion[] };

/** Names typed in the fields `q`, cleaned as those of the search box; empty fields are left out. */
export function readNames(params: URLSearchParams): string[] {
  const texts = params.getAll('q').map((q) => parseSearchQuery(new URLSearchParams({ q })).text);
  return [...new Set(texts.filter((text) => text !== ''))].slice(0, COMPARED_MAX);
}

/** « 123 456 789 » or « 123 456 789 00012 » typed in place of a name. */
function numberOf(text: string): Siren | null {
  const digits = text.replace(/\s/g, '');
  const siret = Siret.safeParse(digits);
  return siret.success ? sirenOf(siret.data) : (Siren.safeParse(digits).data ?? null);
}

/** The employer that bears exactly this name, if one alone does: anything less is for the reader to choose. */
export function exactMatch(text: string, suggestions: readonly Suggestion[]): Siren | null {
  const same = suggestions.filter(({ name }) => fold(name) === fold(text));
  return same.length === 1 ? same[0]!.siren : null;
}

/** Employers named without doubt, and the names still open. */
export async function searchNames(
  texts: readonly string[],
  engine: Pick<SearchEngine, 'suggest'>,
): Promise<{ found: Siren[]; open: NameSearch[] }> {
  const searched = await Promise.all(
    texts.map(async (text) => {
      const number = numberOf(text);
      const suggestions = number ? [] : await engine.suggest(text, SUGGESTED);
      return { text, suggestions, siren: number ?? exactMatch(text, suggestions) };
    }),
  );
  return {
    found: searched.flatMap(({ siren }) => siren ?? []),
    open: searched
      .filter(({ siren }) => siren === null)
      .map(({ text, suggestions }) => ({ text, suggestions })),
  };
}

export type OpenName = {
  text: string;
  choices: { name: string; place: string | null; href: string }[];
  searchHref: string;
};

/** Each open name with links that add one employer and keep the other names open. */
export function viewOpenNames(open: readonly NameSearch[], chosen: readonly Siren[]): OpenName[] {
  return open.map(({ text, suggestions }) => {
    const others = open.filter((each) => each.text !== text).map((each) => each.text);
    return {
      text,
      choices: suggestions
        .filter(({ siren }) => !chosen.includes(siren))
        .map(({ siren, name, place }) => ({
          name: showName(name),
          place,
          href: compareHref([...chosen, siren], others),
        })),
      searchHref: searchHref({ q: text }),
    };
  });
}
