import { escapeAttribute, escapeHtml } from './escape.ts';
import type { SearchPage } from './search-page.ts';

/** Where the frame of the search page, drawn once, takes what a search says: `src/pages/recherche.astro`. */
export const MARKS = {
  title: 'marque-titre',
  text: 'marque-texte',
  main: '<marque-contenu></marque-contenu>',
};

/** Everything that differs from one search to another, in the order of the page. */
const GAPS = [
  new RegExp(MARKS.title),
  /<link rel="canonical"[^>]*>/,
  new RegExp(`value="${MARKS.text}"`),
  /<aside class="banner"[^]*?<\/aside>/,
  new RegExp(MARKS.main),
] as const;
const NOT_INDEXED = '<meta name="robots" content="noindex">';

/**
 * Puts searches into the frame.
 * @throws Error when the frame lacks one of the marks
 */
export function fillerOf(frame: string): (page: SearchPage) => string {
  const between: string[] = [];
  const held: string[] = [];
  let rest = frame;
  for (const gap of GAPS) {
    const found = gap.exec(rest);
    if (!found) throw new Error(`search page: its frame has no ${gap}`);
    between.push(rest.slice(0, found.index));
    held.push(found[0]);
    rest = rest.slice(found.index + found[0].length);
  }
  const [canonical, banner] = [held[1]!, held[3]!];
  return ({ title, isBare, text, hasFictional, main }) => {
    const filled = [
      escapeHtml(title),
      isBare ? canonical : NOT_INDEXED,
      text === '' ? 'value' : `value="${escapeAttribute(text)}"`,
      hasFictional ? banner : '',
      main,
    ];
    return between.map((part, i) => part + filled[i]!).join('') + rest;
  };
}
