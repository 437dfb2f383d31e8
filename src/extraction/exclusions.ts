import type { ExtractionContext } from '../domain/extraction.ts';
import { readingOf } from './context/readings.ts';
import type { Heading, Unit } from './context/units.ts';
import { readQuantities } from './numbers/reading.ts';
import type { CompiledBenefit } from './patterns/compile.ts';

const titles = new WeakMap<Heading, string>();

/** Reading of a title, computed once: many sentences stand below it. */
function readingOfTitle(heading: Heading): string {
  const known = titles.get(heading);
  if (known !== undefined) return known;
  const reading = readQuantities(heading.plain);
  titles.set(heading, reading);
  return reading;
}

/** The employer's trade uses the words of the benefit: « une crèche qui accueille … ». */
export function isOwnTrade(benefit: CompiledBenefit, text: string, context: ExtractionContext): boolean {
  const { trade } = benefit;
  if (!trade || !context.nafCode) return false;
  const code = context.nafCode.replace('.', '');
  return trade.nafCodes.some((prefix) => code.startsWith(prefix)) && !(trade.unless?.test(text) ?? false);
}

/** « (salaire de base, prime d’ancienneté et 13e mois) », « (augmentation générale + prime) »: what something else is made of. */
export function isInParentheses({ plain, hits }: Unit, owner: number): boolean {
  if (!plain.includes('(')) return false;
  const lists = [...plain.matchAll(/\([^()]{3,200}\)/g)].filter(([text]) =>
    /[,+].*\b(?:prime|salaire|augmentation|conge|absence|maladie)|\b(?:prime|salaire|augmentation|conge|absence|maladie).*[,+]/.test(
      text,
    ),
  );
  return hits
    .filter((hit) => hit.owner === owner)
    .every((hit) => lists.some(({ index, 0: text }) => index < hit.start && hit.end < index + text.length));
}

/** A long sentence lists many things: a false friend counts only this near to the term. */
const NEAR = 170;

/** The sentence holds a false friend of the benefit; `whole`: with its titles. */
export function isExcluded(
  unit: Unit,
  owner: number,
  isNamed: boolean,
  whole: string,
  benefit: CompiledBenefit,
): boolean {
  if (!benefit.excludes) return false;
  const text = readingOf(unit);
  const above = isNamed
    ? null
    : unit.intro?.owners.has(owner)
      ? unit.intro
      : unit.headings.findLast((h) => h.owners.has(owner));
  if (above && benefit.excludes.test(readingOfTitle(above))) return true;
  if (benefit.granted?.test(text)) return false;
  const hit = isNamed ? unit.hits.find((h) => h.owner === owner) : undefined;
  if (!hit) return benefit.excludes.test(whole);
  // « … peut être alimenté par : » – « des jours de RTT ; »
  const isListed =
    unit.kind === 'item' && unit.intro && unit.plain.length <= NEAR && !/[.!]$/.test(unit.plain);
  if (isListed && benefit.excludes.test(unit.intro!.plain.slice(-NEAR))) return true;
  if (unit.plain.length <= 2 * NEAR) return benefit.excludes.test(text);
  return benefit.excludes.test(
    readQuantities(unit.plain.slice(Math.max(0, hit.start - NEAR), hit.end + NEAR)),
  );
}
