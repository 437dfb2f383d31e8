import { IMPOSSIBLE, UNION } from './standing/words.ts';

/** Words by which a sentence itself asks, refuses, puts off or recalls: narrower than the cues of standing, which also read what stands around. */

/** A demand by those who ask: unions, elected members, employees. */
export const ASKS = new RegExp(
  [
    `${UNION}(?:(?!direction|employeur)[^.;]){0,120}?\\b(?:demand(?:e|ent|ait|aient)|revendiqu\\w+|reclam\\w+|sollicit\\w+|souhait(?:e|ent|erait|eraient)|propos(?:e|ent|ait|aient)|suggere\\w*|voudr\\w+|insist\\w+)\\b(?! (?:\\w+ )?(?:affirmer|reaffirmer|rappeler|souligner|saluer|preciser|indiquer|attirer|dedier|remercier))`,
    '(?<!que )\\bnous (?:demandons|revendiquons|souhaitons|proposons|sollicitons|reclamons)\\b',
    '\\bles (?:salaries|collaborateurs|equipes) (?:\\w+ )?(?:demandent|souhaitent|reclament|sollicitent)\\b',
    "\\bil (?:est|a ete) (?:\\w+ )?demande (?:a la direction|a l'employeur|que |de |d'|la |le |l'|une? )|^\\W*demandes? (?:la |une? )?(?:possibilite|que )",
    "\\b(?:demandes?|revendications?|souhaits?|voeux?) (?:d'|de |du |des |que |portant |concernant |relative |visant )",
    '\\b(?:ont|a) (?:demande|revendique|sollicite|reclame)\\b',
  ].join('|'),
  'g',
);

