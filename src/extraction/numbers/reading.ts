import { countedKind } from './counted.ts';
import { monthly, periodBefore, periodOf } from './periods.ts';
import { formerIn, isLeft, isReachedLater, refusedUntil } from './former.ts';
import { scanQuantities } from './scan.ts';
import type { Kind, Quantity } from './scan.ts';
import { isEarlierStage } from './stages.ts';
import { gated } from '../text/gates.ts';
import { matchesOf } from '../text/matches.ts';
import { narrowed } from '../text/normalize.ts';

/** y = year, s = half-year, t = quarter, m = month, w = week, d = day, '' = not stated; m11 = each of eleven months of the year. */
export type Period = '' | 'y' | 's' | 't' | 'm' | 'w' | 'd' | `m${number}`;

type Mark = {
  kind: Kind | 'split' | 'equal' | 'old' | 'inc';
  value: number;
  other: number;
  period: Period;
  start: number;
  end: number;
  isTarget: boolean;
};

const STOP = /[;|.]|<|\b\d{1,2} ?h\b|, (?:et|soit|a compter|acquis|a raison|dont)/;
const REACH = 80;
const LOOK_BACK = 60;
/** « six jours par mois reçoivent 300 € », « 39 heures hebdomadaires et 22 jours »: the month is that of the days. */
const OWN_PERIOD =
  /^ ?(?:(?:par|\/) ?(?:an|mois|semaine|jour|trimestre|semestre)\b|(?:brute?s? |nete?s? |de travail )?(?:annuel|mensuel|hebdomadaire|journalier|quotidien)\w*)/;
/** « augmenter le budget annuel du comité social et économique de 20 000 € » */
const INCREASE_REACH = 110;

