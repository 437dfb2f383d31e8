import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Benefit } from '#domain/benefit.ts';
import { formatDate } from '#domain/dates.ts';
import { count, formatNumber, NO_BREAK_SPACE } from '#domain/french.ts';
import {
  judge,
  PRECISION_MIN,
  precisionOf,
  recallOf,
  sizeOf,
  valuesOf,
  wilson,
  type Measurement,
  type Quality,
  type Tally,
  type Verdict,
} from '#domain/quality.ts';
import { benefitHref } from './links.ts';

export const QUALITY_HREF = '/qualite';
export const NOT_MEASURED = 'précision non mesurée sur accords réels';

/** Ends of an interval are rounded outwards: it may look wider than it is, never narrower. */
const percent = (share: number, round: (n: number) => number): string =>
  `${formatNumber(round(share * 100))}${NO_BREAK_SPACE}%`;
/** Never rounded up to 95 % or to 100 %: the gate would seem to break its own rule. */
const exactPercent = (share: number): string => {
  const rounded = Math.round(share * 1000) / 1000;
  const isOver = [PRECISION_MIN, 1].some((bar) => share < bar && rounded >= bar);
  return `${formatNumber((isOver ? Math.floor(share * 1000) : Math.round(share * 1000)) / 10)}${NO_BREAK_SPACE}%`;
};

/** How surely a benefit is read, in one sentence for a card. The link to the figures is drawn apart. */
export function readingOf({ basis, precision }: Verdict): string {
  if (basis === 'real' && precision !== null)
    return `Précision de la lecture pour cet avantage, sur accords réels annotés\u00a0: ${exactPercent(precision)}.`;
  return basis === 'own'
    ? 'Pour cet avantage\u00a0: précision non mesurée sur accords réels.'
    : 'Pour cet avantage, la lecture n’a pas encore été mesurée.';
}

/** What a benefit page says of its reading; null where real agreements vouch for it. */
export function noticeOf({ basis, precision, isToConfirm }: Verdict): string | null {
  if (isToConfirm)
    return precision === null
      ? 'À confirmer\u00a0: la lecture automatique de cet avantage n’a pas encore été mesurée.'
      : `À confirmer\u00a0: lecture automatique peu sûre pour cet avantage (précision de ${exactPercent(precision)}, sous les 95${NO_BREAK_SPACE}% demandés).`;
  return basis === 'own'
    ? 'Lecture automatique\u00a0: précision non mesurée sur accords réels, faute d’exemples en nombre.'
    : null;
}

/** One share with what it rests on: « 94 % », « 15 sur 16 », « entre 72 % et 99 % ». */
export type Measure = { share: string; cases: string; interval: string } | null;

function measureOf(share: number | null, right: number, total: number): Measure {
  if (share === null) return null;
  const [low, high] = wilson(right, total);
  return {
    share: exactPercent(share),
    cases: `${formatNumber(right)} sur ${formatNumber(total)}`,
    interval: `entre ${percent(low, Math.floor)} et ${percent(high, Math.ceil)}`,
  };
}

export type SetFigures = { size: number; precision: Measure; recall: Measure; values: Measure };

export const viewTally = (tally: Tally): SetFigures => ({
  size: sizeOf(tally),
  precision: measureOf(precisionOf(tally), tally.truePositives, tally.truePositives + tally.falsePositives),
  recall: measureOf(recallOf(tally), tally.truePositives, sizeOf(tally)),
  values: measureOf(valuesOf(tally), tally.rightSlots, tally.slots),
});

/** The three shares over all benefits in real texts, each with what it rests on; one sentence each. */
export function describeTally(tally: Tally): string[] {
  const { precision, recall, values } = viewTally(tally);
  const shares: [Measure, string][] = [
    [precision, 'des avantages lus sont vraiment accordés'],
    [recall, 'des avantages accordés sont trouvés, le reste manque ici'],
    [values, 'des nombres notés par les lecteurs sont lus de la même façon'],
  ];
  return shares.flatMap(([measure, words]) =>
    measure ? [`${measure.share} ${words} (${measure.cases}, ${measure.interval}).`] : [],
  );
}

export type QualityRow = {
  id: string;
  label: string;
  href: string;
  own: SetFigures | null;
  real: SetFigures | null;
  /** What the gate says: « publié », « à confirmer », and by which set. */
  verdict: string;
  isToConfirm: boolean;
  notes: readonly string[];
};
export type QualityFamily = { id: string; label: string; summary: string; rows: QualityRow[] };

const BASIS: Record<Verdict['basis'], string> = {
  real: 'jugé sur accords réels',
  own: NOT_MEASURED,
  none: 'pas encore mesuré',
};

