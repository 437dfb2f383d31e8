import { readingInList, readingOf, readingUnder } from '../context/readings.ts';
import type { Heading, Unit } from '../context/units.ts';
import { gated } from '../text/gates.ts';
import type { Opened } from '../text/gates.ts';
import { once } from '../text/once.ts';
import * as cues from './cues.ts';

Object.values(cues).forEach(gated);

/** A reading that general cues are asked of: each once, however many benefits the sentence names. */
export class Told {
  readonly text: string;
  readonly #opened: Opened;
  readonly #known = new Map<RegExp, boolean>();

  constructor(text: string, opened: Opened) {
    this.text = text;
    this.#opened = opened;
  }

  matches(pattern: RegExp | null): boolean {
    return pattern !== null && this.#opened.matches(pattern, this.text);
  }

  mayMatch(pattern: RegExp): boolean {
    return this.#opened.allows(pattern);
  }

  says(cue: RegExp): boolean {
    if (!this.#opened.allows(cue)) return false;
    let isSaid = this.#known.get(cue);
    if (isSaid === undefined) this.#known.set(cue, (isSaid = this.#opened.matches(cue, this.text)));
    return isSaid;
  }
}

/** The sentence alone. */
export const toldAlone = once((unit: Unit): Told => new Told(readingOf(unit), unit.opened));

/** The sentence read after its title, where it opens with its figure. */
export function toldUnder(unit: Unit, above: Heading | null | undefined): Told {
  const text = readingUnder(unit, above);
  return above && text !== readingOf(unit) ? new Told(text, unit.opened.with(above.opened)) : toldAlone(unit);
}

/** The sentence with the line that opens its list. */
export const toldInList = once((unit: Unit): Told => {
  const text = readingInList(unit);
  return text === readingOf(unit) ? toldAlone(unit) : new Told(text, unit.opened.with(unit.intro!.opened));
});

/** `own`: the sentence alone. `whole`: with the line that opens its list, where it says only half. */
export const toldBy = once((unit: Unit): { own: Told; whole: Told } => {
  const own = toldAlone(unit);
  const isHalf = !own.says(cues.GRANTS) && !own.says(cues.VERB);
  return { own, whole: isHalf ? toldInList(unit) : own };
});

/** « … est versée à tous, sauf aux salariés en congé sans solde. »: who is left out of what the sentence gives first. */
const LEFT_OUT =
  /,? (?:hormis|hors|sauf|excepte|a l'exception|a l'exclusion) (?:(?:pour|a|de|d'|des|du|aux?|les?|la|l'|toute?s?)[ ']?){0,3}(?:salarie|collaborat|personne|personnel|ceux|celles|apprenti|stagiaire|alternant|agent|titulaire)[^.;]*[.;]?\s*$/;

/** The reading without who is left out at its end, where that does not name the benefit and the rest gives it. */
function withoutLeftOut({ text }: Told, { plain, hits }: Unit, owner: number): string {
  const at = plain.search(LEFT_OUT);
  if (at < 0 || hits.some((hit) => hit.owner === owner && hit.end > at)) return text;
  const rest = text.replace(LEFT_OUT, '');
  return cues.GRANTS.test(rest) ? rest : text;
}

const withoutAsides = (text: string): string =>
  text.replace(cues.IN_BRACKETS, '').replace(cues.IN_PROPORTION, '$1');

/** Something else depends on the benefit, and not only in a parenthesis on who is left out, or at the end. */
export function isIncidental(told: Told, unit: Unit, owner: number): boolean {
  if (!told.mayMatch(cues.INCIDENTAL)) return false;
  const text = withoutAsides(told.text);
  const isSaid = text === told.text ? told.says(cues.INCIDENTAL) : cues.INCIDENTAL.test(text);
  if (!isSaid) return false;
  const rest = withoutLeftOut(told, unit, owner);
  return rest === told.text || cues.INCIDENTAL.test(withoutAsides(rest));
}
