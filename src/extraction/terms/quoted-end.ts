import type { IsoDate } from '../../domain/dates.ts';
import { normalize } from '../text/normalize.ts';
import { DATE, parsePrintedDate } from './dates.ts';

const END = new RegExp(
  `(?:jusqu'au|\\bprend(?:ra)? fin (?:le|au)|\\bexpirer?a?(?: le)?|\\ba echeance (?:au|du|le)) (?<day>${DATE})`,
  'g',
);
/** A day by which something is to be asked for ends nothing. */
const TO_ASK =
  /(?:souscri|inscri|candidat|depo[ts]|choi[xs]|opter|campagne|present[es]?\b|embauch)[^.;]{0,80}$/;

/** Last day that a quoted sentence itself gives to what it grants: « jusqu’au 31 décembre 2023 ». Null = it says none. */
export function quotedEnd(quote: string): IsoDate | null {
  const plain = normalize(quote);
  const days = [...plain.matchAll(END)]
    .filter(({ index }) => !TO_ASK.test(plain.slice(0, index)))
    .flatMap(({ groups }) => parsePrintedDate(groups!['day']!) ?? []);
  return days.sort().at(-1) ?? null;
}
