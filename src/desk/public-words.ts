import { isPublishableText } from '#domain/mask.ts';
import { hasPerson } from '#extraction/persons.ts';

/** Control characters but line ends; everything that has no shape of its own or turns the direction of writing. */
const INVISIBLE = /[^\P{Cc}\n]|[\p{Cf}\p{Co}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu; // prettier-ignore
/** Many marks on one letter cover the lines around it. */
const STACKED = /\p{M}{4,}/u;
const MARKUP = /<[a-z!/?]|&(?:#\w+|[a-z]{2,8});/i;

/** What was typed, as it is kept: line ends of one kind, nothing invisible, no blank edges. */
export const cleanWords = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/**
 * Why these words may not be published as they are, each with what to do; empty when they may. For what an employer
 * writes: it is published unchanged or not at all.
 */
export function faultsOfPublicWords(words: string, { most }: { most: number }): string[] {
  const faults: string[] = [];
  if (words === '') faults.push('Écrivez un texte.');
  if (words.length > most)
    faults.push(`Le texte a ${words.length} caractères\u00a0: ${most} au plus. Raccourcissez-le.`);
  if (cleanWords(words) !== words || STACKED.test(words))
    faults.push(
      'Le texte contient des caractères invisibles ou qui changent le sens de lecture. Retapez-le sans mise en forme.',
    );
  if (MARKUP.test(words))
    faults.push('Le texte contient du code HTML. Écrivez des mots simples, sans balises ni signes < et >.');
  if (!isPublishableText(words) || hasPerson(words))
    faults.push(
      'Le texte semble nommer une personne, ou donner une adresse ou un numéro. Remplacez le nom par la fonction, et retirez les coordonnées.',
    );
  return faults;
}
