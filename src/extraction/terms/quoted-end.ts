import type { IsoDate } from '../../domain/dates.ts';
import { normalize } from '../text/normalize.ts';
import { DATE, parsePrintedDate } from './dates.ts';

const END = new RegExp(
  `(?:jusqu'au|\\bprend(?:ra)? fin (?:le|au)|\\bexpirer?a?(?: le)?|\\ba echeance (?:au|du|le)) (?<day>${DATE})`,
  'g',
);
/** « pour la période du 1er janvier au 30 juin 2023 » */
const PERIOD = new RegExp(
  `\\b(?:pour|sur|pendant|durant) la (?:seule )?periode (?:allant |courant )?du (?:${DATE}|\\d{1,2}(?:er)?(?: [a-z]+)?) au (?<day>${DATE})`,
  'g',
);
/** « au titre des années 2022 et 2023 » */
const YEARS = /\b(?:titre des|pour les|sur les) annees (?:civiles )?20\d\d (?:et|a) (20\d\d)\b/g;
/** What is counted over a period does not end with it. */
const COUNTED =
  /(?:calcul|presen[ct]|appreci|reference|effecti[fv]|acqui|travaill|absen|realis|constat|mesur)[^.;]{0,80}$/;
/** A day by which something is to be asked for ends nothing. */
const TO_ASK =
  /(?:souscri|inscri|candidat|depo[ts]|choi[xs]|opter|campagne|present[es]?\b|embauch)[^.;]{0,80}$/;

/** Last day that a quoted sentence itself gives to what it grants: « jusqu’au 31 décembre 2023 ». Null = it says none. */
export function quotedEnd(quote: string): IsoDate | null {
  const plain = normalize(quote);
  const days = [...plain.matchAll(END)]
    .filter(({ index }) => !TO_ASK.test(plain.slice(0, index)))
    .concat([...plain.matchAll(PERIOD)].filter(({ index }) => !COUNTED.test(plain.slice(0, index))))
    .flatMap(({ groups }) => parsePrintedDate(groups!['day']!) ?? []);
  const years = [...plain.matchAll(YEARS)].map(([, year]) => `${year}-12-31` as IsoDate);
  return [...days, ...years].sort().at(-1) ?? null;
}