/** « La Direction et les organisations syndicales ont souhaité … » asks for nothing. */
export const BOTH_SIDES =
  /\b(?:direction|employeur|societe|entreprise|association|fondation|cooperative|office|etablissement|clinique|banque|groupe)\b[^.;,]{0,40}\b(?:et|ainsi que|avec) (?:les |l'|la |le )?$/;

/** A request that one employee makes of the scheme: « sur demande écrite », « les demandes de règlement sont adressées … ». */
export const REQUEST = new RegExp(
  [
    "\\b(?:sur|toute(?: \\w+)?) demande\\b|\\b(?:sur|a|apres|la|sa|leur|cette|chaque|une?|les) (?:simple )?demandes? (?:ecrite|expresse|individuelle|motivee|du salarie|du collaborateur|de l'interesse|d'absence|de (?:conge|passage|teletravail|(?:travail a )?temps|prise|reglement|remboursement|rachat|deblocage|soutien|rendez|formation))",
    '\\bdemandes? (?:des salaries|[^.;]{0,60})\\b(?:adresse|transmis|formul|depos|instruit|traite)e?e?s?\\b',
    '\\b(?:projets? individuels|demandes? (?:des salaries|visant))\\b[^.;]{0,230}\\b(?:sera|seront) (?:\\w+ )?(?:etudi|examin|trait)|\\betude des demandes\\b',
  ].join('|'),
);

/** Talks, studies or wishes still to come. */
export const INTENDS = new RegExp(
  [
    "\\b(?:ouvr\\w+|ouverture|engag\\w+|entam\\w+|lanc\\w+|demarr\\w+|men(?:er|era|eront)|initier\\w*|reprendr\\w+|reprise|poursui\\w+|prolong\\w+)(?: \\S{1,25}){0,8}? (?:de |d')?(?:negociations?|renegociations?|discussions?|reflexions?|etudes?|echanges|travaux|concertation|groupes? de travail)\\b",
    '\\b(?:negociation|renegociation|discussion|reflexion|etude|reunion|concertation)s?(?: \\S{1,25}){0,14}? (?:sera|seront|sera|auront|aura|devra|devront|debutera|interviendra|interviendront)\\b',
    "\\b(?:etudier|etudiera|etudieront|reetudier|analysera|examinera|examiner|envisag(?:e|ent|er|era)|retravailler|renegoci(?:er\\w*|ation)|negocier(?:a|ont)?|rediscuter|evoquer) (?:\\S{1,20} ){0,3}?(?:la|l'|le|les|un|une|des|d'|ce|cette|de|sur|en)",
    "\\b(?:l'|une |d')etudes? (?:de |d'|du |sur |portant)|^\\W*etude (?:de|d'|sur|du)\\b|^\\W*negociations? (?:de |d'|sur )|\\ba l'etude\\b|\\bgroupe de travail\\b|\\bprojet d'(?:accord|avenant)\\b|\\bhors nao\\b|\\bfaisabilite\\b|\\bl'opportunite d|(?:la question de|sur) l'eventualite d|\\breporter l'etude",
    '\\b(?:sera|seront|serait|seraient|etre) (?:\\w+ ){0,2}?(?:etudie|reetudie|negocie|renegocie|reporte)e?s?\\b',
    '\\b(?:sera|seront) (?:\\w+ ){0,2}?(?:aborde|evoque|discute|revu)e?s? (?:\\S{1,20} ){0,6}?(?:negociations?|reunions?|revoyure|nao|prochaine?s?)\\b',
    "\\bconvien\\w+ (?:de |d')(?:se revoir|se reunir|se rencontrer|reporter)|\\bconvenu (?:de |d')(?:se (?:revoir|reunir|retrouver)|reporter|traiter|inscrire)|\\breporter\\w* (?:la|l'|le|les) (?:negociation|discussion|sujet|mise|decision|question)",
    "\\b(?:en cours|cours) (?:de |d')(?:negociation|renegociation|discussion|reflexion)",
  ].join('|'),
  'g',
);

/** Of the words above, those that look back at their subject: « … sera étudié », « … est en cours de négociation ». */
export const LOOKS_BACK =
  /\b(?:sera|seront|serait|seraient|etre|aura|auront|devra|devront|debutera|interviend\w+|cours)\b/;

/** What was talked about, or must be by law: the agenda of the negotiation that this text closes. */
export const AGENDA =
  /\bl\.? ?2242|\bblocs?\b|\bordre du jour\b|\bse sont (?:reuni|rencontr|deroul|tenu)|\b(?:a|ont) ete (?:\w+ )?(?:engage|ouvert|mene|lance|aborde|evoque|examine|presente)e?e?s?\b|\b(?:ont|a) (?:\S{1,15} )?(?:engage|ouvert|entame|mene|lance|initie|aborde|examine) (?:une?|des|la|les|le)\b|\b(?:ont|a|ayant) abouti\b|\bthemes?\b|\bthematiques?\b|negociations? (?:annuelles? )?obligatoires? (?:\S{1,20} ){0,4}?(?:port|concern|vis)|\bafin d'(?:aborder|examiner|evoquer)\b/;

/** Why it was not talked about: another agreement gives it. */
export const COVERED =
  /\b(?:est|sont|etant) (?:deja |d'ores et deja )?couverte?s? par\b|\bdispose(?:nt)? (?:deja )?d'(?:un|une) (?:accord|plan)|\baccords?\b[^.;]{0,80}\ben vigueur|\bcontinue\w* (?:de |a )(?:s'appliquer|produire)|\b(?:est|a ete) (?:valide|signe|conclu)e?s?\b(?!.*\b(?:echu|terme|expir|renouvel|negociations? (?:sera|seront)))|\bexemplaires?\b|\bsera depose|\bproposition\w*\b[^.;]{0,30}\bformul|\bformul\w+ (?:de |des |aucune )?proposition|\bpas de propositions?\b|\bdeja (?:mise?s? )?en place/;

/** A refusal, or that the two sides did not come to terms. */
export const REFUSES = new RegExp(
  [
    '\\b(?:refuse|refusent|refusons|refus|rejette|rejettent|rejetee?s?|refusee?s?|decline)\\b|\\bdefavorable',
    "\\b(?:n'est|ne sont|n'y est|n'etait|ne sera|ne seront|n'etre) (?:\\w+ )?pas (?:\\w+ ){0,2}?(?:favorable|envisage(?!able)|retenu|accept|accorde|souhait|recevable|d'actualite|prevu|possible|en mesure|satisfait|ouvert)",
    "\\b(?:ne |n'y |n')(?:souhait|donn|acced|accept|retien|envisag|repond|entend|peut|peuv|proced|modifi|augment|revaloris|accord|financ|pren)\\w* (?:\\S{1,20} ){0,3}?(?:pas|plus|favorablement|aucune? suite)\\b",
    "\\bn'(?:a|ont) pas (?:\\w+ ){0,2}?(?:entendu|souhaite|retenu|convenu|accede|donne|accept|trouve|about|ete (?:retenu|accept|accord|trouve|satisfait))",
    "\\bsans suite\\b|\\baucune suite\\b|fin de non[- ]recevoir|\\bnon (?:retenu|accept|accord|satisfait)\\w*|\\bdesaccord\\b|\\bpas d'accord\\b|\\baucun accord\\b|\\breponse negative\\b|\\bpar la negative\\b",
    "\\b(?:pas|non)[- ](?:de |d'une? )?(?:mise en place|revalorisation|augmentation|renouvellement|reconduction|application)\\b|\\bil n'y a(?:ura)? pas (?:de |d')(?:accord|suite|mise|augment|revaloris|hausse|versement|prime|reconduction)|\\bne (?:souhaite|souhaitent|retient) ni\\b|\\bne \\w+ (?:\\w+ )?ni\\b",
    IMPOSSIBLE,
    '\\bne (?:peut|peuvent|pourra|pourront) (?:\\w+ )?etre (?:retenu|accept|satisfait|envisag)',
  ].join('|'),
  'g',
);

const LAW_NOUN =
  '(?:lois?\\b|legislation|codes? d|reglementation|decrets?\\b|articles? [lrd]\\.? ?\\d|conventions? collectives?|ccn\\b|branche\\b|(?:dispositions?|obligations?|minima|minimums?|regles|textes) (?:\\w+ )?(?:legales?|legaux|conventionnel(?:le)?s?|reglementaires?|en vigueur|de la (?:loi|convention|branche)|du code|prevues par)|obligations? legales?)';

/** A sentence that recalls a rule says so; « prévu par la loi » behind a noun only tells which one is meant. */
export const LAW = new RegExp(
  [
    `\\b(?:conformement|en application|en vertu|selon|comme (?:le |la )?prev\\w+|ainsi que (?:le )?prevoit|en conformite|respect(?:e|ent|era)|conformes?) (?:\\S{1,16} ){0,4}?(?:l'|d'|la |les |des |de |aux? )*${LAW_NOUN}`,
    `\\b${LAW_NOUN}(?:\\S{0,25} ){0,16}?(?:prevoi(?:t|ent)|imposent?|dispose(?:nt)?|fixe(?:nt)?|oblige(?:nt)?|soumet|permet|garanti(?:t|ssent)|interdi(?:t|sent)|pose(?:nt)?|consacre(?:nt)?|accordent?|a (?:cree|mis en place|instaure|institue|introduit))\\b`,
    "\\bobligations? legales?\\b|\\btout employeur\\b|\\bobligation (?:de resultat|d'emploi)\\b|\\ble legislateur\\b",
  ].join('|'),
  'g',
);

/** « Il est rappelé que … » something must be, and not that something was signed. */
export const RECALLS =
  /\b(?:rappel(?:le|lent|ons|e)|est rappelee?)\b(?:(?!\baccord|\bavenant)[^.;]){0,160}?\b(?:interdi\w+|obligat\w+|doit|doivent|loi|tenue?s? d)/g;

/** A clause on the negotiation itself, on another text, on taxes or on what counts as presence gives no rule about the benefit. */
export const NO_RULE =
  /\bnegoci\w+|\bnao\b|\breunions?\b|\bordre du jour\b|\b(?:accord|avenant|plan|charte)s?\b[^.;]{0,160}\b(?:signe|conclu|renegoci)|\b(?:fiscal|exoner\w+|cotisations sociales|assujetti|imposable|csg)|\babsences?\b[^.;]{0,60}\b(?:assimil|prevues|autorise|non)|\bassimil\w+|\bdepot\b|\bpublication\b|\bprud'hom\w+|\blitiges?\b|\ba presente\b|\bdonnees\b|^\W*si\b|^\W*\d ?°|\bdebloc\w+/;

/** What the employer decides with the law as its frame is its own measure. */
export const OWN_MEASURE =
  /\b(?:sera|seront|est|sont) (?:\w+ )?(?:versee?s?|portee?s?|revalorisee?s?|octroyee?s?|attribuee?s?|alignee?s?)\b|\brevalorisation d|\b(?:a ete|est) (?:\w+ )?(?:decide|convenu|acte)\b|\bconviennent\b|\bdecident?\b/;

/** The benefit is a circumstance of something else. */
export const BESIDE =
  /\b(?:hors|hormis|sauf|excepte|lors d(?:e|u|')|pendant|durant|retour d(?:e|u|')|suite a|au titre d(?:e|u|')|dans le cadre d(?:e|u|')|via|par le biais d(?:e|u|')|sous (?:la )?forme d(?:e|u|')|en fonction d(?:e|u|')|selon|en raison d(?:e|u|')|compte tenu d(?:e|u|')|(?:l'absence|defaut) d(?:e|u|')|absen\w+ (?:pour|en)|salarie\w* absent\w*|sur le modele d(?:e|u|')|dont (?:le |la |les |l')|effectuant|beneficiaires?|(?:par|dans|selon) (?:l'|notre |cet |le |la )?(?:avenant|accord|article|protocole))\b[^,;.:]{0,40}$/;

/** « Carte cadeau en cas de départ à la retraite »; of days off and of sick pay the case is the subject itself. */
export const IN_CASE = /\ben cas d(?:e|u|')[^,;.:]{0,30}$/;
export const TIME_OFF = /\b(?:jours?|journees?|conges?|absences?|carence|maintien|subrogation|heures)\b/;

/** Between the cue and the benefit begins another clause. */
export const OTHER_CLAUSE =
  /[;]|\. |\b(?:afin|car|puisque|lorsqu\w*|compte tenu|en raison|au vu|si|sous reserve|conformement|tandis|alors)\b/;

/** Words that open an item of a list of demands. */
export const OPENS_ACTION =
  /^(?:[^a-z]*(?:\d+[^a-z]+)?)(?:[^:|]{2,60}: ?)?(?:la |le |les |l'|une? |d'une? |de |avoir |bien )?(?:mise en place|mise a disposition|remise en place|augment|revaloris|reevalu|reval|hausse|instaur|cre(?:ation|er|e\b)|attribu|passage|passer|prise en charge|prendre en charge|port(?:er|age)|vers(?:ement|er)|renouvel|reconduction|reconduire|suppr|ajout|obten|octroi|octroy|elargi|exten|etendre|mettre|harmonis|alignement|aligner|paiement|payer|possibilite|generalis|ouverture|ouvrir|negoci|remplac|dedoubl|doubl|diminu|baiss|reduc|major|amelior|demande|financ|participation (?:a|aux|employeur|patronale)|rembours|retabli|gratuit|compens|abond|maintien(?! dans l'emploi)|maintenir|retour|subvention|allocation|indemnisation|acces|benefici|garanti|conserv|permettre|autoris|accorder|propos|deplafonn|monetis)/;

/** « Lorsque le salarié ne souhaite pas … »: a case among others. */
export const CASE =
  /^\W*(?:lorsqu\w*|si|au cas|dans le cas|dans l'eventualite|dans un souci|en cas|avant d(?:e|'))\b/;

/** The line tells what is or will be: a decision among demands. */
export const TELLS =
  /(?<!\b(?:qui|dont|que|ou|qu'(?:il|elle)) )\b(?:est|sont|sera|seront|a ete|ont ete|etait|beneficie\w*|percevr\w+|conviennent|convenu|decide\w*|s'engage\w*|s'eleve\w*|se sont|reduirait|aurait|(?:a|ont) (?:\w+ )?(?:rappel|indiqu|precis|atteint|augment|propos|present|demand|accept|refus|inform)\w*)\b/;

/** What a title above a list says when the list is one of demands. */
export const MARKS_DEMANDS = new RegExp(
  `demand|revendic|propos|souhait|sollicit|doleance|cahier d|pistes|attentes|non retenu|desaccord|refus|${UNION}`,
);

/** Where the main clause of an item ends: « Augmenter la grille afin que, si la cible est atteinte, … ». */
export const HANGS = /\b(?:afin|si|qui|dont|que|pour que|lorsqu\w*)\b/;

/** Some verb at all, which « à hauteur de » is not: without one a line is a title, a row or a piece. */
export const CLAUSE =
  /\b(?:est|sont|sera|seront|ont|a (?!hauteur )(?:\w+ )?\w+e|aura|auront|peut|peuvent|doit|doivent|pourra|pourront|devra|devront|beneficie\w*|prend|prendra|prevoit|fixe|impose|accorde|rappel\w+|rembourse(?:nt|ra)?|maintient|maintien (?:la|le|les)|maintiendra|s'applique\w*|respect\w+|dispose\w*|verse\w*|s'engage\w*|participe\w*|finance\w*|reste\w*|demeure\w*|s'eleve|assure|confirme\w*|continue\w*|applique\w*|etablit|augmente\w*)\b/;

/** « Les organisations syndicales ont demandé les informations suivantes : » asks for papers. */
export const OF_PAPERS = /\b(?:information|document|rapport|donnee|indicateur|bilan|etat|tableau)s?\b/;
