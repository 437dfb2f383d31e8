import { UNION } from './words.ts';

/** General signs of standing, on the reading of one sentence. */

export const REFUSES = new RegExp(
  [
    "\\bn(?:e |')(?:sont|ont|est|a) pas (?:\\w+ )?(?:parvenue?s?|abouti|trouve|reussi)\\b[^.;]{0,30}\\b(?:accord|compromis|entente)\\b",
    '\\bmalgre (?:la|les) (?:demandes?|revendications?)\\b|\\b(?:refuse|refusent|refusons|a refuse|est refusee?|sont refusee?s|rejette|rejetee?s?|decline)\\b',
    "defavorable(?!s? (?:a|aux) (?:l'une?|une?|la|les|des) ?(?:\\w+ )?(?:salariee?s?|femmes?|collaboratrices?))|(?:n'est|n'y est|n'est malheureusement|ne sommes|n'y sont) pas (?:\\w+ )?(?:favorable|envisag|prevue?|retenue?|acceptee?|accordee?|possible|souhait|en mesure|ouverte?s?|mise? en place|instaure|organise|autorise|pratique)",
    "(?:direction|employeur|entreprise|societe)\\b[^.;,]{0,40}(?:\\bne |\\bn')(?!\\w+ant\\b|s'oppos|s'interdi|exclu)(?:\\w+ )?\\w+ (?:\\w+ )?(?:pas|plus)\\b(?! tenue? d| oblige| (?:\\w+ )?(?:opposee?|hostile|contre|fermee?)\\b)",
    "(?:ne|n'y) (?!ser(?:a|ont) pas (?:\\w+ )?(?:decompt|dedui|imput|preleve|minor|proratis))(?:souhaite|souhaitent|souhaitons|donne|donnera|donnent|donnons|repond|repondons|accede|accedons|accepte|acceptons|pouvons|peut|peuvent|prevoit|retient|envisage|envisagent|sera|seront|procedera|fera)\\b[^.;]{0,50}?\\b(?:pas|plus(?! (?:de|d'|que) ?<)|aucune? suite|favorablement|donner une suite|acceder(?! (?:a la cantine|aux? (?:restaurant|self|transport|site)))|etre retenue?)\\b",
    "(?:ne|n') ?\\w+ (?:\\w+ )?ni (?:les?|la|l'|aux?|d|une?)\\b[^.;]{0,80}\\bni\\b|\\bincompatibles? avec\\b|n'entend pas|n'(?:ont|a) pas (?:\\w+ )?(?:entendu|souhaite|donne|convenu|retenu)\\b|ne va pas|n'a pas ete retenue?|n'ont pas ete retenue?s|pas retenue?s?\\b|ne (?:peut|peuvent) etre (?:retenue?|accept|envisag|satisfait)",
    "il n'y a(?:ura)? pas (?:de|d')|n'est pas (?:\\w+ )?(?:soutenable|supportable|tenable|finance?able|compatible|realiste|donne (?:une )?suite)|(?:jugee?s?|consideree?s?|estimee?s?) (?:comme )?trop |(?:^|[|:>] ?| - )(?:non(?= ?(?:[.,;|!(]|$))|(?:refus|refusee?|pas d'accord|negatif)\\b)|^\\W*(?:pas|sans|absence) (?:de |d')(?:\\w+ )?(?:primes?|augmentations?|revalorisations?|hausses?)\\b|\\bpas (?:de (?:\\w+ )?|d')(?:prevue?|renouvellement|versement|revalorisation|augmentation|mise en place|modification|suite|attribution|octroi)|\\b(?:refusee?s?|rejetee?s?)(?= ?(?:[,.;]|$))|maintient (?:sa position|son refus)",
    '(?:demande|revendication|mesure|proposition|suite|reponse)s? (?:est |sont |a ete |ont ete )?(?:refusee?s?|rejetee?s?|non retenue?s?|negative|defavorable)|fin de non[- ]recevoir|sans suite',
    "\\baucune? (?!(?:\\w+ )?(?:modification|changement|evolution)s?\\b)[a-z' -]{0,60}(?:ne|n')[ ]?(?:sera|seront|est|sont)\\b|(?:prefere|privilegi\\w+) (?:plutot )?(?:l'augmentation|une? augmentation|les augmentations)|se refuse|de ne pas (?:\\w+ ){0,2}(?:entamer|engager|ouvrir|mettre|donner|reconduire|renouveler|augmenter|modifier)",
    "(?:n'est|ne sont|n'etant|n'etait) pas (?:\\w+ )?recevables?|irrecevables?|repond(?:ra|ent)? (?:par la |de (?:facon|maniere) )?negati(?:ve|f|vement)",
    "n'(?:est|entre) pas dans (?:les |nos |la |l'|ses )(?:valeurs?|intentions?|projets?|priorites?|politique|strategie)|n'est (?:donc )?pas (?:une? )?(?:priorite|d'actualite|envisage)|ne (?:permet|permettent) pas d'(?:acceder|y acceder|envisager)",
  ].join('|'),
);
/** « en cas de refus », « peut refuser »: how a request of one employee is dealt with. */
export const REFUSES_ONE_EMPLOYEE =
  /(?:en cas de|tout|le|son|ce|un|du|motif de|motiver (?:le|son)) refus\b|refus (?:doit|sera|est) (?:\w+ )?motive|(?:peut|pourra|peuvent|droit de) (?:\w+ )?refuser|(?:salarie|collaborateur|manager|hierarchie|responsable)\b[^.;]{0,40}refus|refus de l'employeur|\bqui ne (?:peuvent|peut) (?:\w+ )?pas\b|\bne (?:peu(?:ven)?t|pourr(?:a|ont)) (?:pas |en aucun cas |ni )?(?:etre cumul|se cumul|exced|depass|s'appliquer a)|refuse(?:e)? (?:par|un) (?:le )?(?:manager|responsable|poste)|\b(?:ne|n') ?(?:sera|seront|sont|est) (?:donc |jamais )?pas (?:presume|tenue?|oblige|sanctionne|penalise)e?s?\b/;

export const ENDS =
  /il est mis (?:un terme|fin)|(?:met|mettra|mettent|mettre) (?:un terme|fin) (?:a|au|aux)\b|(?:est|sont|sera|seront|a ete|ont ete) (?:definitivement |donc |ainsi )?(?:supprimee?s?|fusionnee?s?|abrogee?s?|suspendue?s?|abandonnee?s?|arretee?s?(?= ?(?:[.;,]|$)| (?:definitivement|a compter|a partir|depuis|au #|le #))|(?<!\bjours rtt sont (?:donc |ainsi )?)clos|closes?|denoncee?s?)\b|cess(?:e|ent|era|eront|eront) (?:d'etre|de s'appliquer|de produire|d'exister)|ne (?:sera|seront|sont|est) plus (?:\w+ )?(?:verse|attribue|accorde|octroye|organise|applicable|pris|du|propose|ouvert)|(?:n'(?:est|a)|ne sont) pas (?:ete )?(?:reconduite?|renouvelee?|prolongee?)|ne (?:sera|seront) pas (?:reconduit|renouvel|prolong)|\bprend(?:ra|ront)? fin\b|\bcesse(?:ra|nt)? (?:au|a compter|le)\b|(?:est|sont|sera|seront) (?:definitivement fermee?s?\b|fermee?s? (?:a compter|a partir|a toute|aux? nouve|le #|le \d|au \d|et\b))|se retire (?:du|de)|decide de supprimer|n'attribuera plus|ne prendra plus/;

/** The end of the text, of a contract, or of one employee's case: not the end of the benefit. */
export const ENDS_SOMETHING_ELSE =
  /\b(?:accords?|avenants?|conventions?|usages?|protocoles?|plans?|contrats? de travail|mandat|conge|periode|mission|adhesion|il)\b[^.;,]{0,60}(?:prend(?:ra)? fin|cess\w+|expir|suspendu)|\ben cas\b|\bsi (?:le|la|l'|un|les)\b|\blorsqu|a tout moment|peut (?:etre )?(?:mis|mettre|prendre)|\b(?:pour|souhait\w+|desir\w+|de) mettre (?:fin|un terme)|pourra|(?:par|a l'initiative) (?:de l'une|l'une)|reversib|adaptation|(?:contrat|droits?|acces|messagerie|compte)s?[^.;]{0,30}suspendu/;

export const DEMANDS = new RegExp(
  [
    `(?<!\\b(?:direction|employeur|societe|entreprise) (?:et|ainsi que) (?:les |l'|la |le )?(?:organisations? |delegues? )?)${UNION}(?:(?!direction|employeur)[^.;]){0,120}?\\b(?:demand(?:e|ent|ait|aient|ons)|revendiqu|reclam|sollicit|souhait|propos(?:e|ent|ait|aient)\\b|suggere|voudr|insist|fait part (?:de |d')?(?:leurs?|ses|sa) (?:attente|demande|souhait|revendication)|contreproposition|contre-proposition)`,
    "^\\W*(?:une? |la |les )?(?:demandes?|souhaits?|revendications?|propositions?) (?:de|d'|que|du|des|possibilite|pour|une?)\\b(?! ?(?:la |l')(?:direction|employeur|entreprise|societe))(?!.*(?:est|sera|sont|seront) (?:\\w+ )?(?:acceptee?|presentee?|adressee?|faite|formulee?|transmise|etudiee? par|examinee?))",
    ": ?demandes? (?:de|d')",
    `${UNION}[^.;]{0,80}\\bfait etat (?:de |d'|des )(?:\\w+ ){0,2}?(?:revendications?|demandes?|souhaits?|propositions?)|${UNION}[^.;]{0,60}\\b(?:presente|formule|expose|exprime|transmis|remis|depose)e?s? (?:les |leurs |ses |des )(?:\\w+ )?(?:revendications|demandes|propositions|souhaits)[^.;:]{0,40}:`,
    `^\\W*pour (?:la |le |l'|les )?(?:${UNION})\\W*,? (?:les |ses |leurs )(?:priorites|demandes|revendications|attentes|points|axes)\\b`,
    '\\b(?:mainti\\w+|maintenu\\w*|reiter\\w+|renouvel\\w+) (?:sa|ses|leurs?) (?:revendications?|demandes?)\\b',
    `^\\W*(?:propositions?|demandes?|revendications?) (?:syndicales?|(?:de |du |des )?(?:la |les |l')?(?:${UNION}))[^.;:]{0,30}:`,
    `\\b(?:demandes?|revendications?) (?:de |du |des |d'|formulees? par )(?:la |le |les |l')?(?:${UNION})[^.;:]{0,40}(?:etaient|etait|sont|est) ?:`,
    "\\b(?:ont|a) (?:demande|revendique|sollicite|souhaite) (?:a |que|la|le|une?|l')",
    // « Il est demandé aux responsables de … » instructs them.
    'il (?:est|a ete|a egalement ete) (?:\\w+ )?(?:demande|souhaite|sollicite|reclame|revendique)\\b(?! (?:a|aux) (?:reunir|chaque|tous|toutes|manag|responsables|encadr))',
    "nous (?:demandons|revendiquons|souhaitons|reclamons|sollicitons|exigeons)|^\\W*qu'(?:ils|elles) (?:\\w+ )?(?:souhait|demand|propos|revendiqu)\\w+|^\\W*les (?:salaries|collaborateurs|equipes) (?:(?!qui )\\w+ )?(?:demandent|souhaitent|reclament|sollicitent)",
  ].join('|'),
);

export const STUDIES = new RegExp(
  [
    "\\b(?:etudier|etudiera|etudieront|etudie|etudient|etudiee?s?|d'etudier|analysera|analyser (?:la|l'|les)|re-?etudier|examiner (?:la|l'|les)|envisager|envisagera|envisage (?:de|d'|une|la))\\b|\\bn'(?:exclu\\w+ pas|est pas exclu)\\b",
    "(?:l'|une |cette |d'une? |d')etudes? (?:de|d'|sur|du|et)\\b|\\betude et\\b|(?:son|leur) souhait d|sous reserve de (?:leur|sa) signature|sous (?:reserve|condition) de la (?:signature|conclusion) d'un (?:accord|protocole)[^.;,]{0,25}\\b(?:nao|negociations?)\\b|negociations? (?:\\S+ ){0,6}?s'(?:engag|ouvr)\\w+|\\b(?:negociation|discussion|reflexion)s?\\b[^.;]{0,100}\\b(?:aura|auront) lieu|objet d'(?:une? )?(?:\\w+ )?(?:echanges?|etude(?! (?:ergonomique|de poste))|reflexion|negociation|discussion|analyse|concertation)|elabor\\w+ (?:d')?un (?:nouvel |nouveau )?(?:accord|projet|avenant)|nouvel accord[^.;]{0,60}(?:sera|seront) (?:\\w+ )?(?:mis|negocie|conclu|propose|signe)|^\\W*(?:article #?\\w* ?\\W*)?etude\\b|a l'etude|etude de faisabilite|en cours de (?:reflexion|discussion|negociation)|prolonger la reflexion|pour(?:ra|ront|rait|raient) (?:\\w+ )?etre (?:discut|etudi|abord|examin|envisag)|poursui\\w+ (?:les |des |leurs |nos )?(?:echanges|discussions|travaux)|ouvrir (?:le|un) debat|en cas de mise en place d|(?:mener|engager|lancer|conduire|ouvrir|entamer|poursuivre|initier) (?:\\w+ ){0,2}(?:reflexion|etude|discussion|negociation)",
    '^\\W*(?:des|une|les|la) (?:negociations?|discussions?)\\b[^.;]{0,220} ser(?:a|ont) (?:entreprise|ouverte|engagee|menee)s?\\b',
    "\\b(?:ouvr\\w+|engag\\w+|entam\\w+|lanc\\w+|demarr\\w+|men(?:er|era|ee|ees)\\b|initi\\w+|tenir|programm\\w+|reprise|reprendr\\w+),? (?:\\S+ ){0,12}?(?:de |des |d'une? |l'|les |la |une )?(?:negociation|renegociation|discussion|reflexion|echange)s?|s'engage(?:nt)? a (?:revoir\\b|(?:signer|conclure|negocier) (?:un|une|l'|des) )",
    '(?:sera|seront|serait|seraient|est|sont) (?!revue?s? (?:: ?<|(?:de|a) (?:<|#old)|ainsi|comme suit|a la hausse|a hauteur|de la (?:facon|maniere) suivante))(?:\\w+ )?(?:etudie|examine|aborde|evoque|renegocie|negocie|revu|discute)e?s?\\b|(?:negociation|reunions?\\b(?! (?:d.(?:expression|echange|equipe|<)|de (?:service|<)|par |trimestr|mensuel|semestr))|discussion|reflexion|etude|enquete|concertation)s? (?:\\S+ ){0,10}?(?:sera|seront) (?:\\w+ )?(?:ouverte|engagee|organisee|programmee|menee|lancee|conduite|initiee|realisee)s?',
    "\\breserve (?:sa|son) (?:reponse|decision|position|accord)|prend(?:ra|s|nent)? (?:bonne )?(?:acte|note) (?:de|du|des) |groupe de travail|\\b(?<!de)favorables? a (?:la |l'|une )(?:conclusion|negociation|ouverture|signature|discussion) d|\\breflechi(?:r|ra|ront) (?:a|au|aux|sur)\\b|accord de principe (?:sur|pour|quant a) (?:la |l'|une )?(?:conclusion|negociation|ouverture|signature)|\\bevoquer\\b|eventualite|traiter hors|reevaluer la pertinence|mandater (?:un|une) (?:cabinet|expert|prestataire)|travailler sur (?:l'|la |le |un |une )(?:accord|projet|sujet|extension|mise|question)|hors nao|se (?:reunir|revoir|rencontrer|retrouver)|(?:reunir|rencontrer) les (?:representants|partenaires|organisations|delegues)|opportunite d|faisabilite|projets? d'accords?|amenee?s? a etre revue?s?|\\bessa(?:ie|iera|ient|yer) (?:\\S+ ){0,6}?de |l'agenda suivant|afin de signer|(?:faire|etablir|dresser) (?:le|un) bilan (?:de l'application|de l'accord|de la mesure|du dispositif)|inscri\\w+ (?:\\S+ ){0,3}?a l'(?:agenda|ordre du jour)|retravailler|negocier (?:les |la |un |l'|une )|intention de|(?:confirm|reaffirm|exprim|rappel)\\w* (?:\\S+ ){0,3}?(?:sa|leur|la) volonte|souhaite(?:nt)? (?:mener|engager|ouvrir|etudier)|(?:conviennent|convenu|decident|decide) (?:d'|de )(?:en )?(?:aborder|rediscuter|reparler|evoquer|echanger sur)|a long terme|a plus long terme|doit etre revu|reporter l|est favorable (?:a|pour) (?:l'etude|etudier)|prevu la negociation|negociations? (?:auront|aura) pour|renegoci|afin d'aboutir a",
  ].join('|'),
);

export const CONDITIONAL =
  /(?<!\b(?:qu'(?:il|elle|ils|elles)|qui|dont|que) )\b(?:pourrait|pourraient|serait|seraient|devrait|devraient|permettrait|souhaiterait|aurait|auraient|reviendrait)\b|\bpourr(?:a|ont) (?:eventuellement|le cas echeant) etre (?:versee?s?|attribuee?s?|mise?s? en place|octroyee?s?)/;

export const LAW = new RegExp(
  [
    "conformement (?:a |au |aux |a l')(?:la )?(?:loi|legislation|code|reglementation|convention collective|dispositions? (?:de la convention|legales?|conventionnelles?|reglementaires?|des? articles?|de l'article|en vigueur)|articles? |l'article)",
    '(?:la|une|cette) loi (?:\\S+ ){0,14}(?:prevoit|impose|a mis en place|dispose|soumet|a instaure|fixe|permet|oblige|cree|porte)\\b|(?:code du travail|code de la securite sociale|legislateur) (?:\\w+ ){0,3}(?:prevoit|impose|dispose|oblige|fixe)',
    "comme le prevoit (?:la loi|l'article)|(?:selon|en application de|en vertu de|prevue?s? (?:par|a)|au titre de|dans les conditions (?:de|fixees par|prevues (?:par|a))) (?:la loi|la legislation|le code|l'article #ref|les articles|la convention collective|les dispositions (?:legales|conventionnelles))",
    'regies? par les (?:dispositions|articles)|au niveau de la branche|accord de (?:la )?branche|(?:pour les|aux) (?:employeurs|entreprises) (?:mettant|soumis|qui|de plus|dont|ayant)',
    'dispositions (?:legales|conventionnelles|reglementaires)|obligations? legales?|legalement|minimum legal|prevues? par (?:la loi|les textes|le code|la convention)|conditions legales|tout employeur|convention collective (?:\\S+ ){0,6}(?:prevoit|fixe|accorde)|obligation pour (?:tout|les) employeur',
  ].join('|'),
);

/** Whatever the employer confirms beside it. */
export const ONLY_LAW =
  /^\W*(?:pour (?:rappel|memoire|information),? )?(?:le|la|les) (?:conge|duree|minimum|indemnite|maintien)s? lega(?:le?s?|ux) (?:de |d'|du |pour )[^.;,<]{0,50}(?:est|sont) (?:de|fixee?s? a) |respect\w* les (?:dispositions|obligations) (?:legales|conventionnelles|de la convention)|conforme (?:a la loi|a la convention|aux dispositions)/;

/** Beyond what the law gives: a reminder with these words is a grant. */
export const BEYOND_LAW =
  /au[- ]dela|en sus|en plus d|complete (?:l'obligation|la part|les droits)|plus favorable|superieure? a|le double|ameliore(?!r)|supplementaires? par rapport/;

/** More than the law in so many words, with « en plus » of what. */
export const EXCEEDS_LAW =
  /^(?!.*(?:loi n|decret|depuis)).*\b(?:legal\w*|loi|code du travail),? (?:est|sont|sera|seront) (?:\w+ )?(?:portee?s?|prolongee?s?|allongee?s?|augmentee?s?) (?:a|de|d'|jusqu)|\b(?:au[- ]dela|en sus|en plus|en complement) (?:du|de la|de l'|des|de ses|de ce que)\b[^.;]{0,60}\b(?:loi|legal\w*|code|reglementation|conventionnel\w*|convention|obligat\w+)\b|(?:cumulables? avec|s'ajout(?:e|ent|ant) a|en complement des|en plus des)\b[^.;]{0,80}\b(?:loi|legal\w*|code|non (?:remunere|paye)\w*)\b|s'ajoute(?:nt)? (?:au|a la|aux|a l')|plus favorables? que (?:la|le|les)/;

/** A decision, a right or a fact in the indicative. */
export const GRANTS = new RegExp(
  [
    "\\b(?:usage|dispositif|accord|mesure|droit)s? (?:\\S+ ){0,5}?(?:est|sont|existe|existent) (?:d'ores et )?deja (?:en vigueur|en place|applique|pratique|dans|au sein)|(?:est|sont|sera|seront) (?:le|la|les) suivante?s? ?: ?<(?:eur|pct)|\\bfait l'objet d'un (?:accord|avenant) (?:\\w+ )?(?:specifique|separe|distinct|dedie|signe|conclu)\\b|\\bvoici les (?:conditions|modalites|regles|criteres) d'(?:obtention|attribution|octroi)\\b|\\b(?:experimentation|phase pilote)\\b[^.;]{0,80} (?:debute|debutera|demarre|demarrera)\\b|\\b(?:est|sont|sera|seront|reste|demeure)(?:nt)? (?:\\w+ )?chomee?s? et (?:\\w+ )?(?:payee?|remuneree?)s?\\b|\\b(?:a|ont|aura|auront) lieu (?:chaque|tous les|toutes les|deux fois|une fois) (?!reunion|negociation)|\\bs'effectue(?:ra|ront)? (?:desormais |dorenavant )?en\\b|\\bentrain\\w+ (?:ainsi |donc )?(?:le benefice|l'attribution|l'octroi|l'acquisition|le versement)\\b",
    '(?:est|sont|sera|seront|a ete|ont ete|etre|reste(?:nt|ra|ront)?|demeure(?:nt|ra|ront)?) (?:egalement |ainsi |desormais |dorenavant |donc |deja |aussi |bien |toujours |par ailleurs |a nouveau |de nouveau |maintenue? |entierement |integralement |\\w+ment )?(?:portee?s?|fixee?s?|arretee?s? (?:a|au)\\b|affectee?s?|alignee?s? sur|revue?s? (?:ainsi|comme suit|a la hausse|: ?<)|reajustee?s?|definie?s? comme suit|accordee?s?|octroyee?s?|attribuee?s?|mise?s? en (?:place|oeuvre|œuvre)|mise?s? a|maintenue?s?|reconduite?s?|renouvelee?s?|instauree?s?|instituee?s?|creee?s?|etendue?s?|revalorisee?s?|reevaluee?s?|augmentee?s?|prevue?s?|versee?s?|prise?s? en charge|financee?s?|reservee?s?|ouverte?s?|garantie?s?|abondee?s?|majoree?s?|allouee?s?|consacree?s?|dediee?s?|remboursee?s?|payee?s?|remuneree?s?|indemnisee?s?|installee?s?|dotee?s? d|offerte?s?|acquise?s?|autorisee?s?|proposee?s?|egale?s?|de (?:<|#)|possibles?|completee?s?|assuree?s?|conservee?s?|rembourse|limitee?s? a|plafonnee?s?|poursuivie?s?|couvert|en place|en vigueur|a l.identique|organisee?s?|elargie?s?|coupee?s?|equipee?s?|remise?s?|payee?s? (?:a|pour|en)|generalisee?s?|amelioree?s?|renforcee?s?|relevee?s?|doublee?s?|prorogee?s?|prolongee?s?|amenagee?s?|perennisee?s?|inchangee?s?|effecti(?:fs?|ves?)|a (?:la )?disposition|supportee?s?|fournie?s?|acceptee?s?(?! par)|designee?s?|nommee?s?|acquittee?s?|absorbee?s?|pratiquee?s?|ajoutee?s? (?:a|au|aux|tous|toutes|par|pour|des|apres)|assumee?s?|subventionnee?s?|distribuee?s?|transferee?s? (?:au contingent|a la disposition)|experimentee?s?|reglee?s?|(?:reparti|partage)e?s? (?:a|entre|par|comme)\\b|dues?\\b(?! (?:a|au|aux|notamment|principalement) )|du (?:et|pour|en cas|au prorata))',
    "\\b(?:passe|passent|passera|passeront|passant|evolue|evoluera|evolueront)\\b (?:\\S+ ){0,3}?(?:a|de|d'|en)\\b|fer[a-z]+ evoluer|connai(?:t|tra|tront|ssent) une (?:\\w+ )?(?:augmentation|hausse|revalorisation)",
    '\\b(?:direction|employeur|entreprise|societe)\\b[^.;]{0,40} (?:a (?:\\w+ )?souhaite (?:proposer|instaurer|mettre en place|accorder|offrir|maintenir|reconduire|attribuer|verser|revaloriser|porter|augmenter)|souhaite (?:\\w+ )?faire beneficier)\\b',
    "\\b(?:octroie|octroient|octroiera|accorde|accordent|accordera|accorderont|attribue|attribuent|attribuera|attribueront|verse|versent|versera|verseront|finance|financent|financera|financeront|prend|prennent|prendra|prendront|s'engage|s'engagent|offre|offrira|offrent|accepte|acceptent|decide|decident|a decide|met en place|mettra en place|mettront en place|mettent en place|met a disposition|mettra a disposition|mettront a disposition|mettent a disposition|instaure|instaurent|instaurera|conserve|conservent|conservera|conserveront|maintient|maintiennent|maintiendront|maintien (?:la|le|les|a)|maintiendra|maintenait|reconduit|reconduira|renouvelle|conviennent|convenues?|convenu|autorise|autorisera|autorisent|abonde|abondera|garantit|garantissent|rembourse|remboursent|remboursera|rembourseront|indemnise|indemnisera|reserve|reservera|contribue|contribuera|participe|participera|dispose|disposent|disposera|disposeront|confirme|confirmes|institue|instituent|beneficie|beneficient|beneficiera|beneficieront|augmente|augmentera|revalorise|revalorisera|complete|completera|organise|organisera|propose|proposera|consacre|consacrera|s'accordent|installera|comprend|poursuivra|prolonge|prolongera|veillera|continue(?:nt)?(?= (?:de |d'|a )(?:s'appliquer|beneficier|etre|verser|financer|prendre|proposer|percevoir|recevoir|participer))|continuera|accedera|accederont|porte a|portera(?! sur\\b)|portent(?! sur\\b)|supporte|supporter(?:a|ont)|absorbe|absorber(?:a|ont)|(?:paie|paye|regle)(?:nt|ra|ront)?(?= (?:la totalite|l'integralite|en totalite|integralement|<))|assume|assumer(?:a|ont)|subventionne|subventionner(?:a|ont)|distribue(?:ra|ront)?|obtien(?:t|dra|nent|dront)|generaliser(?:a|ont)|elargi(?:t|ra|ront)|etend(?:ra|ront)?|relever(?:a|ont)|amenager(?:a|ont)|adhere|(?:a|ont) (?:souscrit|conclu (?:un|des))|(?<!\\bayant )souscri(?:t|ra) (?:a|un|une)|accueille|accueillent|permet|permettent|permettra|ajoute|double|couvre|couvrent|acquiert|acquierent|fournit|fournira|cotise|rembourse|integre|offrent|perçoit|percoit|percoivent|percevra|percevront|touche|touchent|touchera|toucheront|recoit|recoivent|recevra|recevront|dedier|compense|reconduisent|a (?:\\w+ )?pour objet (?:de |d')(?:definir|fixer|preciser|determiner|mettre en place|instituer|instaurer|organiser|encadrer|faire evoluer|ameliorer|renouveler|prolonger)|equipe|equipera|remet|remettra|alloue|allouera|libere|(?:en|tout en) (?:instaurant|attribuant|octroyant|accordant|versant)|(?:employeur|entreprise|societe|direction) (?:financant|supportant|assurant|prenant en charge)|(?:a|ont) acces (?:a|au|aux)|nous (?:\\w+ )?(?:acceptons|accordons|attribuons|augmentons|finan[cç]ons|instaurons|maintenons|mettons|octroyons|portons|prenons en charge|reconduisons|revalorisons|versons))\\b|\\b(?:met|mettra|mettent|mettront) [^.;]{0,60} a (?:la )?disposition\\b|\\b(?:direction|employeur|entreprise|societe|groupe|association|nous)\\b[^.;]{0,40} (?:a|ont|avons) (?:\\w+ )?(?:mis en place|instaure|institue|cree|ouvert|deploye|generalise|etendu)\\b|\\b(?:a|ont|avons) (?:[a-z0-9 ']{1,30} )?acte (?:en \\S+ )?(?:la|le|les|l'|un)",
    "\\b(?:pass(?:e|era|ent|eront)|se tradui(?:t|ra|sent|ront)|port(?:ent|eront)) (?:\\w+ )?(?:par|sur) (?:les |des )?(?:\\w+ )?(?:actions?|mesures?|points?|dispositifs?) suivant|s'(?:eleve|eleveront|elevera|etablit|etablira|etabliront)|\\b(?:a|ont|aura|auront|ouvre|ouvrent) droit\\b|peu(?:t|vent) (?:\\w+ )?(?:beneficier|s'absenter|demander|prendre|choisir|opter|teletravailler|cotiser|solliciter|utiliser|etre|acceder)|pourr(?:a|ont) (?:\\w+ ){0,3}(?:beneficier|s'absenter|demander|prendre|choisir|opter|teletravailler|solliciter|utiliser|etre|acceder)|(?:salarie\\w*|collaborat\\w*|parents?|personnes?|personnel|meres?|peres?|agents?|cadres?|ouvriers?|equipes?)\\b[^.;]{0,100}(?<!\\bne )\\b(?:peu(?:t|vent)|pourr(?:a|ont)),? (?:[a-z',-]+ ){0,6}?[a-z]{2,}(?:er|ir|dre)\\b|(?:possibilite|faculte) (?:est|de|d'|aux)|il est (?:\\w+ ){0,3}(?:accorde|cree|attribue|mis|institue|octroye|donne|decide|convenu|prevu|alloue)|fixee?s? a\\b|ont la possibilite|(?:a|ont|aura|auront) le choix entre|se (?:verront|verra|voit|voient) (?:\\w+ )?(?:accorder|appliquer|allouer|attribuer|octroyer|remettre|rembourser|verser|proposer|offrir|garantir)|est de <|ser(?:a|ont) (?:\\w+ )?formee?s|bonifi",
  ].join('|'),
);

/** Words by which the employer, or both sides, decide: they outweigh a section of demands. */
export const DECIDES = new RegExp(
  `(?:direction|employeur|entreprise|societe|groupe)\\b(?:(?!${UNION})[^.;]){0,60}?\\b(?:accept(?:e|era|ent)|a accepte|conced(?:e|era)|retient(?! comme)|entend (?:\\w+ )?(?:appliquer|verser|mettre en)|consent(?:ira)?|a consenti|acced(?:e|era)|decid(?:e|era)|a decide|s'engage (?:a|d'|sur une? prise)|accord(?:e|era)|octroi(?:e|era)|donne (?:une suite favorable|son accord)|repond favorablement|confirme|maintient|prendra en charge|mettra en place|attribue|a attribue|versera|offre)\\b|les (?:parties|partenaires)[^.;]{0,40}(?:conviennent|convenu|confirment leur accord|s'accordent|decident|actent\\b|arretent\\b)|il (?:a ete|est) (?:\\w+ )?(?:convenu|decide)|un accord a ete (?:conclu|trouve)|(?:rappel|constat|confirm|soulign)\\w* (?:\\w+ ){0,2}?(?:la (?:signature|conclusion)|l'(?:existence|entree en vigueur))(?: \\S+){0,8}? d'un(?:e)? (?:\\w+ )?(?:accord|avenant|plan|charte|regime|dispositif|compte)\\b(?! (?:de branche|national|interprofessionnel))|contre-? ?propos\\w+\\b[^.;]{0,60}, (?:\\w+ ){0,2}?(?:retenue?|acceptee?|validee?|agreee?)s?\\b|(?:rappel|constat|confirm|soulign)\\w* (?:\\w+ ){0,2}?(?:la (?:signature|conclusion)|l'(?:existence|entree en vigueur))(?: \\S+){0,8}? d'un(?:e)? (?:\\w+ )?(?:accord|avenant|plan|charte|regime|dispositif|compte)\\b(?! (?:de branche|national|interprofessionnel))|parties (?:sont|ont) (?:\\w+ )?(?:arrive|parvenu|abouti)\\w* a un accord|[-:>|] (?:(?:accordee?s?|acceptee?s?|validee?s?|\\bok\\b|oui\\b)(?= ?(?:[.:;,(!]|$))|\\bok (?=pour|a |au |des ))|[=-]> ?accord(?= ?(?:[.,;(!]|$))`,
);

/** The employer's answer to the demand above. */
export const ACCEPTS =
  /\b(?:accepte|acceptent|acceptee?s?|accede a|acceder a|repond favorablement|repond positivement|suite favorable|reponse favorable|valide (?:cette|la|ces)|donne son accord|d'accord (?:pour|avec)|un accord a ete (?:conclu|trouve)|contre-? ?propos\w+\b[^.;]{0,60}, (?:\w+ ){0,2}?(?:retenue?|acceptee?|validee?|agreee?)s?\b|demande acceptee|accord de la direction)\b|^\W*(?:(?:(?:la )?direction|reponse(?: de (?:la direction|l'employeur))?) ?: ?)?(?:(?:oui|\bok\b|accord)(?= ?(?:[.,;!(]|$))|(?:oui|\bok|accord) pour\b)|\| ?(?:oui|\bok|accord|accepte)\b/;

/** A list of absences that cost something. */
export const PENALISES =
  /\bpenalisant|absences?[^.;]{0,60}\b(?:exclu|non assimil|ne sont pas assimil|reduisent|n'est pas maintenu|donnent lieu a (?:retenue|abattement))/;

/** What was, and nothing of what is. */
export const WAS =
  /^(?!.*\b(?:est|sont|sera|seront|reste\w*|demeure\w*|(?<!\ban(?:nee)? )passe\w*|portee?s?|beneficie\w*|desormais|maintenu\w*|maintien|continue\w*)\b).*\b(?:(?:etait|etaient) (?:prevue?s?|fixee?s?|accordee?s?|attribuee?s?|versee?s?|mise?s? en place)|prevoyai(?:t|ent)|(?:representai|s'elevai)(?:t|ent) (?:a )?<|(?:nombre|taux|part|duree) (?:moyenne?|global\w*)\b.{0,80} (?:etait|a ete) de)\b/;

/** « Les tarifs de la mutuelle ont augmenté de 3 %. »: why something is given, if it is. */
export const COSTS_MORE =
  /^\W*(?:le|les|la) (?:couts?|prix|tarifs?|cotisations?) (?:de |du |des |d'|a )[^.;,]{0,60} (?:a|ont) (?:\w+ )?(?:augmente|progresse|baisse|evolue)\b(?:[^.;,]|[.,]\d)*[.;]?$/;

/** Named in passing: absences, bases of calculation, documents. */
export const INCIDENTAL =
  /^\W*(?:a titre de comparaison|(?:la concurrence|(?:nos|les|ses|leurs) concurrents)\b|rappels? (?:de la |des |de l')?(?:nao|negociations?)\b[^:.;]{0,20}:|sur (?:les |nos |un total de )?<num:[^>]*> (?:salarie|collaborat|personne)\w*[^.;,]{0,20}, ?(?:seuls? )?<num:)|\b(?:fait|font) le constat qu|\ba permis (?:de |d')(?:\w+ )?(?:deployer|realiser|mener|installer|sensibiliser)\b|\bil (?:a|est) (?:\w+ )?(?:ete )?constate\b|\b(?:a|ont) (?:\w+ )?ete (?:\w+ )?(?:consulte|informe|interroge|sollicite)e?s? (?:sur|de |d'|du |des )|(?<!\b(?:cadres?|maitrise|employes|etam|ingenieurs|techniciens),? (?:et |ou )?)\bassimil(?:e|ees|es|ation)\b(?! cadres?)|(?<!\bdont )sont (?:\w+ )?(?:exclu|comptabilise)|\b(?:hormis|hors(?! (?:primes?|majorations?|heures|production|cadres?|conges? de fin)\b)|a l'exception d[eu]s?|a l'exclusion d[eu]s?|excepte|sauf)\b[^.;]{0,60}(?:absence|conge|maladie|prime)|calcul de (?:la|cette|sa) prime|(?:ne )?(?:reduis|diminu|impact|penalis|entraine)\w*[^.;]{0,40}prime|(?:n'est|ne sont|ne seront|ne sera) pas concern|\bne (?:sont|seront) pas applicables? (?:aux?|pour)\b|\((?:[^(),]{1,40},){1,6}[^()]{0,60}(?:conge|maladie|maternite|parental)[^()]{0,60}\)|n'ouvr\w+ (?:pas|plus) droit|doit etre signataire|penalisant|assiette|comptabilise|periodes? d'absence|absente?s? pour|motifs? d'absence|(?:mettre en (?:place|oeuvre|œuvre)|realiser|lancer) (?:une |des )?(?:actions? de )?(?:communication|information|sensibilisation)s?\b|pas de prorata|non (?:ac)?collee?s? aux?\b|paiement en integralite de la prime|(?:a|ont) ete (?:\w+ )?(?:evoquee?s?|abordee?s?|presentee?s?|partagee?s?|discutee?s?|transmise?s?|communiquee?s?)/;

/** « (hors salariés en congé) », « (au prorata des absences) »: beside what the sentence gives. */
export const IN_BRACKETS = /\((?:hors|hormis|sauf|au prorata|prorata) [^()]*\)/g;

/** « Le montant est de 600 €, modulé selon la présence, à laquelle sont assimilés … »: how the sum is worked out comes behind it. */
export const IN_PROPORTION =
  /^([^.;(]*\b(?:montant|prime|indemnite|allocation|gratification)\b[^.;(<]{0,60}<eur:[^.;(]{0,60}?)(?:\([^()]*\))?\W*(?:module|proratise|calcule|pondere|reduit|au prorata|proportionnel)\w*\b(?!.*: ).*$/;

/** The case of an invented employee (« Monsieur X »), how the text itself is ended or changed, or what an older one was for. */
export const ASIDE =
  /\bavai(?:en)?t (?:\w+ )?pour (?:objet|but|vocation|objectif) de\b|\bpas (?:\w+ )?(?:prevu|envisage)\w* d'y apporter\b|\bn'(?:a|ont) jamais (?:\w+ )?(?:pu|ete)\b|\bpeu(?:t|vent) prendre (?:differentes|plusieurs|diverses) formes\b|\b(?:car|puisque) cette (?:demande|revendication)\b|\bn'appelle(?:nt)? (?:pas|aucune?) (?:d'|de )?(?:observation|remarque|commentaire|modification)|\b(?:a|ont) permis (?:a[^.;]{0,60} )?(?:de |d')(?:aborder|evoquer|discuter|echanger|presenter|faire le point)|\bmesures? discriminatoires?\b.{0,80}\ben matiere de\b|^(?!.*<(?!num)[a-z]+:)(?!.*\b(?:mais|toutefois|qui|dont|desormais|afin|aussi|etend\w*|instaur\w*)\b).*\bne (?:percoi\w+|touchent|recoivent|beneficient) (?:actuellement |aujourd'hui )?(?:pas|aucun\w*)\b|^\W*(?:evolution|repartition|structure|situation|bilan) (?:de l'|des |de nos |de ses )effectifs?\b|\bn'(?:existe|y a) (?:\w+ ){0,2}?pas (?:encore )?(?:de |d')(?:regime|dispositif|plan|prise en charge|systeme|prime|titres?|tickets?|compte|mutuelle|prevoyance|complementaire|restaurant|cantine|creche|abondement)\b|\b(?:n'existe|ne dispose|n'est dotee?|n'est couverte?) (?:\w+ )?(?:pas|aucun\w*) (?:d'|de )?accord|^(?!.*<(?!num)[a-z]+:).*\bne (?:pourront|pourra|peuvent|peut) (?:donc |ainsi )?pas (?:\w+ )?(?:beneficier|pretendre)\b|\bpart des? (?!(?:l')?(?:employeur|entreprise)|la societe)[^.;:]{3,40} (?:dans l'effectif|est de)|\b(?:dans|de) (?:l'effectif|les effectifs)\b[^.;]{0,30}\b(?:est|etait|s'eleve)\b|\bmeme reponse\b|^\W*bilan (?:de l'\w+ |pour )?#year[^:<]{0,20}:|<(?:pct|num):[^>]*> (?:(?:des )?(?:salaries|collaborateurs|effectifs|femmes|hommes) )?ont (?:pris|beneficie|suivi|teletravaille)\b|\b(?:peuvent|pourront|peut|pourra) (?:notamment|par exemple) (?:etre (?:la|le|les|l'|une?|des|d')|consister|prendre la forme)\b|^\W*exemples?(?: (?:n[°o] ?)?\d+)?\W*:|\b(?:monsieur|madame|mme|mr|m\.) [xyz]\b|\b(?:il|elle|accord|avenant|convention|protocole)\b[^.;]{0,60}\bdenonce|\bdenonciation\b[^.;]{0,80}(?:preavis|delai)|preavis de denonciation|^\W*(?:elles?|ils?|(?:les?|des) (?:themes?|negociations?|discussions?|(?:documents?|informations?|donnees) [a-z]+)) port(?:e|ent|ait|aient) (?:notamment )?sur\b/;

/** « Il n’est pas prévu de réviser l’accord »: what stands is left as it is. */
export const NO_CHANGE =
  /\bpas (?:\w+ )?(?:prevu|envisage|souhaite|necessaire|propose)?\w* ?(?:de |d')?(?:reviser|modifier|changer|revoir|faire evoluer|remettre en cause)\b|\bne ser(?:a|ont) pas (?:non plus )?(?:evoque|aborde|traite)e?s?\b/;

/** « L’employeur étudiera une hausse de sa part, actuellement de 2 € »: what is studied is in force. */
export const IN_FORCE =
  /\b(?:actuellement|aujourd'hui|a ce jour|a l'heure actuelle)\b(?: \w+)?(?: de| a| :) <(?:eur|pct)|<(?:eur|pct)[^>]*> (?:actuellement|aujourd'hui|a ce jour)\b/;

/** What opens the case of an invented employee: « Exemple 1 : » */
export const EXAMPLES = /^\W*exemples?\b.{0,20}:\W*$/;

/** How a payment is taxed says nothing of who gets it. */
export const TAX =
  /^\W*(?:la|les|l') ?(?:primes?|indemnites?)\b[^.;<]{0,60}\b(?:est|sont|sera|seront) (?:\w+ )?soumise?s? (?:a|aux) (?:cotisation|l'impot|charges|contribution)|^\W*(?:la|le|les) [^.;<]{3,60}\b(?:n'est pas|ne sont pas|n'est plus|ne sera pas) (?:\w+ )?(?:soumise?s?|assujettie?s?) (?:a|aux) |\bl'exoneration (?:de |des )?[^.;<]{0,40}(?:est|sera) (?:admise|acquise|limitee|plafonnee)|^\W*(?:les sommes|cette|ces|ce|cet|elles?|ils?|la part|la fraction|le montant|l'(?:aide|indemnite|allocation|abondement))\b[^.;<]{0,80}(?:exoner|soumise?s? (?:a|aux) (?:cotisation|l'impot|impot|csg|charges|contribution)|assujetti|imposable|assiette des cotisations)/;

/** A good intention, without measure. */
export const VAGUE =
  /attention (?:toute )?(?:particuliere|supplementaire|speciale|accrue)|s'efforce(?:ra|ront|nt)?\b|autant que possible|permet(?:tent|tra|tront)? de (?:favoriser|promouvoir|contribuer|garantir|renforcer)|dans la mesure du possible/;

/** « Une attention particulière sera portée aux salariés de plus de dix ans d’ancienneté »: whose figure is not that of a measure. */
export const HEEDS =
  /\b(?:port|accord|pret)\w* une attention\b|\battention (?:toute )?[a-z]+ (?:est|sera|soit) (?:\w+ )?(?:portee|accordee|pretee)\b/;

/** Treated like everybody: nothing more than that is given. */
export const EQUAL =
  /\bmemes (?:conditions|actions|droits|possibilites|chances|mesures|regles|criteres|opportunites)\b[^.;]{0,120}\bque (?:l'ensemble|tous|toutes|les autres|le reste|les salaries)/;

/** « L’ouverture des titres aux apprentis, dans les mêmes conditions que les autres salariés »: given to more people. */
export const WIDENS =
  /\b(?:ouverture|extension|elargissement) (?:d|a)|\b(?:ouvre\w*|ouvert\w*|etend\w*|etendue?s?|elargi\w*) (?:\w+ )?(?:a|aux|au)\b/;

/** « La condition d’ancienneté est ramenée à trois mois », « Suppression de la limite d’âge »: more people get it. */
export const EASES =
  /\b(?:(?:condition|seuil|minimum)s? d'(?:anciennete|age)|anciennete (?:minim\w+ )?(?:requise|exigee|necessaire|minim\w+)|limites? d'age)\b[^.;]{0,120}\b(?:est|sont|sera|seront) (?:\w+ )?(?:ramen|redui|abaiss|assoupli|leve|supprim)\w*|^\W*(?:suppression|levee|abaissement|reduction|assouplissement) (?:de la |de l'|de toute |des |du )(?:(?:condition|seuil)s? d'(?:anciennete|age)|anciennete (?:requise|minim\w+)|limites? d'age)\b/;

/** The text does nothing but keep another alive. */
export const PROLONGS =
  /\b(?:parties|convenu|convien\w+|decid\w+)\b[^.;]{0,60}\b(?:prolong|prorog|renouvel|recondui)\w*[^.;]{0,60}\b(?:accord|dispositif|modalites|dispositions|regime|plan)\b/;

/** What stands above goes on: « Les précédentes modalités sont reconduites », « Ce thème est couvert par un accord en vigueur ». */
export const GOES_ON =
  /^\W*(?:(?:les?|la|l'|ces?|cette|cet|ledit) ?)?(?:precedente?s? |memes? |actuelles? |presente?s? )?(?:modalites?|dispositions?|mesures?|dispositifs?|montants?|regimes?|conditions?|taux|participation|accords?|systeme|experimentation|prime|indemnite|aide|garanties?)(?: (?:actuel|existant|en vigueur|en place|applicable|precedent)\w*)?[^.;,]{0,40}\b(?:est|sont|sera|seront|reste\w*|demeure\w*|a ete) (?:\w+ ){0,2}?(?:reconduit|maintenu|renouvel|prolong|inchang|prorog|perennis|en vigueur)|^\W*(?:aucun\w* (?:\w+ )?(?:modification|changement|evolution)s?[^.;]{0,40}(?:apporte|prevu|decide)|(?:l'\w+|la societe|le groupe) (?:est|sont) (?:\w+ )?couvert\w* par un accord sur (?:ces?|cette|les) (?:themes?|sujets?|points?|thematiques?))/;

/** The employer lists what exists, or what is agreed, without a verb: enough under a heading that says so. */
export const VERB =
  /\b(?:est|sont|sera|seront|ont|aura|auront|peut|peuvent|doit|doivent|passe|passera|fixe|porte|verse|prend|s'applique|s'appliquent)\b/;
