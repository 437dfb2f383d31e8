import { UNION } from './words.ts';
import type { Mode } from './modes.ts';

/** Lines that say of what stands below them what it is, in so many words: they come before the rules of headings. */

const FIRM =
  '(?:direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque)';
const MATTERS =
  '(?:demandes?|revendications?|propositions?|souhaits?|attentes?|mesures?|points?|sujets?|themes?|pistes?|reclamations?)';
const OPENS =
  '^\\W*(?:article )?[\\d.)]*\\W*(?:(?:de meme|en revanche|toutefois|par ailleurs|enfin|ainsi),? )?(?:les |ces |des |nos |leurs )?';
/** The number of a title. */
const HEAD =
  '^\\W*(?:(?:article|titre|chapitre|partie) )?(?:[\\divxa-e]{1,5}(?:\\.\\d+)*(?=[ .):–-]))?[ .):–-]*(?:(?:les?|la) )?';
/** The end of a line that opens a list; of one that may be a title as well. */
const LIST = '[^.;:]{0,80}:\\W*$';
const BELOW = '[^.;:]{0,80}:?\\W*$';

const of = (mode: Mode, ...sources: string[]): [Mode, RegExp] => [mode, new RegExp(sources.join('|'))];

/** No word of it puts off, refuses or asks. */
const PLAIN =
  "^(?!.*(?:\\b(?:ne|n'|non|pas|aucune?|demande(?:nt|ons)?|si|pourrait|conditions?|cas)\\b|n'|\\b(?:refus|rejet|etud|examin|reflech|reflexion|envisag|negoci|discut|desaccord)))";

