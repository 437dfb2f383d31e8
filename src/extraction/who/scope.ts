import { isSiretValid } from '../../domain/ids.ts';
import type { Siret } from '../../domain/ids.ts';
import type { Eligibility, Scope } from '../../domain/extraction.ts';
import { ageIn, childrenIn } from './ages.ts';
import type { Unit } from '../context/units.ts';
import { toldAbove, whoListed } from './around.ts';
import { CLOSES, categoriesOf } from './categories.ts';
import { isConditionalIn } from './conditions.ts';
import { namesEverybody } from './everybody.ts';
import { limitedTo } from './limited.ts';
import { seatIn } from './seat.ts';
import { seniorityIn } from './seniority.ts';
import { situationOf } from './situations.ts';
import { asTitle, groupListed, hiredIn, shiftIn, staffTitle } from './staff-titles.ts';
import type { Told } from '../standing/told.ts';
import { gated } from '../text/gates.ts';
import { tickedGroups } from './ticked.ts';
import { matchesOf } from '../text/matches.ts';

const PLACE = gated(
  /\b(?:de l'|l'|pour l'|a l'|les )?(?:etablissements?(?: secondaire)?|sites?|usines?|agences?|magasins?) (?:de |d'|du |des )?(?=(.))/g,
);
/** « Seuls les salariés présents avant le 31/01/2001 acquièrent un jour »: nobody who comes later. */
const ONLY_BEFORE =
  /\b(?:seule?s? les|uniquement (?:les|aux)|reservee?s? aux|aux seuls|pour les) ((?:salaries|collaborateurs|membres du personnel|personnels?)(?: \w+){0,2} (?:deja )?(?:presents?|embauches|entres|recrutes|engages)(?: [^.;,]{0,30})? (?:avant|anterieurement au?) (?:le )?\d{1,2}(?:er)?[ /.](?:\d{1,2}|[a-z]+)[ /.]\d{4})/;

const whole: Scope = { kind: 'employer', label: null, sirets: [] };

function sirets(text: string): Siret[] {
  const found: Siret[] = [];
  for (const match of text.matchAll(/\b\d{3} ?\d{3} ?\d{3} ?\d{5}\b/g)) {
    const digits = match[0].replace(/ /g, '');
    if (isSiretValid(digits)) found.push(digits as Siret);
  }
  return found;
}

/** « la cantine pour le site de Brest et des titres-restaurant … »: the place is that of what stands before. */
const ANOTHER = /\bet (?:du|de la|de l'|des|d'une?) /;
/** « hormis au sein de l’établissement de Nantes »: everywhere else; « les places existantes au sein des sites de … »: so far. */
const LEFT_OUT =
  /\b(?:hors|hormis|sauf|excepte\w*|a l'exception|a l'exclusion|existante?s?)(?: (?:du|de|des|de la|au|au sein|le|la|les|pour))* ?$/;
const PROPER = String.raw`(?!Etabl)\p{Lu}[\p{L}'’-]*\p{L}(?:/\p{L}+)?(?:(?: (?:sur|le|la|les|en|de|d['’]|du|lès))? ?(?!Etabl)\p{Lu}[\p{L}'’-]*\p{L}){0,3}`;
const PLACE_NAME = new RegExp(`^${PROPER}`, 'u');
/** « les sites de Brest et de Quimper » */
const PLACE_NAMES = new RegExp(
  `^${PROPER}(?:(?: \\([^()]{2,40}\\))?(?:,| et| ou| /) (?:de |d['’]|du )?${PROPER}){0,3}`,
  'u',
);

/** « les salariés du site de Vannes et les salariés en mission » */
const AND_OTHERS = /^ et (?:les |aux |des )?(?:salariés|collaborateurs) [^.,;:()]{3,60}$/;

/** « Pour les CPS, il est organisé … »: a group that the firm calls by initials; kinds of contract are told elsewhere. */
const GROUP_INITIALS = /^\W*Pour les (?!CD[DI]\b|RTT\b|JRTT\b|CSE\b)(\p{Lu}{2,6}), /u;

/** « établissement d’Orléans »: the words of the text, when a capitalised place follows. */
function placeIn(raw: string, plain: string, named = 0): string | null {
  for (const match of matchesOf(PLACE, plain)) {
    const at = match.index + match[0].length;
    if (ANOTHER.test(plain.slice(at, named)) || LEFT_OUT.test(plain.slice(0, match.index))) continue;
    const isMany = /s (?:de |d'|du |des )?$/.test(match[0]) || /^[^,.;]{3,40} \/ /.test(raw.slice(at));
    const name = (isMany ? PLACE_NAMES : PLACE_NAME).exec(raw.slice(at));
    if (!name || name[0].length < 3) continue;
    const lead = /(?:etablissement|site|usine|agence|magasin)/.exec(match[0])!;
    const end = at + name[0].length;
    return raw.slice(match.index + lead.index, end + (AND_OTHERS.exec(raw.slice(end))?.[0].length ?? 0));
  }
  return null;
}

/** The establishments to which a sentence limits what it says. */
export function establishmentIn(raw: string, plain: string): Scope | null {
  const label = placeIn(raw, plain);
  return label ? { kind: 'establishment', label, sirets: sirets(raw) } : null;
}

/** The age to which one of these sentences, the line that opens its list or table or its title limits what they say. */
const ageOf = (folded: string, said: readonly Unit[]): string | null =>
  said
    .flatMap((unit) => {
      const title = unit.headings.at(-1);
      const opener = unit.intro && unit.intro.start > (title?.start ?? -1) ? unit.intro : null;
      // A title that ends with the number of its page stands in a table of contents.
      return [unit, opener, title && /\d$/.test(title.plain) ? null : title];
    })
    .reduce<string | null>((found, line) => found ?? (line ? ageIn(folded, line) : null), null);

/**
 * To whom the sentence, or the heading just above it, limits what it says of a benefit. `figures`: the sentence that gives the figures,
 * where it is another one: they are those of the group that it names.
 */
export function scopeOf(
  folded: string,
  units: readonly Unit[],
  unit: Unit,
  owner: number,
  figures?: Unit,
): Scope {
  const raw = folded.slice(unit.start, unit.end);
  const heading = unit.headings.at(-1);
  const headingRaw = heading ? folded.slice(heading.start, heading.end) : '';
  const named = unit.hits.find((hit) => hit.owner === owner)?.start;
  const told = namesEverybody(unit.plain) ? undefined : toldAbove(units, unit, owner);
  const own =
    (unit.opened.allows(PLACE) ? placeIn(raw, unit.plain, named) : null) ??
    (heading?.opened.allows(PLACE) ? placeIn(headingRaw, heading.plain) : null);
  const inTold = own === null && told?.opened.allows(PLACE) ? told : null;
  const above = inTold && placeIn(folded.slice(inTold.start, inTold.end), inTold.plain);
  const place = above ? [above, categoriesOf(folded, inTold) ?? []].flat().join(', ') : own;
  const seat = place === null ? seatIn(folded, units, unit) : null;
  if (seat) return { kind: 'establishment', label: seat, sirets: [] };
  if (place) return { kind: 'establishment', label: place, sirets: sirets(raw) };
  if (namesEverybody(unit.plain)) return whole;
  const group =
    hiredIn(folded, unit) ??
    (heading ? hiredIn(folded, heading) : null) ??
    (figures && (tickedGroups(folded, figures) ?? categoriesOf(folded, figures))) ??
    tickedGroups(folded, unit) ??
    categoriesOf(folded, unit) ??
    situationOf(folded, units, unit, owner) ??
    limitedTo(folded, units, unit, owner) ??
    (told && categoriesOf(folded, told)) ??
    groupListed(folded, units, whoListed(units, unit)) ??
    (heading?.plain.endsWith(':') && CLOSES.test(unit.plain)
      ? null
      : staffTitle(folded, heading, unit.start)) ??
    staffTitle(folded, asTitle(units[unit.index - 1], unit), unit.start) ??
    shiftIn(folded, unit.headings);
  const age = ageOf(folded, [unit, ...(figures ? [figures] : [])]);
  const label = group && age ? `${group}, ${age}` : (group ?? age);
  if (label) return { kind: 'category', label, sirets: [] };
  const before = ONLY_BEFORE.exec(unit.plain);
  if (before) {
    const at = before.index + before[0].lastIndexOf(before[1]!);
    return { kind: 'category', label: raw.slice(at, at + before[1]!.length), sirets: [] };
  }
  const initials = GROUP_INITIALS.exec(raw)?.[1];
  return initials ? { kind: 'category', label: initials, sirets: [] } : whole;
}

const KINDS: [string, RegExp][] = [
  [
    'CDI',
    /(?<!non[- ])\bcdi\b|contrats? (?:de travail )?a duree indeterminee|a duree determinee (?:et|ou|comme) (?:a duree )?indeterminee/,
  ],
  [
    'CDD',
    /\bcdd\b|contrats? (?:de travail )?a duree determinee|a duree indeterminee (?:et|ou|comme) (?:a duree )?determinee/,
  ],
  [
    'alternants',
    /\balternan(?:t|ts|ce)\b|(?<!\bde l')\bapprenti|(?<!\b(?:taxe|maitres?) d')apprentissage|contrats? de professionnalisation/,
  ],
  ['stagiaires', /\bstagiaires?\b/],
  // « Favoriser le passage à temps partiel » is about nobody in particular.
  [
    'temps partiel',
    /\b(?:salarie|collaborat|personnel|contrat|agent|employe|personne|membre|ceux|celles)[^\s,;.]*(?: (?!passage|passer|retour|travail\b)[\w'’]+){0,4}? a temps partiel|\ba temps (?:plein|complet) (?:et|ou|comme) a temps partiel/,
  ],
  ['intérimaires', /\binterimaires?\b|travailleurs temporaires/],
];
export const EXCLUSION =
  /(?:a l'exclusion|a l'exception|hors|hormis|excepte|exclu\w*|sauf|ne (?:sont|(?:beneficie|vise|concerne|s'applique)(?:nt)?) pas|non concernes?)(?![^.;:]{0,90}\bpour lesquel)/;
/** « (à l’exception des stagiaires), à temps plein ou à temps partiel »: no farther than its parenthesis. */
const PARENTHESIS_ENDS = /^[^()]*\)/;
const EXCLUSIONS = new RegExp(EXCLUSION.source, 'g');
const cutsIn = (text: string) =>
  matchesOf(EXCLUSIONS, text).map(({ index }) => ({
    start: index,
    end: index + (PARENTHESIS_ENDS.exec(text.slice(index))?.[0].length ?? text.length),
  }));
/** « Les stagiaires ne sont pas concernés » */
const LEFT_OUT_AFTER =
  /^[^.;:]{0,60}?\b(?:(?:ne (?:sont|seront)|n'(?:y |en )?(?:ont|auront|beneficie(?:nt|ront)))\b[^.;]{0,10}\bpas|ne (?:beneficie(?:nt|ront)|peuvent|pourront)(?: \w+)? pas|(?:sont|seront) exclus|(?:est|etant) exclu)/;
/** The highest, and civil servants, whom a text names only to leave them out. */
const TOP: readonly [string, RegExp][] = [
  ['cadres dirigeants', /\bcadres?[- ]dirigeants?\b/],
  ['cadres supérieurs', /\bcadres? superieurs?\b/],
  ['hors cadre', /\bhors (?:la )?(?:population|categorie|statut) hors[- ]cadres?\b/],
  ['mandataires sociaux', /\bmandataires? sociaux?\b/],
  ['membres du comité de direction', /\b(?:comites? de direction|codir)\b/],
  ['membres du comité exécutif', /\b(?:comite executif|comex)\b/],
  ['fonctionnaires', /\bfonctionnaires?\b/],
];
/** Each of them holds one of these. */
const SOME_TOP = gated(/dirigeant|superieur|mandataire|comite|codir|comex|hors[- ]cadre|fonctionnaire/);
/** « pour tous, incluant les cadres supérieurs »: whatever the text says elsewhere. */
const INCLUDING = /\b(?:incluant|y compris)\b[^.;]*$/;
const INCLUDING_REACH = 120;
/** Named only as left out: whom they are left out of is the scope. */
const GROUPS_OUT = /(?<!non[- ])\bcadres(?! dirigeants)\b/;
/** « l’ensemble des salariés (hors cadres) » */
const GROUP_LEFT_OUT =
  /\b(?:hors|hormis|sauf|excepte|a l'exception|a l'exclusion)(?: (?:le|les|des|du|de|la|personnels?|salaries|collaborateurs|categorie|statut))* (?:cadres|(?<=(?:statut|personnel|categorie|college) )cadre)\b(?![ -](?:dirigeant|de direction|superieur|au forfait|conventionnel))/;
/** « recrutement de stagiaires en situation de handicap »: whom the employer looks for, not who is covered. */
const IS_RECRUITED =
  /\b(?:recrut\w+|embauch\w+|accueil\w*|integration|insertion)\b[^,;.]{0,40}$|\btuteurs?\b(?! et\b)[^,;.]*$|\b(?:diplome|reussite|examen|embauche|encadr\w+|accompagnement|suivi|formation|arrivee) d(?:e |'|u |es )(?:l'|un |une |chaque )?$/;
/** « 500 € au tuteur dont l’apprenti obtient son diplôme »: whom the tutor trains, and not who is paid. */
const OF_TUTOR = /\btut(?:eur|rice)s?\b(?! (?:et|ou)\b)|\bmaitres? d'apprentissage\b(?! (?:et|ou)\b)/;
const IN_TRAINING = new Set(['alternants', 'stagiaires']);
[EXCLUSION, GROUPS_OUT, GROUP_LEFT_OUT, OF_TUTOR, ...KINDS.map(([, pattern]) => pattern)].forEach(gated);

/** Who may have it, read from the reading of the sentence and of those that follow it. */
export function eligibilityOf(readings: readonly Told[]): Eligibility {
  const included = new Set<string>();
  const excluded = new Set<string>();
  let seniorityMonths: number | null = null;
  const hasTutor = readings.some((told) => told.says(OF_TUTOR));
  for (const told of readings) {
    const { text } = told;
    const cuts = told.says(EXCLUSION) ? cutsIn(text) : [];
    for (const children of childrenIn(text)) included.add(children);
    for (const [label, pattern] of KINDS) {
      const match = told.says(pattern) ? pattern.exec(text) : null;
      if (!match || IS_RECRUITED.test(text.slice(0, match.index))) continue;
      if (hasTutor && IN_TRAINING.has(label)) continue;
      const isOut =
        cuts.some(({ start, end }) => match.index > start && match.index < end) ||
        LEFT_OUT_AFTER.test(text.slice(match.index + match[0].length));
      (isOut ? excluded : included).add(label);
    }
    for (const [label, pattern] of told.says(SOME_TOP) ? TOP : []) {
      const at = pattern.exec(text)?.index ?? -1;
      if (at < 0) continue;
      if (cuts.some(({ start, end }) => at >= start && at < end)) excluded.add(label);
      else if (INCLUDING.test(text.slice(Math.max(0, at - INCLUDING_REACH), at))) included.add(label);
    }
    const group = told.says(GROUPS_OUT) ? GROUPS_OUT.exec(text) : null;
    if (group && LEFT_OUT_AFTER.test(text.slice(group.index + group[0].length))) excluded.add('cadres');
    if (told.says(GROUP_LEFT_OUT)) excluded.add('cadres');
    seniorityMonths ??= seniorityIn(text);
  }
  return {
    seniorityMonths,
    included: [...included].filter((label) => !excluded.has(label)),
    excluded: [...excluded],
    isConditional: isConditionalIn(readings),
  };
}
