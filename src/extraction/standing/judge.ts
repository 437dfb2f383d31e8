import type { Standing } from '../../domain/extraction.ts';
import type { CompiledBenefit } from '../patterns/compile.ts';
import type { Unit } from '../context/units.ts';
import { STARTS_ACTION } from '../text/blocks.ts';
import { hasVerb } from '../text/clauses.ts';
import {
  GOES_ON_TITLE,
  INFINITIVE,
  MEASURE,
  STEP,
  givesAtOnce,
  isAction,
  isConditioned,
  isWholeSentence,
  isDatedAction,
  isInArticle,
  isKeptAsIs,
  isNumbered,
  startsInfinitive,
} from './actions.ts';
import * as cues from './cues.ts';
import { givenElsewhere } from './elsewhere.ts';
import { KEEPS, endingOf, isNothing, refusalIn } from './ends.ts';
import { isSaidByLaw } from './law.ts';
import { commitsBesideStudy, isUnderStudy } from './studies.ts';
import { isIncidental, toldBy } from './told.ts';

/** `none`: the sentence names the benefit without saying anything of it. Strength: 2 = in so many words, 1 = by its place. */
export type Verdict = { standing: Standing | 'none'; strength: 0 | 1 | 2; rules: string[] };

export type JudgeContext = { isDisagreement: boolean };

const verdict = (
  standing: Verdict['standing'],
  strength: Verdict['strength'],
  ...rules: string[]
): Verdict => ({
  standing,
  strength,
  rules,
});

const HAS_QUANTITY = /<(?:eur|pct|day|week|month|hour|minute|num|split|equal|times)/;
const HAS_MEASURE = /<(?:eur|pct|day|hour|minute|split|equal)/;
const DEMAND_OPENS =
  /^\W*(?:une? |la |les )?(?:demandes?|revendications?|souhaits?)\b(?! (?:acceptee?|accordee?|satisfaite?|retenue?|validee?)s?\b)/;

/**
 * What one sentence does with one benefit, from its words, then from the section it stands in. `isDetail`: the line stands below
 * an introduction that names the benefit.
 */
