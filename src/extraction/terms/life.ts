import { parseIsoDate } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { TextTerms } from '../../domain/extraction.ts';
import { parseNumberWords } from '../numbers/words.ts';
import { DATE, parsePrintedDate } from './dates.ts';

type Life = Pick<TextTerms, 'effectiveOn' | 'endsOn' | 'duration' | 'isTacitlyRenewed'>;

/** One sentence, and whether it stands under a heading on duration or entry into force. */
export type LifeSentence = { plain: string; isUnderHeading: boolean };

const THIS_TEXT =
  "(?:(?:present|le|cet|du present|ledit) (?:accord|avenant|protocole|plan|texte|reglement|proces)|presente (?:convention|decision)|dispositions du present|accord (?:d'entreprise|collectif|est|a|entre|prend|s'appl)|\\bil\\b|\\belles?\\b)";
const SUBJECT = new RegExp(THIS_TEXT);
/** A clause on one measure or one contract of employment, not on the text. */
const OTHER_SUBJECT =
  /contrats? (?:de travail |a )?(?:a )?duree|cette mesure|ces mesures|cette augmentation|cette prime|teletravailleur|periode d'adaptation|prime|augmentation|mandat|temps partiel|renouvelables? a tout/;
/** Another text than this one: « un accord a été signé le 25 juin 2020 pour une durée de 3 ans », the negotiation that led to it. */
const OTHER_TEXT =
  /\b(?:un|des|cet|l'|les?|premier|dernier|precedent|ancien|actuel|nouvel) ?(?:accords?|avenants?|plans?)\b[^.;]{0,80}\b(?:(?:a|ont|avai(?:t|ent)) (?:\w+ )?(?:ete )?(?:signe|conclu|negocie|renouvele|prolonge|reconduit|mis)|(?:est|etait) arrive|signee?s? (?:le|en) |(?:conclu|signe|date)e?s? (?:le|en date|en) )/;

const EFFECT = new RegExp(
  `(?:entr(?:e|era|ant|ee) en (?:vigueur|application)|pren(?:d|dra|ant|ne) effet|(?:date d'|prise d')effet|s'appliqu(?:e|era|eront|ent)|applicable|en vigueur|effet retroactif)[^.;]{0,60}?(?:a compter du|a partir du|des le|le|au|du|est fixee? au|:) ?(${DATE})`,
);
const FROM = new RegExp(`duree[^.;]{0,100}?(?:a compter du|a partir du|commencant le|debutant le) (${DATE})`);
const END = new RegExp(
  `(?:jusqu'au|prend(?:ra)? fin (?:de plein droit )?(?:le|au)|(?:arriv\\w+|venir|viendra|viendront|vient) a (?:echeance|expiration|son terme|terme|son echeance) (?:le|au)|(?:cess\\w+|expir\\w+)[^.;]{0,60}?(?:le|au)|date d'(?:echeance|expiration)[^.;]{0,20}?(?:le|au|:)|terme (?:du present accord )?(?:est )?(?:fixe )?(?:au|le)|soit jusqu'au|expirant le|s'achevant le|et au) (${DATE})`,
);
const PERIOD = new RegExp(`(?:du|periode du|exercices? du) (${DATE}) (?:au|jusqu'au) (${DATE})`);
const FIXED =
  /(?:duree (?:determinee )?(?:limitee )?(?:fixee )?(?:a |de |d'une? (?:duree de )?)?|conclu(?:e)? pour (?:une (?:periode|duree) de )?|valable )(?:\(?(\d{1,2})\)?|([a-z]+(?:[- ][a-z]+)?)) ?(?:\(\w+\) ?)?(ans?|annees?|mois|exercices)\b/;
const ONE_YEAR =
  /duree (?:determinee )?d'(?:une? (?:annee|an)|un exercice)\b|pour une (?:annee|periode d'un an)\b|duree (?:annuelle|d'un an)/;
const CALENDAR_YEAR =
  /(?:conclu|valable|applicable|s'appliqu\w+|en vigueur|porte|vaut)[^.;]{0,50}(?:pour|au titre de|sur) (?:la seule |toute )?l'(?:annee|exercice) (?:civile )?((?:19|20)\d\d)\b/;
const INDEFINITE = /duree (?:indeterminee|illimitee|non determinee)|sans limitation de duree/;
const RENEWED =
  /(?:tacite(?:ment)?[- ](?:reconduction|reconduit)|reconduction tacite|reconduit[e]? tacitement|renouvel\w+ (?:par )?tacite|tacitement renouvel|reconductible tacitement)/;
const NOT_RENEWED =
  /(?:\bne\b|\bnon\b|\bsans\b|exclu|pas\b|aucune|ni)[^.;]{0,70}(?:tacite|reconduction)|tacite reconduction (?:est |etant )?exclu/;

const NUMBER_MAX_MONTHS = 240;

function fixedMonths(plain: string): number | null {
  const match = FIXED.exec(plain);
  if (match) {
    const count = match[1] ? Number(match[1]) : parseNumberWords(match[2]!.split(/[- ]/));
    if (count === null || count <= 0) return null;
    const months = match[3] === 'mois' ? count : count * 12;
    return months <= NUMBER_MAX_MONTHS ? months : null;
  }
  return ONE_YEAR.test(plain) ? 12 : null;
}

/**
 * Dates and duration that the text states of itself. A sentence counts when its subject is the text, or when it stands under a
 * heading on duration and is not about a measure or a contract of employment. The first statement wins.
 */
export function readLife(sentences: readonly LifeSentence[]): Life {
  const life: Life = { effectiveOn: null, endsOn: null, duration: null, isTacitlyRenewed: false };
  for (const { plain, isUnderHeading } of sentences) {
    const isAbout = isUnderHeading
      ? !OTHER_SUBJECT.test(plain) || /present (?:accord|avenant)/.test(plain)
      : SUBJECT.test(plain) && !OTHER_SUBJECT.test(plain);
    if (!isAbout || (OTHER_TEXT.test(plain) && !/\b(?:present|presente)\b/.test(plain))) continue;
    const period = PERIOD.exec(plain);
    if (period && isUnderHeading) {
      life.effectiveOn ??= parsePrintedDate(period[1]!);
      life.endsOn ??= parsePrintedDate(period[2]!);
    }
    const effect = EFFECT.exec(plain) ?? FROM.exec(plain);
    if (effect) life.effectiveOn ??= parsePrintedDate(effect[1]!);
    const isTerm = /duree|terme|echeance|expir|prend(?:ra)? fin|cess|jusqu'au|vigueur/.test(plain);
    const end = isTerm ? END.exec(plain) : null;
    if (end) life.endsOn ??= parsePrintedDate(end[1]!);
    if (!life.duration && /duree|conclu|valable|applicable|s'appliqu|vigueur/.test(plain)) {
      const months = INDEFINITE.test(plain) ? null : fixedMonths(plain);
      if (months !== null) life.duration = { kind: 'fixed', months };
      else if (INDEFINITE.test(plain)) life.duration = { kind: 'indefinite' };
      else {
        const year = CALENDAR_YEAR.exec(plain)?.[1];
        if (year) life.endsOn ??= calendarYearEnd(year);
      }
    }
    if (RENEWED.test(plain) && !NOT_RENEWED.test(plain)) life.isTacitlyRenewed = true;
  }
  if (life.endsOn && life.effectiveOn && life.endsOn < life.effectiveOn) life.endsOn = null;
  return life;
}

const calendarYearEnd = (year: string): IsoDate | null => parseIsoDate(`${year}-12-31`);
