import { names } from '../context/naming.ts';
import type { Lasting } from '../../domain/extraction.ts';
import { haveSameTitle } from '../context/units.ts';
import type { Unit } from '../context/units.ts';
import { limitsAbove } from './lasting-above.ts';
import {
  COMMITTEE,
  ENVELOPE,
  GIFT,
  GIVES,
  GOES_ON,
  LEVEL,
  ONLY,
  isOfYear,
  looksBack,
} from './lasting-years.ts';
import { limitsOfPurchase, limitsOfTitle } from './named-years.ts';
import { limitsOfTalks } from './pay-budgets.ts';
import { NO_CUMUL } from '../clusters.ts';
import { requestsBelow } from './requests.ts';
import { limitsIn } from '../terms/limits.ts';
import type { Limit } from '../terms/limits.ts';
import { gated, holds } from '../text/gates.ts';

/** Sentences below a decision that may say how long it lasts. */
const BELOW_MAX = 6;
/** Days off counted for a year are the present level of a lasting scheme, but « Pour la période du … au …, le nombre de RTT est de 9 ». */
const COUNTED = /\b(?:j?rtt|jours? de repos|nombre de jours)\b/;
const COUNT_TOLD =
  /\bnombre (?:de |d'|total |annuel )*(?:jours?|j?rtt)\b[^.;]{0,40}\b(?:est|sera|s'eleve\w*|fixee?|arretee?|ete)\b/;
