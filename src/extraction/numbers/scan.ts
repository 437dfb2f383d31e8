import { NUMBER_WORD, isNumberWord, parseNumberWords } from './words.ts';

export type Kind = 'eur' | 'pct' | 'day' | 'week' | 'month' | 'year' | 'hour' | 'minute' | 'times' | 'num';

/** A number found in normalized text, with its unit. `hidden`: a date, a reference, an hour of the day: not a quantity. */
export type Quantity = { kind: Kind; value: number; start: number; end: number; hidden: string | null };

const MONTH = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
/** What opens with a figure, then what opens with a letter: few places of a sentence may open either. */
const TOKEN = new RegExp(
  [
    [
      '(?=[\\d½])(?:',
      `(?<date>\\d{1,2}(?:er)? (?:${MONTH})(?![a-z])(?: \\d{4})?|\\d{1,2}[/.]\\d{1,2}[/.](?:19|20)?\\d\\d\\b)|`,
      // « 5.1 RTT : 12 jours »: the number of the line counts nothing.
      '(?<ref>\\d{3,4}-\\d+(?:-\\d+)*|^\\d{1,2}(?:\\.\\d{1,2}){1,3}(?=[.)-]? ?(?!(?:jours?|heures?|semaines?|mois|euros?)\\b)[a-z][^:;]{1,60} ?: ))|',
      '(?<time>\\d{1,2} ?h ?\\d{2}\\b)|',
      '(?<year>\\b(?:19|20)\\d\\d\\b(?! ?(?:€|euros?|%|jours?|heures?)))|',
      '(?<ordinal>\\d+ ?(?:ers?|eres?|e|i?emes?|nde?|°)(?![a-z]))|',
      '(?<half>\\b1/2(?= ?(?:jour|heure|mois\\b|semaine))|½)|',
      "(?<part>\\b[1-4]/[3-5](?= (?:du|de la|de l'|a sa charge|a la charge)))|",
      '(?<figure>\\d{1,4}, \\d{2}(?= ?(?:€|euros))|\\d{1,3}(?: \\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d{1,3}(?:\\.\\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?:[.,]\\d+)?))',
    ].join(''),
    [
      '\\b(?=[a-z])(?:',
      `(?<date>(?:${MONTH}) (?:19|20)\\d\\d)|`,
      '(?<ref>(?:articles?|art\\.?|[lrd]\\. ?|n[°o]\\.? ?|avenant|annexe|titre|chapitre|coefficients?|coef\\.?|niveaux?|echelons?|indice|idcc|alinea|groupe|classe|position|covid) ?(?:n[°o] ?)?\\d[\\d./-]*|[lrd]\\d{3,4}-[\\d-]+)|',
      `(?<word>${NUMBER_WORD}))`,
    ].join(''),
  ].join('|'),
  'g',
);

const UNIT =
  /(?: ?\((?:\d+(?:,\d+)?|[a-z -]{2,30})\))?[ -]?(?:(?:premiers?|premieres?|derniers?|nouveaux|nouvelles|petite?s?|bonne?s?|belles?) )?(?:(?<keur>k ?€|k ?euros?)|(?<centimes>centimes?\b|cts\b)|(?<eur>€(?: ?(?<cents>\d{2})(?!\d|[.,]\d))?|euros?\b(?: (?<centimesBehind>\d{2})(?= ?(?:$|[.,;)](?!\d)|par |bruts?\b|nets?\b)))?|eur\b)|(?<pct>(?:%|p(?:our|\.) ?(?:cents?|100)\b)(?: (?:(?:au )?(?:minimum|maximum)|au (?:moins|plus))(?= (?:a (?:la )?charge|par l|pour l)))?)|(?<fraction>(?:tiers|quarts|cinquiemes)(?= ?(?:[.,;)]|$))|(?:tiers|quarts?|cinquiemes?)(?= (?:du|de (?:la|l'|sa|son|ce|cette)|des?) ?(?:cout|prix|montant|cotisation|prime|tarif|abonnement|titre|valeur|depense|frais|salaire|remuneration|part|total)| (?:par|pour|a la charge d[eu]) ?(?:l'|la |le |les )?(?:employeur|entreprise|societe|direction|fondation|cooperative|office|etablissement|clinique|banque|association|salarie)))|(?<half>(?:demie?[- ]|1\/2 |½ ?)(?:journees?|jours?))|(?<halfhour>(?:demie?[- ]|1\/2 )heures?\b)|(?<quarter>quarts? d'heure)|(?<day>jours?\b|journees?\b|jrs?\b|j\b)|(?<week>semaines?\b)|(?<month>mois\b)|(?<year>ans?\b|annees?\b)|(?<hour>heures?\b|h\b(?! ?\d))|(?<minute>minutes?\b|mn?\b(?! ?²)|min\b)|(?<times>fois\b))/y;

/** « les trois quarts du coût », « les deux tiers de la cotisation » */
const PARTS: Record<string, number> = { t: 3, q: 4, c: 5 };

const COUNTED =
  / (?:berceau|place|reunion|entretien|fois|point|session|seance|titre|ticket|a (?:deux|trois|quatre|cinq|\d))/y;
const PARENTHESIS = / ?\((\d+(?:,\d+)?)\)/y;
const AND_A_HALF = / (?:et (?:demie?|1\/2)|1\/2(?! ?(?:jour|heure|mois\b|semaine)))\b/y;
/** « une heure trente » */
const HOUR_AND =
  / (?:(?<quarter>quinze)|(?<half>trente)|quarante-cinq)\b(?! (?:jours?|semaines?|mois|euros|€|%|pour))/y;

/** « Prime de transport : € 400 »: the unit stands before its figure. */
const PRICED = /(?<![\d)] ?)(?:€|\beur) ?$/;
const PRICED_WITHIN = 8;

