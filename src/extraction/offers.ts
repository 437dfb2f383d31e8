import { haveSameTitle } from './context/units.ts';
import type { Unit } from './context/units.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import type { Candidate } from './standing/responses.ts';
import { gated, holds } from './text/gates.ts';
import { ownValues } from './values.ts';

const PROPOSES =
  /\b(?:direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque)\b[^.;]{0,40}\bpropos(?:e|ait|era)\b/;

/** « État des propositions initiales des parties », then « Décisions finales »: what was offered before is over. */
const FIRST = /\bpropositions? (?:\w+ )?(?:initiales?|premieres?)\b|\bpremieres? propositions?\b/;
const FINAL =
  /\b(?:propositions?|decisions?) (?:\w+ )?(?:finales?|definitives?)\b|\bdernieres? propositions?\b/;
/** « Annexe 1 – Synthèse des dernières propositions des parties »: what became of them, the articles say. */
const ANNEXED = /^\W*annexe\b[^.;]{0,80}\b(?:propositions?|positions?|revendications?|demandes?)\b/;
const isUnder = ({ unit }: Candidate, title: RegExp): boolean =>
  unit.headings.some(({ plain }) => title.test(plain));

/** What one side proposed, or the demand with its answer, as the account of the meetings tells it. */
const isOffer = ({ unit: { mode, plain }, response }: Candidate): boolean =>
  mode === 'offer' || (mode === 'demand' && response !== null) || (mode !== 'agreed' && PROPOSES.test(plain));

/** Takes out what was offered on the way, where something was agreed or offered in the end. */
export function withoutOffers(granted: Candidate[], benefit: CompiledBenefit): void {
  const keep = (isKept: (candidate: Candidate) => boolean): void => {
    granted.splice(0, granted.length, ...granted.filter(isKept));
  };
  keep((candidate) => !isUnder(candidate, ANNEXED));
  if (granted.some((candidate) => isUnder(candidate, FINAL)))
    keep((candidate) => isUnder(candidate, FINAL) || !(isOffer(candidate) || isUnder(candidate, FIRST)));
  const offered = granted.filter(isOffer);
  const first = offered[0];
  if (!first) return;
  const slotsOf = ({ unit }: Candidate): string[] => Object.keys(ownValues(benefit, unit));
  const slots = new Set(offered.flatMap(slotsOf));
  // The two sides agreed in so many words, or an article below gives what was offered.
  const isSettled = granted.some(
    (candidate) =>
      !offered.includes(candidate) &&
      (slots.size === 0
        ? candidate.unit.mode === 'agreed'
        : (candidate.unit.mode === 'agreed' || candidate.unit.index > first.unit.index) &&
          slotsOf(candidate).some((slot) => slots.has(slot))),
  );
  if (isSettled) keep((candidate) => !offered.includes(candidate));
}

/** « L’entreprise va proposer un accord … »: still to be made. */
const TO_COME = gated(
  /\b(?:va|vont|prevoi(?:t|ent) de|souhait(?:e|ent)) (?:\w+ )?(?:proposer|mettre en place|negocier|conclure|signer) (?:\w+ )?(?:un|l'|des|une?) ?(?:\w+ ){0,2}?(?:accord|avenant)/,
);
/** « Cet accord permet de … », « Les salariés pourront ainsi percevoir … »: what it would bring. */
const WOULD_BRING = /^\W*(?:l'|cet |ce |un tel )(?:nouvel )?(?:accord|avenant)\b|\bpourr(?:a|ont) ainsi\b/;

/** Told of an agreement that the sentence right above only announces, or the title of both. */
export function isToCome({ unit }: Candidate, units: readonly Unit[]): boolean {
  if (unit.kind === 'heading') {
    const below = units[unit.index + 1];
    return below !== undefined && holds(below, TO_COME);
  }
  const before = units[unit.index - 1];
  return (
    before !== undefined &&
    WOULD_BRING.test(unit.plain) &&
    haveSameTitle(before, unit) &&
    holds(before, TO_COME)
  );
}

const LINE_MAX = 120;
const PROPOSED =
  /\bpropositions?\b[^.;:]{0,40}\b(?:direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque|parties)\b/;
const UNILATERAL = /^\W*(?:article \d+\W*|[\d.]+\W*)?(?:mesures?|decisions?) unilaterales?\b/;

/**
 * In a record of disagreement, what stands from « Dernières propositions de la direction » to « Mesures unilatérales » came to nothing:
 * only what the employer then takes up alone is given.
 */
export function withdrawOffers(units: readonly Unit[], candidates: readonly Candidate[]): void {
  const isTitle = ({ plain }: Unit, title: RegExp): boolean => plain.length <= LINE_MAX && title.test(plain);
  const measures = units.findLast((unit) => isTitle(unit, UNILATERAL));
  const proposed = measures && units.find((unit) => isTitle(unit, PROPOSED));
  if (!proposed) return;
  for (const candidate of candidates) {
    const { unit, verdict } = candidate;
    if (verdict.standing === 'granted' && unit.index > proposed.index && unit.index < measures.index)
      candidate.verdict = { ...verdict, standing: 'demanded', rules: ['document:disagreement'] };
  }
}
