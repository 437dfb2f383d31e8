import { escapeHtml } from './escape.ts';
import type { SiteLink } from './site-links.ts';

export const linkHtml = ({ href, label }: SiteLink): string =>
  `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;

/** Items of a list of links as HTML: the foot of every page has thirty of them. */
export const linkItemsHtml = (links: readonly SiteLink[]): string =>
  links.map((link) => `<li>${linkHtml(link)}</li>`).join('');
