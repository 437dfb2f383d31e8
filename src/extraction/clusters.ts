import { QUOTE_LENGTH_MAX } from '../domain/quote.ts';
import { readingOf } from './context/readings.ts';
import { haveSameTitle } from './context/units.ts';
import type { Unit } from './context/units.ts';
import type { Candidate } from './standing/responses.ts';
import { groupsIn } from './who/categories.ts';
import { gated, holds } from './text/gates.ts';

/** Sentences below a named one in which values are still looked for. */
const FOLLOWING_MAX = 10;
/** Figures of a case that may come, or of an example, are not those of the benefit. */
const HYPOTHESIS = gated(
  /\ben cas (?:de|d')? ?(?:baisse|hausse|evolution|augmentation|modification|changement)|(?:a titre d'|par )exemple|\bdans le cas contraire\b/,
);
/** « Cette aide n’est pas cumulable avec la prime carburant. » names the other, and is said of this one. */
export const NO_CUMUL = gated(/^\W*(?:cet(?:te)?|ces?|elles?|ils?)\b[^.;]{0,60}\bcumul/);
/** Candidates of one benefit that stand together in the text. */
export type Cluster = { candidates: Candidate[]; following: Unit[] };

/** Sentences that speak of benefits, with which ones: not to be read for another. */
export type Taken = ReadonlyMap<number, ReadonlySet<number>>;

/** « Le plafond est de 30 jours (50 pour les salariés de plus de 55 ans). »: whom it tells of in passing. */
const isBetween = ({ plain, hits }: Unit, owner: number): boolean =>
  hits.every((hit) => {
    if (hit.owner !== owner) return true;
    const open = plain.lastIndexOf('(', hit.start);
    return open > 0 && !plain.slice(open, hit.start).includes(')') && plain.indexOf(')', hit.end) >= 0;
  });

export function takenBy(candidates: readonly Candidate[]): Taken {
  const taken = new Map<number, Set<number>>();
  for (const { unit, owner, isNamed, verdict } of candidates) {
    if (!isNamed || verdict.standing === 'none' || isBetween(unit, owner)) continue;
    const owners = taken.get(unit.index);
    if (owners) owners.add(owner);
    else taken.set(unit.index, new Set([owner]));
  }
  return taken;
}

