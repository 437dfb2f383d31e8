import type { Lasting } from '../domain/extraction.ts';
import { NO_CUMUL } from './clusters.ts';
import type { Unit } from './context/units.ts';
import { limitsOfPurchase, limitsOfTitle } from './named-years.ts';
import { limitsIn } from './terms/limits.ts';
import type { Limit } from './terms/limits.ts';

/** Sentences below a decision that may say how long it lasts. */
const BELOW_MAX = 6;
/** Characters around a year in which the words are looked for that say what it is the year of. */
const NEAR = 140;
/** An envelope may stand farther from its year. */
const NEAR_ENVELOPE = 220;
/** « uniquement pour l’année 2023 », « à titre temporaire » */
const ONLY =
  /\b(?:exclusivement|uniquement|seul(?:e|ement)?|exceptionnel\w*|temporaire\w*|provisoire\w*|experiment\w*|a titre d'essai|ponctuel\w*)\b/;
/** « est reconduite pour l’année 2023 »: without that it would have ended. */
const GOES_ON =
  /\b(?:continue(?:ra|ront|r) (?:a |de |d')|reconduit\w*|reconduire|reconduction|renouvel\w+|prolong\w+|proroge\w*|proroger|prorogation)\b/;
/** A rate, a price or a scale, or its change: the year is that of its present level, and the scheme goes on. */
const LEVEL =
  /%|\b(?:porte(?:e|es|s|nt|r)?|passe\w*|fixe(?:e|es|s|nt|r)?|maintien\w*|maintenue?s?|reste\w*|inchange\w*|revaloris\w+|releve\w*|augment(?:e|ee|er|era|ent)\b|evolu\w+|s'eleve\w*|taux|baremes?|grilles?|plafonds?|plafonnee?|valeurs?|nombre|(?<!d'un )montants?|cotisations?|part (?:patronale|employeur|de l'employeur)|participation (?:de l'|de la |employeur|patronale|financiere)|prises? en charge|financement|rtt|jrtt|jours? de repos|tickets?|titres?)\b/;
const GIVES =
  /\b(?:instaur\w+|institu\w+|vers(?:er|era|ee?s?|ement)|attribu\w+|accorde\w*|octroy\w+|octroi|allou\w+|consacr\w+|reserv\w+|dot(?:e|er|ee|era)\b|offr\w+|offert\w*|distribu\w+|debloqu\w+|mobilis\w+|bonifi\w+|convenue?s?)\b/;
const GIFT =
  /\b(?:primes?|dotations?|subventions?|sommes?|gratifications?|cartes?|bons?|cheques?|abondement|supplement|indemnites?|aides?|forfaits?|jours?|journees?|ponts?|complements?|contribution|majoration d['e])\b/;
/** An envelope or a number of places named with its year is that year’s, whatever its rate. */
const ENVELOPE = /\b(?:budgets?|continuite budgetaire|enveloppes?|dotations?|places?|berceaux|lits)\b/;
/** … unless it is a share of the payroll paid every year to the works committee. */
const COMMITTEE = /(?:activites|(?:œ|oe)uvres) sociales|\basc\b|\bcse\b|comite/;
const SHARE = /(?:^|[^+\d.,])\d+(?:[.,]\d+)? ?%/;
/** « un accord d’intéressement pour l’exercice 2022 »: the year of that accord, not of this text. */
const OF_ACCORD =
  /(?<!\bpresent )\baccords? (?:collectif |d'entreprise |de groupe )?(?:d'|de |sur |relatif )[^.;]{0,80}$/;
/** « Prime de vacances de 700 €, pour l’année 2022 », « la mise en place pour l’année 2022 de … » */
const BARE_GIFT =
  /(?:primes?|gratifications?|indemnites?|bons?|cheques?|cartes?)\b(?:(?!maint|fixe|porte|pass|revaloris|\b(?:est|sont|sera|seront|s'eleve)\b)[^.;%]){0,60}(?:€|euros?)(?: bruts?| nets?)?,? $/;
const SET_UP = /\bmises? en (?:(?:œ|oe)uvre|place),? $/;
/** « Cette mesure … », « Il … », but not « Il est décidé … » */
const LOOKS_BACK =
  /^\W*(?:cet(?:te)?|ces?|ladite|ledit|la presente (?:mesure|disposition)|les dispositions du present article|elles?|ils?|celles?-ci|ceux-ci|celui-ci)\b(?! (?:\w+ ){1,3}?(?:decide|convenu|precise|rappele|prevu|entendu|propose|demande|accorde|institue|cree|octroye|attribue|possible|envisage)\b)/;
/** Days off counted for a year are the present level of a lasting scheme. */
const COUNTED = /\b(?:j?rtt|jours? de repos|nombre de jours)\b/;
const APPLIES =
  /\b(?:valable|applicable|s'applique\w*|vaut|vaudra|effective?|reconduit\w*|renouvel\w*|prolong\w*|prise au titre|en une (?:seule )?fois)\b/;
/** « Au cours de cette période, … » takes up the sentence above. */
const TAKES_UP = /^\W*(?:a ce titre|(?:au cours de|durant|pendant|sur) cette (?:periode|annee))\b/;

const near = (plain: string, { start, end }: Limit, reach = NEAR): string =>
  plain.slice(Math.max(0, start - reach), end + reach);

/** « un abondement de 50 % des sommes versées, dans la limite de 500 €, sur l’année 2023 »: a top-up is decided for its year. */
const TOPS_UP = /\babondements?\b(?:(?!\b(?:port|pass)(?:e|era|ee?s?)\b)[^.;])*$/;
/** « s’engage à maintenir pour l’année 2022 … », « le maintien de la prime au titre de 2023 »: for no longer than that. */
const KEEPS = /\bs'engage(?:nt)? a maintenir,? $|\bmaint(?:ien|enir)\b(?! a \d)(?:[^.;]|\.(?=\d))*$/;

/** Is a year that a sentence names the year of what it grants? */
function isOfYear(plain: string, limit: Limit): boolean {
  const around = near(plain, limit);
  const before = plain.slice(0, limit.start);
  if (OF_ACCORD.test(before) || BARE_GIFT.test(before) || SET_UP.test(before)) return true;
  const named = plain.slice(limit.start, limit.end);
  if (/^(?:pour|sur|au titre)\b/.test(named) && TOPS_UP.test(before)) return true;
  if ((!named.startsWith('pour') || /engage\w* a maintenir,? $/.test(before)) && KEEPS.test(before))
    return true;
  if (ONLY.test(around) || GOES_ON.test(around)) return true;
  if (ENVELOPE.test(near(plain, limit, NEAR_ENVELOPE)) && !(COMMITTEE.test(around) && SHARE.test(around)))
    return !/\b(?:porte|passe)\w* (?:a|de)\b/.test(around);
  return GIVES.test(around) && GIFT.test(around) && !LEVEL.test(around);
}

/** What stands behind it is about another thing. */
const BORDER = /[;|]|\bainsi qu|\bet (?:qu|d'une? |une? |des |du )|\. /;

/** The limit bears on the benefit: no other thing stands between them. */
function bearsOn({ plain, hits }: Unit, owner: number, { start, end }: Limit): boolean {
  const own = hits.filter((hit) => hit.owner === owner);
  const between = (hit: { start: number; end: number }): string =>
    hit.end <= start ? plain.slice(hit.end, start) : plain.slice(end, hit.start);
  return own.length === 0 || own.some((hit) => !BORDER.test(between(hit)));
}

const latest = (limits: readonly Limit[]): Lasting | null => {
  const days = limits.flatMap(({ lasts }) => ('until' in lasts ? [lasts.until] : []));
  const last = days.sort().at(-1);
  return last ? { until: last } : (limits[0]?.lasts ?? null);
};

/** « 150 € pour une présence à 100 % sur l’année 2022 »: the year that is counted, not the one that is paid. */
const OF_PRESENCE = /\bpresen(?:ce|te?s?)\b[^.;,]{0,40}$/;

function ownLimits(unit: Unit, owner: number): Limit[] {
  return limitsIn(unit.plain).filter(
    (limit) =>
      bearsOn(unit, owner, limit) &&
      !(limit.isYear && OF_PRESENCE.test(unit.plain.slice(0, limit.start))) &&
      (limit.isYear ? isOfYear(unit.plain, limit) : !(limit.isPeriod && COUNTED.test(unit.plain))),
  );
}

/** « Article 4.2 – Durée d’application » below « Article 4.1 – Montant » */
const OF_DURATION =
  /\b(?:duree|periode|validite) (?:d'application|de la mesure|de validite|de l'experimentation)/;

/** « Un budget de 0,2 % … » « Cette mesure sera versée avec la paie de mars 2023. » */
const isPaid = (plain: string, next: string): boolean =>
  ENVELOPE.test(plain) && !COMMITTEE.test(plain) && /\bversee?s?\b/.test(next);

/** « L’abondement sera versé au plus tard fin mai 2022. »: that one. */
const TOP_UP = /\babondement\b/;
const TOPPED_UP = /^\W*(?:l'|cet |le montant de l')abondement (?:sera|est) (?:\w+ )?verse\b/;

/** What the next sentences say of « cette mesure », as long as they speak of nothing else. */
function limitsBelow(units: readonly Unit[], unit: Unit, owner: number): Limit[] {
  for (let i = unit.index + 1; i <= unit.index + BELOW_MAX && i < units.length; i++) {
    const next = units[i]!;
    if (next.kind === 'heading' && OF_DURATION.test(next.plain)) continue;
    const isBelow = next.section === unit.section || OF_DURATION.test(next.headings.at(-1)?.plain ?? '');
    if (!isBelow || next.kind === 'heading') break;
    const isItem =
      next.intro !== null && next.intro.start >= Math.min(unit.start, unit.intro?.start ?? unit.start);
    if (!isItem && !NO_CUMUL.test(next.plain) && next.hits.some((hit) => hit.owner !== owner)) break;
    const isTopUp = TOP_UP.test(unit.plain) && TOPPED_UP.test(next.plain);
    if (!LOOKS_BACK.test(next.plain) && !isTopUp) continue;
    const limits = limitsIn(next.plain).filter(
      ({ isYear }) =>
        !isYear ||
        isTopUp ||
        APPLIES.test(next.plain) ||
        ONLY.test(next.plain) ||
        isPaid(unit.plain, next.plain),
    );
    if (limits.length > 0) return limits;
  }
  return [];
}

/** Sentences between what renews a bonus and its sum. */
const RENEWED_WITHIN = 2;

/** « L’entreprise renouvelle le versement d’une prime. […] Elle est fixée à 600 € pour 2022. »: decided anew each year. */
function limitsRenewed(units: readonly Unit[], { index, headings }: Unit): Limit[] {
  const around = units
    .slice(Math.max(0, index - RENEWED_WITHIN), index + RENEWED_WITHIN + 1)
    .filter((one) => one.headings.at(-1)?.start === headings.at(-1)?.start);
  const first = around.findIndex(
    ({ plain }) => GOES_ON.test(plain) && GIVES.test(plain) && GIFT.test(plain) && !LEVEL.test(plain),
  );
  if (first < 0) return [];
  return around
    .slice(first + 1, first + 1 + RENEWED_WITHIN)
    .filter(({ plain }) => LOOKS_BACK.test(plain) && /\bfixee?s?\b/.test(plain))
    .flatMap(({ plain }) => limitsIn(plain).filter(({ isYear }) => isYear));
}

/** « Une enveloppe de 2,9 % est attribuée pour l’année 2022. […] Le budget se décompose comme suit : » above its parts. */
function envelopeAbove(units: readonly Unit[], index: number): Limit[] {
  for (let i = index - 1; i >= Math.max(0, index - BELOW_MAX); i--) {
    const { plain, kind } = units[i]!;
    if (kind === 'heading' && !plain.endsWith(':')) break;
    const limits = ENVELOPE.test(plain)
      ? limitsIn(plain).filter((limit) => limit.isYear && isOfYear(plain, limit))
      : [];
    if (limits.length > 0) return limits;
  }
  return [];
}

/** « L’offre 2023 propose … » « Cette formule … » « Elle octroie … »: sentences that take up one another. */
const TAKEN_UP_MAX = 2;

/** The sentence above that this one takes up, or the title that says for which time its measures are. */
function limitsAbove(units: readonly Unit[], { plain, index, section, headings, intro }: Unit): Limit[] {
  for (let i = index; i > 0 && i > index - TAKEN_UP_MAX; i--) {
    const before = units[i - 1]!;
    if (before.section !== section || !(TAKES_UP.test(units[i]!.plain) || LOOKS_BACK.test(units[i]!.plain)))
      break;
    const limits = limitsIn(before.plain).filter(
      (limit) => !limit.isYear || ONLY.test(before.plain) || SET_UP.test(before.plain.slice(0, limit.start)),
    );
    if (limits.length > 0) return limits;
  }
  const title = headings.at(-1)?.plain;
  const opener = intro?.plain ?? title;
  const isPart = opener?.endsWith(':') && ENVELOPE.test(opener) && ENVELOPE.test(plain);
  const shared = isPart ? envelopeAbove(units, index) : [];
  if (shared.length > 0) return shared;
  return title && ONLY.test(title) ? limitsIn(title) : [];
}

/**
 * How long the text says that this very benefit lasts: in the sentence that grants it, in the next ones when they speak of « cette
 * mesure », in the one that it takes up, or in its title. A year is that of a bonus, a budget or an experiment, not that of the present
 * level of a lasting scheme.
 */
function lastingOf(units: readonly Unit[], unit: Unit, owner: number): Lasting | null {
  for (const limits of [
    () => ownLimits(unit, owner),
    () => limitsBelow(units, unit, owner),
    () => limitsAbove(units, unit),
    () => limitsRenewed(units, unit),
    () => limitsOfPurchase(units, unit),
    () => limitsOfTitle(unit),
  ]) {
    const lasts = latest(limits());
    if (lasts) return lasts;
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
