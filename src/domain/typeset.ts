import { NO_BREAK_SPACE } from './french.ts';

const BLANKS = '[ \\t\\u00a0\\u202f]';

/** Each rule leaves its own result unchanged, so that typesetting twice changes nothing. */
const RULES: readonly [RegExp, string][] = [
  [/(?<=\p{L})'/gu, '’'],
  // A colon inside an address or a time (https://, 12:30) has no white space on either side and is left alone.
  [new RegExp(`${BLANKS}+(?=[:;?!%€»])`, 'gu'), NO_BREAK_SPACE],
  [/(?<=[\p{L}\p{N})\]’»])(?=[:;?!]+(?:\s|$))/gu, NO_BREAK_SPACE],
  [/(?<=\p{N})(?=[%€])/gu, NO_BREAK_SPACE],
  [/(?<=[\p{L}\p{N}.…)])(?=»)/gu, NO_BREAK_SPACE],
  [new RegExp(`«${BLANKS}*`, 'gu'), `«${NO_BREAK_SPACE}`],
  [/(?<=(?<![\p{N},.])\p{N}{1,3}) (?=\p{N}{3}(?!\p{N}))/gu, '\u202f'],
];

/**
 * Plain typing to French typography: ’ for ', no-break spaces before : ; ? ! % € » and after «, narrow ones between
 * thousands. Changes nothing else; idempotent.
 */
export const typeset = (text: string): string =>
  RULES.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);

export type Misprint = { rule: string; excerpt: string };

const MISPRINTS: readonly [string, RegExp][] = [
  ['straight apostrophe', /\p{L}'\p{L}/u],
  ['straight double quote', /"/u],
  ['breaking space before punctuation', /[ \t][:;?!%€»]/u],
  ['no space before punctuation', /[\p{L}\p{N})»](?:[;?!]|:)(?=[\s\u00a0]|$)/u],
  ['no space before % or €', /\p{N}[%€]/u],
  ['no no-break space in « »', /«(?!\u00a0)|(?<!\u00a0)»/u],
  ['two spaces', /[ \u00a0\u202f]{2}/u],
  ['space before comma or full stop', /[\p{L}\p{N})][ \u00a0]+[,.](?=\s|$)/u],
  ['three dots', /\.\.\./u],
  // Silence is never « no »: no screen says that an employer does not offer something.
  ['n’offre pas', /n['’]offr(?:e|ent) (?:pas|aucun)/iu],
  ['ordinal', /\b\d+(?:ème|eme|ére)\b|\b1 ?ier\b/iu],
  ['doubled word', /(?<![\p{L}’'-])(de|du|des|la|le|les|un|une|et|ou|à|au|aux|en|par|pour|que|qui|dans|sur|est|ne|se|ce)\s+\1(?![\p{L}’'-])/iu],
]; // prettier-ignore

/** What a proofreader marks in a French screen text. Addresses must be removed first. */
export function proofread(text: string): Misprint[] {
  return MISPRINTS.flatMap(([rule, pattern]) => {
    const found = pattern.exec(text);
    return found ? [{ rule, excerpt: text.slice(Math.max(0, found.index - 30), found.index + 30) }] : [];
  });
}
