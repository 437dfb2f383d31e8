import type { Benefit, Floor } from '#domain/benefit.ts';
import type { BenefitFigures } from '#db/facts/read.ts';
import { formatDate, type IsoDate } from '#domain/dates.ts';
import { count, countOrNone, capitalize } from '#domain/french.ts';
import { headline } from './values.ts';
import { employerHref } from './links.ts';
import { showName } from './names.ts';
import { stateLabel } from './states.ts';
import { shownState, type Claim, type ShownState } from '#domain/claim.ts';
import type { BenefitEmployer } from '#db/facts/read.ts';

export type FloorRow = {
  since: string;
  rule: string;
  article: string;
  url: string;
  verified: string;
  isCurrent: boolean;
};

/** Rules of law, the one in force first; dates are absolute. */
export function viewFloors(floors: readonly Floor[], today: IsoDate): FloorRow[] {
  const sorted = [...floors].sort((a, b) => b.since.localeCompare(a.since));
  const current = sorted.find(({ since }) => since <= today);
  return sorted.map((floor) => ({
    since: formatDate(floor.since),
    rule: floor.rule,
    article: floor.article,
    url: floor.url,
    verified: formatDate(floor.verifiedOn),
    isCurrent: floor === current,
  }));
}

/** How many employers hold a live claim, in a sentence for 0, 1 and n. */
export function describeFigures(figures: BenefitFigures | undefined): string {
  const live = figures?.employersLive ?? 0;
  const words = capitalize(countOrNone(live, 'employeur', 'employeurs', 'm'));
  return live === 0
    ? `${words} n’a aujourd’hui de texte en vigueur qui l’atteste. Ce silence ne veut pas dire non.`
    : `${words} ${live > 1 ? 'ont' : 'a'} un texte en vigueur qui l’atteste.`;
}

/** What else was found: terms passed, reminders of the law, demands. */
export function describeOthers(figures: BenefitFigures | undefined): string[] {
  const n = (...states: ShownState[]): number =>
    states.reduce((sum, state) => sum + (figures?.byState[state] ?? 0), 0);
  const lines: [number, (n: number) => string][] = [
    [
      n('to-confirm'),
      (value) => `${count(value, 'employeur')} où notre lecture automatique, peu sûre, reste à confirmer`,
    ],
    [n('upcoming'), (value) => `${count(value, 'employeur')} dont le texte n’a pas encore pris effet`],
    [
      n('lapsed', 'replaced', 'ended'),
      (value) => `${count(value, 'employeur')} dont le texte a pris fin ou reste à confirmer`,
    ],
    [n('one-off'), (value) => `${count(value, 'employeur')} dont le texte ne le prévoit qu’une fois`],
    [n('restates-law'), (value) => `${count(value, 'employeur')} dont le texte rappelle seulement la loi`],
    [n('not-agreed'), (value) => `${count(value, 'employeur')} où il n’a été que demandé`],
  ];
  return lines.filter(([value]) => value > 0).map(([value, words]) => words(value));
}

export type EmployerRow = {
  name: string;
  href: string;
  place: string | null;
  value: string | null;
  state: ShownState;
  stateLabel: string;
};

export const viewEmployerRow = (
  benefit: Benefit,
  { siren, name, place, claim }: BenefitEmployer,
): EmployerRow => ({
  name: showName(name),
  href: `${employerHref(siren)}#${claim.id}`,
  place,
  value: headline(benefit, claim.values),
  state: shownState(claim),
  stateLabel: stateLabel(claim as Claim),
});
