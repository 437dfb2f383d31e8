import type { Finding, Scope, Values } from '../domain/extraction.ts';
import { isClause } from './apart.ts';
import { scanQuantities } from './numbers/scan.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import type { Candidate } from './standing/responses.ts';
import { normalize } from './text/normalize.ts';
import { matchesOf } from './text/matches.ts';

/** What sentences that stand together say of a benefit, with what it is worth beside what others say. */
export type Draft = {
  finding: Omit<Finding, 'context'>;
  /** The sentence that the quote rests on. */
  best: Candidate;
  slots: number;
  strength: number;
};

/** « fixé pour l’année 2022 à 300 € » */
const OF_YEAR = /\b(?:pour|au titre de) (?:l.(?:année|exercice) )?20\d\d/;

/** Paid once, ending, or the level of one year: its figures are none of what lasts. */
const isShorter = (one: Draft['finding'], lead: Draft['finding']): boolean =>
  (one.oneOff !== null && lead.oneOff === null) ||
  (one.lasts !== null && !('isRecalled' in one.lasts) && lead.lasts === null) ||
  (OF_YEAR.test(one.quote) && !OF_YEAR.test(lead.quote));

/** « passe de 7 € à 8,50 € »: the first figure. */
const FORMER =
  /\b(?:pass|port|evolu|augment|revaloris|relev)\w*\b[^.;()\d]{0,60} de (\d[\d ,.]*(?:€|euros?|%|jours?))(?= (?:(?:bruts?|nets?|par \w+) )?a \d)/g;

const formerIn = (quote: string): number[] =>
  matchesOf(FORMER, normalize(quote)).flatMap(([, figure]) =>
    scanQuantities(figure!).map(({ value }) => value),
  );

/** A reminder of what held so far, where the text then says what it becomes. */
const isSuperseded = ({ finding, best }: Draft, all: readonly Draft[]): boolean =>
  all.some(({ finding: later, best: { unit } }) => {
    if (unit.index <= best.unit.index) return false;
    const changed = Object.keys(later.values).filter(
      (slot) => typeof finding.values[slot] === 'number' && finding.values[slot] !== later.values[slot],
    );
    const former = changed.length > 0 ? formerIn(later.quote) : [];
    return changed.some((slot) => former.includes(Number(finding.values[slot])));
  });

/** A line of « Propositions de la Direction »: where the parties then agree on it, that is quoted. */
const isOffer = ({ best: { unit } }: Draft): boolean => unit.mode === 'offer';

/** « Un accord d’intéressement a été signé le 6 mai 2022 » tells more than what was paid of it. */
const SIGNED = /\baccords?\b.{0,160}\b(?:signé|conclu|prorogé)/;
const isSigned = ({ finding: { rules, quote } }: Draft): boolean =>
  rules.includes('benefit:granted') && SIGNED.test(quote);

/** Only what the quote prints in the unit of its slot: « le 1er juin » is no month of pay. */
function countedIn(quote: string, values: Values, { slots }: CompiledBenefit): Values {
  const printed = scanQuantities(normalize(quote)).filter(({ hidden }) => hidden === null);
  const isPrinted = (name: string, value: number): boolean => {
    const kinds = slots.find((slot) => slot.name === name)?.unit.kinds ?? [];
    return printed.some((one) => one.value === value && kinds.includes(one.kind));
  };
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => typeof value !== 'number' || isPrinted(name, value)),
  );
}

/** Of two clauses on the same event (« mariage »: 4 days, then a week after a year), the one that gives more leads. */
function leadWithMost(drafts: Draft[], { slots }: CompiledBenefit): void {
  const { values, scope } = drafts[0]!.finding;
  const words = slots.find(({ name, of }) => of === null && typeof values[name] === 'string')?.name;
  const count = Object.keys(values).find((slot) => typeof values[slot] === 'number');
  if (!words || !count) return;
  const isMore = ({ finding: one }: Draft): boolean =>
    one.values[words] === values[words] &&
    one.scope.kind === scope.kind &&
    Number(one.values[count]) > Number(values[count]);
  const at = drafts.findIndex(isMore);
  if (at > 0) drafts.unshift(...drafts.splice(at, 1));
}

/** « un troisième jour de télétravail pour les femmes enceintes », where everybody has one. */
const OF_FEW = /\b(?:enceintes?|handicap\w*|rqth|aidants?|isoles|monoparentales)\b/;
const isOfFew = ({ finding: { scope } }: Draft): boolean =>
  scope.kind === 'category' && OF_FEW.test(normalize(scope.label!));

/** Told in the preamble, where articles below grant it too. */
const isOpening = ({ best: { unit } }: Draft): boolean =>
  unit.article === null && /^\W*(?:\d\W*)?preambule\b/.test(unit.headings.at(-1)?.plain ?? '');

const OF_TRADE =
  /^(?:non[- ]?)?(?:cadres?|employes?|ouvriers?|etam|agents? de maitrise|techniciens?|conducteurs?|sedentaires?|roulants?|mensuels?|ingenieurs?)\b/;
/** Granted in so many words to groups that no other finding names: what those get is not for them alone. */
const isOtherGroup = (
  { finding: { scope, standing }, strength }: Draft,
  findings: readonly Finding[],
): boolean =>
  standing === 'granted' &&
  strength === 2 &&
  scope.kind === 'category' &&
  OF_TRADE.test(normalize(scope.label!)) &&
  findings.every(
    (one) =>
      one.scope.kind === 'category' &&
      !scope.label!.split(/, | et /).some((group) => one.scope.label!.includes(group)),
  );

