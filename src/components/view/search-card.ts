import type { Catalogue } from '#catalogue/catalogue.ts';
import type { ShownState } from '#domain/claim.ts';
import { capitalize, count, countOrNone, enumerate, MIDDLE_DOT } from '#domain/french.ts';
import type { Siren } from '#domain/ids.ts';
import type { SearchDocument, SearchQuery, Tie } from '#domain/search.ts';
import { markOf, type SkyEntry } from '../constellation.ts';
import { answering, otherValues } from './card-values.ts';
import { employerHref } from './links.ts';
import { showName } from './names.ts';
import { headcountWords, placeOfDocument } from './places.ts';
import { describeDistance } from './search-places.ts';
import { type Reasons, viewReasons } from './search-priorities.ts';
import { isLive, STATE_LABELS } from './states.ts';
import { headline } from './values.ts';

export type CardClaim = {
  label: string;
  value: string | null;
  /** Every other value of a benefit that was asked for, in words that follow the first. */
  others: string | null;
  state: ShownState;
  stateLabel: string;
};
export type SearchCard = {
  siren: Siren;
  name: string;
  href: string;
  line: string;
  /** Where it is against the place that was asked for; null when no commune was. */
  distance: string | null;
  reasons: Reasons | null;
  marks: Pick<SkyEntry, 'order' | 'state'>[];
  marksText: string;
  claims: CardClaim[];
  more: string;
};

const SHOWN = 4;

/** An employer in the results: what was asked for, else what is in force, with values and states. */
export function viewSearchCard(
  document: SearchDocument,
  query: SearchQuery,
  catalogue: Catalogue,
  ties: readonly Tie[] = [],
): SearchCard {
  const known = document.claims.flatMap((claim) => {
    const benefit = catalogue.benefitById.get(claim.benefit);
    return benefit ? [{ ...claim, known: benefit }] : [];
  });
  type Known = (typeof known)[number];
  const isAsking = query.benefits.length > 0 || query.families.length > 0;
  const isAsked = ({ known: benefit, state }: Known): boolean =>
    (query.benefits.includes(benefit.id) || query.families.includes(benefit.family)) &&
    query.states.includes(state);
  const once = (claims: Known[]): Known[] =>
    [...new Map(claims.toReversed().map((claim) => [claim.benefit, claim])).values()].toReversed();
  const chosen = isAsking
    ? answering(known.filter(isAsked), document, query)
    : query.priorities.length > 0
      ? []
      : once(known.filter(({ state }) => isLive(state)));
  const shown = chosen.slice(0, Math.max(SHOWN, query.benefits.length));
  const marked = known.flatMap(({ known: { family }, state }) => {
    const order = catalogue.familyById.get(family)?.order;
    return order === undefined || !markOf(state) ? [] : [{ order, state }];
  });
  const live = once(known.filter(({ state }) => isLive(state))).length;
  const reasons = viewReasons(document, query, catalogue, ties);
  const explained = reasons?.rows.filter(({ state }) => state && isLive(state)).length ?? 0;
  const said = explained + shown.filter(({ state }) => isLive(state)).length;
  return {
    siren: document.siren,
    name: showName(document.name),
    href: employerHref(document.siren),
    line: [
      placeOfDocument(catalogue, document, query.departments),
      document.nafLabel ?? catalogue.nafDivisions.get(document.nafDivision ?? ''),
      headcountWords(document.headcountLabel),
    ]
      .filter(Boolean)
      .join(MIDDLE_DOT),
    distance: describeDistance(document, query),
    reasons,
    marks: marked,
    marksText: describeMarks(marked, catalogue),
    claims: shown.map(({ known: benefit, values, state }) => ({
      label: benefit.shortLabel,
      value: headline(benefit, values),
      others: query.benefits.includes(benefit.id) ? otherValues(benefit, values) : null,
      state,
      stateLabel: STATE_LABELS[state],
    })),
    more: describeMore(live, said, document.agreements),
  };
}

function describeMore(live: number, shown: number, agreements: number): string {
  const published = countOrNone(agreements, 'accord publié', 'accords publiés', 'm');
  if (live === 0) return `${capitalize(published)}, aucun avantage attesté en vigueur à ce jour`;
  const more = live - shown;
  return more > 0
    ? `et ${count(more, 'autre avantage', 'autres avantages')} en vigueur, ${published}`
    : capitalize(published);
}

function describeMarks(marks: readonly Pick<SkyEntry, 'order' | 'state'>[], { families }: Catalogue): string {
  const names = families
    .filter(({ order }) => marks.some((mark) => mark.order === order))
    .map(({ label }) => label);
  return names.length === 0
    ? 'Aucune famille d’avantages attestée'
    : `Familles attestées\u00a0: ${enumerate(names)}`;
}
