import type { Heading, Unit } from '../context/units.ts';
import { gated, holds } from '../text/gates.ts';
import { isBareNo, isYes } from './answers.ts';
import type { Verdict } from './judge.ts';
import * as cues from './cues.ts';
import { UNION } from './words.ts';
import { toldAlone } from './told.ts';

export type Candidate = {
  unit: Unit;
  owner: number;
  /** The sentence itself holds a term; otherwise `above` does. */
  isNamed: boolean;
  above: Heading | null;
  verdict: Verdict;
  /** The sentence below that answers this one. */
  response: Unit | null;
};

const POINTS_BACK =
  /\b(?:cette|ces|la|les|ladite|lesdites|a la|aux|sa|son) (?:\w+ )?(?:demandes?|revendications?|propositions?|mesures?|contre-?propositions?|points?|themes?|sujets?)\b|\by (?:est|etre|sont|repond|accede)\b|\bn'y\b|dans ce cadre|derniere proposition|^\W*(?:(?:apres|suite a|a l'issue d)[^,.;]{0,40}, )?(?:reponse|refus|accord|oui|ok|direction ?:|la direction|l'employeur|l'entreprise|elle|nous)\b/;
/** « Refus des autres propositions »: of none that stands above with its own answer. */
const OTHERS = /\b(?:autres|restantes) (?:\w+ )?(?:demandes|revendications|propositions|mesures|points)\b/;
const MANY =
  /\bces (?:\w+ )?(?:demandes|revendications|propositions|mesures|points)|accord a ete (?:conclu|trouve)|aux (?:demandes|revendications)|(?:les|l'ensemble des) (?:demandes|revendications)/;
/** « La CGT refuse les propositions de la Direction »: what the other side offers, and no answer to a demand. */
const OF_EMPLOYER =
  /\b(?:refus\w+|rejet\w+|pas d'accord avec|desaccord (?:avec|sur)) (?:les|la|cette|ces|leurs?) (?:\w+ )?(?:contre-?)?propositions? (?:\w+ )?de (?:la direction|l'employeur|l'entreprise|la societe)\b/;
/** « Les organisations syndicales refusent cette proposition »: an offer, turned down. */
const TURNED_DOWN = new RegExp(
  `^\\W*(?:toutes |l'ensemble des |chacune des )?(?:la |le |les |l'|des )?${UNION}[^.;]{0,80}\\b(?:refuse|refusent|ont refuse|a refuse|rejettent|rejette|ont rejete|a rejete|declinent|n'acceptent pas|n'ont pas accepte)\\b`,
);
const BY_ALL =
  /^\W*(?:toutes |l'ensemble des |chacune des )?(?:les |l'|des )?(?:deux |trois |quatre )?(?:organisations|syndicats|delegations|delegues|elus|representants|intersyndicale|partenaires)/;
/** A demand further above than this has its own answer elsewhere. */
const REACH = 8;
/** Refused, countered, accepted: three sentences in a row. */
const COUNTER_REACH = 4;

/** « Versement d’une prime de 1 500 € »: what stands above it may decide or demand, the answer below it tells. */
function isNominal(unit: Unit): boolean {
  const told = toldAlone(unit);
  return !told.says(cues.VERB) && !told.says(cues.GRANTS);
}

/** « accepte d’augmenter le complément de salaire » says what it accepts. */
const NAMES_ITS_OBJECT =
  /\b(?:accept\w+|acced\w+|valide|s'engage) (?:de |d'|a )\w+(?:er|ir|re) (?:en place |en oeuvre |a disposition )?(?:le |la |les |l'|un |une |des |ses |son |sa )(.+)/;
/** Words that name no subject. */
const COMMON =
  /^(?:dispos|mesure|montan|salari|entrep|direct|employ|societ|condit|person|collab|parten|modali|compte|mettre|mise|place|demand|propos|suivan|annee|premie)/;
const words = (plain: string): string[] =>
  plain
    .match(/[a-z]{5,}/g)
    ?.map((word) => word.slice(0, 6))
    .filter((word) => !COMMON.test(word)) ?? [];

/** « ne pas donner suite à la demande de prime carburant » */
const OF_DEMAND =
  /\b(?:demande|revendication|proposition)s? (?:de |d')(?!(?:la |l'|les |des )?(?:cgt|cfdt|cftc|cfe|fo|unsa|sud|organisation|delegation|syndica|direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque|\d|hausse|revaloris|augment))([a-z][^.;,(]{4,60})/;

/** An answer with an object of its own answers only a demand that shares a word with it. */
function isAnswerTo(answer: Unit, demand: Unit): boolean {
  const object = (NAMES_ITS_OBJECT.exec(answer.plain) ?? OF_DEMAND.exec(answer.plain))?.[1];
  if (!object) return true;
  const asked = new Set(words(`${demand.plain} ${demand.headings.at(-1)?.plain ?? ''}`));
  return words(object.slice(0, 80)).some((word) => asked.has(word));
}

const NO_REACH = 2;
const isTurnedDown = ({ unit }: Candidate, no: Unit): boolean =>
  no.index - unit.index <= NO_REACH && toldAlone(unit).says(cues.OFFERED);
/** « Titres-restaurant : les salariés ont déjà la cantine. Défavorable. »: the voucher is refused, and the canteen is why. */
const isDenied = ({ unit, owner, isNamed }: Candidate, no: Unit): boolean => {
  const at = unit.hits.find((hit) => hit.owner === owner)?.start ?? 0;
  return (
    isNamed &&
    no.index - unit.index <= NO_REACH &&
    !/\bdeja\b/.test(unit.plain.slice(0, at)) &&
    !toldAlone(unit).says(cues.DECIDES)
  );
};

/** « Mise en place d’une navette : cette demande n’est pas recevable »: the answer to what it names itself. */
const OF_ITS_OWN =
  /^(?!\W*(?:la |l'|en )?(?:reponse|position|avis|decision|direction|employeur|entreprise))[^:]{16,}: ?(?:cette|la) (?:demande|proposition|revendication|mesure)\b/;

function answerOf(unit: Unit): 'granted' | 'refused' | 'demanded' | null {
  if (OF_ITS_OWN.test(unit.plain)) return null;
  const told = toldAlone(unit);
  if (isBareNo(unit.plain)) return 'refused';
  if (isYes(unit)) return 'granted';
  if (told.matches(SETTLED)) return 'granted';
  if (told.matches(OPENS_TALKS)) return 'demanded';
  if (!told.matches(POINTS_BACK)) return null;
  if (told.matches(INSTEAD) || told.matches(AT_MOST)) return 'granted';
  if (told.matches(OF_EMPLOYER) || told.matches(TURNED_DOWN)) return null;
  if (told.says(cues.REFUSES) && !told.says(cues.REFUSES_ONE_EMPLOYEE))
    return OTHERS.test(told.text) ? null : 'refused';
  if (told.says(cues.STUDIES)) return 'demanded';
  return told.says(cues.ACCEPTS) || COUNTER_OFFER.test(told.text) ? 'granted' : null;
}

/** « La Direction propose de passer à 60 % »: the same thing with another figure. */
const COUNTER_OFFER =
  /^\W*(?:(?:apres|suite a|a l'issue d|au terme d|finalement)[^,.;]{0,60}, )?(?:la |l')(?:direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque) (?:\w+ )?(?:propose|concede|consent|accorde|octroie|retient|offre) (?:(?:de|a) (?:la |le |les )?|(?:un|le) (?:taux|montant|plafond|nombre) de )?(?:<(?:eur|pct|day)|(?:passer|porter|fixer) (?:a |de |(?:la|le|sa|ce|cette) (?:part|participation|valeur(?: faciale)?|montant|taux|prise en charge|contribution)[^.;<]{0,40} )*<(?:eur|pct|day))/;

/** « Cette mesure est trop coûteuse pour la Direction, qui propose en contrepartie de porter sa part à 62 %. » */
const INSTEAD =
  /\bpropose (?:en (?:contrepartie|revanche|retour)|a la place|neanmoins|toutefois|plutot|cependant) [^.;]{0,60}<(?:eur|pct|day)/;

/** « Réponse Direction : OK sur le principe, à hauteur de 300 €. » « La Direction ne peut aller au-delà de 500 €. » « Elle entend porter cette participation à 65 %. » */
const AT_MOST =
  /^\W*(?:reponse|position|avis)\b[^:.;<]{0,40}: ?(?:ok|oui|accord|d'accord|favorable)\b[^.;<]{0,60}\b(?:a hauteur de|jusqu'a|mais|limitee? a|dans la limite de|a concurrence de) ?[^.;<]{0,20}<(?:eur|pct|day)|\b(?:aller|n'ira pas|n'irons pas) au[- ]dela d[e'] ?<(?:eur|pct|day)|\brepond qu[e'] ?[^.;]{0,80}\b(?:sera|seront|est|sont) (?:desormais )?(?:pris\w*|accord|port|vers|fix|maint|revaloris)|\bentend(?:ons)? (?:\w+ )?(?:porter|fixer|limiter|maintenir|ramener|plafonner) [^.;<]{0,60}<(?:eur|pct|day)/;

/** « Après discussion, il a été convenu d’un taux de 66 %. » */
const SETTLED =
  /^\W*(?:apres|au terme|a l'issue|finalement|en definitive)\b[^.;]{0,60}\b(?:convenu|retenu|arrete|accorde)[^.;<]{0,40}<(?:eur|pct|day)/;

/** « Les parties retiennent la seconde option. »: one of the ways offered in place of what was refused. */
const OTHER_WAY =
  /\b(?:accept|retien|retenu|choisi|chois|opt|valid)\w*\b[^.;]{0,30}\b(?:premiere|seconde|deuxieme|troisieme|derniere) (?:possibilite|option|solution|alternative)\b/;

/** « Mise en place d’un forfait vélo » – « Une négociation sur ce sujet sera ouverte en avril. » */
const OPENS_TALKS =
  /^\W*(?:une|des) (?:\w+ )?(?:negociation|discussion|reflexion|etude)s?\b[^.;]*\b(?:sera|seront) (?:\w+ )?(?:ouvert|engag|mene|lance|conduit)/;

[OPENS_TALKS, TURNED_DOWN, SETTLED, POINTS_BACK, OTHER_WAY, INSTEAD, AT_MOST, OF_EMPLOYER].forEach(gated);

const MAY_ANSWER = gated(
  /negociation|discussion|reflexion|refus|\bok\b|rejet|negati|accept|acced|favorabl|suite|reten|retien|etud|souhait|envisag|accord|valid|oui\b|\bnon\b|prevu|engag|convenu d(?:'un|e \d)|propose|conced|consent|octro|offre|au[- ]dela d|entend|repond qu|impossible|satisf|\bactee?|approuv|droit a|objection|oppose pas|mise en|applica|effective|positi|pas (?:la possibilite|les moyens)/,
);

/** Benefits about which a sentence decides and that it names itself, by sentence: the demand above it has its answer. */
function decisions(candidates: readonly Candidate[]): ReadonlyMap<number, ReadonlySet<number>> {
  const decided = new Map<number, Set<number>>();
  for (const { unit, owner, isNamed, verdict } of candidates) {
    if (!isNamed || verdict.strength < 2 || !toldAlone(unit).says(cues.DECIDES)) continue;
    const owners = decided.get(unit.index);
    if (owners) owners.add(owner);
    else decided.set(unit.index, new Set([owner]));
  }
  return decided;
}

/** Granted in another article, and in no list of demands: what this one puts off or refuses is something else. */
const isElsewhere = ({ unit: { article, mode } }: Candidate, answer: Unit): boolean =>
  answer.article !== null && article !== answer.article && mode !== 'demand';

/**
 * NAO minutes answer below the demand, without naming it again: « La Direction refuse cette demande. » Gives the demands above an
 * answer to that answer's standing. Candidates must be in the order of their units; verdicts are replaced in place.
 */
export function linkResponses(units: readonly Unit[], candidates: readonly Candidate[]): void {
  let next = 0;
  let pending: Candidate[] = [];
  let refused: Candidate[] = [];
  const named = new Set(candidates.filter((c) => c.isNamed).map((c) => c.unit.index));
  const decidedIn = decisions(candidates);
  for (const unit of units) {
    while (next < candidates.length && candidates[next]!.unit.index < unit.index)
      pending.push(candidates[next++]!);
    if (pending.length === 0 && refused.length === 0) continue;
    const decided = decidedIn.get(unit.index);
    pending = pending.filter(
      (c) => unit.index - c.unit.index <= REACH && (c.unit.index === unit.index || !decided?.has(c.owner)),
    );
    if (named.has(unit.index) || !holds(unit, MAY_ANSWER)) continue;
    if (toldAlone(unit).matches(OTHER_WAY)) {
      for (const candidate of refused.filter((c) => unit.index - c.unit.index <= REACH))
        candidate.verdict = {
          standing: 'none',
          strength: 0,
          rules: [...candidate.verdict.rules, 'response:other-way'],
        };
      continue;
    }
    if (toldAlone(unit).matches(TURNED_DOWN) && BY_ALL.test(unit.plain)) {
      for (const candidate of pending.filter((c) => isTurnedDown(c, unit)))
        candidate.verdict = {
          standing: 'none',
          strength: 0,
          rules: [...candidate.verdict.rules, 'response:turned-down'],
        };
      continue;
    }
    const answer = answerOf(unit);
    if (!answer) continue;
    // What was refused first may be granted in part: « accepte la contre-proposition à 0,9 % ».
    if (answer === 'granted' && /contre-?proposition/.test(unit.plain)) {
      const countered = refused.filter((c) => unit.index - c.unit.index <= COUNTER_REACH);
      for (const candidate of countered) {
        candidate.verdict = {
          standing: answer,
          strength: 2,
          rules: [...candidate.verdict.rules, 'response:counter'],
        };
        candidate.response = unit;
      }
      if (countered.length > 0) continue;
    }
    const open = pending.filter(
      (c) =>
        c.verdict.standing === 'demanded' ||
        c.verdict.standing === 'none' ||
        (!isElsewhere(c, unit) &&
          !(answer === 'granted' && isYes(unit)) &&
          !(answer === 'demanded' && c.verdict.standing === 'granted' && c.unit.mode === 'agreed') &&
          (c.verdict.strength < 2 || isNominal(c.unit) || (isBareNo(unit.plain) && isDenied(c, unit)))),
    );
    const lastBlock = Math.max(...open.map((c) => c.unit.block));
    const concerned = MANY.test(unit.plain)
      ? open
      : open.filter((c) => c.unit.block === lastBlock || c.unit.start === unit.headings.at(-1)?.start);
    for (const candidate of concerned) {
      if (candidate.verdict.standing === 'none' && candidate.unit.kind !== 'heading') continue;
      if (answer !== 'demanded' && !isAnswerTo(unit, candidate.unit)) continue;
      // What the text states in a full sentence, or in words that grant it, is no demand that is still looked into.
      if (answer === 'demanded' && /shape:statement|benefit:granted/.test(candidate.verdict.rules.join(' ')))
        continue;
      candidate.verdict = {
        standing: answer,
        strength: 2,
        rules: [...candidate.verdict.rules, `response:${answer}`],
      };
      candidate.response = unit;
    }
    if (answer === 'refused') refused = concerned;
    pending = MANY.test(unit.plain) ? [] : pending.filter((c) => !concerned.includes(c));
  }
}
