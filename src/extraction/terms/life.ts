import type { IsoDate } from '../../domain/dates.ts';
import type { TextTerms } from '../../domain/extraction.ts';
import { DATE, parsePrintedDate } from './dates.ts';
import { effectIn } from './effect.ts';
import type { Standing } from './effect.ts';
import { UNTIL_EVENT, durationIn } from './lengths.ts';
import { PERIOD, YEARS, lastDayOfYears, parsePeriod } from './periods.ts';
import { gated, holds, matchIn } from '../text/gates.ts';
import type { Opened } from '../text/gates.ts';

type Life = Pick<TextTerms, 'effectiveOn' | 'endsOn' | 'duration' | 'isTacitlyRenewed'>;
/** What sentences state; `isTacitlyRenewed` null = nothing is said of it. `isYears`: its end is that of years it names, no printed day. */
type Said = Omit<Life, 'isTacitlyRenewed'> & { isTacitlyRenewed: boolean | null; isYears: boolean };

/**
 * One sentence, and whether it stands under a heading on duration or entry into force. `opened`: what its words or more allow.
 * `before`: the sentence just before it, where that says nothing of dates. `opensPart`: a title stands between it and the one before.
 * `isAnnexed`: it stands in an annex, which may be a text of its own. `isClosing`: among the last of the text.
 */
export type LifeSentence = Line & {
  isUnderHeading: boolean;
  before?: string;
  opensPart: boolean;
  isAnnexed: boolean;
  isClosing: boolean;
};
type Line = { plain: string; opened: Opened };

/** « Le présent accord … »; not what happens at its signature. */
const OWN =
  /(?<!\b(?:signature|signataires?|parties|depot|objet|prealable|conclusion) (?:du|de la|des|au) )\bpresente?s? (?:\w+ ){0,3}?(?:accord|avenant|protocole|proces|plan|texte|reglement|convention|decision|constat|mesures?|dispositions?)/;
/** « Le présent accord est issu de ces échanges. Il vaut pour la période du … au … » */
const OPENS_OWN = /^\W*le present (?:accord|avenant|protocole)\b/;
/** « Cet accord … » is this text under a heading on duration, or when it says whom it is for. */
const OWN_UNDER_HEADING =
  /\b(?:cet|l'|les (?:dispositions|termes|mesures) (?:du|de cet|de l')) ?(?:present )?(?:accord|avenant|protocole)\b/;
const OWN_SCOPE =
  /^\W*cet accord\b[^.;]{0,60}\bs'applique(?:ra)? (?:a l'ensemble|a tous|a toute|au personnel)\b|\bpresent (?:accord|avenant|protocole) \w+ que (?:celui-ci|ce dernier)\b/;
/** « Cet accord sera valable … », among the last sentences of the text. */
const OWN_CLOSING =
  /^\W*cet accord (?:est|sera) (?:\w+ et )?(?:valid|valab|applica|applique|conclu|en vigueur)/;
/** « … conviennent des mesures suivantes pour la période du 1er janvier au 31 décembre 2023 : », « La politique salariale est définie pour 12 mois » */
const YEARLY_MEASURES =
  /\b(?:politique salariale|mesures|dispositions)\b[^.;]{0,30} (?:est|sont) (?:defini|fixe|arrete|prevu)e?s? pour (?:une (?:duree|periode) de )?(?:12|douze) mois\b|\b(?:mesures|dispositions) (?:suivantes|ci-dessous|ci-apres)[^.;]{0,60}\bpour la periode du (?:1 ?er|premier|0?1[/.]0?1)\b[^.;]{0,20}? au 31[ /.](?:decembre|12)\b/;
