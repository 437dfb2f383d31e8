import type { Catalogue } from '#catalogue/catalogue.ts';
import type { ResponseTimes } from '#db/app/response-times.ts';
import type { BenefitFigures } from '#db/facts/read.ts';
import { SHOWN_STATES, type ShownState } from '#domain/claim.ts';
import { formatDate, todayInParis, type IsoDate } from '#domain/dates.ts';
import { count, formatNumber, NO_BREAK_SPACE } from '#domain/french.ts';
import type { Provenance } from '#domain/profile.ts';
import type { SourceRun } from '#opendata/source-runs.ts';
import { producerOf } from './claim-card.ts';
import { viewTally } from './quality.ts';
import { STATE_LABELS } from './states.ts';

export type SourceStatus = {
  producer: string;
  files: number;
  latestOn: string;
  /** « 671 accords », or what else its rows fill. */
  brings: string;
  /** How its last reading ended; null when none was reported. */
  run: string | null;
};

/** One line a source: its latest file, and what rests on it. */
export function viewSourceStatus(
  files: readonly (Provenance & { agreements: number; employers: number })[],
  runs: ReadonlyMap<string, SourceRun>,
): SourceStatus[] {
  const bySource = new Map<string, { files: number; latest: IsoDate; agreements: number; employers: number }>(); // prettier-ignore
  for (const { source, publishedOn, agreements, employers } of files) {
    const known = bySource.get(source) ?? { files: 0, latest: publishedOn, agreements: 0, employers: 0 };
    bySource.set(source, {
      files: known.files + 1,
      latest: known.latest > publishedOn ? known.latest : publishedOn,
      agreements: known.agreements + agreements,
      employers: known.employers + employers,
    });
  }
  return [...bySource].map(([source, { latest, files: number, agreements, employers }]) => ({
    producer: producerOf(source),
    files: number,
    latestOn: formatDate(latest),
    brings:
      [
        agreements > 0 && count(agreements, 'accord'),
        employers > 0 && `l’identité de ${count(employers, 'employeur')}`,
      ]
        .filter(Boolean)
        .join(', ') || 'des compléments sur les pages des employeurs',
    run: describeRun(runs.get(source)),
  }));
}

function describeRun(run: SourceRun | undefined): string | null {
  if (!run) return null;
  const day = dayOf(run.startedAt);
  return run.isOk ? `le ${day}, sans incident` : `refusée le ${day} : l’état précédent reste affiché`;
}

/** How many pairs of an employer and a benefit are shown in each state. */
export function viewStates(figures: ReadonlyMap<string, BenefitFigures>): { label: string; total: number }[] {
  const totals = new Map<ShownState, number>();
  for (const { byState } of figures.values())
    for (const state of SHOWN_STATES) totals.set(state, (totals.get(state) ?? 0) + byState[state]);
  return SHOWN_STATES.map((state) => ({ label: STATE_LABELS[state], total: totals.get(state) ?? 0 }));
}

const FEW = 5;

/** Median delay in words; none on so few cases that one of them would be told. */
export function describeDelays({ received, open, days }: ResponseTimes): string {
  if (received === 0) return `Aucun signalement reçu depuis douze mois ; ${openWords(open)}.`.replace(' ;', `${NO_BREAK_SPACE};`); // prettier-ignore
  const middle = days[Math.floor((days.length - 1) / 2)];
  const delay =
    days.length < FEW || middle === undefined
      ? 'trop peu de réponses pour donner un délai'
      : `la moitié a reçu sa réponse en ${count(middle, 'jour')} au plus`;
  return `${count(received, 'signalement')} depuis douze mois, ${openWords(open)}${NO_BREAK_SPACE}; ${delay}.`;
}

const openWords = (open: number): string => (open === 0 ? 'aucun en attente' : `${formatNumber(open)} en attente`); // prettier-ignore

/** « Précision 91,2 % (entre …) » on real agreements; null while nothing was found in any. */
export function describeReading({ quality }: Catalogue): string | null {
  const { precision, recall } = viewTally(quality.overall.real);
  if (!precision || !recall) return null;
  return `Sur ${count(quality.real.texts, 'accord')} annotés à la main, ${precision.share} de ce que le programme lit est juste, et il trouve ${recall.share} de ce qui est accordé.`;
}

/** Day of an instant, in Paris. */
export const dayOf = (instant: string): string => formatDate(todayInParis(new Date(instant)));
