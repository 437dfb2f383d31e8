import type { Catalogue } from '#catalogue/catalogue.ts';
import { isLiveState, shownState } from '#domain/claim.ts';
import { formatDate, type IsoDate } from '#domain/dates.ts';
import { capitalize, count, countOrNone, plural } from '#domain/french.ts';
import type { BenefitEntry, EmployerProfile } from '#domain/profile.ts';
import type { SkyEntry } from '../constellation.ts';
import { showName } from './names.ts';
import { isGrant } from './states.ts';
import { headline } from './values.ts';

/** The card that other sites show in a frame: every word ready, only absolute dates. */
export type EmbedView = {
  name: string;
  /** « 8 avantages en vigueur d’après 3 accords publiés. » */
  sentence: string;
  /** What is no longer shown, and why; null when nothing is missing. */
  lapse: string | null;
  benefits: { label: string; value: string | null; note: string | null }[];
  /** Benefits in force beyond those listed. */
  more: string | null;
  sky: SkyEntry[];
  skyText: string;
  /** « État au 21 novembre 2026. Prochaine échéance connue : 31 décembre 2026. » */
  dated: string;
  isFictional: boolean;
};

const LISTED_MAX = 6;
const NOTES = { presumed: 'durée présumée', declared: 'déclaré par l’employeur' } as const;

/**
 * What an employer's card says on this day. Facts hold the states of the day they were derived on: where one was due to
 * change since, nothing is said to be in force before it is read again.
 */
export function viewEmbed(profile: EmployerProfile, catalogue: Catalogue, today: IsoDate): EmbedView {
  const { benefitById, familyById } = catalogue;
  const granted = profile.entries.filter(
    ({ benefit, lead }) => benefitById.has(benefit) && isGrant(lead.state),
  );
  const isOverdue = isOverdueOn(profile, today);
  const live = isOverdue ? [] : granted.filter(isLive);
  const families = new Map(catalogue.families.map(({ order, label }) => [order, label]));
  const sky = live.map(({ benefit, lead }) => {
    const known = benefitById.get(benefit)!;
    return { order: familyById.get(known.family)!.order, place: known.place, state: shownState(lead) };
  });
  const named = [...new Set(sky.map(({ order }) => families.get(order)))];
  const left = live.length - LISTED_MAX;
  return {
    name: showName(profile.name),
    sentence: isOverdue
      ? `Une échéance du ${formatDate(profile.changesOn!)} est à relire\u00a0: rien n’est confirmé en vigueur ici avant cette lecture.`
      : sentenceOf(live),
    lapse: isOverdue ? null : lapseOf(granted),
    benefits: live.slice(0, LISTED_MAX).map(({ benefit, lead }) => ({
      label: benefitById.get(benefit)!.shortLabel,
      value: headline(benefitById.get(benefit)!, lead.values),
      note: NOTES[shownState(lead) as keyof typeof NOTES] ?? null,
    })),
    more: left > 0 ? `et ${count(left, 'autre')}` : null,
    sky,
    skyText:
      named.length > 0
        ? `Familles avec un avantage en vigueur\u00a0: ${named.join(', ')}.`
        : 'Aucune étoile.',
    dated: datedOf(nextOf(profile), today),
    isFictional: profile.isFictional,
  };
}

const isOverdueOn = ({ changesOn }: EmployerProfile, today: IsoDate): boolean =>
  changesOn !== null && changesOn <= today;
const isLive = ({ lead }: BenefitEntry): boolean => isLiveState(shownState(lead));
const isDeclared = ({ lead }: BenefitEntry): boolean => shownState(lead) === 'declared';

function sentenceOf(live: readonly BenefitEntry[]): string {
  const declared = live.filter(isDeclared).length;
  const attested = live.length - declared;
  const texts = new Set(live.filter((entry) => !isDeclared(entry)).map(({ lead }) => lead.agreement?.id))
    .size;
  const parts = [
    attested > 0 && `${count(attested, 'avantage')} en vigueur d’après ${count(texts, 'accord')} ${plural(texts, 'publié')}`,
    declared > 0 && `${count(declared, 'avantage')} ${plural(declared, 'déclaré')} par l’employeur`,
  ].filter(Boolean); // prettier-ignore
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Aucun avantage confirmé en vigueur à ce jour.';
}

function lapseOf(granted: readonly BenefitEntry[]): string | null {
  const lapsed = granted.filter(({ lead }) => shownState(lead) === 'lapsed').length;
  if (lapsed > 0)
    return `Durée dépassée pour ${count(lapsed, 'avantage')}, à confirmer\u00a0: non repris ici.`;
  return granted.length === 0 ? 'Ce silence ne dit rien des avantages réels.' : null;
}

/** The end of a signal of hirings is no date of a benefit. */
const nextOf = ({ changesOn, hiring }: EmployerProfile): IsoDate | null =>
  hiring?.expiresOn === changesOn ? null : changesOn;

function datedOf(changesOn: IsoDate | null, today: IsoDate): string {
  const next = changesOn !== null && changesOn > today ? ` Prochaine échéance connue\u00a0: ${formatDate(changesOn)}.` : ''; // prettier-ignore
  return `État au ${formatDate(today)}.${next}`;
}

/** Words of the badge: « 8 avantages en vigueur au 21 novembre 2026 ». */
export function badgeWords(profile: EmployerProfile, today: IsoDate): string {
  if (isOverdueOn(profile, today)) return `À relire au ${formatDate(today)}`;
  const live = profile.entries.filter((entry) => isGrant(entry.lead.state) && isLive(entry)).length;
  return `${capitalize(countOrNone(live, 'avantage', 'avantages', 'm'))} en vigueur au ${formatDate(today)}`;
}
