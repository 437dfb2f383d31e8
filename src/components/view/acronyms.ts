import type { Catalogue } from '#catalogue/catalogue.ts';
import { NO_BREAK_SPACE } from '#domain/french.ts';

const LETTERS = /(?<!\p{L})(?:UES|NAO|QVCT|IDCC)(?!\p{L})/gu;
/** In a title all in capitals, « due » is a word. */
const DUE = /\p{Ll}.*(?<!\p{L})DUE(?!\p{L})/u;

/** « NAO : négociation annuelle obligatoire », for the letters that stand in words we did not write, in order of use. */
export function explainAcronyms(
  texts: readonly string[],
  { glossary }: Pick<Catalogue, 'glossary'>,
): string[] {
  const used = new Set<string>(texts.join('\n').match(LETTERS));
  if (texts.some((text) => DUE.test(text))) used.add('DUE');
  return [...used].flatMap((letters) => {
    const expansion = glossary.find(({ term }) => term === letters)?.expansion;
    return expansion ? [`${letters}${NO_BREAK_SPACE}: ${expansion}`] : [];
  });
}
