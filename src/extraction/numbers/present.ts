import { normalize } from '../text/normalize.ts';
import { scanQuantities } from './scan.ts';
import type { Values } from '../../domain/extraction.ts';

const BEHIND =
  /^ ?(?:ouvres |ouvrables |bruts? |nets? )?[,(]? ?(?:aujourd'hui|a ce jour|a l'heure actuelle|existants?\b|existantes\b|en vigueur)/;
const BEFORE = /\b(?:aujourd'hui|actuellement|a ce jour|a l'heure actuelle) ?:? ?(?:de |d'|a |fixee?s? a )?$/;
const REACH = 40;

/** Of what is asked for or refused, without the figures that its quote calls those of today: « (5 jours aujourd’hui) ». */
export function withoutPresent(quote: string, values: Values): Values {
  const plain = normalize(quote);
  if (!/aujourd'hui|actuel|a ce jour|existant|en vigueur/.test(plain)) return values;
  const today = new Set<number>();
  const asked = new Set<number>();
  for (const { value, start, end } of scanQuantities(plain)) {
    const isToday =
      BEHIND.test(plain.slice(end, end + REACH)) ||
      BEFORE.test(plain.slice(Math.max(0, start - REACH), start));
    (isToday ? today : asked).add(value);
  }
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => typeof value !== 'number' || !today.has(value) || asked.has(value),
    ),
  );
}
