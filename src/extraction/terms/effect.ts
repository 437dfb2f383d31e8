import type { IsoDate } from '../../domain/dates.ts';
import { gated, matchIn } from '../text/gates.ts';
import type { Opened } from '../text/gates.ts';
import { DATE, parsePrintedDate } from './dates.ts';

const TAKES_EFFECT =
  "(?:entr(?:e|era|eront|ant|ee)(?: en)? (?:vigueur|application)|mise?s? en application|pren(?:d|dra|dront|ant|ne|nent) (?:plein )?effet|produi(?:t|ra|sent|ront) (?:ses|leurs|son|plein) effets?|(?:date d'|prise d'|\\ba )effet|s'appliqu(?:e|era|eront|ent)\\b|applicable|\\b(?:sera|seront|sont|est)(?: \\w+ et)? appliquee?s?|en vigueur|effet retroactif)";
/** « … aux salariés présents à l’effectif au 31 octobre »: a day on which people are counted. */
const COUNTED =
  'inscrit|effectifs?\\b|\\bpresente?s? (?:au|aux?|dans|le|en|lors|chez|sur)\\b|embauch|recrut|en activite|en poste|\\bage(?:e?s)?\\b|\\banciennete|\\bne(?:e|s|es)? (?:le|avant|apres)';
const EFFECT = gated(
  new RegExp(
    `${TAKES_EFFECT}(?:(?!${COUNTED})[^.;]){0,60}?(?:a compter du|a partir du|des le|(?<!jusqu')\\bau|\\ble|\\bdu|est fixee? au|:) ?(${DATE})|\\b(?:conclu|duree)[^.;]{0,100}? (?:a compter du|a partir du|commencant le|debutant le) (${DATE})`,
  ),
);

/** What takes effect is one measure: « l’augmentation générale sera applicable au … », « la disposition du point 2 … ». */
const MEASURE =
  /\b(?:augmentations?|revalorisations?|evolutions?|hausses?|versements?|primes?|salaires?|salariales?|grilles?|baremes?|indemnites?|remunerations?|tickets?|titres[- ]restaurants?|cotisations?|taux|montants?|valeurs?|regimes?)\b|\b(?:la|cette) (?:disposition|mesure)\b|\b(?:articles?|points?|paragraphes?) \d/;
/** « … cessera de s’appliquer au 31 décembre » */
const CEASES = /\bcess\w+[^.;]{0,30}$/;
/** « Dans le cadre du présent accord, … »: the sentence is about something else. */
const WITHIN_IT =
  /\b(?:dans le cadre|au titre|en application|aux termes|en vertu|a l'issue|lors) (?:de )?(?:du|de la|de l'|des|le|la) ?presente?s?\b/;
/** « La disposition du point 1 du présent accord … » */
const PART_OF_IT = /^\W*(?:la|cette|chaque) (?:disposition|mesure)\b|^\W*l'article\b/;
/** « Elle sera applicable au … »: whatever the sentence above is about. */
const TAKES_UP = /^\W*(?:ainsi,? |aussi,? )?(?:elles?|ils?|celle-ci|celui-ci|celles-ci|ceux-ci)\b/;

/** What tells that a sentence is about its text: it names it, it stands under a title on that, or neither. */
export type Standing = 'own' | 'title' | null;

/** The day from which a sentence says that its text applies; none where it is one measure that does. */
export function effectIn(line: { plain: string; opened: Opened }, of: Standing): IsoDate | null {
  const found = matchIn(line, EFFECT);
  if (!found) return null;
  const before = line.plain.slice(0, found.index);
  if (CEASES.test(before)) return null;
  const isMeasures =
    of === 'own'
      ? PART_OF_IT.test(before) || (WITHIN_IT.test(before) && MEASURE.test(before))
      : MEASURE.test(before) || (of === null && TAKES_UP.test(before));
  return isMeasures ? null : parsePrintedDate(found[1] ?? found[2]!);
}
