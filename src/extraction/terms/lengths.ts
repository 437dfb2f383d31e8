import type { TextTerms } from '../../domain/extraction.ts';
import { parseNumberWords } from '../numbers/words.ts';
import { gated, holds, matchIn } from '../text/gates.ts';
import type { Opened } from '../text/gates.ts';

type Line = { plain: string; opened: Opened };

/** « La durée du présent accord est de 36 mois », « fixer la durée d’application de l’accord à trois ans » */
const FIXED =
  /(?:(?:duree|periode) (?:determinee )?(?:limitee )?(?:fixee )?(?:a |de |d'une? (?:duree de )?)?|\b(?:sa |la )duree\b(?: (?:d'application|de validite))?(?: (?:du|de l'|de cet|du present|de la presente?)(?: ?present)? ?(?:accord|avenant|protocole|texte|charte))? (?:(?:est|sera) (?:\w+ )?(?:de |a )|a )|\bduree du (?:plan|programme)[^.;,]{0,30}, soit |\bduree(?: de (?:l'|cet |validite(?: de l')?)(?:accord)?| du present accord)? ?: ?|conclu(?:e)? pour (?:une (?:periode|duree) de )?|valables? (?:pour (?:une duree de )?)?|\b(?:applicables?|s'appliqu\w+|vaut|vaudra) (?:pendant|durant|pour) )(?:\(?(\d{1,2})\)?|([a-z]+(?:[- ][a-z]+)?)) ?(?:\(\w+\) ?)?(ans?|annees?|mois|exercices)\b/;
const ONE_YEAR =
  /(?:duree|periode) (?:determinee )?d'(?:une? (?:annee|an)|un exercice)\b|pour une (?:annee|periode d'un an)\b|duree (?:annuelle|d'un an)|\bduree(?: de validite| d'application)?(?: (?:du|de l'|de cet)[^.;,]{0,30}?)? (?:est|sera) d'une? (?:an|annee)\b|\bduree ?: ?une? (?:an|annee)\b/;
/**
 * « Il finit quand est signé le nouvel accord NAO », « jusqu’aux NAO 2024 », « … prend fin à la mise en œuvre de ses mesures »: on no
 * day that is told.
 */
const TALKS =
  '(?:\\bnao\\b|\\bnegociations? (?:annuelles?|obligatoires?|salariales?)|\\bprochaines? negociations?\\b)';
export const UNTIL_EVENT = new RegExp(
  `(?:jusqu'a|fin a|terme a) la (?:prochaine|signature|conclusion|cloture)\\b[^.;]{0,60}?${TALKS}|\\bjusqu'(?:a (?:l'(?:ouverture|issue|occasion)|la (?:tenue|fin)|cloture)\\b[^.;]{0,60}?|(?:aux?|a la) (?:\\w+ )?)${TALKS}|\\bprend(?:ra)? fin (?:au jour de |le jour de |a |avec |lors de |a l'issue de )(?:la )?(?:complete )?(?:mise en (?:oeuvre|œuvre)|realisation|application|execution) (?:complete |effective |integrale )?d(?:e|es)\\b`,
);
const INDEFINITE =
  /(?:duree|periode) (?:indeterminee|illimitee|non determinee)|conclue?s? (?:a duree indeterminee|pour une duree indetermine\b)|sans limitation de duree|\bduree(?: de l'accord| du present accord)? ?: ?indeterminee/;
/** « … sans se transformer en accord à durée indéterminée » says the opposite. */
const NOT_INDEFINITE =
  /(?:transform\w+|deven\w+|deviendr\w+|continu\w+|produi\w+|comme|tacite\w*)[^.;]{0,60}duree indeterminee|duree determinee ou (?:a duree )?indeterminee|duree indeterminee (?:ou|et)(?: a duree)? determinee/;
const NUMBER_MAX_MONTHS = 240;

/** How many months, and where it is said. */
function fixedMonths(line: Line): { months: number; at: number } | null {
  const match = matchIn(line, FIXED);
  if (match) {
    const count = match[1] ? Number(match[1]) : parseNumberWords(match[2]!.split(/[- ]/));
    if (count === null || count <= 0) return null;
    const months = match[3] === 'mois' ? count : count * 12;
    return months <= NUMBER_MAX_MONTHS ? { months, at: match.index } : null;
  }
  const year = matchIn(line, ONE_YEAR);
  return year && { months: 12, at: year.index };
}

/** Contracts of employment without end are named beside: « … du personnel en contrat à durée indéterminée ». */
const OF_CONTRACTS = /\bcontrats?\b[^.;]{0,80}$/;

/** How long a sentence says that its text lasts; null when it does not. */
export function durationIn(line: Line): TextTerms['duration'] {
  const { plain, opened } = line;
  const fixed = fixedMonths(line);
  const said = plain.includes('indeterminee') ? plain.replace(NOT_INDEFINITE, '') : plain;
  const found = matchIn({ plain: said, opened }, INDEFINITE);
  const indefinite = found && !OF_CONTRACTS.test(said.slice(0, found.index)) ? found : null;
  if (fixed && !(indefinite && indefinite.index < fixed.at)) return { kind: 'fixed', months: fixed.months };
  if (holds(line, UNTIL_EVENT) && !indefinite) return { kind: 'event' };
  return indefinite && { kind: 'indefinite' };
}

[FIXED, ONE_YEAR, UNTIL_EVENT, INDEFINITE].forEach(gated);
