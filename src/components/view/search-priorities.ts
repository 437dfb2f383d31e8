import type { Catalogue } from '#catalogue/catalogue.ts';
import { isLiveState, type ShownState } from '#domain/claim.ts';
import { count, enumerate, formatNumber, NO_BREAK_SPACE, plural } from '#domain/french.ts';
import type { BenefitId } from '#domain/ids.ts';
import {
  attestedWeight,
  MAX_PRIORITIES,
  standingOf,
  weightOf,
  type Standing,
} from '#domain/search-priorities.ts';
import { isCounting } from '#domain/search-values.ts';
import type { SearchDocument, SearchQuery, Tie } from '#domain/search.ts';
import { answering } from './card-values.ts';
import { rankHref } from './links.ts';
import { onceFor } from './once.ts';
import { searchAt } from './search-address.ts';
import { withBenefits } from './search-values.ts';
import { STATE_LABELS } from './states.ts';
import { headline } from './values.ts';

export type PriorityRow = {
  id: BenefitId;
  label: string;
  weight: number;
  isFirst: boolean;
  isLast: boolean;
  /** The same search where this one is required. */
  requireHref: string;
};

export type PriorityForm = {
  rows: PriorityRow[];
  /** What may be added; empty when there are as many as may be. */
  choices: { value: string; label: string }[];
  presets: { label: string; href: string }[];
  /** What every result must have, with the search where it counts without being required. */
  required: { label: string; wishHref: string }[];
};

const presetLinks = onceFor(({ presets }: Catalogue) =>
  presets.map((preset) => ({ label: preset.label, href: rankHref(preset) })),
);

export function viewPriorities(query: SearchQuery, catalogue: Catalogue): PriorityForm {
  const { priorities, benefits } = query;
  const labelOf = (id: BenefitId): string => catalogue.benefitById.get(id)?.shortLabel ?? id;
  const isFull = priorities.length >= MAX_PRIORITIES;
  return {
    rows: priorities.map((id, i) => ({
      id,
      label: labelOf(id),
      weight: weightOf(i, priorities.length),
      isFirst: i === 0,
      isLast: i === priorities.length - 1,
      requireHref: searchAt({
        ...withBenefits(query, [...benefits, id]),
        priorities: priorities.filter((other) => other !== id),
        page: 1,
      }),
    })),
    choices: isFull
      ? []
      : catalogue.benefits
          .filter(({ id }) => !priorities.includes(id) && !benefits.includes(id))
          .map(({ id, shortLabel }) => ({ value: id, label: shortLabel })),
    required: isFull
      ? []
      : benefits.map((id) => ({
          label: labelOf(id),
          wishHref: searchAt({
            ...withBenefits(
              query,
              benefits.filter((other) => other !== id),
            ),
            priorities: [...priorities, id],
            page: 1,
          }),
        })),
    presets: presetLinks(catalogue),
  };
}

/** Why a result stands where it stands. */
export type Reasons = {
  /** « 2 de vos 3 priorités attestées » */
  summary: string;
  /** The best case and the worst, as far as anybody can know. */
  interval: string;
  /** « à égalité avec 4 autres, par ordre alphabétique » */
  tie: string | null;
  rows: { label: string; weight: number; standing: Standing; value: string | null; state: ShownState | null; words: string }[];
}; // prettier-ignore

/** Null when no priority was chosen. */
export function viewReasons(
  document: SearchDocument,
  query: SearchQuery,
  catalogue: Catalogue,
  ties: readonly Tie[],
): Reasons | null {
  const { priorities } = query;
  if (priorities.length === 0) return null;
  const rows = priorities.map((id, i) => ({
    ...standingRow(document, id, query, catalogue),
    weight: weightOf(i, priorities.length),
  }));
  const attested = rows.filter(({ standing }) => standing === 'attested').length;
  const unknown = rows.filter(({ standing }) => standing === 'unknown').length;
  const weight = attestedWeight(document, query);
  const others = (ties.find((tie) => tie.weight === weight)?.count ?? 1) - 1;
  return {
    summary: describeAttested(attested, priorities.length),
    interval: describeInterval(attested, unknown),
    tie:
      others > 0
        ? `À égalité avec ${count(others, 'autre employeur', 'autres employeurs')}, par ordre alphabétique.`
        : null,
    rows,
  };
}

function describeAttested(attested: number, total: number): string {
  if (total === 1)
    return attested === 1 ? 'Votre priorité est attestée' : 'Votre priorité n’est pas attestée';
  return `${formatNumber(attested)} de vos ${formatNumber(total)}${NO_BREAK_SPACE}priorités ${plural(attested, 'attestée')}`;
}

/** Silence is never « no »: what is unknown may all be granted, or none of it. */
function describeInterval(attested: number, unknown: number): string {
  if (unknown === 0) return 'Rien d’inconnu parmi vos priorités.';
  return `Entre ${formatNumber(attested)} au moins et ${formatNumber(attested + unknown)} au plus, selon ${unknown > 1 ? `les ${formatNumber(unknown)} que nous ignorons` : 'celle que nous ignorons'}.`;
}

function standingRow(document: SearchDocument, id: BenefitId, query: SearchQuery, catalogue: Catalogue) {
  const benefit = catalogue.benefitById.get(id);
  const label = benefit?.shortLabel ?? id;
  const standing = standingOf(document, id, query);
  const counting = document.claims.filter(
    (claim) => claim.benefit === id && isCounting(claim, document, query),
  );
  const [claim] = benefit
    ? answering(
        counting.map((each) => ({ ...each, known: benefit })),
        document,
        query,
      )
    : [];
  if (standing === 'attested' && claim)
    return {
      label,
      standing,
      value: headline(claim.known, claim.values),
      state: claim.state,
      words: STATE_LABELS[claim.state],
    };
  // A lapsed text or a mere reminder of the law is told, and leaves the question open.
  const others = document.claims.filter((each) => each.benefit === id).map(({ state }) => state);
  const told = standing === 'ended' ? 'ended' : (others.find((state) => !isLiveState(state)) ?? null);
  const silence = others.some(isLiveState)
    ? 'attesté pour d’autres établissements seulement'
    : `aucune trace publique${NO_BREAK_SPACE}: ni oui, ni non`;
  return { label, standing, value: null, state: told, words: told ? STATE_LABELS[told] : silence };
}

/** « Crèche, puis Mutuelle, puis Télétravail » */
export const describePriorities = (rows: readonly PriorityRow[]): string =>
  enumerate(
    rows.map(({ label }) => label),
    'puis',
  );
