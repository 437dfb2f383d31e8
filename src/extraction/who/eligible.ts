import type { Eligibility } from '../../domain/extraction.ts';
import { OF_CHILDREN, childrenIn } from './ages.ts';
import { conditionsUnder, isOpenedForSome, whoAround } from './around.ts';
import type { Whom } from './around.ts';
import { isConditionalIn } from './conditions.ts';
import type { Unit } from '../context/units.ts';
import { OF_SENIORITY, seniorityIn, seniorityOf } from './seniority.ts';
import type { Candidate } from '../standing/responses.ts';
import { toldAlone } from '../standing/told.ts';
import type { Told } from '../standing/told.ts';
import { gated, holds } from '../text/gates.ts';
import { matchesOf } from '../text/matches.ts';

const PART_TIME = 'temps partiel';
const KINDS: [string, RegExp][] = [
  [
    'CDI',
    /(?<!non[- ])\bcdi\b|contrats? (?:de travail )?a duree indeterminee|a duree determinee (?:et|ou|comme) (?:a duree )?indeterminee/,
  ],
  [
    'CDD',
    /\bcdd\b|contrats? (?:de travail )?a duree determinee|a duree indeterminee (?:et|ou|comme) (?:a duree )?determinee/,
  ],
  ['alternants', /\balternan(?:t|ts|ce)\b/],
  ['apprentis', /(?<!\bde l')\bapprentie?s?\b|(?<!\b(?:taxes?|maitres?|formations?) d')\bapprentissage\b/],
  ['contrats de professionnalisation', /\bcontrats? (?:[^.;,]{1,40} (?:et|ou) )?de professionnalisation\b/],
  ['stagiaires', /\bstagiaires?\b/],
  // « Favoriser le passage à temps partiel » is about nobody in particular.
  [
    PART_TIME,
    /\b(?:salarie|collaborat|personnel|contrat|agent|employe|personne|membre|ceux|celles)[^\s,;.]*(?: (?!passage|passer|retour|travail\b)[\w'’]+){0,4}? a temps partiel|\ba temps (?:plein|complet) (?:et|ou|comme) a temps partiel/,
  ],
  ['intérimaires', /\binterimaires?\b|travailleurs temporaires/],
];
/** By what somebody is bound to the firm, and not for how many hours. */
export const CONTRACTS: readonly string[] = KINDS.map(([label]) => label).filter(
  (label) => label !== 'temps partiel',
);
/** « alternants » are both. */
const ALTERNATING = ['apprentis', 'contrats de professionnalisation'];
const isAlternating = (label: string): boolean => label === 'alternants' || ALTERNATING.includes(label);
function namedOnce(labels: ReadonlySet<string>): string[] {
  const areAll = labels.has('alternants') || ALTERNATING.every((label) => labels.has(label));
  return areAll
    ? [...new Set([...labels].map((label) => (isAlternating(label) ? 'alternants' : label)))]
    : [...labels];
}
/** One of these names whom a label names, or some of them. */
export const takesIn = (labels: readonly string[], one: string): boolean =>
  labels.includes(one) ||
  (isAlternating(one) && labels.some((label) => label !== one && isAlternating(label)));

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
const isWithin = (cuts: ReturnType<typeof cutsIn>, at: number): boolean =>
  cuts.some(({ start, end }) => at > start && at < end);
/** « Les stagiaires ne sont pas concernés » */
const LEFT_OUT_AFTER =
  /^[^.;:]{0,60}?\b(?:(?:ne (?:sont|seront)|n'(?:y |en )?(?:ont|auront|beneficie(?:nt|ront)))\b[^.;]{0,10}\bpas|ne (?:beneficie(?:nt|ront)|peuvent|pourront)(?: \w+)? pas|(?:sont|seront) exclus|(?:est|etant) exclu)/;
/** The highest, and civil servants, whom a text names only to leave them out. */
const TOP: readonly [string, RegExp][] = [
  ['cadres dirigeants', /\bcadres?[- ]dirigeants?\b|\bcadres auxquels sont confiees? des responsabilites\b/],
  // « les cadres supérieurs membres du comité exécutif »: those of the committee, and no others.
  [
    'cadres supérieurs',
    /\bcadres? superieurs?\b(?! [^.;,()]{0,40}\b(?:appartenant|membres|faisant partie)\b[^.;,()]{0,20}\b(?:comite|codir|comex)\b)/,
  ],
  ['hors cadre', /\bhors (?:la )?(?:population|categorie|statut) hors[- ]cadres?\b/],
  ['mandataires sociaux', /\bmandataires? sociaux?\b/],
  ['membres du comité de direction', /\b(?:comites? de direction|codir)\b/],
  ['membres du comité exécutif', /\b(?:comite executif|comex)\b/],
  ['fonctionnaires', /\bfonctionnaires?\b/],
];
/** Each of them holds one of these. */
const SOME_TOP = gated(
  /dirigeant|responsabilites|superieur|mandataire|comite|codir|comex|hors[- ]cadre|fonctionnaire/,
);
/** « pour tous, incluant les cadres supérieurs »: whatever the text says elsewhere. */
const INCLUDING = /\b(?:incluant|y compris)\b[^.;]*$/;
const INCLUDING_REACH = 120;
/** Named only as left out: whom they are left out of is the scope. */
const GROUPS_OUT = /(?<!non[- ])\bcadres(?! dirigeants)\b/;
/** « l’ensemble des salariés (hors cadres) » */
const GROUP_LEFT_OUT =
  /\b(?:hors|hormis|sauf|excepte|a l'exception|a l'exclusion)(?: (?:le|les|des|du|de|la|personnels?|salaries|collaborateurs|categorie|statut))* (?:cadres|(?<=(?:statut|personnel|categorie|college) )cadre)\b(?![ -](?:dirigeant|auxquels|de direction|superieur|au forfait|conventionnel))/;
/** « recrutement de stagiaires en situation de handicap »: whom the employer looks for, not who is covered. */
const IS_RECRUITED =
  /\b(?:recrut\w+|embauch\w+|accueil\w*|integration|insertion)\b[^,;.]{0,40}$|\btuteurs?\b(?! et\b)[^,;.]*$|\b(?:diplome|reussite|examen|embauche|encadr\w+|accompagnement|suivi|formation|arrivee) d(?:e |'|u |es )(?:l'|un |une |chaque )?$/;
/** « 500 € au tuteur dont l’apprenti obtient son diplôme »: whom the tutor trains, and not who is paid. */
const OF_TUTOR = /\btut(?:eur|rice)s?\b(?! (?:et|ou)\b)|\bmaitres? d'apprentissage\b(?! (?:et|ou)\b)/;
/** « La prime est proratisée pour les salariés à temps partiel »: how much they get, and not that it is for them. */
const HOW_MUCH = /\bprorat\w*|\bproportion(?:nel\w*)?\b/;
const ALSO_THEIRS =
  /\ba temps (?:plein|complet) (?:et|ou|comme) a temps partiel\b|\b(?:appliqu|benefici|concern|ouver)\w+ (?:egalement|aussi)\b/;
const IN_TRAINING = new Set([...ALTERNATING, 'alternants', 'stagiaires']);
[EXCLUSION, GROUPS_OUT, GROUP_LEFT_OUT, OF_TUTOR, HOW_MUCH, ...KINDS.map(([, pattern]) => pattern)].forEach(
  gated,
);

/** « En cas d’hospitalisation d’un enfant de moins de 7 ans, … »: the age of that case alone. */
const HOSPITAL = gated(/\bhospitalis/);

/** The children for whom it is given: those of a special case only where no other age is told, each age once. */
function childrenOf(readings: readonly Told[]): string[] {
  const aged = readings.filter((told) => told.mayMatch(OF_CHILDREN));
  if (aged.length === 0) return [];
  const of = (some: readonly Told[]): string[] => some.flatMap(({ text }) => childrenIn(text));
  const ordinary = of(aged.filter((told) => !told.says(HOSPITAL)));
  const byAge = new Map<string, string>();
  for (const label of ordinary.length > 0 ? ordinary : of(aged)) {
    const age = /\d+/.exec(label)?.[0] ?? label;
    if (!byAge.has(age)) byAge.set(age, label);
  }
  return [...byAge.values()];
}

/** Who may have it, read from the reading of the sentence and of those that follow it. */
export function eligibilityOf(readings: readonly Told[]): Eligibility {
  const included = new Set<string>(childrenOf(readings));
  const excluded = new Set<string>();
  let seniorityMonths: number | null = null;
  const hasTutor = readings.some((told) => told.says(OF_TUTOR));
  for (const told of readings) {
    const { text } = told;
    const cuts = told.says(EXCLUSION) ? cutsIn(text) : [];
    for (const [label, pattern] of KINDS) {
      const match = told.says(pattern) ? pattern.exec(text) : null;
      if (!match || IS_RECRUITED.test(text.slice(0, match.index))) continue;
      if (hasTutor && IN_TRAINING.has(label)) continue;
      if (label === PART_TIME && told.says(HOW_MUCH) && !ALSO_THEIRS.test(text)) continue;
      const isOut =
        isWithin(cuts, match.index) || LEFT_OUT_AFTER.test(text.slice(match.index + match[0].length));
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
    seniorityMonths ??= told.mayMatch(OF_SENIORITY) ? seniorityIn(text) : null;
  }
  return {
    seniorityMonths,
    included: namedOnce(included).filter((label) => !excluded.has(label)),
    excluded: namedOnce(excluded),
    isConditional: isConditionalIn(readings),
  };
}

/** What a rule of passage gives to a few asks nothing of the others. */
const TRANSITIONAL = gated(
  /\bderogatoires?\b|\bpar derogation\b|\btransitoires?\b|^\W*pour les salaries (?:ayant integre|entres|embauches|recrutes|arrives)\b/,
);

/** Who may have it, as its own sentences say and those that tell `whom`. */
export function eligibilityTold(readings: readonly Told[], whom: readonly Unit[] = []): Eligibility {
  const lasting = readings.filter((told) => !told.says(TRANSITIONAL));
  const around = whom.filter((one) => !holds(one, TRANSITIONAL));
  return eligibilityOf([...(lasting.length > 0 ? lasting : readings), ...around.map(toldAlone)]);
}

const CHILDREN = /^enfants?\b/;
const OTHER_KIN = /\b(?:parents?|conjoints?|proches?|ascendants?)\b/;
/** « soit pour un enfant malade, soit pour un parent malade »: the age of the children is that of the benefit named by them. */
function areOfOther({ plain, hits }: Unit, owner: number): boolean {
  const words = ({ start, end }: { start: number; end: number }): string => plain.slice(start, end);
  const named = hits.filter((hit) => words(hit).includes('enfant'));
  const own = hits.filter((hit) => hit.owner === owner);
  return (
    named.length > 0 &&
    named.every((hit) => hit.owner !== owner) &&
    own.some((hit) => OTHER_KIN.test(words(hit)))
  );
}

/**
 * Who may have what a sentence grants. `figures`: the sentence that gives its figures; `near`: those that follow it and speak of
 * nothing else; `whom`: those apart from it that tell who gets it.
 */
export function eligibilityOfGrant(
  units: readonly Unit[],
  { unit, owner }: Candidate,
  figures: Unit | undefined,
  readings: readonly Told[],
  near: readonly Unit[],
  whom: Whom,
): Eligibility {
  const around = [...near, ...whoAround(units, unit, whom)];
  const told = eligibilityTold(readings, [...around, ...conditionsUnder(units, around)]);
  return {
    ...told,
    included: areOfOther(unit, owner) ? told.included.filter((one) => !CHILDREN.test(one)) : told.included,
    isConditional: told.isConditional || isOpenedForSome(units, unit, owner),
    seniorityMonths: seniorityOf(units, unit, figures, owner, told.seniorityMonths),
  };
}
