import type { Finding, QuoteContext } from '../domain/extraction.ts';
import { passagesOf } from './quote-context.ts';
import type { Bounded } from './who/field.ts';
import { isOfText } from './who/of-text.ts';

const NOTHING: QuoteContext = {
  titles: [],
  above: null,
  head: null,
  tail: null,
  before: null,
  after: null,
  conditions: [],
};

/**
 * A finding with what a title of its own says of who may have it, or what its text says of who is there to have anything, unless that
 * stands beside the quote already; `at`: where its quote stands.
 */
export function withWho(folded: string, finding: Finding, at: number, sections: readonly Bounded[]): Finding {
  const around = sections.filter(({ start, end, said }) => said && at >= start && at < end);
  const own = around.find(({ isField }) => !isField);
  const fields = around.filter(({ isField }) => isField);
  return [...(own ? [own] : []), ...fields].reduce(
    (one, section) => withSaid(folded, one, at, section),
    finding,
  );
}

function withSaid(folded: string, finding: Finding, at: number, { said = [], isField }: Bounded): Finding {
  const context = finding.context ?? (isField ? NOTHING : null);
  const isBeside = at >= said[0]!.start && at < said.at(-1)!.end;
  if (!context || (isField ? !isOfText(finding) : isBeside)) return finding;
  const who = passagesOf(folded, said);
  const shown = [finding.quote, context.before, context.after, ...context.conditions];
  const more = who.filter((piece) => !shown.some((one) => one?.includes(piece)));
  if (more.length === 0) return finding;
  const conditions = [
    ...more,
    ...context.conditions.filter((one) => !more.some((piece) => piece.includes(one))),
  ];
  return { ...finding, context: { ...context, conditions } };
}