function rowOf(benefit: Benefit, { quality, qualityNotes }: Catalogue): QualityRow {
  const measured = quality.benefits[benefit.id];
  const verdict = judge(quality, benefit.id);
  return {
    id: benefit.id,
    label: benefit.shortLabel,
    href: benefitHref(benefit.id),
    own: measured ? viewTally(measured.own) : null,
    real: measured ? viewTally(measured.real) : null,
    verdict: `${verdict.isToConfirm ? 'À confirmer' : 'Publié'}, ${BASIS[verdict.basis]}`,
    isToConfirm: verdict.isToConfirm,
    notes: qualityNotes[benefit.id] ?? [],
  };
}

export const viewQuality = (catalogue: Catalogue): QualityFamily[] =>
  catalogue.families.map(({ id, label }) => {
    const rows = catalogue.benefits
      .filter(({ family }) => family === id)
      .map((each) => rowOf(each, catalogue));
    const toConfirm = rows.filter(({ isToConfirm }) => isToConfirm).length;
    const summary = `${count(rows.length, 'avantage')}${toConfirm > 0 ? `, ${formatNumber(toConfirm)} à confirmer` : ''}`;
    return { id, label, summary, rows };
  });

/** How many benefits each side of the gate holds, and by what they were judged. */
export function describeGate({ benefits, quality }: Catalogue): string {
  const verdicts = benefits.map(({ id }) => judge(quality, id));
  const real = verdicts.filter(({ basis }) => basis === 'real').length;
  const toConfirm = verdicts.filter(({ isToConfirm }) => isToConfirm).length;
  return (
    `Sur ${count(benefits.length, 'avantage')}, ${formatNumber(real)} ${real > 1 ? 'sont jugés' : 'est jugé'} sur des accords réels, ` +
    `les autres sur les phrases d’essai seulement. ` +
    (toConfirm === 0
      ? `Aucun n’est «${NO_BREAK_SPACE}à confirmer${NO_BREAK_SPACE}».`
      : `${formatNumber(toConfirm)} ${toConfirm > 1 ? 'sont affichés' : 'est affiché'} «${NO_BREAK_SPACE}à confirmer${NO_BREAK_SPACE}».`)
  );
}

/** On what the figures of a first reading rest. */
export const describeUnseen = (unseen: NonNullable<Quality['unseen']>): string =>
  `Pour le savoir, ${count(unseen.passages, 'passage')} d’accords réels, tirés au hasard, ont été annotés sans voir ce que le programme y lit, ` +
  `et comptés avant que ses erreurs n’y soient corrigées (${formatDate(unseen.measuredOn)}, version ${unseen.extractor}).`;

/** What whole readings of real texts found. */
export const describeReading = ({
  texts,
  shown,
  wrong,
  missed,
  measuredOn,
  extractor,
}: NonNullable<Quality['reading']>): string =>
  `Le ${formatDate(measuredOn)}, ${count(texts, 'accord')} réels ont été lus en entier à côté de ce que le programme en montrait (version ${extractor})\u00a0: ` +
  `sur ${count(shown, 'avantage affiché', 'avantages affichés')}, ${formatNumber(wrong)} étaient faux ou affichés sans une limite donnée par le texte\u00a0; ` +
  `${count(missed, 'avantage accordé manquait', 'avantages accordés manquaient')}. Ces erreurs ont ensuite servi à corriger les règles.`;

/** What a reading of cards one by one found. */
export const describeCards = ({
  employers,
  shown,
  wrong,
  unlimited,
  measuredOn,
  extractor,
}: NonNullable<Quality['cards']>): string =>
  `Le ${formatDate(measuredOn)}, les ${count(shown, 'carte')} de ${count(employers, 'employeur')} ont été relues une à une contre leur texte entier (version ${extractor})\u00a0: ` +
  `${formatNumber(wrong)} disaient quelque chose de faux, ${formatNumber(unlimited)} taisaient une limite donnée ailleurs dans le texte.`;

const measuredWords = ({ measuredOn, extractor }: Measurement): string =>
  `le ${formatDate(measuredOn)} sur la version ${extractor} du programme de lecture`;

/** Which versions of the reader were measured, and whether they are the one that read the texts shown here. */
export function describeVersion(
  { real, own }: { real: Measurement; own: Measurement },
  reader: string | null,
): string {
  const isOne = real.extractor === own.extractor && real.measuredOn === own.measuredOn;
  const measured = isOne
    ? `Mesuré ${measuredWords(real)}`
    : `Accords réels mesurés ${measuredWords(real)}\u00a0; phrases d’essai, ${measuredWords(own)}`;
  if (reader === null) return `${measured}.`;
  if (real.extractor === reader && own.extractor === reader)
    return `${measured}, celle qui a lu les textes affichés ici.`;
  return `${measured}. Les textes affichés ici ont été lus par la version ${reader}\u00a0: les chiffres d’une autre version ne la décrivent pas exactement.`;
}