/** Given to all in so many words, beside what some groups get: « 200 % dans le PEG » above « PERCOL : pour les cadres, 400 € ». */
const isForAll = ({ finding: { rules }, slots }: Draft): boolean =>
  slots > 0 && !rules.includes('shape:figure');

/** « cadre » and « cadres » are one group. */
const scopeKey = ({ kind, label }: Scope): string => `${kind}:${(label ?? '').replace(/s(?=\s|,|$)/g, '')}`;

/** Of two clauses that are alike, the one that gives more; 0 when the first figure is better low. */
const leadingOf = ({ finding }: Draft, { slots }: CompiledBenefit, isShared: boolean): number => {
  const isCounted = slots[0] && !slots[0].isLow && !slots.some(({ unit, of }) => unit.isText && of === null);
  const value = isCounted ? finding.values[slots[0]!.name] : 0;
  return (isShared || finding.scope.kind === 'employer') && typeof value === 'number' ? value : 0;
};

/** The same line below two titles is for both groups. */
function withTwins(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const { quote, scope, values } = draft.finding;
    const twin = kept.find(
      ({ finding }) =>
        finding.quote === quote &&
        finding.scope.kind === 'category' &&
        scope.kind === 'category' &&
        JSON.stringify(finding.values) === JSON.stringify(values),
    );
    if (!twin) kept.push(draft);
    else if (!twin.finding.scope.label!.includes(scope.label!))
      twin.finding.scope = { ...scope, label: `${twin.finding.scope.label} et ${scope.label}` };
  }
  return kept;
}

/**
 * One finding for the widest scope and one for each that has figures of its own. The leading one takes along what others in its
 * article say and it does not, and whatever its own quote prints: what stands elsewhere is not proven by it. `shownOf`: where the
 * quote of a draft stands and what stands around it, asked only of those that stay.
 */
export function finish(
  drafts: readonly (Draft | null)[],
  benefit: CompiledBenefit,
  shownOf: (draft: Draft) => Pick<Finding, 'article' | 'context'>,
): Finding[] {
  const told = drafts.filter((draft): draft is Draft => draft !== null);
  const found = withTwins(told.filter((draft) => !isSuperseded(draft, told)));
  if (found.length === 0) return [];
  // Each for a group or a place: the one that gives more comes first.
  const isShared = found.every(({ finding }) => finding.scope.kind !== 'employer');
  const byValue = [...found].sort(
    (a, b) =>
      b.slots - a.slots ||
      Number(isOpening(a)) - Number(isOpening(b)) ||
      Number(isOfFew(a)) - Number(isOfFew(b)) ||
      b.strength - a.strength ||
      Number(isOffer(a)) - Number(isOffer(b)) ||
      leadingOf(b, benefit, isShared) - leadingOf(a, benefit, isShared) ||
      Number(b.best.isNamed) - Number(a.best.isNamed) ||
      Number(isSigned(b)) - Number(isSigned(a)) ||
      a.best.unit.index - b.best.unit.index,
  );
  leadWithMost(byValue, benefit);
  const lead = byValue[0]!.finding;
  for (const { finding } of byValue.slice(1)) {
    if (finding.scope.kind !== lead.scope.kind && finding.scope.kind !== 'employer') continue;
    if (lead.scope.kind === 'employer' && finding.scope.kind === 'employer') leaveOut(lead, finding);
    const isBeside =
      finding.article !== null && finding.article === lead.article && !isShorter(finding, lead);
    const said = isBeside ? finding.values : countedIn(lead.quote, finding.values, benefit);
    for (const [slot, value] of Object.entries(said)) lead.values[slot] ??= value;
  }
  const finished = (draft: Draft): Finding => restated({ ...draft.finding, ...shownOf(draft) }, benefit);
  const findings = [finished(byValue[0]!)];
  const seen = new Set([scopeKey(lead.scope)]);
  for (const draft of byValue.slice(1)) {
    const { finding, slots } = draft;
    if (seen.has(scopeKey(finding.scope))) continue;
    if (finding.scope.kind === 'employer' && !(lead.scope.kind === 'category' && isForAll(draft))) continue;
    if (slots === 0 && !isOtherGroup(draft, findings)) continue;
    seen.add(scopeKey(finding.scope));
    findings.push(finished(draft));
  }
  return findings.filter(({ rules, quote }) => !rules.includes('value:legal-figure') || isClause(quote));
}

/** « Bénéficiaires : l’ensemble des salariés (hors cadres) », said apart from what they get. */
function leaveOut(lead: Draft['finding'], { eligibility: { excluded } }: Draft['finding']): void {
  if (excluded.length === 1 && excluded[0] === 'cadres' && lead.eligibility.excluded.length === 0)
    lead.eligibility = { ...lead.eligibility, excluded };
}

/** A grant whose only figure is the legal one restates the law. */
function restated(finding: Finding, { legalFigure }: CompiledBenefit): Finding {
  if (!legalFigure || finding.standing !== 'granted') return finding;
  const value = finding.values[legalFigure.slot];
  if (typeof value !== 'number' || value > legalFigure.atMost || Object.keys(finding.values).length > 1)
    return finding;
  if (finding.rules.includes('benefit:granted')) return finding;
  return { ...finding, standing: 'restates-law', rules: [...finding.rules, 'value:legal-figure'] };
}
