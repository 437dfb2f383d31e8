import { names } from './context/naming.ts';
import { quantitiesOf } from './context/readings.ts';
import { haveSameTitle } from './context/units.ts';
import type { Unit } from './context/units.ts';
import { readQuantities } from './numbers/reading.ts';
import * as cues from './standing/cues.ts';
import type { Candidate } from './standing/responses.ts';
import type { Mode } from './standing/modes.ts';
import { toldAlone } from './standing/told.ts';
import { gated, holds } from './text/gates.ts';

/**
 * That something was asked and not agreed is claimed beyond doubt only: not where the text takes the demand up elsewhere, where no more
 * than a change of what exists is asked or refused, or where nobody asked.
 */

/** « le dispositif demeure inchangé », « ne souhaite pas modifier les règles de calcul », « ne revalorisera pas le taux de 1 % »: it exists and goes on. */
const STAYS = gated(
  /\b(?:demeure|reste)(?:nt|ra|ront)? (?:\w+ ){0,2}?(?:inchange|en l'etat|identique|en vigueur)|\b(?:ne|n') ?\w+ (?:\w+ )?pas (?:\w+ )?(?:modifier|changer|revoir|faire evoluer|remettre en cause) (?:\S+ ){0,3}?(?:accord|dispositif|regime|modalite|regle|calcul|formule|repartition|critere|systeme)|\b(?:pas|aucune?) (?:de |d')?(?:\w+ )?(?:modification|changement|evolution)s? (?:\S+ ){0,3}?(?:accord|dispositif|regime|modalite|systeme)s?\b|\bmaint\w+ (?:le |la |les |l'|du |de l'|des )(?:dispositif|accord|regime|systeme|modalite|regle)s? (?:actuel|existant|en (?:vigueur|place))|\bne revaloris\w+ pas (?:le |la |les |son |sa )(?:\w+ )?(?:pourcentage|taux|montant|budget|part|participation|dotation|contribution) (?:\w+ )?(?:de|a) \d/,
);
/** « favorable à la conclusion d’un accord séparé, prévoyant le versement d’une prime de 500 € », « un nouvel accord sera mis en place »: given by another text. */
const ELSEWHERE = gated(
  /\baccords? (?:d'entreprise |collectifs? )?(?:separe|distinct|specifique)e?s?,? (?:prevoyant|accordant|instaurant)\b|\bnouvel accord\b[^.;]{0,60}\bsera (?:\w+ )?mis en (?:oeuvre|œuvre|place)\b/,
);
const CARENCE = /\bcarence/;

/** A scheme that is to be renewed, drawn up anew, amended or shared out otherwise: it exists. */
const OF_EXISTING = gated(
  new RegExp(
    [
      "\\b(?:renouvel\\w+|renegoci\\w+|revis(?:er|ion)|reconduc\\w+|reconduire|prorog\\w+|revoir|denonc\\w+) (?:\\S+ ){0,2}?(?:(?:cet|l'|ces|les|le|notre|nos|ledit|d'|de l'|des|du|de cet) ?)?(?:accords?|contrats?)\\b",
      "\\bavenants? (?:a|de) (?:l'|cet |notre )accords?\\b",
      '\\b(?:accord|dispositif|regime|contrat|systeme)s? (?:\\S+ ){0,3}?(?:actuel(?:le)?|existante?|en vigueur)s?\\b',
      "\\b(?:repartition|proratisation|mensualisation) (?:\\S+ ){0,3}?(?:[dl]')?(?:benefices|participation|interessement|1[34] ?(?:e|eme) mois|treizieme mois)\\b",
      "\\b(?:plac|transf|vers|affect|depos|aliment)\\w* [^.;]{0,40}\\b(?:jours?|conges?|rtt|jrtt)\\b[^.;]{0,40} (?:sur|vers|dans|au) ?(?:le |l'|ce |notre |leur |son )?(?:perco\\w*|pereco\\w*|pee\\b|plan d'epargne)",
      "\\b(?:assoupli|modifi|adapt|optimis)\\w* (?:de )?(?:les |l'|des )(?:utilisation|modalites|regles|fonctionnement)\\b",
    ].join('|'),
  ),
);
/** « … un avenant à l’accord, pour y créer un forfait mobilités »: new in it. */
const IS_NEW = /\b(?:mise en place|mettre en place|instaur\w+|creer|creation|introdui\w+)\b/;

/** What both sides leave aside, what a body goes on doing, explanations, what is announced, how each case will be looked at: nobody asked. */
const NOT_ASKED = gated(
  /\bparties\b[^.;]{0,40}\bn'ont pas (?:\w+ )?(?:(?:souhaite|entendu) (?:\w+ )?(?:developp|trait|abord|approfond)|(?:juge|estime) (?:utile|necessaire|opportun)e?s? d)|\bn'(?:a|ont) (?:pas|aucune?) (?:\w+ )?(?:formule|presente|exprime|emis) (?:de |d'|aucune? )(?:\w+ )?(?:demande|revendication|souhait)|\bgroupes? de travail\b[^.;]{0,30}\b(?:continu|poursui)\w+|\bdemand(?:es?|ent) (?:d'|des |de |les |une? |l'|la |le )(?:explication|precision|eclaircissement|information|clarification|bilan)s?\b|\best annonce|\betudi\w+\b[^.;]{0,130}\b(?:toute (?:proposition|demande|candidature)|(?:les|chaque|des) candidatures?)\b/,
);

/** « s’engage à mettre à profit les périodes creuses pour … »: a promise, and no study of whether to do it. */
const PROMISES = gated(/\bs'engage(?:nt|ra)? (?:\w+ )?(?:a|d')/);
const OF_TALKS =
  /\bs'engage(?:nt|ra)? [^.;]{0,90}\b(?:etud|negoci|ouvr|discut|reflech|reflexion|examin|analys|echang|reun|rencontr|revoir|abord|evalu|entam|consult|concert|propos|present|relanc|repren|poursuiv)/;

const isUnasked = ({ unit, above, verdict: { standing } }: Candidate): boolean =>
  holds(unit, NOT_ASKED) ||
  [unit, above].some((line) => line && holds(line, OF_EXISTING) && !IS_NEW.test(line.plain)) ||
  (standing === 'demanded' && holds(unit, PROMISES) && !OF_TALKS.test(unit.plain)) ||
  // « Non application de la hausse », among the measures agreed: a measure of the employer’s.
  (standing === 'refused' && unit.mode === 'agreed' && /^\W*non\b/.test(unit.plain));

/** « C’est déjà le cas », right below the demand. */
const ALREADY = gated(
  /^\W*(?:reponse [^:.;]{0,40}: ?)?(?:c'est|cel?a est|cela existe|ceci est|(?:cette|la|ces|les) (?:mesure|disposition|possibilite|pratique)s? (?:est|existe|sont)(?:nt)?|(?:ce|le) dispositif (?:est|existe)) (?:d'ores et )?deja\b/,
);
const isAlready = (below: Unit | undefined): boolean => below !== undefined && holds(below, ALREADY);

/** « Le Groupe s’engage à valider ces dotations », below the list that asks for them. */
const AGREES_TO_LIST = gated(
  /^\W*(?:la |le |l')?(?:direction|employeur|entreprise|societe|fondation|cooperative|office|etablissement|clinique|banque|groupe|association)\b(?:(?!\bne |\bn')[^.;]){0,30}\b(?:s'engage|accepte|valide|accede|accorde|donne)\b(?:(?!\bne |\bn')[^.;]){0,100}\bces [a-z]/,
);
const LIST_MAX = 8;
const isListAgreed = ({ index, intro }: Unit, units: readonly Unit[]): boolean =>
  intro !== null &&
  units
    .slice(index + 1, index + LIST_MAX)
    .some((unit) => unit.kind !== 'heading' && holds(unit, AGREES_TO_LIST));