/** « une autorisation d’absence de 3 h 30 » lasts; « une réunion à 17 h 30 » begins. */
const LASTS =
  /\b(?:absences?|autorisations?|credit|duree|franchise|dispense|pauses?|reduction|diminution|limite|maximum|hauteur|raison)\b(?: [a-z']+){0,4} (?:de |d'|a )$/;
const LASTS_WITHIN = 70;

function parseFigure(text: string): number {
  const compact = text.replace(/ /g, '');
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(compact) && !compact.startsWith('0')) {
    return Number(compact.replace(/\./g, '').replace(',', '.'));
  }
  return Number(compact.replace(',', '.'));
}

const LETTERS = /[a-z]+/y;
/** « quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf » and the joining « et ». */
const WORDS_MAX = 32;

/** Longest run of number words from `at`: « quatre-vingt-dix », « deux mille huit cents ». */
function readNumberWords(plain: string, at: number): { value: number; end: number } | null {
  const words: string[] = [];
  let best: { value: number; end: number } | null = null;
  LETTERS.lastIndex = at;
  for (
    let word = LETTERS.exec(plain)?.[0];
    word && words.length < WORDS_MAX;
    word = LETTERS.exec(plain)?.[0]
  ) {
    if (word !== 'et' && !isNumberWord(word)) break;
    words.push(word);
    const end = LETTERS.lastIndex;
    if (word !== 'et') {
      const value = parseNumberWords(words);
      if (value === null) break;
      best = { value, end };
    }
    if (plain[end] !== ' ' && plain[end] !== '-') break;
    LETTERS.lastIndex = end + 1;
  }
  return best;
}

/** Every number of a normalized sentence, in order, with the unit that follows it. */
/** « pris en ½ journée »: in what portions, and not how many. */
const PORTION = /\b(?:en|par|a la) $/;
const PORTION_WITHIN = 6;

export function scanQuantities(plain: string): Quantity[] {
  const found: Quantity[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(plain); match; match = TOKEN.exec(plain)) {
    const { date, ref, time, year, ordinal, half, part, figure, word } = match.groups!;
    const start = match.index;
    let end = start + match[0].length;
    const lasting = time ? LASTS.test(plain.slice(Math.max(0, start - LASTS_WITHIN), start)) : false;
    if (time && lasting) {
      const [hours, minutes] = time.split('h').map(Number) as [number, number];
      const behind = / ?(?:minutes?|min|mn)\b/y;
      behind.lastIndex = end;
      if (behind.test(plain)) end = behind.lastIndex;
      found.push({ kind: 'hour', value: hours + minutes / 60, start, end, hidden: null });
      TOKEN.lastIndex = end;
      continue;
    }
    const hidden = date ? 'date' : ref ? 'ref' : time ? 'time' : year ? 'year' : ordinal ? 'rank' : null;
    if (hidden) {
      found.push({ kind: 'num', value: ordinal ? Number.parseInt(ordinal, 10) : 0, start, end, hidden });
      continue;
    }
    let value: number;
    if (part) {
      const [above, below] = part.split('/').map(Number) as [number, number];
      found.push({ kind: 'pct', value: Math.round((above / below) * 10000) / 100, start, end, hidden: null });
      continue;
    }
    if (half) {
      if (PORTION.test(plain.slice(Math.max(0, start - PORTION_WITHIN), start))) continue;
      value = 0.5;
    } else if (figure) {
      const before = plain[start - 1];
      if (before && /[a-z\d_]/.test(before)) continue;
      value = parseFigure(figure);
    } else if (word) {
      const number = readNumberWords(plain, start);
      if (!number) continue;
      value = number.value;
      end = number.end;
    } else continue;
    const quantity = readUnit(plain, value, start, end, !!word);
    if (!quantity) {
      TOKEN.lastIndex = Math.max(end, start + 1);
      continue;
    }
    found.push(quantity);
    TOKEN.lastIndex = quantity.end;
  }
  return found;
}

