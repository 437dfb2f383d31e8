import type { ExtractionContext } from '../domain/extraction.ts';
import { marked, readingOf } from './context/readings.ts';
import type { Heading, Unit } from './context/units.ts';
import { measureAround } from './measures.ts';
import { readQuantities } from './numbers/reading.ts';
import { VERB } from './standing/cues.ts';
import { toldAlone } from './standing/told.ts';
import { gated } from './text/gates.ts';
import type { Opened } from './text/gates.ts';
import { once } from './text/once.ts';
import type { CompiledBenefit } from './patterns/compile.ts';

/** Reading of a title: many sentences stand below it. */
const readingOfTitle = once((title: Heading): string => marked(title));

/** The employer's trade uses the words of the benefit: « une crèche qui accueille … ». */
export function isOwnTrade(benefit: CompiledBenefit, whole: Whole, context: ExtractionContext): boolean {
  const { trade } = benefit;
  if (!trade || !context.nafCode) return false;
  const code = context.nafCode.replace('.', '');
  return (
    trade.nafCodes.some((prefix) => code.startsWith(prefix)) && !(trade.unless?.test(whole.text) ?? false)
  );
}

/** « (salaire de base, prime d’ancienneté et 13e mois) », « (augmentation générale + prime) »: what something else is made of. */
export function isInParentheses({ plain, hits }: Unit, owner: number): boolean {
  if (!plain.includes('(')) return false;
  const lists = [...plain.matchAll(/\([^()]{3,200}\)/g)]
    .filter(([text]) =>
      /[,+].*\b(?:prime|salaire|augmentation|conge|absence|maladie)|\b(?:prime|salaire|augmentation|conge|absence|maladie).*[,+]/.test(
        text,
      ),
    )
    .filter(({ index }) => !NAMED_ONE_BY_ONE.test(plain.slice(0, index)));
  return hits
    .filter((hit) => hit.owner === owner)
    .every((hit) => lists.some(({ index, 0: text }) => index < hit.start && hit.end < index + text.length));
}

/** « Les primes dites locales (équipe, nuit, astreinte) sont revalorisées »: each of them. */
const NAMED_ONE_BY_ONE = /\b(?:les|des|ces) (?:autres )?(?:primes|indemnites)\b[^.;,(]{0,40}$/;

/** « …, sans cumul avec le titre-restaurant », « Cette aide ne se substitue pas au 13e mois »: named as what something else is not. */
const NOT_WITH = gated(
  /\b(?:sans cumul|(?:non|pas) cumulables?|ne (?:peu\w+|pourr\w+|se|sera|seront)\b[^.;]{0,30}\bcumul\w*|ne (?:se )?substitu\w+ (?:pas|en aucun cas)) (?:(?:avec|au|aux|a|d[eu]s?) ?)(?:la |les? |l'|une? |des |d'autres )?(?:[a-z' -]{0,60})$/,
);
/** « une prime versée en remplacement des titres-restaurant », « aux salariés qui n’ont pas de mutuelle »: what others do without. */
const WITHOUT = gated(
  /\b(?:(?:en remplacement|en lieu et place|a la place|au lieu) d(?:e|u|es)|(?:ne beneficiant|qui ne (?:peuvent )?(?:pas )?benefici\w+|n'ayant|qui n'ont)(?: pas| plus)?(?: (?:droit|acces))? (?:d[eu']s?|aux?|a)) ?(?:la |l[e']s? ?|l'|une? |aucun )?(?:(?:octroi|versement|primes?|indemnites?|allocations?) d(?:e |u |'))?$/,
);

export const isNotWith = ({ plain, hits, opened }: Unit, owner: number): boolean =>
  (opened.allows(NOT_WITH) || opened.allows(WITHOUT)) &&
  hits.every((hit) => {
    const before = hit.owner === owner ? plain.slice(0, hit.start) : null;
    return before === null || NOT_WITH.test(before) || WITHOUT.test(before);
  });

/** A long sentence lists many things: a false friend counts only this near to the term. */
const NEAR = 170;
/** A line without final stop below an introduction is an item of its list, with or without a bullet. */
const LINE = 60;

/** A sentence with its titles: read as one text only where their words allow the pattern. */
export class Whole {
  readonly #titles: readonly Heading[];
  readonly #unit: Unit;
  #text: string | null = null;
  #opened: Opened | null = null;

  constructor(unit: Unit, titles: readonly (Heading | null)[]) {
    this.#unit = unit;
    this.#titles = titles.filter((title) => title !== null);
  }

  get text(): string {
    return (this.#text ??= this.#titles.map(({ plain }) => `${plain} `).join('') + readingOf(this.#unit));
  }

  matches(pattern: RegExp): boolean {
    const { opened: own } = this.#unit;
    if (!own.allows(pattern) && !this.#titles.some(({ opened }) => opened.allows(pattern))) return false;
    this.#opened ??= own.withAll(this.#titles.map(({ opened }) => opened));
    return this.#opened.matches(pattern, this.text);
  }
}

/** « À partir de quinze ans : + 300 €. »: the full stop of a list, and no sentence. */
const isLastOfList = (unit: Unit): boolean =>
  /[^:]: .*<[a-z]+:.*\.$/.test(readingOf(unit)) && !toldAlone(unit).says(VERB);

/** What opens the list in which a short line stands: an introduction, or a title with a colon. */
function openerOf(unit: Unit): Heading | null {
  if (unit.kind === 'heading' || unit.plain.length > NEAR) return null;
  const title = unit.headings.at(-1);
  const isBelow = unit.kind !== 'row' && title?.plain.endsWith(':') && !toldAlone(unit).says(VERB);
  const opener = unit.intro ?? (isBelow ? title : null);
  const isItem =
    (unit.kind === 'item' || unit.plain.length <= LINE || /[,;]$/.test(unit.plain)) &&
    !/[.!]$/.test(unit.plain);
  return opener && (isItem || isLastOfList(unit)) ? opener : null;
}

/** The sentence holds a false friend of the benefit; `whole`: with its titles. */
export function isExcluded(
  unit: Unit,
  owner: number,
  isNamed: boolean,
  whole: Whole,
  benefit: CompiledBenefit,
): boolean {
  if (!benefit.excludes) return false;
  const text = readingOf(unit);
  const above = isNamed
    ? null
    : unit.intro?.owners.has(owner)
      ? unit.intro
      : unit.headings.findLast((h) => h.owners.has(owner));
  if (above?.opened.allows(benefit.excludes) && above.opened.matches(benefit.excludes, readingOfTitle(above)))
    return true;
  if (benefit.granted && unit.opened.matches(benefit.granted, text)) return false;
  const hit = isNamed ? unit.hits.find((h) => h.owner === owner) : undefined;
  if (!hit) return whole.matches(benefit.excludes);
  // « … peut être alimenté par : » – « des jours de RTT ; »
  const opener = openerOf(unit);
  if (opener?.opened.matches(benefit.excludes, opener.plain.slice(-NEAR))) return true;
  if (!unit.opened.allows(benefit.excludes)) return false;
  const measure = measureAround(unit, hit);
  if (measure) return unit.opened.matches(benefit.excludes, measure);
  if (unit.plain.length <= 2 * NEAR) return unit.opened.matches(benefit.excludes, text);
  return unit.opened.matches(
    benefit.excludes,
    readQuantities(unit.plain.slice(Math.max(0, hit.start - NEAR), hit.end + NEAR)),
  );
}
