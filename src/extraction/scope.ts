import { isSiretValid } from '../domain/ids.ts';
import type { Siret } from '../domain/ids.ts';
import type { Eligibility, Scope } from '../domain/extraction.ts';
import type { Unit } from './context/units.ts';
import { markedNumber } from './numbers/reading.ts';

const PLACE =
  /\b(?:de l'|l'|pour l'|a l'|les )?(?:etablissements?|sites?|usines?|agences?|magasins?) (?:de |d'|du |des )?(?=(.))/g;
const CATEGORY =
  /\b(?:pour|aux|des|les|personnel|salaries?|statut|categorie) (?:les |des |personnel |salaries? |categorie |statut )*(non[- ]cadres?|cadres(?: et assimiles?)?|employes(?: et agents de maitrise)?|ouvriers|etam|agents de maitrise|techniciens|(?<=(?:personnel|salaries?) )(?:sedentaires?|roulants?|postes?|cadre)|commerciaux|oetam|tam)\b/;
const ALL_STAFF =
  /ensemble (?:du personnel|des salaries|des collaborateurs)|tous les salaries|tout le personnel|tous les collaborateurs/;

const whole: Scope = { kind: 'employer', label: null, sirets: [] };

function sirets(text: string): Siret[] {
  const found: Siret[] = [];
  for (const match of text.matchAll(/\b\d{3} ?\d{3} ?\d{3} ?\d{5}\b/g)) {
    const digits = match[0].replace(/ /g, '');
    if (isSiretValid(digits)) found.push(digits as Siret);
  }
  return found;
}

/** « établissement d’Orléans »: the words of the text, when a capitalised place follows. */
function placeIn(raw: string, plain: string): string | null {
  for (const match of plain.matchAll(PLACE)) {
    const at = match.index + match[0].length;
    const name =
      /^\p{Lu}[\p{L}'’-]+(?:(?: (?:sur|le|la|les|en|de|d['’]|du|lès))? ?\p{Lu}[\p{L}'’-]+){0,3}/u.exec(
        raw.slice(at),
      );
    if (!name || name[0].length < 3) continue;
    const lead = /(?:etablissement|site|usine|agence|magasin)/.exec(match[0])!;
    return raw.slice(match.index + lead.index, at + name[0].length);
  }
  return null;
}

/** To whom the sentence, or the heading just above it, limits what it says. */
export function scopeOf(folded: string, unit: Unit): Scope {
  const raw = folded.slice(unit.start, unit.end);
  const heading = unit.headings.at(-1);
  const headingRaw = heading ? folded.slice(heading.start, heading.end) : '';
  const place = placeIn(raw, unit.plain) ?? (heading ? placeIn(headingRaw, heading.plain) : null);
  if (place) return { kind: 'establishment', label: place, sirets: sirets(raw) };
  if (ALL_STAFF.test(unit.plain)) return whole;
  const category = CATEGORY.exec(unit.plain);
  if (category) {
    const at = category.index + category[0].length - category[1]!.length;
    return { kind: 'category', label: raw.slice(at, at + category[1]!.length).toLowerCase(), sirets: [] };
  }
  return whole;
}

const KINDS: [string, RegExp][] = [
  ['CDI', /\bcdi\b|contrats? (?:de travail )?a duree indeterminee/],
  ['CDD', /\bcdd\b|contrats? (?:de travail )?a duree determinee/],
  ['alternants', /\balternan(?:t|ts|ce)\b|apprenti|contrats? de professionnalisation/],
  ['stagiaires', /\bstagiaires?\b/],
  ['temps partiel', /a temps partiel/],
  ['intérimaires', /\binterimaires?\b|travailleurs temporaires/],
];
const EXCLUSION =
  /(?:a l'exclusion|a l'exception|hors|hormis|excepte|exclu\w*|sauf|ne (?:sont|beneficient) pas|non concernes?)/;
const SENIORITY =
  /<(month|year):([^:>]*):[^>]*> (?:\w+ ){0,2}(?:d'anciennete|de presence)|anciennete (?:\w+ ){0,5}(?:de |a |egale a |d'au moins |minimale de )?<(month|year):([^:>]*):/;