const PRONOUN =
  /\b(?:il|ils|elles?|celui-ci|celle-ci|ces (?:dispositions|mesures)|ce dernier (?:concerne|couvre|porte|vaut|s'applique|prend|entre|est))\b/;
const THIS_TEXT =
  /(?:(?:le|cet|ledit) (?:accord|avenant|protocole|plan|texte|reglement|proces)|accord (?:d'entreprise|collectif|est|a|entre|prend|s'appl)|\bil\b|\belles?\b|\blequel est conclu)/;
/** A clause on one measure, one article or one contract of employment, not on the text. */
const OTHER_SUBJECT =
  /contrats? (?:de travail |a )?(?:a )?duree|cette mesure|ces mesures|cette augmentation|cette prime|teletravailleur|periode d'adaptation|prime|augmentation|mandat|temps partiel|renouvelables? a tout/;
const OF_ARTICLE = /^\W*(?:les? |l')articles? (?:\d|premier)/;
/** What lasts is something else that the sentence names. */
const OTHER_THING =
  /\b(?:marches?|(?<!presente )chartes?|delais?|refus\w*|preavis|sollicitation|contrats?|conges?|formations?|garanties?|salariee?s?|stages?|missions?|conventions? d[e']|suspension)\b/;
/** Another text than this one: « un accord a été signé le 25 juin 2020 pour une durée de 3 ans », the negotiation that led to it. */
const OTHER_TEXT =
  /\b(?:un|une|des|cet|ces|l'|les?|notre|premier|dernier|precedent|ancien|actuel|nouvel) ?(?:accords?|avenants?|plans?|decisions?|celle-ci|celui-ci)\b[^.;]{0,160}\b(?:(?:a|ont|avai(?:t|ent)) (?:\w+ )?(?:ete )?(?:signe|conclu|negocie|renouvele|prolonge|reconduit|mis)|(?:est|etait) arrive|signee?s? (?:le|en) |(?:conclu|signe|date)e?s? (?:le|en date|en) )|\b(?:a|ont) (?:\w+ ){0,3}?signe\b|\baccords?(?: d'entreprise)? (?:du|en date du) \d|(?<!jusqu'a la )\b(?:conclusion|existence|application) d'un (?:\w+ )?accord\b|\b(?:les|notre|nos) accords\b|\b(?:notre|projet d') ?accord\b|^[^.;]{0,60}(?<!d'|\best )\bun (?:\w+ )?(?:accord|avenant)\b|substitu\w+ a l'accord/;

const END = new RegExp(
  `(?:jusqu'au|prend(?:ra)? fin (?:automatiquement )?(?:de plein droit )?(?:le|au)|(?:arriv\\w+|venir|viendra|viendront|vient) a (?:echeance|expiration|son terme|terme|son echeance) (?:le|au)|(?:\\bcess\\w+|\\bexpir\\w+)[^.;]{0,90}?(?:\\ble|\\bau|a la date du)|echeance (?:etant |est )?(?:fixee? )?(?:au|le)|date d'(?:echeance|expiration)[^.;]{0,20}?(?:le|au|:)|terme (?:du present accord )?(?:est |etant )?(?:fixe )?(?:au|le)|soit jusqu'au|limitee? au|expirant le|s'achevant le|\\bet au) (${DATE})`,
);
const PERIOD_SAID = new RegExp(PERIOD);
const LASTS =
  /duree|conclu|valable|\bproduit?\b|produira|applicable|s'appliqu|etabli|porte|vaut|couvr|(?:periode d'application|pour la periode)|vigueur/;
const OF_YEAR = new RegExp(
  `(?:conclu|valable|valide|applicable|appliquee?s?\\b|s'appliqu\\w+|en vigueur|porte(?:nt)?|vaut|valent|etabli|couvr\\w+|concerne(?:nt)?|limitee?s?|sont prises?|duree determinee,?)(?:(?!negociat|\\bnao\\b|index|resultat|revision)[^.;]){0,110}?(?:pour|au titre de|sur|fixee a|correspondant a|aux?|a(?= l'annee)) (?:la seule |toute l'|l'|les |l'ensemble de l'|la )?(?:annees?|exercices?|periode) (?:civiles? |fiscale?s? |sociale?s? )?(${YEARS})|conclu pour (?:les |la )?(?:nao|negociations? annuelles?(?: obligatoires?)?) (?:de |pour |au titre de )?(?:l'annee |l'exercice )?(${YEARS})|exercices?,? (?:a savoir|soit) (${YEARS})|(?:applicables? en|(?:concerne|couvre)(?:nt)? (?:uniquement |exclusivement |seulement )?(?:la seule |l'|la |les )(?:annees?|periode)(?: civile)?) (${YEARS})`,
);
/** « pour 12 mois (janvier à décembre 2023) » */
const MONTHS_OF_YEAR = /\b(?:12|douze) mois,? \(?(?:de )?janvier a (?:fin )?decembre ((?:19|20)\d\d)\b/;
const END_OF_YEAR =
  /jusqu'(?:a la fin|au terme|a l'issue) de l'(?:annee|exercice) ((?:19|20)\d\d)\b|au terme de l'(?:annee|exercice) ((?:19|20)\d\d)\b[^.;]{0,60}\b(?:ne s'appliquera plus|cess\w+|prend\w* fin)/;
const RENEWED =
  /(?:tacite(?:ment)?[- ](?:reconduction|reconduit)|reconduction tacite|reconduit[e]? tacitement|renouvel\w+ (?:par )?tacite|tacitement renouvel|reconductible tacitement)/;
const NOT_RENEWED =
  /(?:\bne\b|\bnon\b|\bsans\b|exclu|pas\b|aucune|ni|\bn')[^.;]{0,130}(?:tacite|reconduction)|tacite reconduction (?:est |etant )?exclu/;

/** « Un an au titre de l’exercice 2023-2024 »: nobody knows on which day that one ends. */
function isOneExercise(printed: string, duration: Life['duration']): boolean {
  const years = (printed.match(/\d{4}/g) ?? []).map(Number).sort();
  const spanned = years.at(-1)! - years[0]! + 1;
  return duration?.kind === 'fixed' && spanned > 1 && duration.months !== 12 * spanned;
}

const nothing = (): Said => ({
  effectiveOn: null,
  endsOn: null,
  duration: null,
  isTacitlyRenewed: null,
  isYears: false,
});

/** « … se substitue à l’accord du 9 mai 2021, ayant pour terme le 28 février 2023 »: the days of the text that it replaces. */
const OF_REPLACED =
  /(\b(?:substitu|rempla)\w+[^.;]{0,120}?)\b(?:ayant|arriv\w+|conclue?s?|couvrant|dont|qui|venant|expirant|s'achevant|applicables? (?!a compter|a partir|des le|au \d|le \d))\b[^.;]*/;

/** What a sentence says of the whole text: without parentheses, and without what it says of the text or the articles it leaves out. */
function mainPart(plain: string): string {
  const said = plain.includes('(') ? plain.replace(/ ?\([^()]*\)/g, '') : plain;
  const main = /substitu|rempla/.test(said) ? said.replace(OF_REPLACED, '$1') : said;
  return EXCEPT.test(main)
    ? main.replace(
        /(?<=.{20})[, ]+(?:a l'exception|sauf|hormis)\b(?=[^.;]{0,160}(?:\barticle|indeterminee)).*$/,
        '',
      )
    : main;
}
const EXCEPT = /\b(?:a l'exception|sauf|hormis)\b/;

/** Adds to `said` what one sentence states first. */
function readSentence(said: Said, sentence: Line, of: Standing): void {
  const plain = mainPart(sentence.plain);
  const line = { plain, opened: sentence.opened };
  const lasts = holds(line, LASTS);
  const isDated = /\d/.test(plain);
  const period = lasts && isDated ? matchIn(line, PERIOD_SAID)?.groups : undefined;
  const days = period && parsePeriod(period['from']!, period['to']!);
  if (days) {
    said.effectiveOn ??= days.from;
    said.endsOn ??= days.to;
  } else if (isDated) {
    said.effectiveOn ??= effectIn(line, of);
    const isTerm = /duree|terme|echeance|expir|prend(?:ra)? fin|cess|jusqu'au|vigueur/.test(plain);
    const end = isTerm && !said.endsOn ? matchIn(line, END) : null;
    if (end) said.endsOn = parsePrintedDate(end[1]!);
  }
  const yearly =
    isDated && !said.endsOn
      ? (MONTHS_OF_YEAR.exec(sentence.plain) ?? matchIn(line, END_OF_YEAR) ?? matchIn(line, OF_YEAR))
      : null;
  const duration = lasts || holds(line, UNTIL_EVENT) ? durationIn(line) : null;
  said.duration ??= duration;
  const years = yearly?.slice(1).find(Boolean);
  if (years && !said.endsOn && !isOneExercise(years, said.duration) && said.duration?.kind !== 'indefinite') {
    said.endsOn = lastDayOfYears(years);
    said.isYears = true;
  }
  if (holds(line, RENEWED)) said.isTacitlyRenewed ??= !NOT_RENEWED.test(plain);
}

[
  OWN,
  OWN_SCOPE,
  THIS_TEXT,
  OTHER_TEXT,
  OTHER_SUBJECT,
  OTHER_THING,
  OF_ARTICLE,
  OWN_UNDER_HEADING,
  OWN_CLOSING,
  YEARLY_MEASURES,
].forEach(gated);
[LASTS, PERIOD_SAID, END, END_OF_YEAR, OF_YEAR, RENEWED].forEach(gated);

/** « pour l’exercice 2023, jusqu’à ce que finissent les NAO 2024 »: the year says what is negotiated, the talks when it ends. */
function endOf({ endsOn, duration, isYears }: Said): IsoDate | null {
  return isYears && duration?.kind === 'event' ? null : endsOn;
}

const hasTerm = ({ endsOn, duration }: Said): boolean => endsOn !== null || duration !== null;

/**
 * Dates and duration that the text states of itself. What it says of « le présent accord » stands before what it says elsewhere; a
 * sentence counts besides when its subject is the text, or when it stands under a heading on duration and is not about a measure,
 * another text or a contract of employment. The first statement wins.
 */
export function readLife(sentences: readonly LifeSentence[]): Life {
  const own = nothing();
  const other = nothing();
  let wasOwn = false;
  let wasOther = false;
  for (const sentence of sentences) {
    const { plain, isUnderHeading } = sentence;
    if (sentence.isAnnexed && hasTerm(own)) break;
    if (sentence.opensPart && !isUnderHeading) wasOwn = false;
    const isThis: boolean = holds(sentence, OWN);
    const isNamed: boolean =
      isThis ||
      (isUnderHeading && holds(sentence, OWN_UNDER_HEADING)) ||
      holds(sentence, OWN_SCOPE) ||
      (sentence.isClosing && !wasOther && holds(sentence, OWN_CLOSING));
    const isOtherText = !isThis && holds(sentence, OTHER_TEXT);
    const isOtherSubject = (!isThis && holds(sentence, OTHER_SUBJECT)) || holds(sentence, OF_ARTICLE);
    const goesOn = PRONOUN.test(plain.slice(0, 60));
    const isOwn: boolean =
      !isOtherText &&
      !isOtherSubject &&
      !(goesOn && wasOther && !isNamed) &&
      (isNamed || (goesOn && (wasOwn || (sentence.before !== undefined && OPENS_OWN.test(sentence.before)))));
    wasOther = (isOtherText || isOtherSubject || (goesOn && wasOther)) && !isOwn;
    wasOwn = isOwn;
    if (isOwn) readSentence(own, sentence, 'own');
    else if (
      !wasOther &&
      !holds(sentence, OTHER_THING) &&
      (isUnderHeading || holds(sentence, THIS_TEXT) || holds(sentence, YEARLY_MEASURES))
    )
      readSentence(other, sentence, isUnderHeading ? 'title' : null);
  }
  const isOwnTerm = hasTerm(own);
  const life: Life = {
    effectiveOn: own.effectiveOn ?? (isOwnTerm ? null : other.effectiveOn),
    endsOn: endOf(isOwnTerm ? own : other),
    duration: isOwnTerm ? own.duration : other.duration,
    isTacitlyRenewed:
      (isOwnTerm ? own.isTacitlyRenewed : (own.isTacitlyRenewed ?? other.isTacitlyRenewed)) ?? false,
  };
  if (life.endsOn && life.effectiveOn && life.endsOn <= life.effectiveOn) life.endsOn = null;
  return life;
}
