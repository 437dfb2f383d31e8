import type { Unit } from './context/units.ts';
import { gated } from './text/gates.ts';

/** What a sentence names beside what it gives. */

/** « … au compte épargne-temps, lorsqu’il existe », « l’accord existant dans l’entreprise »: of those that have one. */
const WHERE_IT_EXISTS = gated(
  /^[^.;,:]{0,40},? ?\(?(?:(?:lorsqu'|quand |s')(?:ils?|elles?|un tel|une telle)[^.;,]{0,12} (?:en )?(?:existe(?:nt)?|(?:est|sont) (?:mise?s? en place|prevue?s?|institue?e?s?|instaure?e?s?))|(?:eventuellement )?existante?s? (?:dans|au sein d|au niveau d)|eventuel(?:le)?s?\b)/,
);
/** « versée au comité, lorsqu’il existe »: the committee, and not what is given. */
const BODY = /\b(?:cse|comites?(?: social et economique| d'entreprise)?),? \(?(?:lorsqu'|quand |s')/;
const IF_ANY = gated(
  /(?:\ble cas echeant,? (?:[a-z]{1,4}[ ']){0,4}|(?<!\b(?:reduction|resorption|suppression|correction|rattrapage|compensation) d[eu]s? (?:l')?)\beventuel(?:le)?s? (?:jours? d(?:e |'))?|\by compris (?:en |les |pour les )|\beventuellement (?:[a-z]{1,4}[ ']){0,3})$/,
);

/** « les aidants des publics accompagnés », « la prise en charge psychologique des patients »: people who are not the staff. */
const OF_PEOPLE_SERVED = gated(
  /^(?:\(e\) ?s)? ?(?:[a-z]+ )?(?:des|de nos|aux|pour (?:les|nos)|d'|de ses) ?(?:publics?|patients?|usagers?|residents?|clients?|beneficiaires de l'aide|personnes (?:agees|accueillies|accompagnees|aidees)|demandeurs d'emploi)\b/,
);

/** « tout ou partie de sa prime d’intéressement », « les sommes issues de la participation »: where money comes from. */
const SOURCE = gated(
  /(?<!l')\b(?:issue?s?|provenant|nees?|quote-?part|(?:vers\w+|affect\w+|plac\w+|invest\w+|par)[ :–-]+(?:\w+ ){0,3}?tout ou partie|part individuelle|montants? percus au titre) (?:(?:d[eu]s?|d'|d'un|d'une|la|le|les|l'|sa|son|leurs?|un|une|accords?|prime|primes|individuelles?) ?'?){1,6}$|\bsommes? (?:issues?|provenant) d[^.;,]{0,60}$/,
);

/** « Le compte peut être alimenté par des jours de repos »: these are told where they are given. */
const FEEDS = gated(
  /\b(?:comptes?|plans?|cet|pe[eig]|percol?)\b[^.;]{0,60}\baliment(?:e|ee|es|ees|er|ation)\b[^.;]{0,30} par\b[^.;]*$/,
);

/** « l’indemnité de licenciement est calculée sur le salaire, prime annuelle comprise »: what a farewell is counted on. */
const BASE = gated(
  /\bindemnites? (?:legale |conventionnelle |compensatrice )?(?:de|d') ?(?:licenciement|preavis|rupture|non-concurrence)\b|\bentrent? en ligne de compte\b|\belements? de (?:salaire|remuneration) (?:annuels?|exceptionnels?)\b|\bcette remuneration (?:\w+ )?comprend\b|\bintegre\w* tous les elements (?:bruts )?de (?:salaires?|remuneration)\b/,
);

/** « ajouter une mesure pour les seniors dans le projet d’accord pénibilité »: where another benefit, named before, will be written. */
const WRITTEN_INTO = gated(
  /\b(?:ajout|inser|integr|inclu|inscri|introdui)\w+ [^.;]{4,120} (?:dans|a|au sein d[eu]) (?:le |la |l'|un |une |notre |son )?(?:futur |prochain |nouvel |nouveau |projet d[e'] ?)*(?:accord|avenant|plan|charte)s?(?: d'(?:entreprise|action))?(?: (?:sur|relatif a|portant sur|concernant|de|d'|du|des|la|le|les|l'|prevention|en faveur|au|aux|a))* ?$/,
);
const isAlwaysBehind = ({ plain, hits }: Unit, owner: number, pattern: RegExp): boolean =>
  hits.every((hit) => hit.owner !== owner || pattern.test(plain.slice(0, hit.start)));

/** Every time that it names the benefit, it does so as the name of an agreement into which another thing is written. */
export const isNameOfAgreement = (unit: Unit, owner: number): boolean =>
  unit.opened.allows(WRITTEN_INTO) &&
  unit.hits[0]?.owner !== owner &&
  isAlwaysBehind(unit, owner, WRITTEN_INTO);

/** « Pas d’accord sur une prime, mais ouverture à un débat sur la mobilité durable »: what is refused ends before it. */
const OPEN_TO_TALK = gated(
  /\b(?:refus\w*|pas d'accord|defavorable|rejet\w*|pas favorable)\b[^.;]{3,200}\b(?:mais|toutefois|en revanche|cependant) [^.;]{0,40}\b(?:ouverture|ouverte?s?|prete?s?|disposee?s?)\b[^.;]{0,30} a [^.;]{0,60}\b(?:debat|discut|discussion|echang|negoci|reflechir|reflexion)\w*[^.;]*$/,
);
/** Every time that it names the benefit, it does so behind a refusal of something else, as a thing to talk about. */
export const isOnlyTalkedOf = (unit: Unit, owner: number): boolean =>
  unit.opened.allows(OPEN_TO_TALK) && isAlwaysBehind(unit, owner, OPEN_TO_TALK);

const BEFORE = [BASE, FEEDS, IF_ANY, SOURCE];
const AFTER = [WHERE_IT_EXISTS, OF_PEOPLE_SERVED];

/** Every time that the sentence names the benefit, it does so for something else. */
export function isInPassing({ plain, hits, opened }: Unit, owner: number): boolean {
  const before = BEFORE.filter((pattern) => opened.allows(pattern));
  const after = AFTER.filter((pattern) => opened.allows(pattern));
  if (before.length === 0 && after.length === 0) return false;
  return hits.every(
    (hit) =>
      hit.owner !== owner ||
      before.some((pattern) => pattern.test(plain.slice(0, hit.start))) ||
      (after.some((pattern) => pattern.test(plain.slice(hit.end))) && !BODY.test(plain.slice(hit.start))),
  );
}
