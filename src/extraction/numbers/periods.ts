import type { Period } from './reading.ts';

const PERIOD_WORD =
  /(?:\b(?:par|chaque|tous les|toutes les|sur (?:l'|une )|dans l'|dans le(?= mois\b(?! (?:suiv|qui|d|preced)))|de l'|pour l')|\/) ?(?:periode d'une? )?(?<word>an\b|annees?\b(?! (?:civile )?20\d\d)|mois\b|semaine|sem\b|jours?\b|journee|trimestre|semestre|exercice|j\b)|(?<!\b(?:remunerations?|salaires?|revenus?|appointements|base)(?: de base)?(?: brute?s?| nets?)? )\b(?<adjective>annuel|mensuel|hebdomadaire|trimestriel|semestriel|journalier|quotidien)/;

/** Each of these words holds one of these. */
const SOME = /\ban|mois|sem|jour|trim|exerc|mensu|hebdo|quoti|\bj\b/;

/** The period that words behind a number state. */
export function periodOf(text: string): Period {
  const groups = SOME.test(text) ? PERIOD_WORD.exec(text)?.groups : undefined;
  const word = groups?.word ?? groups?.adjective;
  if (!word) return '';
  if (/^(?:an|annee|exercice|annuel)/.test(word)) return 'y';
  if (/^semes/.test(word)) return 's';
  if (/^tri/.test(word)) return 't';
  if (/^(?:mois|mensuel)/.test(word)) return 'm';
  if (/^(?:semaine|sem$|hebdo)/.test(word)) return 'w';
  return 'd';
}

/** « 38h30 hebdomadaires avec 15 jours » */
const WEEKLY_HOURS = /(?:\d ?h ?\d{0,2}|\bheures?) (?:de travail )?(?:hebdomadaires?|par semaine)\b/g;

/** The period stated before a number: « chaque semaine, … deux jours », but not « 38 heures par semaine, … 20 jours ». */
export function periodBefore(text: string): Period {
  const before = /hebdo|semaine/.test(text) ? text.replace(WEEKLY_HOURS, ' ') : text;
  const clause = before.slice(before.lastIndexOf(';') + 1);
  const comma = clause.lastIndexOf(',');
  return comma >= 0 && !/\b(?:chaque|tous les|toutes les) /.test(clause)
    ? periodOf(clause.slice(comma))
    : periodOf(clause);
}

/** « 50 € par mois sur onze mois », « 40 €/mois (10 mois) » */
const MONTHS =
  /^(?:[^.;]{0,60}\bsur |[^.;\d]{0,20}(?:[x×] ?|\())(?<months>\d{1,2}|huit|neuf|dix|onze) mois\b/;
const WRITTEN: Record<string, number> = { huit: 8, neuf: 9, dix: 10, onze: 11 };

/** The period of what is paid by the month, told what stands behind the number. */
export function monthly(after: string): Period {
  const months = after.includes(' mois') ? MONTHS.exec(after)?.groups?.months : undefined;
  const count = months ? (WRITTEN[months] ?? Number(months)) : 12;
  return count > 0 && count < 12 ? `m${count}` : 'm';
}
