import type { QuoteContext } from './extraction.ts';

/** Longest quote a claim may carry, in characters. */
export const QUOTE_LENGTH_MAX = 300;

/** Every run of white space (line breaks, tabs, no-break spaces) becomes one space. */
export const foldWhitespace = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** No quote, no claim: the quote must stand, letter for letter, in the folded text. */
export const isQuoteOf = (quote: string, foldedText: string): boolean =>
  quote.length > 0 && quote.length <= QUOTE_LENGTH_MAX && foldedText.includes(quote);

/** Longest stretch shown before or behind the sentence of a quote, in characters. */
export const PASSAGE_LENGTH_MAX = 750;

/** Every piece of a text that a claim prints: its quote and what stands around it. */
export const literalsOf = ({ quote, context }: { quote: string; context: QuoteContext | null }): string[] => [
  quote,
  ...(context
    ? [
        ...context.titles,
        context.above,
        context.before,
        context.head,
        context.tail,
        context.after,
        ...context.conditions,
      ].filter((piece) => piece !== null)
    : []),
];

/** The first of these pieces that does not stand in the folded text or is too long; null when all is right. */
export const misquotedIn = (
  claim: { quote: string; context: QuoteContext | null },
  foldedText: string,
): string | null =>
  isQuoteOf(claim.quote, foldedText)
    ? (literalsOf(claim).find((piece) => piece.length > PASSAGE_LENGTH_MAX || !foldedText.includes(piece)) ??
      null)
    : claim.quote;
