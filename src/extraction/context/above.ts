import { gated, holds } from '../text/gates.ts';
import { STARTS_ACTION } from '../text/blocks.ts';
import * as cues from '../standing/cues.ts';
import type { Heading, Unit } from './units.ts';

/** A heading lends its subject to this many sentences below it. */
const HEADING_REACH = 14;
/** A list introduction lends its subject to the items below it. */
const INTRO_REACH = 20;

/** « Les précédentes modalités sont reconduites » under a title that names this and nothing else. */
export const goesOn = ({ plain }: Unit, { owners }: Heading): boolean =>
  owners.size <= 2 && (cues.GOES_ON.test(plain) || cues.PROLONGS.test(plain));

/** Heading or introduction that names the benefit for a sentence that does not. */
export function namedAbove(unit: Unit, owner: number, firstOfSection: number): Heading | null {
  if (unit.kind === 'heading') return null;
  if (unit.intro?.owners.has(owner) && unit.index - firstOfSection <= INTRO_REACH) return unit.intro;
  const heading = unit.headings.at(-1);
  // « Titres-restaurant, avec la répartition suivante : » below a title on something else: its lines are about the vouchers.
  const { intro } = unit;
  if (
    heading &&
    intro &&
    intro.owners.size > 0 &&
    intro.start > heading.start &&
    STARTS_ACTION.test(intro.plain)
  )
    return null;
  if (heading?.owners.has(owner) && unit.index - firstOfSection <= HEADING_REACH) return heading;
  const parent = unit.headings.at(-2);
  if (
    heading?.level === 4 &&
    heading.owners.size === 0 &&
    parent?.owners.has(owner) &&
    unit.index - firstOfSection <= HEADING_REACH
  )
    return parent;
  return inheritedFrom(unit, owner);
}

/** Titles of clauses that say nothing of their subject: « 2.4.2 Répartition » is about what « 2. Frais de santé » names. */
const GENERIC = gated(
  /^[\W\d]*(?:article [\d.]+\W*)?(?:taux|assiette|repartition|cotisations?|financement|montants?|plafon\w*|bareme|abondement|prise en charge|participation|calcul|versement|modalites? d(?:e |u |')(?:calcul|versement|abondement|financement|prise en charge))\b/,
);

function inheritedFrom({ headings }: Unit, owner: number): Heading | null {
  for (const heading of headings.toReversed()) {
    if (heading.owners.has(owner))
      return heading !== headings.at(-1) && heading.owners.size <= 2 ? heading : null;
    const isCategory = heading.level === 4 && heading.plain.endsWith(':');
    if (heading.owners.size > 0 || !(isCategory || holds(heading, GENERIC))) return null;
  }
  return null;
}

/** Bare titles in a list of demands: below the next demand, an answer is no longer about the title. */
export const isOtherDemand = ({ mode, kind, headings, hits }: Unit): boolean => {
  const title = headings.at(-1);
  return (
    mode === 'demand' &&
    kind !== 'heading' &&
    title?.level === 4 &&
    !hits.some((hit) => title.owners.has(hit.owner))
  );
};