/** Words that name no subject. */
const COMMON =
  /^(?:dispos|mesure|montan|salari|entrep|direct|employ|societ|condit|person|collab|parten|modali|compte|mettre|mise|place|demand|propos|suivan|annee|premie|augmen|revalo|ensemb|attrib|versem|partic|suppre|passag|indemn|prime|suppl|journe|charge|nombre|hauteu|minimu|maximu|partir|brut|mensue|annuel|applic|cadre|accord|negoci|travai|temps|jours|tous|toutes|euros|mois|heures|horair|possib|creati|obtent|instau|presta|contre|taux|valeur|elargi|prise|mainti|depuis|notamm|moins|actuel|ancien|effect|concer|cette|avoir|faire|engage|defini|avant|organi|syndic|etudie)/;
const wordsOf = (plain: string): string[] => [
  ...new Set(
    (plain.match(/[a-z]{5,}/g) ?? []).map((word) => word.slice(0, 6)).filter((word) => !COMMON.test(word)),
  ),
];

const ASKED_WITHIN = 200;
const SENTENCE_MAX = 400;
/** So many words of the demand in a sentence that decides are no chance. */
const SHARED_MIN = 4;
/** Its first words name what is asked. */
const NAMED_BY = 2;

const amountsOf = (unit: Unit): number[] =>
  quantitiesOf(unit).flatMap(({ kind, value, hidden }) => (kind === 'eur' && hidden === null ? [value] : []));

/** A decision in the words of the demand, or the amount asked below a title that names the same thing. */
function isTakenUpBy(other: Unit, asked: readonly string[], amounts: readonly number[]): boolean {
  if (other.mode === 'demand' || other.mode === 'refused' || other.plain.length > SENTENCE_MAX) return false;
  const told = toldAlone(other);
  if (told.says(cues.REFUSES) || told.says(cues.DEMANDS)) return false;
  const isAmount =
    other.mode !== 'neutral' && amounts.length > 0 && amountsOf(other).some((one) => amounts.includes(one));
  const grants = told.says(cues.GRANTS);
  const isDecided = told.says(cues.DECIDES) || (grants && other.mode !== 'neutral');
  if (!isAmount && !isDecided && !grants) return false;
  const words = wordsOf(isAmount ? `${other.headings.at(-1)?.plain ?? ''} ${other.plain}` : other.plain);
  const shared = asked.filter((word) => words.includes(word));
  return (
    shared.length >= SHARED_MIN ||
    (isAmount && shared.length > 0) ||
    (isDecided && asked.length >= NAMED_BY && asked.slice(0, NAMED_BY).every((word) => shared.includes(word)))
  );
}