const CONDITIONAL =
  /sous (?:reserve|condition)|a titre experimental|experimentation|periode d'essai du dispositif|phase (?:de test|pilote)|a condition (?:que|de|d')|test\b/;

/** Who may have it, read from the reading of the sentence and of those that follow it. */
export function eligibilityOf(readings: readonly string[]): Eligibility {
  const included = new Set<string>();
  const excluded = new Set<string>();
  let seniorityMonths: number | null = null;
  for (const text of readings) {
    const cut = EXCLUSION.exec(text);
    for (const [label, pattern] of KINDS) {
      const match = pattern.exec(text);
      if (!match) continue;
      (cut && match.index > cut.index ? excluded : included).add(label);
    }
    const seniority = SENIORITY.exec(text);
    if (seniority && seniorityMonths === null) {
      const months =
        markedNumber(seniority[2] ?? seniority[4] ?? '') *
        ((seniority[1] ?? seniority[3]) === 'year' ? 12 : 1);
      if (months > 0 && months <= 240) seniorityMonths = Math.round(months);
    }
  }
  return {
    seniorityMonths,
    included: [...included].filter((label) => !excluded.has(label)),
    excluded: [...excluded],
    isConditional: readings.some((text) => CONDITIONAL.test(text)),
  };
}

const ONCE =
  /(?:en une (?:seule )?fois|une seule fois|(?:verse|attribue|accorde|paye|regle|octroye)(?:e|es|s)?,? une fois(?! par| tous| toutes| chaque)|(?:a titre|de (?:facon|maniere)) exceptionnel|(?:primes?|versements?|dotations?|subventions?|contributions?|abondements?|enveloppes?|dons?|mesures?|aides?|budgets?|allocations?|montants?|bonus|gratifications?|indemnites?) (?:\w+ )?exceptionnel(?:le)?s?\b|\bexceptionnellement\b)|valable uniquement|uniquement pour l'annee|pour la seule annee|non reconductible|ponctuelle?(?:ment)?\b/;

const YEAR =
  /(?:\b(?:annees?|en|exercice|titre de|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|fin|debut)|\d\/\d{1,2}\/) ?((?:19|20)\d\d)\b(?! ?(?:€|eur))/g;
/** « versée en janvier 2023 », « avec la paie de mai 2022 »: the year of the payment, not that of the results or of the presence. */
const IS_PAID =
  /\b(?:avant le|vers|pay|pai[es]|regl|percev|percu|attribu|octroy|mise? en place|pour|ppv|titre de l'annee)(?:\b|\w+)[^.;]{0,70}$/;
const IS_COUNTED =
  /\b(?:exercice|resultats?|presen\w+|durant|entre|relative? a|remuneration|smic|intervenus?)\b[^.;]{0,40}$/;
const IS_OF_TEXT =
  /\b(?:loi|lois|decret|ordonnance|accords?|instruction|avenant|circulaire|signe\w*)\b[^.;]{0,60}$/;
/** « une enveloppe exceptionnelle allouée chaque année » comes back. */
const COMES_BACK = /\b(?:chaque (?:annee|fois)|tous les ans|annuellement|a titre perenne|perennis\w+)\b/;

function yearOf(plain: string, isAlways: boolean): number | null {
  const years = [...plain.matchAll(YEAR)]
    .map(({ index, 0: text, 1: year }) => ({
      year: Number(year),
      before: plain.slice(Math.max(0, index - 80), index + text.length - 4),
    }))
    .filter(({ before }) => !IS_OF_TEXT.test(before));
  const paid = years.find(({ before }) => IS_PAID.test(before) && !IS_COUNTED.test(before));
  return (paid ?? (isAlways ? null : years[0]))?.year ?? null;
}

/**
 * A payment made once, or for one named year. `isAlways`: of a benefit that the law knows only as decided each time. Needs the plain
 * text: the reading hides years.
 */
export function oneOffOf(plain: string, isAlways: boolean): { year: number | null } | null {
  if (COMES_BACK.test(plain) || (!isAlways && !ONCE.test(plain))) return null;
  return { year: yearOf(plain, isAlways) };
}
