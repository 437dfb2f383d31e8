/** Verbs that no line without one holds, as printed: without their accents « assuré » and « assure » are one. */
const APOS = "['’]";
const WORD = String.raw`[\p{Ll}]+`;
const OBJECT = String.raw`(?= (?:les?|la|une?|des|chaque|tout|toute|ses|son|sa|leurs?|\d|deux|trois|quatre|cinq|six|dix|douze|intégralement|entièrement|également|librement|déjà|aussi|désormais|en|ce|cette|ces) |.{0,1} l${APOS})`;
const VERBS = [
  'est|sont|ont|peut|peuvent|doit|doivent|(?<!(?:pas|ayant|été) )fait|font|suit|suivent',
  // No noun is written so.
  String.raw`(?:dispos|exist|conserv|demeur|représent|vers|attribu|accord|rembours|financ|étend|continu|appartienn|découl|concern|correspond|rest|relèv|décid|accèd|exerc|arrêt|travaill|accueill|percev|port|recueill|compos|bénéfici|garantiss|élargiss|réunit|permett|donn|gèr|ajout|abond|serv|convienn|ouvr)ent`,
  String.raw`(?:dispose|existe|conserve|demeure|perçoit|reçoit|reçoivent|perçoivent|prévoit|prévoient|maintient|maintiennent|devient|deviennent|tient|tiennent|étend|garantit|consiste|obtient|obtiennent|rembourse|verse|accorde|attribue|octroie|ouvre|abonde|acquiert|acquièrent|sert|cofinance|élargit|accueille|facilite|indemnise|choisit|choisissent|consent|consentent|intervient|interviennent|ressort|bénéficie|accède|reconduit|reconduisent|retrouve|rejoint|arrive)`,
  String.raw`(?:finance|assure|complète|double|ajoute|offre|assume|supporte|pratique|accompagne|instruit|recueille|participe|donne|gère|organise|met|aide|remet|fournit|paie|paye|remplace|limite|mesure|règle|examine|améliore|touche|adresse|rappelle|traite|mutualise|équipe|anime|facilite|reste)${OBJECT}`,
  String.raw`(?:relève d|porte (?:la|le|les|sur)|donne (?:lieu|droit)|continue d|participe aux?|met à disposition|décide d|reste (?:versé|inchangé|fixé|maintenu|applicable|acquis|possible)|joue (?:un|le))`,
  String.raw`(?:se (?:voit|voient|réunit|réunissent|tient|tiennent|poursuit|poursuivent|dote|dotent|déroule|déroulent|porte|portent|verrouillent|fait|font)|s${APOS}(?:applique|appliquent|exerce|exercent|élève|élèvent|ajoute|ajoutent|effectue|effectuent|entend|entendent|affiche|affichent|adresse|adressent|ouvre|ouvrent))`,
  // « pourra », « bénéficieront »
  String.raw`(?!opéra|caméra|extra|infra|intra|ultra|supra|front|affront)\p{Ll}{2,}r(?:a|ont)`,
  // « a signé », « ont été renouvelés »
  String.raw`a (?:${WORD} )?(?:été|pour|droit|\p{Ll}{2,}(?:é|ée|és|ées|i|is|it|u|us))`,
  String.raw`(?:n${APOS}est|n${APOS}a|n${APOS}ont|n${APOS}y|ne ${WORD} (?:pas|plus))`,
];
const VERB = new RegExp(String.raw`(?<![\p{L}])(?:${VERBS.join('|')})(?![\p{L}])`, 'u');

/** Whether a line as printed is a clause: it says something, where a title names it. False where it is all in capitals. */
export const hasVerb = (raw: string): boolean => VERB.test(raw);
