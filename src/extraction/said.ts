import type { Values } from '../domain/extraction.ts';
import { isAside, isOfOthers, isPresent } from './asides.ts';
import type { Cluster } from './clusters.ts';
import { readingAsReply, readingOf } from './context/readings.ts';
import type { Unit } from './context/units.ts';
import { figuresOf } from './measures.ts';
import { scanQuantities } from './numbers/scan.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import { topOfScale, withoutWait } from './scales.ts';
import type { Candidate } from './standing/responses.ts';
import { toldUnder } from './standing/told.ts';
import type { Told } from './standing/told.ts';
import { gated, holds } from './text/gates.ts';
import { readValues } from './values.ts';

/** What the sentences of a cluster say of one benefit. */
export type Said = {
  /** Those that name it first. */
  candidates: readonly Candidate[];
  /** Sentences of them that no answer replaces, and those that are not about others. */
  heard: readonly Unit[];
  told: readonly Unit[];
  answers: readonly Unit[];
  /** Of the answers and of what is told, without the asides. */
  readings: readonly Told[];
  /** Sentences of these readings, one each. */
  read: readonly Unit[];
  values: Values;
  /** Sentences that give the values. */
  used: readonly Unit[];
};

/** « Elle sera portée à 12 € si le prix du gazole dépasse 2 € »: not yet. */
const PERHAPS = gated(
  /\b(?:sera|serait|seront|seraient) [^.;]{0,60}\b(?:si|au cas ou) (?:le|la|les|l').{1,160}?\b(?:depass\w+|attei\w+|excede\w*|superieure?s?|inferieure?s?)\b|^\W*(?:si|au cas ou) (?:le|la|les|l')(?!salarie\b|collaborat|beneficiaire)[^.;]{1,160}?\b(?:depass\w+|attei\w+|excede\w*)\b[^.;]{0,160}, (?:la|le|les|l'|cette|ce|il|elle)\b[^.;]{0,160}\b(?:sera|serait|seront|seraient)\b/,
);
/** Told only of what may come. */
export const isUncertain = (unit: Unit): boolean => holds(unit, PERHAPS);

/** « Les parties conviennent de l’augmenter de 0,30 €, soit 8,50 € », « Ce montant est porté à 9 € » */
const BECOMES = gated(
  /^\W*(?:(?:les parties|la direction|l'(?:entreprise|employeur)|la societe|il est|il a ete)\b[^.;]{0,60}\b(?:convien|convenu|decid|accept)\w*[^.;]{0,30}\b(?:de )?(?:l'|la |le |ce(?:tte)? \w+ )(?:augmenter|porter|passer|revaloriser|relever|fixer)\b|(?:ce(?:tte)? \w+|(?:la|sa|leur) (?:valeur|part|participation)|(?:le|son|leur) (?:montant|taux)|elle|il|celle-ci|celui-ci) (?:est|sera) (?:\w+ )?(?:port|augment|revaloris|relev|fix)ee? a|^\W*(?:ce(?:tte)? \w+|(?:la|sa|leur) (?:valeur|part|participation)|(?:le|son|leur) (?:montant|taux)|elle|il|celle-ci|celui-ci) pass(?:e|era) (?:\w+ )?a)/,
);

/** « … à 42 € au 1er janvier » – « puis de 42 € à 45 € au 1er juillet »: where a level that is raised by stages ends. */
const LATER_STAGE = gated(/^\W*(?:et )?(?:puis|ensuite),? (?:de |a |(?:porte|fixe)e?s? a )?\d/);

const isLaterStage = (unit: Unit): boolean => holds(unit, LATER_STAGE);

/** One of the later stages is told in the next sentence, and starts from a figure of this one. */
const isEarlierStage = (unit: Unit, later: readonly Unit[]): boolean =>
  later.some(
    (one) =>
      one.index === unit.index + 1 &&
      scanQuantities(unit.plain).some(({ value }) => value === scanQuantities(one.plain)[0]?.value),
  );

/** The answer gives other figures than the demand; a sentence that goes on without any leaves those of the mention aside. */
const isOutbid = ({ response, verdict: { rules } }: Candidate): boolean =>
  response !== null &&
  (rules.includes('carried') || (!rules.includes('continues') && /<[a-z]+:/.test(readingOf(response))));

const inOrder = ({ candidates }: Cluster): Candidate[] =>
  candidates.toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed) || a.unit.index - b.unit.index);