export const OPENERS: readonly [Mode, RegExp][] = [
  // « La Direction a répondu favorablement aux demandes suivantes : »
  of(
    'agreed',
    `^(?!.*\\b(?:ne |n'|pas )).*\\b(?:repond\\w*|reponse) (?:\\w+ )?favorable(?:ment)? (?:a|aux)\\b${LIST}`,
    `^(?!.*\\b(?:ne |n'|pas )).*\\b(?:donn\\w+ (?:une )?suite favorable|acced\\w+) (?:a|aux)\\b${LIST}`,
  ),
  // « Le présent accord prévoit : », « La Direction confirme : », « Décisions prises : »
  of(
    'agreed',
    `${PLAIN}.*\\b(?:present accord|accord(?! (?:de branche|national|interpro))|avenant|texte|presente decision)\\b[^.;:]{0,20}\\b(?:prevoit|comporte|instaure|contient|met en place)${LIST}`,
    `^\\W*ce que (?:prevoit|contient|comporte) (?:le present|l'|cet) ?accord${LIST}`,
    `^\\W*(?:article )?[\\d.)]*\\W*(?:les )?decisions? (?:prise|arrete|retenue|adopte)e?s?\\b${BELOW}`,
    `^\\W*(?:les )?accords? sur (?:les|ces) (?:points|mesures|themes)${LIST}`,
    `${PLAIN}.*\\b(?:consensus|compromis|terrain d'entente)\\b[^.;:]{0,40}\\btrouve${LIST}`,
    `${PLAIN}(?:.*(?:, | et ))?\\W*(?:la |l')?${FIRM}\\b[^.;:]{0,30}\\b(?:confirme|appliquera|applique|met en (?:place|oeuvre|œuvre)|mettra en (?:place|oeuvre|œuvre)|accordera|consent|prendra|instaure|instaurera|prevoit)\\b${LIST}`,
    `${PLAIN}.*\\b(?:parties|signataires|partenaires sociaux)\\b[^.;:]{0,60}\\b(?:valident|decident|arretent|adoptent|approuvent|actent)\\b${LIST}`,
    `${PLAIN}.*\\b(?:mesures|dispositions) (?:suivantes|ci-dessous|ci-apres) (?:entrent en vigueur|entreront en vigueur|s'appliquent|s'appliqueront|sont applicables|seront applicables)${LIST}`,
    `${PLAIN}.*\\b(?:mesures|points|dispositions) (?:\\w+ )?(?:valid|arret|adopt)ee?s\\b${LIST}`,
    `^\\W*(?:synthese|recapitulatif) des (?:mesures|engagements)${LIST}`,
    `^\\W*(?:releve de decisions|contenu de l'accord|nos engagements)\\b${BELOW}`,
    `${PLAIN}.*\\b(?:avancees|mesures|avantages|points) (?:\\w+ )?(?:obtenu|acquis|negocie)e?s?\\b${LIST}`,
    `${PLAIN}.*\\b${FIRM} s'oblige a${LIST}`,
  ),
  // « Les demandes suivantes ont été acceptées : », « Sont retenues les mesures suivantes : »
  of(
    'agreed',
    `^(?!.*\\b(?:ne |n'|non |pas |aucun|refus|rejet|etud|examin|reserve)).*\\b(?:sont|ont ete|seront) (?:\\w+ ){0,2}?(?:retenu|acte|satisfait|accepte|valide|arrete|adopte|accorde)e?s?\\b${LIST}`,
  ),
  // « Aucun accord n’a été trouvé sur : », « La Direction refuse : », « Mesures écartées »
  of(
    'refused',
    `\\baucun (?:accord|compromis|consensus)\\b[^.;:]{0,40}\\b(?:trouve|conclu|obtenu|intervenu)\\b${LIST}`,
    `\\b${FIRM}\\b(?:(?!\\b(?:ne|n'|pas)\\b)[^.;:]){0,30}\\b(?:refus(?:e|ait|era|ee)|rejett?e|decline|ecarte|oppose un refus|a refuse|a rejete|a ecarte)\\b(?! de\\b)${LIST}`,
    `${OPENS}${MATTERS} (?:\\w+ ){0,2}?(?:ecart|abandonn|refus|rejet|repouss|declin)ee?s?\\b[^.;:]{0,40}:?\\W*$`,
    `^\\W*(?:ne|n')(?: ?sont| ?seront| ?ont) pas (?:\\w+ )?(?:retenu|accept|satisfait|reconduit|renouvel|ete (?:retenu|accept|satisfait|reconduit|renouvel))\\w*${LIST}`,
    `\\bn'(?:a|ont) pas (?:souhaite|voulu|entendu|accepte|pu) (?:retenir|accepter|accorder|satisfaire|reconduire|donner suite)${LIST}`,
    `^\\W*(?:article )?[\\d.)]*\\W*(?:points?|sujets?|themes?|mesures?) (?:de blocage|bloquants?|non (?:resol|regl|accord|abouti)\\w*|supprime\\w*|abrog\\w*|en desaccord)${BELOW}`,
    `\\b(?:discussions?|negociations?|echanges)\\b[^.;:]{0,20}\\b(?:echou\\w+|achopp\\w+|but\\w+|bloqu\\w+)${LIST}`,
    `\\b(?:reponse|avis|suite|retour)s? (?:negati|defavorable)\\w*${BELOW}`,
    `\\bn'(?:ont|a) pas (?:recu|obtenu|trouve|fait l'objet d)[^.;:]{0,40}\\b(?:favorable|suite|echo|accord)\\w*${LIST}`,
    `\\bne pas pouvoir (?:accorder|accepter|donner|retenir|satisfaire|repondre)${LIST}`,
    `\\bpas (?:ete )?possible de (?:s'accorder|se mettre|trouver|parvenir)${LIST}`,
    `\\b(?:n'ont|n'a) (?:pas )?pu (?:se mettre d'accord|s'accorder|s'entendre|aboutir)${LIST}`,
    `\\bne (?:seront|sera) (?:pas|plus) (?:mis|vers|attribu|accord|appliqu|pris)e*s?\\b${LIST}`,
    `\\bne s'appliqu(?:e|ent|era|eront) (?:pas|plus)\\b${LIST}`,
    `^\\W*(?:[^.;:]{0,30}, )?(?:sont|seront) abroge+s?\\b(?!.*rempla)${LIST}`,
    `(?:^|, )\\W*disparaissent\\b${LIST}`,
    `\\bdit non (?:a|aux)\\b${LIST}`,
    `\\b(?:aucune suite|pas de suite)\\b${LIST}`,
    `^\\W*(?:restent?|demeurent?) (?:refus|rejet|sans (?:suite|reponse))\\w*${LIST}`,
    `\\bn'etant pas (?:parvenu|tomb)\\w*${LIST}`,
    `^\\W*(?:article )?[\\d.)]*\\W*echecs? (?:des|de la)\\b${BELOW}`,
    `${MATTERS} (?:\\w+ )?non (?:suivi|retenu|satisfait|accept|accord|valid)\\w*${BELOW}`,
    `\\b(?:avantages?|usages?|primes?) (?:\\w+ ){0,3}?(?:abrog|denonc|supprim)ee?s?\\b(?!.*rempla)${LIST}`,
    `${HEAD}(?:refus (?:de|du)|points? (?:\\w+ )?(?:sans accord|en desaccord)|(?:usages?|avantages?) (?:denonce|abroge|supprime)e?s?)\\b(?!.*rempla)${BELOW}`,
    `\\bne se sont pas (?:\\w+ )?(?:entendu|accord|mis)\\w*${LIST}`,
    `(?<!\\b(?:pv|proces[- ]verbal|constat) (?:de|du) )\\bdesaccords? (?:persist\\w+ |partiels? )?(?:sur|concernant|quant|portant)\\b${BELOW}`,
    `\\bjugee?s? (?:trop|excessi|irrealis|prematur|inadapt)\\w*${LIST}`,
    `^\\W*(?:prennent|prendront|cessent|cesseront)\\b${LIST}`,
    `\\b(?:avantages?|mesures?|dispositifs?|primes?|usages?)\\b[^.;:]{0,60}\\b(?:prennent fin|prendront fin|cessent|cesseront|disparaissent)\\b${LIST}`,
  ),
  // « Voici ce que nous demandons : », « Position de la CFTC : », « Les syndicats ont remis une plateforme comprenant : »
  of(
    'demand',
    `\\bce que (?:nous|la|le|les|l')\\b[^.;:]{0,40}\\b(?:demand|revendiqu|reclam|souhait|exig)\\w+${LIST}`,
    `^\\W*(?:pour (?:rappel|memoire),? |rappel (?:de |des |du )?(?:leurs |ses )?|recapitulati\\w+ (?:des |de )|liste (?:des |de ))(?:les |leurs |ses )?(?:\\w+ )?(?:demandes|revendications|propositions|reclamations)\\b(?!.{0,60}(?:accept|retenu|accord|satisfait))${BELOW}`,
    `^\\W*positions? (?:de |des |du )(?:la |l'|les )?${UNION}${BELOW}`,
    `\\b(?:demandes|revendications|propositions|souhaits)\\b[^.;:]{0,30}\\b(?:ont ete|sont|etaient) (?:\\w+ )?(?:formul|present|expos|exprim|remis|transmis|adress|emis|port)e+s?\\b${LIST}`,
    `(?<!\\b${FIRM} (?:et|ainsi que) (?:les |l'|la |le )?)${UNION}(?:(?!${FIRM})[^.;:]){0,80}\\b(?:remis|depos|transm|adress|list|met(?:tent)? en avant|mis en avant|attach|insist|plateforme)\\w*${LIST}`,
    // « En séance, FO a ajouté : »
    `(?<!\\b${FIRM} (?:et|ainsi que) (?:les |l'|la |le )?)${UNION}(?:(?!${FIRM})[^.;:]){0,40}\\b(?:ajout|plaid|attend|soulev|reclam|exig|milit|defend|interrog|pos|exprim|evoqu)(?:e|ent|ait|aient|er|ee?s?)?(?: \\w+)?\\b${LIST}`,
    `^\\W*(?:les )?points? (?:de vue|souleves?)\\b[^.;:]{0,30}${UNION}${BELOW}`,
    `\\breunion\\b[^.;:]{0,20}[:–-] ?(?:les )?(?:demandes|revendications)\\b${BELOW}`,
    `^\\W*(?:voici )?nos (?:propositions|demandes|attentes|revendications)${BELOW}`,
    `^\\W*(?:cahier (?:de |des )?(?:revendic|doleance)\\w*|suggestions? (?:du|des|de)\\b|ce qui est (?:demande|reclame|souhaite))${BELOW}`,
    `${HEAD}(?:rappel (?:des |de leurs )?|(?:dernier )?etat (?:des )?)?(?:demandes|revendications|doleances|propositions) (?:presentees?|formulees?|portees?|exprimees?|syndicales?|initiales?|du \\d)${BELOW}`,
    `${HEAD}(?:premiere|deuxieme|troisieme|seconde|derniere|\\d\\w*) reunion\\b[^.;:]{0,20}[:–-] ?(?:demandes|revendications)${BELOW}`,
    `${HEAD}positions? (?:initiales?|finales?) (?:de |des |du )(?:la |l'|les )?${UNION}${BELOW}`,
    `${HEAD}(?:reflexions?|projets?|etudes?) (?:en cours|a l'etude|a venir)\\b${BELOW}`,
    // What is put off or looked into.
    `\\b(?:etudier|examiner|expertiser|analyser|approfondir) (?:les |ces )?(?:points?|sujets?|themes?|mesures?|demandes?|propositions?|pistes?|questions?) (?:suivante?s|ci-(?:apres|dessous))\\b${LIST}`,
    `(?:^\\W*|${MATTERS}[^.;:]{0,60}\\b)(?:seront|sera|feront l'objet|fera l'objet) (?:\\w+ )?(?:d'une (?:etude|reflexion|analyse|negociation|discussion)|(?:etudie|examine|aborde|discute|evoque|traite|negocie|rediscute|mene)e?s?)\\b${LIST}`,
    `(?:^\\W*(?:sont|seront) |${MATTERS} (?:\\w+ ){0,3}?)(?:renvoy|report|differ|ajourn)ee?s? (?:a|aux|au)\\b[^.;:]{0,40}(?:negociation|reunion|nao|discussion|annee|20\\d\\d)${LIST}`,
    `\\b(?:groupe de travail|commission)\\b[^.;:]{0,30}\\b(?:examiner|etudier|travailler|reflechir|se penchera)\\w*${LIST}`,
    `^\\W*(?:article )?[\\d.)]*\\W*(?:les )?(?:pistes? de (?:reflexion|travail)|points? (?:restant )?(?:a (?:negocier|traiter|etudier|revoir|aborder)|en (?:suspens|attente))|sujets? (?:\\w+ )?en (?:attente|suspens)|(?:themes?|sujets?) a (?:traiter|aborder|negocier|etudier|discuter))\\b${BELOW}`,
    `\\b(?:se reverront|se retrouveront|se laissent un delai|se reuniront)\\b[^.;:]{0,40}\\b(?:examiner|etudier|discuter|negocier|evoquer)${LIST}`,
    `^\\W*(?:article )?[\\d.)]*\\W*(?:(?:sujets?|points?|themes?|mesures?) )?a (?:l'etude|etudier|discuter|negocier)${BELOW}`,
    `^\\W*(?:article )?[\\d.)]*\\W*(?:hypotheses?|simulations?|scenarios?|pistes?|projets?|chantiers?|perspectives?) (?:chiffre\\w+|d'amelioration|de travail|a (?:ouvrir|mener)|pour (?:l'annee )?20\\d\\d|envisage\\w+|a venir|futurs?)\\b${BELOW}`,
    `\\bpoints? (?:inscrits? )?a l'ordre du jour\\b${LIST}`,
    `\\b(?:audit|etude|diagnostic|enquete|reflexion|negociation|concertation)s?\\b[^.;:]{0,30}\\b(?:sera|seront|s'ouvrira|s'ouvriront)\\b[^.;:]{0,40}\\b(?:sur|portant|concernant|autour)${LIST}`,
    `\\bs'engage a (?:faire|presenter|formuler|etablir) (?:une |des |de nouvelles )?propositions?\\b${LIST}`,
    `^\\W*(?:article )?[\\d.)]*\\W*(?:prochaines etapes|axes? de (?:travail|reflexion))\\b${BELOW}`,
    `^\\W*(?:restent?|demeurent?) en (?:suspens|discussion|attente)${LIST}`,
    `\\b${FIRM}\\b(?:(?!\\b(?:accord|decid|applique)\\w*)[^.;:]){0,30}\\b(?:se propose d'etudier|examinera|etudiera|envisage(?:ra)?|pourrait|regardera|reflechi\\w+ a)\\b${LIST}`,
    `\\b(?:parties|partenaires sociaux)\\b[^.;:]{0,20}\\b(?:ouvriront|engageront|pourront|pourraient|examineront|etudieront|discuteront)\\b${LIST}`,
    `\\bseraient (?:\\w+ )?(?:mis|attribu|vers|accord|instaur)e*s?\\b${LIST}`,
    `^\\W*(?:il (?:est|sera) |sont |est )(?:\\w+ )?(?:envisage|discute|debattu|etudie)e?s?\\b${LIST}`,
    `\\b(?:ouvrir|engager|entamer|mener) (?:une |des |la |les )?(?:negociations?|discussions?|reflexions?)\\b[^.;:]{0,60}\\b(?:sur|portant|concernant)\\b${LIST}`,
    `\\b(?:reflexion|discussion|etude)s? (?:de \\w+ )?(?:sera|seront) (?:\\w+ )?(?:engage|mene|ouvert|lance|conduit)e*s?\\b${LIST}`,
  ),
  // « L’accord de 2021 prévoyait : », « En 2021, les parties avaient convenu : »
  of(
    'incidental',
    `\\b(?:accord|avenant|plan)\\b[^.;:]{0,40}\\bprevoy(?:ait|aient)${LIST}`,
    `\\b(?:beneficiaient|percevaient|recevaient|touchaient|etaient (?:\\w+ )?(?:prevu|accord|vers|attribu|propos)\\w*)${LIST}`,
    `\\b(?:nao|negociations?|accord)\\b[^.;:]{0,20}\\bavai(?:t|ent) permis${LIST}`,
    `\\bavai(?:t|ent) (?:\\w+ )?(?:conven|decid|accord|mis en place|instaur|obten)\\w*${LIST}`,
  ),
  // « Ordre du jour de la prochaine réunion : », « La négociation a porté sur les thèmes suivants : »
  of(
    'agenda',
    `^\\W*ordre du jour\\b${BELOW}`,
    `\\b(?:negociations?|discussions?|echanges|debats) (?:\\w+ )?(?:ont|a) (?:\\w+ )?porte sur\\b${LIST}`,
  ),
  // « Le code du travail prévoit : », « Ce que prévoit la loi : »
  of(
    'law',
    `^(?!.*\\b(?:au-dela|plus loin|en sus|outre|complement|mieux|superieur|ameliore)).*\\b(?:le code (?:du travail|de la securite sociale)|la loi|la reglementation|le legislateur|l'article [lrd]\\. ?[\\d-]+(?: du code du travail)?|la convention collective(?: \\w+)?|(?:l'accord|la convention) de branche|la branche|les textes)\\b[^.;:]{0,30}\\b(?:prevoi(?:t|ent)|accorde(?:nt)?|impose(?:nt)?|garanti(?:t|ssent)|dispose(?:nt)?|octroie(?:nt)?|fixe(?:nt)?|stipule(?:nt)?|oblige(?:nt)?)\\b${LIST}`,
    `\\bce que (?:prevoit|prevoient|impose|imposent|dit|disent|accorde|accordent) (?:la loi|le code|la convention|la branche|les textes|l'accord de branche)\\b${BELOW}`,
  ),
  of(
    'law',
    `^\\W*(?:les )?(?:obligations? (?:legales?|conventionnelles?|de l'employeur)|(?:le |les )?minim(?:um|a) (?:legal|legaux|conventionnels?))\\b${LIST}`,
    `${HEAD}(?:dispositions (?:conventionnelles|legales|de branche)|rappels? (?:du code|de la (?:convention|loi|branche)))${BELOW}`,
    `^\\W*(?:selon|aux termes d|conformement a|en application d|au titre d|dispositions? d|rappel d)(?:e |u |es )? ?(?:la |l'|le |les )?(?:convention collective|code du travail|loi|branche|accord de branche|textes legaux)${BELOW}`,
  ),
  // « Historique », « Rappel des mesures 2021 »
  of('incidental', `${HEAD}(?:historique|situation anterieure|rappel des (?:mesures|dispositions) (?:(?:de |pour )?(?:l'annee )?20\\d\\d|precedentes|anterieures|passees))\\b${BELOW}`),
  // « Bilan des mesures de l’accord précédent : »
  of('incidental', `^\\W*(?:article )?[\\d.)]*\\W*bilan (?:des (?:mesures|actions)|de l'(?:accord|application)|du precedent)\\b${BELOW}`),
]; // prettier-ignore