const isCountedDay = (plain: string): boolean => COUNTED.test(plain) && !COUNT_TOLD.test(plain);
const APPLIES =
  /\b(?:valable|applicable|s'applique\w*|vaut|vaudra|effective?|reconduit\w*|renouvel\w*|prolong\w*|prise au titre|en une (?:seule )?fois)\b/;
/** What stands behind it is about another thing. */
const BORDER = /[;|]|\bainsi qu|\bet (?:qu|d'une? |une? |des |du )|\. /;

/** The limit bears on the benefit: no other thing stands between them. */
export function bearsOn({ plain, hits }: Unit, owner: number, { start, end }: Limit): boolean {
  const own = hits.filter((hit) => hit.owner === owner);
  const between = (hit: { start: number; end: number }): string =>
    hit.end <= start ? plain.slice(hit.end, start) : plain.slice(end, hit.start);
  return own.length === 0 || own.some((hit) => !BORDER.test(between(hit)));
}

const latest = (limits: readonly Limit[]): Lasting | null => {
  if (limits.length === 0) return null;
  const days = limits.flatMap(({ lasts }) => ('until' in lasts ? [lasts] : []));
  const talks = limits.find(({ lasts }) => 'isUntilTalks' in lasts);
  // « pour l’exercice 2023, jusqu’aux NAO 2024 »: a printed day ends it, a year does not.
  if (talks && limits.every(({ lasts, isYear }) => isYear || 'isUntilTalks' in lasts)) return talks.lasts;
  return days.sort((a, b) => (a.until < b.until ? -1 : 1)).at(-1) ?? limits[0]!.lasts;
};

/** « 150 € pour une présence à 100 % sur l’année 2022 »: the year that is counted, not the one that is paid. */
const OF_PRESENCE = gated(/\bpresen(?:ce|te?s?)\b[^.;,]{0,40}$/);

function ownLimits(unit: Unit, owner: number): Limit[] {
  return limitsIn(unit.plain, unit.opened).filter(
    (limit) =>
      bearsOn(unit, owner, limit) &&
      !(limit.isYear && OF_PRESENCE.test(unit.plain.slice(0, limit.start))) &&
      (limit.isYear ? isOfYear(unit.plain, limit) : !(limit.isPeriod && isCountedDay(unit.plain))),
  );
}

/** « Article 4.2 – Durée d’application » below « Article 4.1 – Montant » */
export const OF_DURATION = gated(
  /\b(?:duree|periode|validite) (?:d'application|de la mesure|de validite|de l'experimentation)/,
);

/** « Un budget de 0,2 % … » « Cette mesure sera versée avec la paie de mars 2023. » */
const isPaid = (plain: string, next: string): boolean =>
  ENVELOPE.test(plain) && !COMMITTEE.test(plain) && /\bversee?s?\b/.test(next);

/** « L’abondement sera versé au plus tard fin mai 2022. »: that one. */
const TOP_UP = gated(/\babondement\b/);
const TOPPED_UP = gated(/^\W*(?:l'|cet |le montant de l')abondement (?:sera|est) (?:\w+ )?verse\b/);

/** « Un versement exceptionnel … »: another payment than the one above. */
const ANOTHER = gated(
  /^\W*(?:(?:en outre|par ailleurs|de plus|enfin),? )?une? (?:\w+ )?(?:versement|prime|dotation|somme|gratification|indemnite|aide)\b/,
);

/** « … est modifié comme défini ci-dessus pour l’année 2022 » */
const DEFINED_ABOVE = gated(
  /\b(?:comme|tel\w* que) (?:\w+ )?ci-dessus,? (?:pour|au titre de) (?:la seule |l')?(?:annee|exercice)/,
);

/** In the same section, or below what the sentence opens. */
const isUnder = (next: Unit, unit: Unit): boolean =>
  next.section === unit.section || (unit.plain.endsWith(':') && haveSameTitle(next, unit));

/** What the next sentences say of « cette mesure », as long as they speak of nothing else. */
export function limitsBelow(units: readonly Unit[], unit: Unit, owner: number): Limit[] {
  const ofTopUp = holds(unit, TOP_UP);
  for (let i = unit.index + 1; i <= unit.index + BELOW_MAX && i < units.length; i++) {
    const next = units[i]!;
    if (next.kind === 'heading' && holds(next, OF_DURATION)) continue;
    const title = next.headings.at(-1);
    const isBelow = isUnder(next, unit) || (title !== undefined && holds(title, OF_DURATION));
    if (!isBelow || next.kind === 'heading') break;
    const isItem =
      next.intro !== null && next.intro.start >= Math.min(unit.start, unit.intro?.start ?? unit.start);
    if (!isItem && next.hits.some((hit) => hit.owner !== owner) && !holds(next, NO_CUMUL)) {
      // « Cette prime est exclue pour qui a un abonnement remboursé. » still speaks of it, but for its own time.
      if (looksBack(next)) continue;
      break;
    }
    if (names(next, owner) && holds(next, ANOTHER)) break;
    const isTopUp = ofTopUp && holds(next, TOPPED_UP);
    const isDefined = holds(next, DEFINED_ABOVE);
    if (!looksBack(next) && !isTopUp && !isDefined) continue;
    const limits = limitsIn(next.plain, next.opened).filter(
      ({ isYear }) =>
        !isYear ||
        isTopUp ||
        isDefined ||
        APPLIES.test(next.plain) ||
        ONLY.test(next.plain) ||
        isPaid(unit.plain, next.plain),
    );
    if (limits.length > 0) return limits;
  }
  return [];
}

/** « Les primes semestrielles seront reconduites en 2023. » */
const RENEWED = gated(
  /^\W*(?:les?|la|cette|ces) (?:primes?|gratifications?) [^.;,]{0,60}\b(?:sera|seront|est|sont) (?:reconduit|renouvel)e?e?s? (?:en|pour|au titre de)\b/,
);
/** Sentences between what renews a bonus and its sum. */
const RENEWED_WITHIN = 2;

/** « L’entreprise renouvelle le versement d’une prime. […] Elle est fixée à 600 € pour 2022. »: decided anew each year. */
function limitsRenewed(units: readonly Unit[], unit: Unit): Limit[] {
  const around = units
    .slice(Math.max(0, unit.index - RENEWED_WITHIN), unit.index + RENEWED_WITHIN + 1)
    .filter((one) => haveSameTitle(one, unit));
  const first = around.findIndex(
    (one) => holds(one, GOES_ON) && GIVES.test(one.plain) && GIFT.test(one.plain) && !LEVEL.test(one.plain),
  );
  // « Les primes semestrielles seront reconduites en 2023. » « Leur montant est porté à … »
  const renewed = around.find((one) => holds(one, RENEWED));
  if (renewed) return limitsIn(renewed.plain, renewed.opened).filter(({ isYear }) => isYear);
  if (first < 0) return [];
  return around
    .slice(first + 1, first + 1 + RENEWED_WITHIN)
    .filter((one) => looksBack(one) && /\bfixee?s?\b/.test(one.plain))
    .flatMap((one) => limitsIn(one.plain, one.opened).filter(({ isYear }) => isYear));
}

/** « Un avenant a été signé pour poursuivre le télétravail au-delà de l’année 2022. », below the accord that ended with it. */
const BEYOND = gated(/\bau[- ]dela (?:du|de)\b[^.;]{0,30}\b(20\d\d)\b/);
export const goesBeyond = (
  units: readonly Unit[],
  unit: Unit,
  owner: number,
  { until }: { until: string },
): boolean =>
  units
    .slice(unit.index + 1, unit.index + 1 + BELOW_MAX)
    .some(
      (next) =>
        haveSameTitle(next, unit) && names(next, owner) && BEYOND.exec(next.plain)?.[1] === until.slice(0, 4),
    );

/**
 * How long the text says that this very benefit lasts: in the sentence that grants it, in the next ones when they speak of « cette
 * mesure », in the one that it takes up, or in its title. A year is that of a bonus, a budget or an experiment, not that of the present
 * level of a lasting scheme.
 */
function lastingOf(units: readonly Unit[], unit: Unit, owner: number): Lasting | null {
  for (const limits of [
    () => ownLimits(unit, owner),
    () => limitsBelow(units, unit, owner),
    () => requestsBelow(units, unit),
    () => limitsAbove(units, unit),
    () => limitsRenewed(units, unit),
    () => limitsOfPurchase(units, unit),
    () => limitsOfTitle(unit),
    () => limitsOfTalks(units, unit),
  ]) {
    const lasts = latest(limits());
    if (lasts) return 'until' in lasts && goesBeyond(units, unit, owner, lasts) ? null : lasts;
  }
  return null;
}

/** The first of these sentences of which the text says how long what it grants lasts. */
export function lastingOfAny(units: readonly Unit[], said: readonly Unit[], owner: number): Lasting | null {
  for (const unit of said) {
    const lasts = lastingOf(units, unit, owner);
    if (lasts) return lasts;
  }
  return null;
}
