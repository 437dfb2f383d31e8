import { capitalize } from '#domain/french.ts';

/**
 * « Article L1225-61 », « Articles L3141-3, L3141-10 »; a law or an agreement names its article itself:
 * « Loi n° 2022-1158 …, article 1 ».
 */
export function articleWords(article: string): string {
  if (!/^[A-Z]?\.?\s?\d/.test(article)) return capitalize(article);
  return `${article.includes(',') ? 'Articles' : 'Article'} ${article}`;
}
