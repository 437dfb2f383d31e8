import { escapeHtml } from './escape.ts';
import type { SiteLink } from './site-links.ts';

/** A link around words that are HTML already. */
export const linkTo = (href: string, words: string): string => `<a href="${escapeHtml(href)}">${words}</a>`;

export const linkHtml = ({ href, label }: SiteLink): string => linkTo(href, escapeHtml(label));

/** Items of a list of links as HTML: the foot of every page has thirty of them. */
export const linkItemsHtml = (links: readonly SiteLink[]): string =>
  links.map((link) => `<li>${linkHtml(link)}</li>`).join('');
