import { readingOf } from './context/readings.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import type { Candidate } from './standing/responses.ts';
import { readValues } from './values.ts';

const PROPOSES = /\b(?:direction|employeur|entreprise|societe)\b[^.;]{0,40}\bpropos(?:e|ait|era)\b/;

/** « État des propositions initiales des parties », then « État des propositions finales ». */
const FIRST = /\bpropositions? (?:\w+ )?(?:initiales?|premieres?)\b|\bpremieres? propositions?\b/;
const FINAL = /\bpropositions? (?:\w+ )?(?:finales?|definitives?)\b|\bdernieres? propositions?\b/;
const isUnder = ({ unit }: Candidate, title: RegExp): boolean =>
  unit.headings.some(({ plain }) => title.test(plain));

/** Takes out what was offered on the way, where something was agreed or offered in the end. */
export function withoutOffers(granted: Candidate[], benefit: CompiledBenefit): void {
  const keep = (isKept: (candidate: Candidate) => boolean): void => {
    granted.splice(0, granted.length, ...granted.filter(isKept));
  };
  if (granted.some((candidate) => isUnder(candidate, FINAL))) keep((candidate) => !isUnder(candidate, FIRST));
  const hasValues = ({ unit }: Candidate): boolean =>
    Object.keys(readValues(benefit, [readingOf(unit)], []).values).length > 0;
  const offered = granted.filter(
    ({ unit }) => unit.mode === 'offer' || (unit.mode !== 'agreed' && PROPOSES.test(unit.plain)),
  );
  const agreed = granted.filter(({ unit }) => unit.mode === 'agreed');
  if (agreed.length === 0 || (offered.some(hasValues) && !agreed.some(hasValues))) return;
  keep((candidate) => !offered.includes(candidate));
}
