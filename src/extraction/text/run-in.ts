/** « Article 5 – Prime de vacances. Son montant … », « Tickets restaurant. Accord sur 9 €. »: a title, and on the same line its text. */
const RUN_IN =
  /^(?:(?:article|art\.?|sujet|point|mesure|thème) ?(?:n ?[°o] ?)?\d{1,2}(?:[.-]\d{1,2})*[ –:.)-]*|\d{1,2}(?:\.\d{1,2})*[ –:.)-]+|[a-z]\) |[-•–] ?)?(?!(?:les?|la|ces?|cet|cette|ils?|elles?|une?|des|tout\p{L}*|tous|chaque|nous|aux?|à|pour|dans|en|afin|par|sur|si|lors\p{L}*|conformément) |l['’]|(?:augment|revaloris|reconduc|renouvel|mainti|mise |créat|suppress|prise |vers|attribu|passage|instaur|octroi)\p{L}*)\p{L}[^.:;!?|\d]{3,55}(?<=\p{L}{3})\. (?=(?:inchang|mainti|maintenu|accord\b|ok\b|oui\b|non\b|rejet|refus|report|pas d|son |sa |elles? |ils? |cet(?:te)? |ce |une? |\+ ?\d|\d|la direction|la société|l['’](?:entreprise|employeur)|renouvel|reconduct|la (?:valeur|part|participation (?:de l['’]|patronale|financière)) ?|le (?:montant|taux) ))/iu;

const CLAUSE =
  /(?<!\p{L})(?:est|sont|sera|seront|a|ont|peut|peuvent|doit|doivent|convien\p{L}+|décide\p{L}*|bénéficie\p{L}*|demande\p{L}*|souhaite\p{L}*|propose\p{L}*|concerne\p{L}*|monsieur|madame|directeur|directrice|délégué\p{L}*)(?!\p{L})/iu;

const LONGEST_TITLE = 90;

/** Place of the stop behind a title that its text follows on the same line; -1 where none stands. */
function titleEndOf(line: string): number {
  const stop = line.indexOf('. ');
  if (stop < 0 || stop > LONGEST_TITLE) return -1;
  const title = RUN_IN.exec(line)?.[0];
  return title && !CLAUSE.test(title) ? title.length - 2 : -1;
}

const COLON = ':'.charCodeAt(0);

/** The stop behind such a title reads as a colon from here on: `codes`, of the lines joined by blanks, are changed in place. */
export function joinTitles(lines: readonly string[], codes: Uint16Array): void {
  let start = 0;
  for (const line of lines) {
    const stop = titleEndOf(line);
    if (stop >= 0) codes[start + stop] = COLON;
    start += line.length + 1;
  }
}