const BEFORE_OLD =
  /(?:\bfixee?s? depuis (?:le |l')?[^,;<]{0,20} a|\b(?:remplace(?:nt|ra)?|se substitue\w*)\b(?! par)[a-z' ]{0,50}? d[e']|au lieu d[e'](?: ?(?:un |une |l'|la |le )?(?:plafond|taux|montant|maximum|valeur) (?:de |a )?)?|contre|(?:etait|etaient)(?: [a-z]+){0,2}? (?:de|d'|a)|(?:auparavant|precedemment|initialement|anciennement|jusqu'(?:ici|alors|a present|a ce jour|a maintenant)|jusque[- ]la)(?: [a-z]+){0,2}?(?: ?:| a| de| d'| a hauteur de| au taux de)?) ?$/;
/** « actuellement à 70 % »: the old figure when a new one follows. */
const BEFORE_CURRENT =
  /\b(?:actuellement|aujourd'hui|a ce jour|a l'heure actuelle) (?:a hauteur )?(?:de |d'|a |fixee? a )?$/;
const AFTER_OLD =
  /^ ?(?:prevue?s? |fixee?s? |accordee?s? )?(?:dans|par|selon) (?:la convention(?: collective)?|la ccn|la branche|la loi|le code du travail)\b[^()<]{0,20}\)|^ ?[-=:>,]{1,2} ?(?:ok|oui|accord|acceptee?)\b[^<;.]{0,20} (?:pour|a) $|^ ?[,(]? ?(?:actuellement|auparavant|precedemment|jusqu'(?:a present|alors|ici))/;
const BEFORE_INCREASE =
  /(?:\+ ?|\b(?:augment\w*|hausse\w*|revaloris\w*|reevalu\w*|major\w*|diminu\w*|baiss\w*|reduction|relev\w+)(?: (?!(?:est|sont|sera|seront|exceptionnel\w*|passe\w*|porte\w*|fixe\w*|et (?!economique)|soit|pour|a|evolue\w*)\b)[a-zœ'/-]+){0,10}? (?:de |d'))$/;
/** « un salaire inférieur à 6 000 € », « exonérée dans la limite de 5,55 € », « (par exemple 261 €) »: conditions, ceilings of a tax, examples. */
const BEFORE_THRESHOLD =
  /\b(?:salaires?|remunerations?|revenus?|appointements|quotient)\b[^;]{0,90}?\b(?:inferieure?s?|superieure?s?|egale?s?|exced\w+|depass\w+|entre|moins|plus|jusqu'a|au[- ]dela)(?: ou (?:egale?s?|superieure?s?|inferieure?s?))?(?: strictement)?(?: a| de| d'| le)? $|\b(?:salaires?|remunerations?|revenus?|brut|net)\b[^;<>]{0,40}[<>≤≥] ?=? ?$|\btranche (?:\w{1,2} )?\([^()<]{0,20}$|\bexoneration (?:maximum|maximale?|de la part)[^;<]{0,50} (?:de|a) $|\bexoner\w+\b[^;<]{0,90}\blimite (?:\w+ )?(?:de|a) $|\bexoner\w+\b(?: (?!vers|attribu|pay|d'un montant)[^\s,;<]+){0,12} (?:a hauteur|jusqu'a hauteur|jusqu'a concurrence) (?:maximale? )?de $|\bmoyenne (?:nationale|regionale|francaise|du (?:secteur|marche)|de la branche)\b[^;.<]{0,20} $|\b(?:plafond (?:de|du) cumul|cumul (?:de|des|du|entre)(?! (?:montants?|sommes?|versements?)))\b[^;:<]{0,200} (?:a|de|exceder|depasser) $|\bcumul\w* avec\b[^;:<]{0,140}\b(?:limite|plafond|plafonnee?|exceder|depasser)(?: \w+){0,3} (?:a|de) $|\bcumulables? (?:\w+ ){0,3}?(?:dans la limite|a hauteur|a concurrence|jusqu'a|plafonnee?s?)(?: \w+){0,3}? (?:de |a )?$|\([^()]*\bexemple\b[^()]*$/;
/** « Les jours utilisés pour un départ sont majorés de 15 % »: what is given, not how much more than before. */
const RAISED_DAYS =
  /\b(?:jours|droits|conges?|jour (?:place|affecte|verse|epargne|depose|transfere|utilise))\b[^;.]{0,90} major\w+ de $/;
const THRESHOLD_REACH = 260;
/** « une baisse des cotisations à hauteur de 12 % » */
const BEFORE_DECREASE = /\b(?:baisse|diminution) (?:des?|du|de la) [^;.<]{0,70}(?:a hauteur )?de $/;
/** « un congé supérieur ou égal à 3 jours »: which cases, not how many days. */
const BEFORE_LENGTH =
  /\b(?:conges?|absences?|arrets?|durees?|periodes?|hospitalisations?|missions?|deplacements?)\b[^;.<]{0,30}\b(?:superieure?s?|inferieure?s?)(?: ou egale?s?)? a $/;
const AFTER_INCREASE = /^ (?:supplementaires?|de plus|d'augmentation|de hausse)/;

[BEFORE_OLD, BEFORE_THRESHOLD].forEach(gated);

/** « de X à Y », « X à Y », « entre X et Y »: the target of the range. */
const LINK =
  /^(?: ?(?:par|\/|chaque) ?[a-z]+| (?:actuellement|bruts?|nets?|mensuels?|annuels?|de teletravail|berceaux|places|maximum))?(?: en 20\d\d)?(?: (?:prevue?s?|fixee?s?) par (?:la loi|le code(?: du travail)?|la convention(?: collective)?))?(?:,? (?:est|sont|sera|seront) (?:portee?s?|relevee?s?|revalorisee?s?|ramenee?s?|reevaluee?s?|allongee?s?|prolongee?s?)|,? passe(?:ra|nt|ront)?(?: ainsi)?| evolue(?:ra)?)?(?: ?-?(?:->|→|=>|>) ?| a (?:la somme de |hauteur de )?|,? voire? (?:meme )?(?:de |a )?| et )$/;

function joinRange(plain: string, first: Mark, second: Mark): boolean {
  const between = plain.slice(first.end, second.start);
  if (between.length > 45 || !LINK.test(between)) return false;
  if (first.kind !== second.kind && first.kind !== 'num') return false;
  if (second.kind === 'num' && first.kind === 'num' && !/^ a $/.test(between)) return false;
  const before = plain.slice(Math.max(0, first.start - 12), first.start);
  // « jusqu’ici de 700 €, est portée à 750 € », « aujourd’hui de 700 €, passe à 750 € »: what was, then what is.
  const opening = plain.slice(Math.max(0, first.start - LOOK_BACK), first.start);
  if (
    /\b(?:est|sont|sera|seront|passe\w*) /.test(between) &&
    (BEFORE_OLD.test(opening) || BEFORE_CURRENT.test(opening))
  )
    return false;
  const hasFrom = /(?:\bde |\bd'|\bentre )$/.test(before);
  if (/ et $/.test(between)) return /\bentre $/.test(before) && between.trim() === 'et';
  return (
    hasFrom ||
    between.trim() === 'a' ||
    /[→>]| voire? /.test(between) ||
    / (?:est|sont|sera|seront) (?:portee?|relevee?|revalorisee?|reevaluee?)s? a /.test(between)
  );
}

/** « 60/40 », « 60 % - 40 % »: two shares that make a hundred. */
function joinSplit(plain: string, first: Mark, second: Mark): boolean {
  if (!['num', 'pct'].includes(first.kind) || !['num', 'pct'].includes(second.kind)) return false;
  return (
    /^ ?[/-] ?$/.test(plain.slice(first.end, second.start)) &&
    Math.abs(first.value + second.value - 100) < 0.011
  );
}

/** « à parts égales », « par moitié » */
const HALVES = /egale|moitie|parite/;
const EQUAL = /\ba parts? egales?\b|\bparts? egales?\b|\bpar moitie\b|\bmoitie[ -]moitie\b|\ba parite\b/g;

function toMarks(plain: string, quantities: readonly Quantity[]): Mark[] {
  const marks: Mark[] = [];
  for (const { kind, value, start, end, hidden } of quantities) {
    if (hidden) continue;
    const mark: Mark = { kind, value, other: 0, period: '', start, end, isTarget: false };
    const previous = marks.at(-1);
    if (previous && joinSplit(plain, previous, mark)) {
      marks[marks.length - 1] = { ...previous, kind: 'split', other: value, end };
    } else if (previous && previous.kind !== 'split' && joinRange(plain, previous, mark)) {
      // « entre 10 et 14 ans d’ancienneté » opens at the first bound.
      const bound = kind === 'year' ? previous.value : value;
      marks[marks.length - 1] = { ...mark, value: bound, start: previous.start, isTarget: true };
    } else marks.push(mark);
  }
  for (const match of HALVES.test(plain) ? matchesOf(EQUAL, plain) : []) {
    marks.push({
      kind: 'equal',
      value: 50,
      other: 50,
      period: '',
      start: match.index,
      end: match.index + match[0].length,
      isTarget: false,
    });
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** « Inférieur à 25 000 € | 300 € »: the first cell of a row says which pay it is for. */
const BAND =
  /^\W*(?:[a-z]+ ){0,4}?(?:inferieure?s?|superieure?s?|moins|plus|jusqu'a|entre|au[- ]dela|de|[<>≤≥])(?: ou egale?s?)?(?: a| de| d'| =)? ?$/;
/** « moins de 25 000 € : 300 € », « de 2 000 à 2 800 € : 600 € »: in a line, where the colon could stand behind an amount. */
const BAND_IN_LINE =
  /^\W*(?:(?:pour |si )?(?:les |un |le )?(?:salaires?|remunerations?|bruts?|revenus?) )?(?:(?:mensuel|annuel|de base|brute?s?)\w* ){0,2}(?:(?:inferieure?s?|superieure?s?)(?: ou egale?s?)? a|moins de|plus de|jusqu'a|entre|au[- ]dela de|[<>≤≥] ?=?|de) ?$/;
const isBand = (plain: string, marks: readonly Mark[], i: number): boolean =>
  (/^[^|<]{0,20}\|/.test(plain.slice(marks[i]!.end)) ||
    (/^[^|<:]{0,20}:\W*\d/.test(plain.slice(marks[i]!.end, marks[i]!.end + 30)) &&
      BAND_IN_LINE.test(plain.slice(0, marks[i]!.start)))) &&
  marks.some(({ kind }, j) => j > i && kind === 'eur') &&
  BAND.test(plain.slice(0, marks[i]!.start));

/** Whether words of the sentence allow an expression at all. */
type May = (pattern: RegExp) => boolean;
const ALWAYS: May = () => true;

function qualify(plain: string, marks: Mark[], may: May): void {
  const isOlder = may(BEFORE_OLD);
  const isThreshold = may(BEFORE_THRESHOLD);
  const refused = marks.length > 0 ? refusedUntil(plain) : 0;
  marks.forEach((mark, i) => {
    if (mark.kind === 'num') mark.kind = countedKind(plain, mark.start, mark.end) ?? 'num';
    const previousEnd = marks[i - 1]?.end ?? 0;
    const nextStart = marks[i + 1]?.start ?? plain.length;
    const before = plain.slice(Math.max(previousEnd, mark.start - LOOK_BACK), mark.start);
    const after = plain.slice(mark.end, Math.min(nextStart, mark.end + REACH));
    const isReplaced =
      !mark.isTarget &&
      marks.some((later, j) => j > i && later.kind === mark.kind) &&
      (BEFORE_CURRENT.test(before) || /^ (?:bruts? |nets? |\/ ?mois )?depuis\b/.test(after));
    // « 10,25 € x 226 points » is a factor, not the amount.
    if (
      mark.end <= refused ||
      /^ ?[x×*] ?\d|^ a [x.…_]+ ?(?:€|euros|%)/.test(plain.slice(mark.end, mark.end + 12))
    )
      mark.kind = 'old';
    else if (mark.kind === 'day' && BEFORE_LENGTH.test(before)) mark.kind = 'old';
    else if (isReplaced || (isOlder && BEFORE_OLD.test(before)) || AFTER_OLD.test(after)) mark.kind = 'old';
    else if (!mark.isTarget && isReachedLater(plain, marks, i)) mark.kind = 'old';
    else if (mark.kind === 'eur' && isBand(plain, marks, i)) mark.kind = 'old';
    else if (isEarlierStage(plain, marks, i) || isLeft(plain, marks, i)) mark.kind = 'old';
    else if (
      isThreshold &&
      mark.kind === 'eur' &&
      BEFORE_THRESHOLD.test(plain.slice(Math.max(0, mark.start - THRESHOLD_REACH), mark.start))
    )
      mark.kind = 'old';
    else if (!mark.isTarget && (mark.kind === 'eur' || mark.kind === 'pct')) {
      if (
        (BEFORE_INCREASE.test(plain.slice(Math.max(previousEnd, mark.start - INCREASE_REACH), mark.start)) &&
          !/enveloppe|\bbudget d'augmentation|hauteur de $/.test(before) &&
          !RAISED_DAYS.test(plain.slice(Math.max(previousEnd, mark.start - INCREASE_REACH), mark.start))) ||
        (mark.kind === 'pct' &&
          BEFORE_DECREASE.test(plain.slice(Math.max(0, mark.start - 110), mark.start))) ||
        AFTER_INCREASE.test(after)
      )
        mark.kind = 'inc';
    }
    const stop = after.search(STOP);
    const period = periodOf(stop >= 0 ? after.slice(0, stop) : after);
    // « 45 jours, pris par journée entière »
    mark.period =
      (mark.kind === 'day' && period === 'd' ? '' : period) ||
      periodBefore(i > 0 ? before.replace(OWN_PERIOD, '') : before);
    if (mark.period === 'm') mark.period = monthly(plain.slice(mark.end));
  });
}

/** A decimal point would end a clause for patterns that stop at one: « 0,3 % » is `<pct:0·3:>`. */
const format = (value: number): string => String(Math.round(value * 1e6) / 1e6).replace('.', '·');

/** The number that a mark holds. */
export const markedNumber = (printed: string): number => Number(printed.replace('·', '.'));

function writeMark({ kind, value, other, period }: Mark): string {
  if (kind === 'old' || kind === 'inc') return `#${kind}`;
  if (kind === 'split' || kind === 'equal') return `<${kind}:${format(value)}:${format(other)}>`;
  return `<${kind}:${format(value)}:${period}>`;
}

/**
 * The reading of a normalized sentence: every quantity becomes `<kind:value:period>`, dates and references become words that
 * hold no digit. Benefit patterns are matched on it.
 */
export function readQuantities(
  plain: string,
  quantities: readonly Quantity[] = scanQuantities(plain),
  may: May = ALWAYS,
): string {
  if (quantities.length === 0 && !HALVES.test(plain)) return plain;
  const marks = toMarks(plain, quantities);
  qualify(plain, marks, may);
  const hidden = quantities.filter((q) => q.hidden !== null);
  const former = formerIn(plain);
  const pieces = [
    ...former.map(({ index, 0: text }) => ({ start: index, end: index + text.length, text: '#old ' })),
    ...marks.map((mark) => ({ start: mark.start, end: mark.end, text: writeMark(mark) })),
    ...hidden.map((q) => ({
      start: q.start,
      end: q.end,
      text: q.hidden === 'rank' ? `#rank${q.value}` : `#${q.hidden}`,
    })),
  ].sort((a, b) => a.start - b.start);
  let result = '';
  let at = 0;
  for (const piece of pieces) {
    if (piece.start < at) continue;
    result += plain.slice(at, piece.start) + piece.text;
    at = piece.end;
  }
  return narrowed(result + plain.slice(at), plain);
}
