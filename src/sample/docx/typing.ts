const NO_BREAK_SPACE = '\u00a0';

/** As French typography asks, or as many keyboards type: straight apostrophes, ordinary spaces. */
export function typed(text: string, isPlain: boolean): string {
  if (isPlain) return text.replaceAll('’', "'").replaceAll('–', '-');
  return text.replace(/ (?=[:;?!%€»])|(?<=«) /g, NO_BREAK_SPACE);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text fit for an XML element; `"` is kept, as DILA's titles keep it. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ESCAPES[character] as string);