/** `answers`: of the demands, where they are what is claimed; the answer to one outranks it (« accepte la contre-proposition à 0,9 % »). */
export function readCluster(benefit: CompiledBenefit, item: Cluster, answers: readonly Unit[] = []): Said {
  const candidates = inOrder(item);
  const { owner } = candidates[0]!;
  const speaking = answers.length > 0 ? candidates.filter((one) => !isOutbid(one)) : candidates;
  const heard = speaking.map(({ unit }) => unit);
  // « Les employés bénéficient de 20 jours. », behind what others get of a benefit that it does not name.
  const told = speaking
    .filter(({ unit, isNamed }) => isNamed || !isOfOthers(unit, heard[0]!, owner))
    .map(({ unit }) => unit);
  const stages = [...told, ...item.following].filter(isLaterStage);
  const following = item.following.filter(
    (unit) =>
      !isUncertain(unit) && !(told[0] && isOfOthers(unit, told[0], owner)) && !isEarlierStage(unit, stages),
  );
  // What holds so far, or by exception, gives a figure only where nothing else does.
  const firm = told.filter(
    (unit) => !isAside(unit, owner) && !isUncertain(unit) && !isEarlierStage(unit, stages),
  );
  // « La valeur est actuellement de 8 €. Les parties conviennent de l’augmenter, soit 8,50 €. »: the second tells what it becomes.
  const next = told.every(isPresent) ? following.filter((unit) => holds(unit, BECOMES)).slice(0, 1) : [];
  const settled = firm.length > 0 ? firm : next;
  const named = [...answers, ...(settled.length > 0 ? settled : told)];
  const below = [...(settled.length > 0 ? told.filter(isPresent) : []), ...following];
  const above = new Map(candidates.map(({ unit, isNamed, above }) => [unit, isNamed ? null : above]));
  const readings = named.map((unit) => toldUnder(unit, above.get(unit)));
  const ownCount = named.filter((unit) => answers.includes(unit) || above.get(unit) === null).length;
  const measured = named.map((unit, i) => figuresOf(unit, owner, benefit) ?? readings[i]!.text);
  const { values, sources } = readValues(benefit, measured, below.map(readingOf), ownCount);
  withoutWait(benefit, values, [...measured, ...below.map(readingOf)]);
  const all = [...named, ...below];
  return {
    candidates,
    heard,
    told,
    answers,
    readings,
    read: named,
    values,
    used: [...sources].map((i) => all[i]!),
  };
}

/** « Le nouveau barème est joint en annexe. », below the figures of the one before it */
const ANNEXED = gated(
  /\b(?:nouve(?:au|lle)s?|present) (?:tableau|bareme|grille|montants?|taux)\b[^.;]{0,40}\b(?:joint|annexe|figur)\w*\b/,
);
const ANNEXED_WITHIN = 6;
const isOutdated = (units: readonly Unit[], last: Unit): boolean =>
  units
    .slice(last.index + 1, last.index + 1 + ANNEXED_WITHIN)
    .some((one) => one.section === last.section && holds(one, ANNEXED));

/** The same of a grant: with what bare answers give, and the highest step of its scale. */
export function readGrant(units: readonly Unit[], benefit: CompiledBenefit, item: Cluster): Said {
  const byName = inOrder(item);
  const said = readCluster(
    benefit,
    item,
    byName.flatMap(({ response }) => response ?? []),
  );
  const last = said.used.at(-1);
  if (last && isOutdated(units, last)) return { ...said, values: {} };
  const replies = byName.flatMap(({ response, unit }) => (response ? [readingAsReply(response, unit)] : []));
  const values = { ...said.values, ...readValues(benefit, replies, []).values };
  const scale = topOfScale(benefit, values, said.used, units);
  if (!scale) return { ...said, values };
  const used = said.used.includes(scale.row) ? said.used : [scale.row, ...said.used];
  return { ...said, values: { ...values, ...scale.values }, used };
}
