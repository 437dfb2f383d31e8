/** ACCO cuts older names at this length. */
const CUT_LENGTH = 38;

/** What filers add to the name: « (AVT1 NAO 2018) », « AVT 4 », « - ACCORD NAO ». */
const POLLUTION = [
  /\s*\((?=[^)]*\b(?:AVT|AVENANT|NAO|ACCORD|PV|PROTOCOLE|RECTIF)\w*\b)[^)]*\)?/giu,
  /\s+[-–:/]?\s*(?:AVT|AVENANT|NAO|RECTIFICATIF)\.?\s*(?:N[°O.]?\s*)?\d*(?:\s+(?:NAO|DU)?\s*[\d/ -]+)?\s*$/iu,
  /\s+[-–:]\s*ACCORD\b.*$/iu,
] as const;

/** The legal name an agreement states, without what the filer added about the text; never empty. */
export function cleanLegalName(name: string): string {
  const folded = name.replace(/\s+/gu, ' ').trim();
  const cleaned = POLLUTION.reduce((text, pollution) => text.replace(pollution, ''), folded)
    .replace(/[\s\-–,;:]+$/u, '')
    .trim();
  return cleaned.length >= 2 ? cleaned : folded;
}

/**
 * The name of an employer SIRENE says nothing of, from the names its agreements state (latest first): the latest one,
 * cleaned; a name the source cut gives way to the whole one when another agreement has it.
 */
export function chooseLegalName(latestFirst: readonly string[]): string | null {
  const names = latestFirst.map(cleanLegalName).filter(Boolean);
  const [latest] = names;
  if (latest === undefined) return null;
  if (latest.length < CUT_LENGTH) return latest;
  const start = exactName(latest);
  const longer = names.filter((name) => name.length > latest.length && exactName(name).startsWith(start));
  return longer.sort((a, b) => b.length - a.length)[0] ?? latest;
}

/** Names compared letter for letter, without case, accents, punctuation and legal form. */
export const exactName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/&/g, ' ET ')
    .replace(/[^A-Z0-9]+/g, ' ')
    .replace(
      /\b(?:SAS|SASU|SA|SARL|SNC|EURL|SOCIETE PAR ACTIONS SIMPLIFIEE|SOCIETE ANONYME|SOCIETE|STE)\b/g,
      ' ',
    )
    .replace(/ +/g, ' ')
    .trim();