function readUnit(
  plain: string,
  value: number,
  start: number,
  end: number,
  isWord: boolean,
): Quantity | null {
  PARENTHESIS.lastIndex = end;
  const figures = isWord ? PARENTHESIS.exec(plain) : null;
  if (figures) value = parseFigure(figures[1]!);
  UNIT.lastIndex = end;
  const unit = UNIT.exec(plain);
  // « l’accord d’un tiers » is no share.
  const isSomebody = unit?.groups!.fraction && value < 2 && plain[end + unit[0].length] !== ' ';
  if (!unit || isSomebody) {
    const after = figures ? PARENTHESIS.lastIndex : end;
    if (isWord && value < 10 && (value === 1 || value === 9)) {
      COUNTED.lastIndex = after;
      if (!COUNTED.test(plain)) return null;
    }
    const sign = isWord ? null : PRICED.exec(plain.slice(Math.max(0, start - PRICED_WITHIN), start))?.[0];
    return sign
      ? { kind: 'eur', value, start: start - sign.length, end: after, hidden: null }
      : { kind: 'num', value, start, end: after, hidden: null };
  }
  const cents = unit.groups!.cents ?? unit.groups!.centimesBehind;
  const {
    keur,
    eur,
    centimes,
    pct,
    half,
    halfhour,
    quarter,
    day,
    week,
    month,
    year,
    hour,
    minute,
    fraction,
  } = unit.groups!;
  let stop = end + unit[0].length;
  if (half || halfhour) value /= 2;
  if (quarter) value /= 4;
  if (fraction) value = Math.round((value * 10000) / PARTS[fraction[0]!]!) / 100;
  const kind: Kind =
    keur || eur || centimes ? 'eur' : pct || fraction ? 'pct' : half || day ? 'day' : week ? 'week' : month ? 'month' : year ? 'year' : hour || halfhour || quarter ? 'hour' : minute ? 'minute' : 'times'; // prettier-ignore
  if (keur) value *= 1000;
  // « 0,17 centimes du kilomètre » is written for 0,17 €.
  if (centimes && value >= 1) value /= 100;
  if (cents) value += Number(cents) / 100;
  if (kind === 'eur' && !cents) {
    const centsInWords = /^ (?:et )?([a-z]+(?:[ -][a-z]+){0,3})/.exec(plain.slice(stop, stop + 40));
    const read = centsInWords
      ? readNumberWords(plain, stop + centsInWords[0].length - centsInWords[1]!.length)
      : null;
    if (
      read &&
      read.value >= 5 &&
      read.value < 100 &&
      !/^ (?:euros?|€|jours?|%)/.test(plain.slice(read.end, read.end + 8))
    ) {
      value += read.value / 100;
      stop = read.end;
    }
  }
  AND_A_HALF.lastIndex = stop;
  if (AND_A_HALF.test(plain)) {
    value += 0.5;
    stop = AND_A_HALF.lastIndex;
  }
  HOUR_AND.lastIndex = stop;
  const minutes = kind === 'hour' && !/\d/.test(plain.slice(start, stop)) ? HOUR_AND.exec(plain) : null;
  if (minutes) {
    value += minutes.groups!.half ? 0.5 : minutes.groups!.quarter ? 0.25 : 0.75;
    stop = HOUR_AND.lastIndex;
  }
  return { kind, value, start, end: stop, hidden: null };
}
