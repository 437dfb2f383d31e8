import type { Standing } from '../domain/extraction.ts';
import { readingInList, readingOf } from './context/readings.ts';
import { OPENS_SCALE } from './clusters.ts';
import type { Cluster, Taken } from './clusters.ts';
import type { Unit } from './context/units.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import type { Candidate } from './standing/responses.ts';
import * as cues from './standing/cues.ts';
import { opensScale } from './scales.ts';
import { ownValues, readValues } from './values.ts';
import { toldAlone, toldInList, toldUnder } from './standing/told.ts';
import { gated, holds } from './text/gates.ts';

const PRECEDENCE: readonly Standing[] = ['granted', 'ended', 'refused', 'demanded', 'restates-law'];

const DECISION_LENGTH_MAX = 280;
/** A decision about this benefit and no other. */
const decidesAlone = ({ isNamed, unit, verdict }: Candidate, taken: Taken): boolean =>
  isNamed &&
  verdict.rules.includes('cue:decides') &&
  unit.plain.length <= DECISION_LENGTH_MAX &&
  (taken.get(unit.index)?.size ?? 0) <= 1;

const GIVEN_BEFORE = gated(
  /\b(?:reconduisent|reconduit|reconduction|renouvellement|poursuite|prolongation|extension|generalisation|maintien|maintient|maintiennent|instaur\w+|institu\w+|met(?:tent|tra)? en place|attribu\w+|accord(?:e|ent|era)|octroi\w+|offr\w+|financ\w+|etend\w*|prolong\w+|generalis\w+|dispose\w*|beneficie\w*|met(?:tra|tent)? a (?:la )?disposition(?: (?:du personnel|des salaries|des collaborateurs|de (?:tous|chacun)))?) (?:\w+ )?(?:(?:a|d'|de|du|des|la|le|les|l'|une?|son|sa|ses|leurs?)[ ']?)*$/,
);
const GIVEN_AFTER = gated(
  /^[^.;,:(]{0,50}\b(?:est|sont|sera|seront|reste\w*|demeure\w*) (?:\w+ ){0,2}?(?:maintenu|reconduit|renouvel|prolong|etendu|elargi|mise?s? en place|instaur|institue|cree|accord|attribu|octroy|verse|offert|ouvert|revaloris|augment|generalis|perennis|inchang)/,
);

/** The words of the benefit are themselves what is given or goes on: « la navette est maintenue ». */
export const isGiven = ({ unit, owner, verdict }: Candidate): boolean =>
  (verdict.strength === 2 || verdict.rules.includes('section:agreed')) &&
  unit.kind !== 'heading' &&
  unit.hits.some(
    (hit) =>
      hit.owner === owner &&
      (unit.opened.matches(GIVEN_AFTER, unit.plain.slice(hit.end)) ||
        unit.opened.matches(GIVEN_BEFORE, unit.plain.slice(0, hit.start))),
  );

/** « 3.2 Astreintes » above « Le forfait est fixé à 200 €. »: the title and the figure prove it together. */
const TITLE_MAX = 60;

const HAS_MARK = /<(?:eur|pct|day|week|hour|minute|split|equal):/;
/** A grant in so many words, with a figure that the benefit counts in. */
const givesFigure = ({ isNamed, unit, verdict }: Candidate, benefit: CompiledBenefit): boolean =>
  isNamed &&
  verdict.standing === 'granted' &&
  verdict.strength === 2 &&
  HAS_MARK.test(readingOf(unit)) &&
  Object.keys(ownValues(benefit, unit)).length > 0;

/** « Le montant de cette prime est de 2 € par jour. », right below. */
const OF_AMOUNT =
  /^\W*(?:a (?:compter|partir) du [^,.;]{0,30}, ?)?(?:le |son |leur )?montants?\b|^\W*(?:cette|cet|elle|il|celle-ci|celui-ci) [^.;]{0,40}\b(?:est|sera|s'eleve\w*) (?:\w+ )?(?:de|a)\b/;

/** A grant needs its concrete measure: in its own sentences, or below them when these open a list. */
export function proven(benefit: CompiledBenefit, item: Cluster, taken: Taken): boolean {
  if (!benefit.proof) return true;
  const { when, isInSection, otherwise } = benefit.proof;
  if (
    item.candidates.some(
      ({ verdict: { rules } }) => rules.includes('cue:goes-on') || rules.includes('cue:eases'),
    )
  )
    return true;
  if (otherwise === 'none' && !benefit.legalFigure && item.candidates.some(isGiven)) return true;
  // What the employer decides in so many words needs no other proof, unless texts decide principles too (déconnexion, égalité).
  if (otherwise === 'none' && !benefit.legalFigure && item.candidates.some((c) => decidesAlone(c, taken)))
    return true;
  if (otherwise === 'none' && !benefit.legalFigure && item.candidates.some((c) => givesFigure(c, benefit)))
    return true;
  return item.candidates.some(({ unit, response, above, isNamed }) => {
    if (!isNamed && toldUnder(unit, above).matches(when)) return true;
    if (
      !isNamed &&
      above?.owners.size === 1 &&
      when.test(`${above.plain.slice(-TITLE_MAX)} : ${readingOf(unit)}`)
    )
      return true;
    const tellsAll = isInSection || /:\W*$/.test(unit.plain);
    const below = item.following.filter(({ plain }, i) => tellsAll || (i === 0 && OF_AMOUNT.test(plain)));
    return [unit, ...(response ? [response] : []), ...below].some((sentence) =>
      toldInList(sentence).matches(when),
    );
  });
}

/** A benefit that the text ends in so many words is ended, unless another section still grants it with figures. */
export function precedenceOf(
  candidates: readonly Candidate[],
  benefit: CompiledBenefit,
): readonly Standing[] {
  const ending = candidates
    .filter((c) => c.verdict.standing === 'ended' && c.isNamed)
    .map((c) => c.unit.section);
  if (ending.length === 0) return PRECEDENCE;
  const granted = candidates
    .filter((c) => c.verdict.standing === 'granted' && !ending.includes(c.unit.section))
    .map((c) => readingOf(c.unit));
  const hasFigures = Object.keys(readValues(benefit, granted, []).values).length > 0;
  return hasFigures ? PRECEDENCE : ['ended', ...PRECEDENCE];
}

/** A figure without a verb does not stand against a refusal or an ending in so many words in the same section. */
export const isOverruled = (candidate: Candidate, candidates: readonly Candidate[]): boolean =>
  candidates.some(
    (other) =>
      other.verdict.strength === 2 &&
      (other.verdict.standing === 'refused' || other.verdict.standing === 'ended') &&
      !NO_TALKS.test(other.unit.plain) &&
      (isAnnounced(candidate, other) ||
        (other.unit.section === candidate.unit.section &&
          (candidate.verdict.strength < 2 || (other.isNamed && isBeside(candidate))))),
  );

/** « … de ne pas ouvrir de négociation sur ces dispositifs »: those that exist go on. */
const NO_TALKS = /\bde ne pas (?:entamer|engager|ouvrir|rouvrir)\b[^.;]{0,40}\bnegociation/;

/** A measure named without any figure and without a verb of its own, and what is said of it a few lines below. */
const REFUSED_WITHIN = 8;
const isAnnounced = (
  { unit, isNamed }: Candidate,
  { unit: later, isNamed: isLaterNamed }: Candidate,
): boolean =>
  isNamed &&
  isLaterNamed &&
  later.index > unit.index &&
  later.index - unit.index <= REFUSED_WITHIN &&
  !/<[a-z]+:/.test(readingOf(unit)) &&
  !cues.DECIDES.test(unit.plain) &&
  !cues.GRANTS.test(readingOf(unit));

/** « La Direction ne prévoit pas d’étendre le forfait. Un outil de mesure sera déployé. »: what is done instead. */
const isBeside = ({ unit, isNamed }: Candidate): boolean =>
  !isNamed && !/<(?!num)[a-z]+:/.test(readingOf(unit));

/** « Indemnités kilométriques » answered by « nous réévaluons le barème des déplacements professionnels »: a false friend of it. */
export const isBesideIt = ({ unit, response }: Candidate, { excludes }: CompiledBenefit): boolean =>
  response !== null && response !== unit && (excludes?.test(readingOf(response)) ?? false);

/** « Tickets restaurant », « Projet d’accord d’intéressement »: the name of a thing, without what is done or how much. */
const NAME_ONLY =
  /^[\W\d]*(?:(?:projets? (?:d')?)?accords?|regimes?|primes?|tickets?|titres?|indemnites?|dispositions?|plans?|forfaits?|contrats?)\b/;
const NAME_LENGTH = 80;
const DONE =
  /\b(?:maintien|maintenu|maintenir|reconduit\w*|reconduction|revaloris\w+|augment\w+|portee?s?|versee?s?|en charge|offerte?s?|accordee?s?|attribuee?s?|gratuit\w*|inchangee?s?|prolong\w+|renouvel\w+|signee?s?|conclue?s?|en vigueur|en date|supplementaires?|mise?s? en place|adaptee?s?|amenagee?s?|doublee?s?|etendue?s?)\b/;

export const isBareName = ({ unit, isNamed, response, verdict }: Candidate): boolean =>
  isNamed &&
  response === null &&
  unit.plain.length <= NAME_LENGTH &&
  NAME_ONLY.test(unit.plain) &&
  !/<[a-z]+:|#inc/.test(readingOf(unit)) &&
  !DONE.test(unit.plain) &&
  !cues.VERB.test(unit.plain) &&
  !cues.GRANTS.test(verdict.rules.includes('cue:grants') ? readingInList(unit) : readingOf(unit));

/** « La Direction met à disposition du personnel des vélos »: short, and about nothing else. */
const isProvided = (candidate: Candidate): boolean =>
  candidate.unit.plain.length <= PROVIDED_MAX &&
  /^(?:la|l'|le) ?(?:direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque|groupe) met/.test(
    candidate.unit.plain,
  ) &&
  isGiven(candidate);
const PROVIDED_MAX = 160;

/** « Indemnités kilométriques selon le barème en vigueur » in a list of what is given: the item is about nothing else. */
const isListed = ({ unit, owner }: Candidate, { proof, slots }: CompiledBenefit): boolean =>
  slots.length > 0 &&
  unit.intro !== null &&
  unit.hits.some((hit) => hit.owner === owner && KEPT_IN_LIST.test(unit.plain.slice(0, hit.start))) &&
  proof !== null &&
  toldAlone(unit).matches(proof.when);

const KEPT_IN_LIST =
  /^\W*(?:(?:mise en place|poursuite|maintien|reconduction)(?: et (?:\w+ )?(?:mise en place|poursuite|maintien|reconduction|developpement))? (?:de |du |des |d'|de la |de l'))?$/;

/** Beyond this length an agreement names everything once. */
const LONG_TEXT = 15_000;

/** Beyond this length a statement without verb of decision, heading or figure describes something else. */
const STATED_TEXT = 3000;
const isBareStatement = (
  benefit: CompiledBenefit,
  candidate: Candidate,
  following: readonly Unit[],
): boolean =>
  candidate.verdict.rules.includes('shape:statement') &&
  !isSigned(candidate, benefit) &&
  Object.keys(ownValues(benefit, candidate.unit)).length === 0 &&
  !opensScale(benefit, candidate.unit, following);

/** « Les parties ont signé un avenant à l’accord relatif au compte épargne-temps. »: the text says that it stands. */
const SIGNED = gated(
  /\b(?:sign(?:e|es|ee|ees|ature)|conclu|conclue|conclus)\b[^.;]{0,120}\b(?:accord|avenant)s?\b|\b(?:accord|avenant)s?\b[^.;]{0,120}\b(?:signes?|conclus?)\b|\bavenant (?:a|de) (?:l'|cet |ledit )accord\b/,
);
const OF_OTHERS = gated(/\b(?:branche|conventions? collectives?|interprofessionnel)/);

/** « … dans les conditions fixées par l’accord sur le compte épargne-temps signé en 2019 »: where something else is told. */
const REFERS =
  /\b(?:conditions?|modalites|cadre|application|conformement|selon|prevue?s?|fixee?s?|definie?s?)\b[^.;,]{0,40}$/;

const isSigned = ({ unit, owner, isNamed }: Candidate, { proof }: CompiledBenefit): boolean => {
  if (!isNamed || proof?.otherwise !== 'none' || !holds(unit, SIGNED) || holds(unit, OF_OTHERS)) return false;
  const { index, 0: signed } = SIGNED.exec(unit.plain)!;
  return (
    !REFERS.test(unit.plain.slice(0, index)) &&
    unit.hits.some(
      (hit) =>
        hit.owner === owner &&
        hit.start <= index + signed.length + SIGNED_NEAR &&
        hit.end >= index - SIGNED_NEAR,
    ) &&
    toldAlone(unit).matches(proof.when)
  );
};
const SIGNED_NEAR = 60;

/** One sentence in passing, without figure or heading, in a long text that is about something else. */
export function isPassing(
  folded: string,
  benefit: CompiledBenefit,
  granted: readonly Candidate[],
  following: readonly Unit[],
): boolean {
  if (folded.length >= STATED_TEXT && granted.every((c) => isBareStatement(benefit, c, following)))
    return true;
  if (folded.length < LONG_TEXT || granted.length !== 1) return false;
  const { unit, above, verdict, response } = granted[0]!;
  if (above || verdict.rules.includes('cue:decides') || verdict.rules.includes('benefit:granted'))
    return false;
  if (isProvided(granted[0]!) || (response && cues.DECIDES.test(response.plain))) return false;
  if (isListed(granted[0]!, benefit) || isSigned(granted[0]!, benefit)) return false;
  // What is not counted is told by its measure.
  if (benefit.slots.length === 0 && benefit.proof) return !toldAlone(unit).matches(benefit.proof.when);
  const told = following.filter(
    ({ intro, plain }, i) => (intro && holds(intro, OPENS_SCALE)) || (i === 0 && OF_AMOUNT.test(plain)),
  );
  return Object.keys(readValues(benefit, [readingOf(unit)], told.map(readingOf)).values).length === 0;
}
