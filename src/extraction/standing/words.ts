/** Who speaks, as sources of regular expressions on normalized text. */

export const UNION =
  "(?:\\bc\\.?g\\.?t\\b|\\bc\\.?f\\.?d\\.?t\\b|\\bf\\.?o\\b|force ouvriere|\\bcfe\\b|\\bcgc\\b|\\bcftc\\b|\\bunsa\\b|\\bsud\\b|organisations? syndicales?|\\bsyndica(?:t|ts|l|le|les|ux)\\b|intersyndicale|partenaires sociaux|\\bles os\\b|\\bl'os\\b|\\bosr\\b|\\bdelegations? (?!de la direction|patronale|employeur)|\\bdelegues?\\b|\\belus\\b|representants? (?:du|des) (?:personnel|salaries)|membres du cse|(?:^|\\ble )cse\\b|les salaries demandent|commissions? (?:nao|de negociation))";

export const EMPLOYER =
  "(?:\\bdirection\\b|\\bemployeur\\b|\\bentreprise\\b|\\bsociete\\b|\\bgroupe\\b|\\bassociation\\b|\\bnous\\b|l'[a-z]+|\\belle\\b|\\bil\\b)";

/** « les parties conviennent d’une stricte application des dispositions conventionnelles, à savoir : »: what the branch gives. */
export const AS_IN_BRANCH =
  '\\b(?:(?:strict\\w*|simple|pure) application|application (?:strict\\w*|pure et simple))\\b[^.;:]{0,20} (?:dispositions?|regles?|stipulations?) (?:conventionnelles?|legales?|de (?:la|notre) convention)';

/** « Réponse de la Direction : impossible », « La société n’en a pas les moyens. » */
export const IMPOSSIBLE =
  "^\\W*(?:reponses? [^:.;]{0,40}: ?)?(?:c'est |cela (?:est|reste) )?(?:malheureusement )?impossible\\b|\\b(?:nous|elle|direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque) n'(?:en |y )?(?:a|avons) (?:malheureusement )?pas (?:la possibilite|les moyens)\\b";