export function judge(
  unit: Unit,
  owner: number,
  benefit: CompiledBenefit,
  { isDisagreement }: JudgeContext,
  isDetail = false,
): Verdict {
  const { own, whole } = toldBy(unit);
  const { text } = whole;
  const { mode } = unit;
  // « Les parties conviennent de négocier sur : » decides of a negotiation, not of its subjects.
  const said = mode === 'agenda' || mode === 'refused' || mode === 'incidental' ? own : whole;
  const isGranted = whole.matches(benefit.granted);
  const isFirm = isGranted && !((isAction(unit) || unit.isInWishList) && !said.says(cues.GRANTS));
  const decides = said.says(cues.DECIDES);
  const grants = isFirm || whole.says(cues.GRANTS);

  if (mode === 'definition' && !decides && !(own.says(cues.GRANTS) && /<eur:/.test(own.text)))
    return verdict('none', 0, 'section:definition');
  const elsewhere = givenElsewhere(unit, own);
  if (elsewhere) return verdict('none', 0, elsewhere);
  if (own.says(cues.EQUAL) && !cues.WIDENS.test(own.text) && !own.text.includes('<eur:'))
    return verdict('restates-law', 1, 'cue:equal');
  if (TOPIC.test(unit.plain) && !own.says(cues.VERB)) return verdict('none', 0, 'shape:topic');
  if (own.says(cues.PENALISES) && !decides) return verdict('none', 0, 'cue:penalises');
  if (mode === 'incidental' && !decides && !isFirm) return verdict('none', 0, 'section:incidental');
  if (whole.matches(benefit.refused)) return verdict('refused', 2, 'benefit:refused');
  if (whole.matches(benefit.restatesLaw) && !decides && !(grants && cues.EXCEEDS_LAW.test(text)))
    return verdict('restates-law', 2, 'benefit:restates-law');

  if (isSaidByLaw(unit, whole)) return verdict('restates-law', 2, 'cue:law-says');
  if (isNothing(unit, owner, text)) return verdict('refused', 1, 'shape:nothing');

  const ending = isGranted && isGrantedSo(text, benefit) ? null : endingOf(unit, owner);
  if (ending)
    return ending === 'ended' ? verdict('ended', 2, 'cue:ends') : verdict('none', 0, 'cue:ends-else');
  if (whole.says(cues.ONLY_LAW) && !cues.BEYOND_LAW.test(text))
    return verdict('restates-law', 2, 'cue:only-law');
  if (isUnderStudy(unit) && !isFirm) return verdict('demanded', 1, 'heading:study');
  const refusal = whole.says(cues.REFUSES) ? refusalIn(text) : undefined;
  const isKept =
    isFirm &&
    ((/^(?:aucun|ne? )/.test(refusal ?? '') && givesByNone(text, benefit)) || cues.NO_CHANGE.test(text));
  if (refusal && !isKept && !cues.REFUSES_ONE_EMPLOYEE.test(text)) {
    const accepts =
      /\b(?:mais|toutefois|neanmoins|en revanche|cependant)\b(?:(?!\bne |\bn')[^.;]){0,60}\b(?:accepte|accorde|propose|prend|s'engage|decide|porte)/;
    if (accepts.test(text) || COUNTERS.test(text) || KEEPS.test(text))
      return verdict('granted', 2, 'cue:refuses-but-accepts');
    return verdict('refused', 2, 'cue:refuses');
  }
  if (whole.matches(benefit.demanded) && !decides) return verdict('demanded', 2, 'benefit:demanded');
  if (whole.says(cues.DEMANDS) && !decides) return verdict('demanded', 2, 'cue:demands');
  if (whole.says(cues.STUDIES) && own.says(cues.IN_FORCE) && mode !== 'demand')
    return verdict('granted', 1, 'cue:in-force');
  if (whole.says(cues.STUDIES) && !commitsBesideStudy(text) && !(isFirm && cues.NO_CHANGE.test(text)))
    return verdict('demanded', 2, 'cue:studies');
  if (mode === 'refused' && !decides) return verdict('refused', 1, 'section:refused');
  if (mode === 'demand' && !decides) return verdict('demanded', 1, 'section:demand');
  if (mode === 'agenda' && !decides && OPEN_QUESTION.test(unit.intro?.plain ?? ''))
    return verdict('demanded', 1, 'section:open-question');
  if (mode === 'agenda' && !isFirm && !HAS_QUANTITY.test(own.text) && !(grants && isStatement(unit)))
    return verdict('demanded', 1, 'section:agenda');
  if (startsInfinitive(unit) && mode !== 'agreed' && mode !== 'offer' && !decides)
    return verdict('demanded', 1, 'shape:infinitive');
  if (whole.says(cues.TAX) && !isFirm && !decides && !RAISED.test(text)) return verdict('none', 0, 'cue:tax');
  if (whole.says(cues.VAGUE) && !decides && !(cues.HEEDS.test(text) ? HAS_MEASURE : HAS_QUANTITY).test(text))
    return verdict('restates-law', 1, 'cue:vague');
  if (!isFirm && !decides && isIncidental(whole, unit, owner)) return verdict('none', 0, 'cue:incidental');
  if (whole.mayMatch(cues.COSTS_MORE) && cues.COSTS_MORE.test(unit.plain) && !isFirm && !decides)
    return verdict('none', 0, 'mention', 'cue:costs-more');

  const isNominal = !grants && !whole.says(cues.VERB);
  if (whole.says(cues.LAW) && !cues.BEYOND_LAW.test(text) && !decides && !isFirm && !hasOwnFigure(text))
    return verdict('restates-law', 1, 'cue:law');
  if (own.says(cues.EASES) && (!isNominal || mode === 'agreed' || isInArticle(unit)))
    return verdict('granted', 2, 'cue:eases');
  if (unit.kind === 'heading') {
    if (
      STARTS_ACTION.test(unit.plain.replace(/^[\W\d]+/, '')) &&
      HAS_QUANTITY.test(text) &&
      /\b(?:porte|fixe|passe)/.test(text)
    )
      return verdict('granted', 1, 'heading:decides');
    if (GOES_ON_TITLE.test(unit.plain)) return verdict('granted', 1, 'heading:goes-on');
    return verdict('none', 0, 'heading');
  }
  if (isDisagreement && !decides && !isFirm && mode !== 'agreed') {
    const isOffer = mode === 'offer' || cues.OFFERED.test(text);
    return verdict(grants && !isOffer ? 'granted' : 'demanded', 1, 'document:disagreement');
  }
  // « Il a été convenu : » – « Prise en charge de la carence »: the decision stands above, a refusal in so many words outweighs it.
  if (decides) return verdict('granted', isAction(unit) && !own.says(cues.DECIDES) ? 1 : 2, 'cue:decides');
  if (whole.mayMatch(cues.CONDITIONAL) && cues.CONDITIONAL.test(text.replace(CONSEQUENCE, '')))
    return verdict('demanded', 1, 'cue:conditional');
  if (mode === 'law') return verdict('restates-law', 1, 'section:law');
  if (isFirm) return verdict('granted', isNominal ? 1 : 2, 'benefit:granted');
  if (mode === 'preamble')
    return verdict(grants && HAS_QUANTITY.test(text) ? 'granted' : 'none', 1, 'section:preamble');
  if (grants) return verdict('granted', 2, 'cue:grants');
  if (DEMAND_OPENS.test(text)) return verdict('demanded', 1, 'cue:demand-opens');
  if (mode === 'agreed' || mode === 'offer') return verdict('granted', 1, `section:${mode}`);
  // Lines below an introduction that names the benefit (« Changement de mutuelle : ») describe it.
  if (isDetail && HAS_QUANTITY.test(text) && !INFINITIVE.test(unit.plain) && !WISHED.test(unit.plain))
    return verdict('granted', 1, 'shape:detail');
  if (isNominal && unit.plain.length <= LINE_MAX && givesAtOnce(unit, owner))
    return verdict('granted', 1, 'shape:participle');
  if (isNominal && isDatedAction(unit, text, benefit)) return verdict('granted', 1, 'shape:dated-action');
  if (isNominal && isKeptAsIs(unit)) return verdict('granted', 1, 'shape:kept');
  if (isNominal && benefit.actionsGrant && !unit.isInWishList && STEP.test(unit.plain))
    return verdict('granted', 1, 'shape:step');
  if (unit.isInWishList && isNominal) return verdict('demanded', 1, 'shape:list-of-actions');
  if (isNominal && isAction(unit)) {
    return isInArticle(unit) ||
      isNumbered(unit, owner, text) ||
      isConditioned(text) ||
      isWholeSentence(unit, own.text) ||
      MEASURE.test(unit.plain) ||
      (HAS_MEASURE.test(own.text) && /:\W*$/.test(unit.plain)) ||
      benefit.actionsGrant
      ? verdict('granted', 1, 'section:article')
      : verdict('demanded', 1, 'shape:action');
  }
  if (HAS_QUANTITY.test(text) || /: ?\+ ?#inc/.test(text)) return verdict('granted', 1, 'shape:figure');
  if (WISHES.test(text)) return verdict('none', 0, 'mention', 'cue:wishes');
  // A full sentence in the indicative, under no heading that says otherwise: the text states it. The benefit's proof decides.
  if (isStatement(unit) && isSubject(unit, owner, benefit) && whole.matches(benefit.proof?.when ?? null))
    return verdict('granted', 1, 'shape:statement');
  return verdict('none', 0, 'mention');
}

/** « Les parties souhaitent développer … »: and nothing more. */
const WISHES =
  /\b(?:parties|partenaires sociaux|direction|entreprise|societe|employeur|association|fondation|cooperative|office|etablissement|clinique|banque|groupe) (?:\w+ )?souhait(?:e|ent)\b/;
/** « Pourra être discutée la mise en place de l’une des solutions suivantes : » */
const OPEN_QUESTION = /\bpour(?:ra|ront|rait|raient) (?:\w+ )?etre (?:discut|etudi|abord|examin|envisag)/;
/** « Concernant la mise en place d’un second jour de télétravail »: what is talked about, and the answer stands below. */
const TOPIC = /^\W*(?:concernant|s'agissant d|quant a|au sujet d|a propos d)[^:,;]*$/;
/** « … est portée à 9 €, dès lors la part salariale serait de 3,60 € »: what follows from the decision. */
const CONSEQUENCE = /\b(?:des lors|par consequent|de ce fait|en consequence),? (?:la|le|les|l')[^.;]*[.;]?$/;
/** « La part patronale est portée au maximum exonéré, soit 5,92 € » is more than how it is taxed. */
const RAISED =
  /\b(?:est|sont|sera|seront) (?:\w+ )?(?:portee?|fixee?|revalorisee?|augmentee?|relevee?)s? (?:a|au|de)\b/;
const LINE_MAX = 140;

const WISHED =
  /^\W*(?:augment|revaloris|passage|mise en place|creation|suppression|instaur|attribution|ajout)/;
/** « … a refusé la demande et a contre-proposé 40 € » */
const COUNTERS = /\brefus\w+ [^.;]{0,60}\bcontre-? ?propos\w+ [^.;]*<(?:eur|pct|day|hour)/;
/** « L’entreprise pourra les accompagner »: or not. */
const EMPLOYER_MAY =
  /\b(?:entreprise|societe|direction|employeur|fondation|cooperative|office|etablissement|clinique|banque|association) (?:peut|pourra) /;
/** « Le vendredi après-midi est une plage sans réunion. » */
const isStatement = (unit: Unit): boolean =>
  unit.kind !== 'row' &&
  (/[.;]$/.test(unit.plain) || hasVerb(unit.raw)) &&
  unit.plain.length >= 40 &&
  !EMPLOYER_MAY.test(unit.plain) &&
  !/^\W*il en (?:est|va|sera) de meme/.test(unit.plain) &&
  /^[\W\d]*(?:le|la|les|l'|un|une|des|du|tout|toute|tous|toutes|chaque|ce|cette|ces|en|pour|a|au|aux|dans|sur|si|lors|afin|par|pendant|apres|avant|il|elle|ils|elles|chacun|entre|sous|son|sa|ses|deux|trois|quatre|cinq|[a-z]+ jours?)\b/.test(
    unit.plain,
  );

/** The benefit stands at the head of the sentence or in its main clause, not in a clause that hangs on another thing. */
const isSubject = (unit: Unit, owner: number, { actionsGrant }: CompiledBenefit): boolean => {
  const hit = unit.hits.find((h) => h.owner === owner);
  return (
    !hit ||
    hit.start <= (actionsGrant ? POLICY_WITHIN : SUBJECT_WITHIN) ||
    !HANGS.test(unit.plain.slice(0, hit.start))
  );
};
const SUBJECT_WITHIN = 30;
const POLICY_WITHIN = 45;
const HANGS =
  /\b(?:qu'|(?<!\bainsi )que|qui(?! (?:le|la|en|y) )|dont|ou non|avant|apres|lors|etant|pour permettre|notamment|selon|hausse de|derive|au titre|dans le cadre|en cas)\b/;

/** « Aucune réunion avant 9 h », « la carence ne sera plus retenue »: what there is none of is what is given. */
const givesByNone = (text: string, benefit: CompiledBenefit): boolean =>
  /\baucune?\b|\bne (?:sont|seront|sera|est) plus\b|\bne (?:peu(?:t|vent)|doi(?:t|vent)) pas\b/.test(
    benefit.granted?.exec(text)?.[0] ?? '',
  );

/** « Les jours de carence sont supprimés », « sans carence » and « coupure des messageries » end something in favour of the employee. */
const isGrantedSo = (text: string, benefit: CompiledBenefit): boolean =>
  /suppr|suspen|coup|ferm|desactiv|bloqu|\bne (?:sont|seront|sera|est) plus\b|(?:sans|suppression[^.]{0,20}) (?:\w+ ){0,3}carence/.test(
    benefit.granted?.exec(text)?.[0] ?? '',
  );

/** A reminder of the law that prints its own figure and a verb of change is a grant (« conformément à la loi, portée à 75 % »). */
const hasOwnFigure = (text: string): boolean =>
  HAS_QUANTITY.test(text) &&
  /(?:portee?s?|fixee?s?|egale?s? a|passe|passera|maintenue?s?|convenu|decide|s'eleve|accorde\w*|octroy\w+|attribu\w+|convien\w+|d'un montant|revalorisation|revalorise\w*)/.test(
    text,
  ) &&
  !/(?:la loi|le code|convention collective)[^.;]{0,60}(?:prevoit|impose|oblige|(?<!\b(?:est|reste|sera|demeure|sont|etait) )fixe)\b/.test(
    text,
  );
