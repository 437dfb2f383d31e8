import { NO_BREAK_SPACE } from '#domain/french.ts';
import { Siren, Siret, sirenOf } from '#domain/ids.ts';
import { fold } from '#domain/search-words.ts';
import type { SearchEngine, Suggestion } from '#search/engine.ts';
import { parseSearchQuery } from '#search/query.ts';
import { COMPARED_MAX } from './compare-choice.ts';
import { searchHref, spaceNumber } from './links.ts';
import { showName } from './names.ts';

export const SUGGESTED = 8;
/** Letters of the longest name that is looked for. */
const NAME_MAX = 120;
/** Lines of one field that are looked at. */
const LINES_MAX = 50;

/** A name typed on `/comparer`, and the employers it may mean. */
export type NameSearch = { text: string; suggestions: Suggestion[] };

/** Cleaned as the words of the search box; empty ones are left out, each is said once. */
function cleanNames(typed: readonly string[]): string[] {
  const texts = typed.map((q) => parseSearchQuery(new URLSearchParams({ q })).text);
  return [...new Set(texts.filter((text) => text !== ''))].slice(0, COMPARED_MAX);
}

/** Names typed in the fields `q`, one a line; a line too long for one name holds several. */
export const readNames = (params: URLSearchParams): string[] =>
  cleanNames(
    params
      .getAll('q')
      .flatMap((q) => q.split(/[\r\n;]+/, LINES_MAX))
      .flatMap((line) => (line.length > NAME_MAX ? line.split(',', LINES_MAX) : line)),
  );

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

/** Employers named without doubt, and the names still open. A comma stands between two names, unless one holds it. */
export async function searchNames(
  texts: readonly string[],
  engine: Pick<SearchEngine, 'suggest'>,
): Promise<{ found: Siren[]; open: NameSearch[] }> {
  const lines = await Promise.all(texts.map((text) => searchName(text, engine)));
  const searched = await Promise.all(
    lines.map(async (line) => {
      const parts = line.siren ? [] : cleanNames(line.text.split(','));
      return parts.length > 1 ? Promise.all(parts.map((part) => searchName(part, engine))) : [line];
    }),
  );
  const names = searched.flat().slice(0, COMPARED_MAX);
  return {
    found: names.flatMap(({ siren }) => siren ?? []),
    open: names.filter(({ siren }) => siren === null).map(({ text, suggestions }) => ({ text, suggestions })),
  };
}

async function searchName(
  text: string,
  engine: Pick<SearchEngine, 'suggest'>,
): Promise<NameSearch & { siren: Siren | null }> {
  const number = numberOf(text);
  const suggestions = number ? [] : await engine.suggest(text, SUGGESTED);
  return { text, suggestions, siren: number ?? exactMatch(text, suggestions) };
}

/** What tells an employer from others of the same name. */
export const noteOf = ({ siren, place }: Suggestion): string =>
  `${place ? `${place}, ` : ''}SIREN${NO_BREAK_SPACE}${spaceNumber(siren)}`;

export type OpenName = {
  text: string;
  choices: { siren: Siren; name: string; note: string; isFirst: boolean }[];
  /** The same words among everything that is known, where there may be more than the choices. */
  searchHref: string | null;
};

/** Each open name with the employers it may mean, the first one proposed. */
export function viewOpenNames(open: readonly NameSearch[], chosen: readonly Siren[]): OpenName[] {
  return open.map(({ text, suggestions }) => ({
    text,
    choices: suggestions
      .filter(({ siren }) => !chosen.includes(siren))
      .map((each, rank) => ({
        siren: each.siren,
        name: showName(each.name),
        note: noteOf(each),
        isFirst: rank === 0,
      })),
    searchHref: suggestions.length === 0 || suggestions.length === SUGGESTED ? searchHref({ q: text }) : null,
  }));
}
