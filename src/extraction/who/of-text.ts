import type { Finding } from '../../domain/extraction.ts';
import { normalize } from '../text/normalize.ts';

/** What is told of another accord, which has a field of its own: « l’accord d’intéressement signé le 30 juin 2021 ». */
const OTHER_ACCORD =
  /(?=accord|avenant|plan)(?<!\b(?:incluant|y compris|en sus|s'ajout\w+|en plus|en complement)\b[^.;]{0,60})\b(?:accords?|avenants?|plans?)\b(?! (?:des parties|entre les parties))[^.;]{0,120}\b(?:groupe|signee?s?|conclue?s?|en (?:date|vigueur)|du \d{1,2})\b|\b(?:dispose|existe|beneficie)\w* (?:\w+ )?(?:d')?un (?:accord|plan|regime)\b/;

export const isOfOtherAccord = ({ quote }: Pick<Finding, 'quote'>): boolean =>
  OTHER_ACCORD.test(normalize(quote));

/** Whether what a text says of its own field holds for a finding. */
export const isOfText = (finding: Finding): boolean =>
  finding.standing === 'granted' && !isOfOtherAccord(finding);
