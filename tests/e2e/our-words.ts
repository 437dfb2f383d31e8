import { proofread } from '#domain/typeset.ts';

/** What a reader sees in our words: quotes and titles of texts stay as they were signed. */
function ourWords(html: string): string[] {
  return html
    .replace(/<(script|style|blockquote|q|cite|svg|code|pre|textarea)\b[\s\S]*?<\/\1>/g, '\n')
    .replace(/<(?:\/?(?:a|strong|em|abbr|span|b|i|time|dfn|sup|small)\b)[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&(?:nbsp|#160);/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/&(?:#39|apos);/g, "'")
    .replace(/&quot;/g, '"')
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter(Boolean);
}

/** What a proofreader marks in a page, our words only. */
export const faultsOf = (html: string): string[] =>
  ourWords(html).flatMap((line) => proofread(line).map(({ rule, excerpt }) => `${rule}: ${excerpt}`));