/** « Soucieuse de la santé de ses équipes, … »: a paragraph with a reason of its own gives something else. */
const OTHER_MOTIVE = gated(
  /^\W*(?:(?:toujours )?(?:soucieu(?:x|ses?)|conscien(?:te?s?)|attenti(?:fs?|ves?)|desireu(?:x|ses?)|sensibles?) (?:de|du|des|d'|a|au|aux|que)|compte tenu (?:de|du|des)|en contrepartie (?:de|du|des)|dans une logique|au regard (?:de|du|des)|face (?:a|au|aux))\b[^.;]{0,160}, (?:la|le|les|l'|il|elle|une?|nous)/,
);

/** The answer to a demand below, of which the sentence is no part. */
const isAnswerToOther = ({ role, intro }: Unit, last: Unit): boolean =>
  role === 'answer' &&
  intro !== null &&
  intro.start !== last.intro?.start &&
  !(intro.start <= last.start && last.end <= intro.end);

/** « Les montants sont les suivants : », « Barème : »: the lines below it are of what stands above. */
export const OPENS_SCALE = gated(
  /^\W*(?:(?:ainsi|a ce titre|dans ce cadre|en consequence|a cet effet|de ce fait),? )?(?:(?:l'|(?:les?|la|ces?|leurs?|ses|son|sa) ))?(?:nouve(?:aux?|lles?) )?(?:montants?|baremes?|valeurs?|tarifs?|paliers?|tranches?|durees?|nombres? (?:annuel |total )?d(?:e |')(?:jours?|heures?))\b[^.;]{0,120}:\W*$|^\W*(?:elle|il|celle-ci|celui-ci) (?:est|sera|s'eleve)\b[^.;]{0,100}:\W*$/,
);
/** « Il pourra bénéficier d’un nombre de jours défini selon le nombre d’enfants : », whatever else those words may name. */
const COUNTS_BELOW = gated(
  /\b(?:ils?|elles?|le salarie|ce dernier|ceux-ci) (?:\S+ ){0,3}(?:benefici\w+|(?:aura|a|ont|auront) droit) (?:de |d'|a )(?:\w+ )?(?:nombre|montant|duree|taux|bareme)\b[^.;]{0,60} (?:selon|en fonction|suivante?s?|comme suit|variable)\b[^.;]{0,60}:\W*$/,
);
const opensScale = (unit: Unit, owner: number, taken: Taken): boolean =>
  holds(unit, OPENS_SCALE)
    ? unit.hits.every((hit) => hit.owner === owner)
    : holds(unit, COUNTS_BELOW) && !taken.has(unit.index);

/** « Prime obsèques de 1 000 € » below « 1 jour en cas de déménagement »: the next of a list, with a figure of its own. */
const NEXT_GIFT = gated(
  /^\W*(?:(?:la|l'|les) ?)?(?:primes?|indemnites?|allocations?|gratifications?) (?!(?:de |d')?(?:base|\d|un\b|une\b|montant)|brut|net|mensuel|annuel|vers|est|sera|except|forfait|egal|maxim|minim|supplem|total|fixe|variable|apres|a\b|au\b|aux\b|pour\b|par\b|selon|corresp|en\b|due?s?\b|journal|[:<=|\d])[a-z]/,
);
const isNextOfList = (unit: Unit, last: Unit, owner: number): boolean =>
  last.kind !== 'heading' &&
  unit.block !== last.block &&
  !/:\W*$/.test(last.plain) &&
  holds(unit, NEXT_GIFT) &&
  !unit.hits.some((hit) => hit.owner === owner);

/** Of what the sentence right before it speaks of. */
const TAKES_UP_OTHER = gated(
  /^\W*(?:(?:les parties|la direction|l'(?:entreprise|employeur)|il est)\b[^.;]{0,40}\b(?:de |d')(?:l'|la |le |les )[a-z]+er\b|(?:elle|il|celle-ci|celui-ci|cette (?:prime|valeur|indemnite|somme)|ce (?:montant|taux)|son montant|sa valeur)\b)/,
);

/** Sentences under the same heading or introduction that speak of nothing else. */
function followingOf(
  units: readonly Unit[],
  last: Unit,
  owner: number,
  taken: Taken,
  denied: ReadonlySet<number>,
): Unit[] {
  const result: Unit[] = [];
  let opener: number | null = null;
  let other: number | null = null;
  for (let i = last.index + 1; i < units.length && i <= last.index + FOLLOWING_MAX; i++) {
    const unit = units[i]!;
    const isBelow =
      unit.section === last.section ||
      unit.intro?.start === last.start ||
      (unit.intro && unit.intro.end === last.end) ||
      (last.kind === 'heading' && unit.headings.at(-1)?.start === last.start) ||
      (opener !== null && (unit.intro?.start === opener || unit.headings.at(-1)?.start === opener));
    const isOpener = opener === null && opensScale(unit, owner, taken);
    if (isOpener) opener = unit.start;
    if (unit.kind === 'heading' ? !isOpener : !isBelow) break;
    if (unit.kind === 'heading') continue;
    const owners = taken.get(unit.index);
    if (owners && !owners.has(owner) && !holds(unit, NO_CUMUL)) {
      other = unit.index;
      continue;
    }
    // « … du ticket-restaurant est de 8,20 €. Les parties conviennent de l’augmenter … »: still of that.
    if (
      other === unit.index - 1 &&
      holds(unit, TAKES_UP_OTHER) &&
      !unit.hits.some((hit) => hit.owner === owner)
    )
      continue;
    if (holds(unit, HYPOTHESIS) || denied.has(unit.index)) continue;
    if (isAnswerToOther(unit, last) || (unit.block !== last.block && holds(unit, OTHER_MOTIVE))) break;
    if (isNextOfList(unit, last, owner)) break;
    if (unit.role === 'demand' && last.role !== 'demand') continue;
    result.push(unit);
  }
  return result;
}

/** « Un budget de 0,2 % est alloué. Il sera consacré à l’égalité. »: the figure stands before what it is for. */
const IS_FOR = gated(
  /^\W*(?:ce(?:t|tte)? (?:\w+ )?(?:budget|enveloppe|somme|montant|credit|dotation)s?|il|elle)\b[^.;:]{0,30}\b(?:(?:est|sera) (?:\w+ )?(?:consacre|dedie|reserve|destine|affecte|verse|alloue)e?|ser(?:t|vira))\b/,
);
const HAS_FIGURE = /<(?:eur|pct|day|hour):/;
const BEFORE_MAX = 3;

function precedingOf(units: readonly Unit[], { unit, owner }: Candidate, taken: Taken): Unit[] {
  const opener = unit.intro && holds(unit.intro, IS_FOR) ? unit.intro : holds(unit, IS_FOR) ? unit : null;
  if (!opener || HAS_FIGURE.test(readingOf(unit))) return [];
  const before = units
    .slice(Math.max(0, unit.index - BEFORE_MAX), unit.index)
    .findLast((one) => one.end <= opener.start && HAS_FIGURE.test(readingOf(one)));
  const owners = before && taken.get(before.index);
  if (!before || (owners && !owners.has(owner)) || !haveSameTitle(before, unit)) return [];
  return unit.end - before.start <= QUOTE_LENGTH_MAX ? [before] : [];
}

/** « Cadres : la prime est portée à 250 € » below « Non-cadres : la prime est portée à 775 € »: each has its own. */
const LABELLED = /^\W*(?:pour les |les )?(?:non[- ])?[a-z' ]{4,40} ?: /;
const opensOtherGroup = (one: Candidate, first: Candidate): boolean => {
  if (!one.isNamed || !first.isNamed || !LABELLED.test(one.unit.plain) || !LABELLED.test(first.unit.plain))
    return false;
  const groups = [first, one].map(({ unit }) => groupsIn(unit));
  return (
    groups[0] !== null &&
    groups[1] !== null &&
    groups[0] !== groups[1] &&
    [first, one].every(({ unit }) => HAS_FIGURE.test(readingOf(unit)))
  );
};

/**
 * Groups candidates of one benefit by section, with the sentences below them. `denied`: indexes of sentences that ask or refuse
 * what these grant; they hold no figure of it.
 */
export function cluster(
  units: readonly Unit[],
  candidates: readonly Candidate[],
  taken: Taken,
  denied: ReadonlySet<number> = new Set(),
): Cluster[] {
  const clusters: Cluster[] = [];
  for (const candidate of candidates) {
    const current = clusters.at(-1);
    const last = current?.candidates.at(-1);
    if (
      current &&
      last &&
      last.unit.section === candidate.unit.section &&
      candidate.unit.index - last.unit.index <= FOLLOWING_MAX &&
      !opensOtherGroup(candidate, current.candidates[0]!)
    ) {
      current.candidates.push(candidate);
    } else clusters.push({ candidates: [candidate], following: [] });
  }
  for (const item of clusters) {
    const last = item.candidates.at(-1)!;
    const inside = new Set(item.candidates.map((c) => c.unit.index));
    const responses = item.candidates.flatMap((c) => (c.response ? [c.response] : []));
    item.following = [
      ...responses,
      ...precedingOf(units, item.candidates[0]!, taken),
      ...followingOf(units, item.candidates[0]!.unit, last.owner, taken, denied),
      ...followingOf(units, last.unit, last.owner, taken, denied),
    ].filter(
      (unit, i, all) => !inside.has(unit.index) && all.findIndex((other) => other.index === unit.index) === i,
    );
  }
  return clusters;
}
