const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Most texts hold none of them, and to look takes less than to replace. */
const SPECIAL = /[&<>"']/;

/** Any text as HTML that shows it, inside an element or between the quotation marks of an attribute. */
export const escapeHtml = (text: string): string =>
  SPECIAL.test(text) ? text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!) : text;

/** Any text between the quotation marks of an attribute, as Astro writes it. */
export const escapeAttribute = (text: string): string =>
  SPECIAL.test(text) ? text.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : text;