/** « Annexe 1 : tableau des revendications »: what became of them stands before it. */
const ANNEXED = /\bannexe\b[^.;]{0,80}\b(?:propositions?|positions?|revendications?|demandes?)\b/;
const isAnnexed = ({ headings }: Unit): boolean => headings.some(({ plain }) => ANNEXED.test(plain));
/** « Ce taux sera porté à … » below the demand, « les indemnités prévues à l’article 3 ci-après ». */
const SETTLES = gated(
  /\b(?:est|sont|sera|seront|passe|passera) (?:\w+ )?(?:porte|fixe|revalorise|augmente|releve|passe)e?s? (?:a|de|au) /,
);
const OWN_ARTICLE = gated(/\bprevue?s? (?:a |par )l'article \S+ (?:ci-|du present)/);
const DECIDED = /cue:decides|section:agreed|response:granted|benefit:granted/;

function isGrant({ unit, verdict: { standing, rules } }: Candidate): boolean {
  if (standing === 'granted') return DECIDED.test(rules.join(' ')) || holds(unit, OWN_ARTICLE);
  return standing === 'demanded' && holds(unit, SETTLES);
}

function isMet({ unit }: Candidate, candidates: readonly Candidate[], units: readonly Unit[]): boolean {
  const isBehind = isAnnexed(unit);
  const isElsewhere = ({ index }: Unit): boolean => index > unit.index || (isBehind && index < unit.index);
  if (candidates.some((one) => isElsewhere(one.unit) && (isGrant(one) || isListAgreed(one.unit, units))))
    return true;
  if (unit.mode !== 'demand') return false;
  const asked = wordsOf(unit.plain.slice(0, ASKED_WITHIN));
  const amounts = amountsOf(unit);
  return asked.length > 0 && units.some((one) => isElsewhere(one) && isTakenUpBy(one, asked, amounts));
}

const OWN_MODES: ReadonlySet<Mode> = new Set<Mode>(['neutral', 'agreed', 'law']);
const ASKS: ReadonlySet<string> = new Set(['demanded', 'refused']);

/** Said by the text itself, of the benefit by its name: a sentence, the line that opens its list, or the title of what was agreed gives it. */
function givesOfIt({ unit, owner, verdict: { standing } }: Candidate): boolean {
  const { kind, mode, intro } = unit;
  if (!OWN_MODES.has(mode) || ASKS.has(standing) || !names(unit, owner)) return false;
  if (standing === 'granted' || (kind === 'heading' && mode === 'agreed')) return true;
  return intro !== null && cues.GRANTS.test(readQuantities(intro.plain)) && !cues.REFUSES.test(intro.plain);
}

/** « Télétravail » – « Les heures de télétravail sont déclarées au réel. », where talks on it are to go on. */
const isOfTalks = ({ verdict: { rules } }: Candidate): boolean =>
  rules.includes('cue:studies') || rules.includes('section:agenda');
const isRegulated = ({ unit, owner, verdict: { standing } }: Candidate, asked: Unit): boolean =>
  OWN_MODES.has(unit.mode) &&
  !ASKS.has(standing) &&
  unit.kind !== 'heading' &&
  names(unit, owner) &&
  (unit.headings.at(-1)?.owners.has(owner) ?? false) &&
  !haveSameTitle(unit, asked) &&
  unit.plain.endsWith('.');

/** « Article 2 – Carence » with its table, in the text itself: it settles what an annex says was asked. */
const isUnderOwnArticle = ({ unit, owner }: Candidate): boolean =>
  OWN_MODES.has(unit.mode) &&
  unit.kind === 'row' &&
  unit.headings.some(({ article, owners }) => article !== null && owners.has(owner)) &&
  quantitiesOf(unit).length > 0;

const isTakenUp = (one: Candidate, candidates: readonly Candidate[]): boolean =>
  candidates.some(
    (other) =>
      (isAnnexed(one.unit) && isUnderOwnArticle(other)) ||
      (other.unit.index > one.unit.index && givesOfIt(other)) ||
      (isOfTalks(one) && isRegulated(other, one.unit)),
  );

const isSettledApart = ({ unit }: Candidate): boolean =>
  (holds(unit, STAYS) && !CARENCE.test(unit.plain)) || holds(unit, ELSEWHERE);

/** Of what is asked or refused of a benefit, in sentences that say so, what the text leaves no doubt about. */
export function undoubted(
  claimed: readonly Candidate[],
  candidates: readonly Candidate[],
  units: readonly Unit[],
): readonly Candidate[] {
  if (claimed.length === 0 || candidates.some(isSettledApart)) return [];
  return claimed.filter(
    (one) =>
      !isUnasked(one) &&
      !isAlready(units[one.unit.index + 1]) &&
      !isListAgreed(one.unit, units) &&
      !isMet(one, candidates, units) &&
      !isTakenUp(one, candidates),
  );
}
