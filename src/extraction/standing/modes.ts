import { gated } from '../text/gates.ts';
import type { Opened } from '../text/gates.ts';
import * as cues from './cues.ts';
import { OPENERS } from './openers.ts';
import { AS_IN_BRANCH, EMPLOYER, UNION } from './words.ts';

/**
 * What the lines under a heading or an introduction are: demands of unions, answers of the employer, what was agreed, what was
 * refused, subjects of a coming negotiation, absences that count for something else, definitions, reminders.
 */
export type Mode =
  | 'neutral' | 'demand' | 'offer' | 'agreed' | 'refused' | 'agenda' | 'incidental' | 'definition' | 'preamble' | 'law'; // prettier-ignore

/** « La Direction a fait les dernières propositions suivantes : », but not « en réponse au syndicat, la Direction … ». */
const ANSWERS = `(?:^|[,;] ?)\\W*(?:(?:le|la|l'|de son cote|quant a elle|en reponse|par ailleurs|ainsi|enfin),? ?){0,3}(?:direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque)\\b(?:(?!${UNION})[^.;:]){0,40}?\\b`;

const RULES: [Mode, RegExp][] = [
  // « Les partenaires sociaux ont décidé de porter la négociation sur les thèmes ci-dessous : »
  [
    'demand',
    /\bport\w+ (?:la |les |leurs? )?(?:negociations?|discussions?|debats?) sur (?:les? )?(?:themes?|points?|sujets?)\b/,
  ],
  // « … leur accord de principe sur la signature des accords suivants : »: none of them is signed.
  [
    'demand',
    /\baccords? de principe (?:sur|pour|quant a) (?:la |l'|une )?(?:conclusion|negociation|ouverture|redaction|signature)\b/,
  ],
  // « Sujets reportés à 2024 : »
  [
    'demand',
    /^\W*(?:article )?[\d.]*\W*(?:les )?(?:sujets?|points?|themes?|mesures?|demandes?|revendications?) (?:\w+ )?(?:report|differ|renvoy|ajourn)ee?s?\b/,
  ],
  // « … ont engagé les thèmes suivants lors de la réunion : »
  ['demand', /\b(?:engage|aborde|demande)\w* les (?:themes?|points?|sujets?) suivants?\b/],
  // « Résultat de la négociation », « Conclusions : »: the demands are over; what follows says by itself what became of them.
  ['neutral', /^\W*(?:\d[\d.]*\W*)?(?:resultats? (?:de la|des|de ces) negociations?|conclusions?)\W*$/],
  ['law', new RegExp(AS_IN_BRANCH)],
  ['definition', /(?<!modalites de )\bdefinitions?\b|notions? suivantes|on entend par|lexique|glossaire/],
  // « Bilan de l’année 2022 »: what was counted, and not given.
  [
    'incidental',
    /^\W*(?:article )?[\d.]*\W*(?:bilan (?:de l'annee|(?:19|20)\d\d|chiffre|social)|donnees chiffrees|chiffres cles|diagnostic\W*$)/,
  ],
  ['preamble', /^(?:\W*(?:article )?\d*\W*)?(?:preambule|expose prealable|contexte)\b/],
  // « Sont abandonnés à cette date : », « Il est mis fin aux usages suivants : »
  [
    'refused',
    /^(?!.*\b(?:remplac|substitu|redig|modifi|limite|condition|carence|disposition|paragraphe|alinea|articles?)).*(?:^\W*(?:en consequence,? |ainsi,? |de ce fait,? )?(?:sont|seront|ont ete) (?:\w+ ){0,2}(?:abandonn|supprim|denonc|abrog)e+s\b|\b(?:usages?|avantages?|primes?|indemnites?|engagements? unilateraux)\b[^.;:]{0,80}\b(?:sont|seront|ont ete) (?:\w+ ){0,2}(?:abandonn|supprim|denonc|abrog)e+s\b|\b(?:met(?:tent)?|mis) (?:un terme|fin) (?:a l'ensemble de ces |a l'ensemble des |aux? )(?:\w+ ){0,2}(?:usages?|avantages?|primes?|indemnites?|engagements?)\b|\b(?:usages?|avantages?|primes?|indemnites?)\b[^.;:]{0,80}\bcess(?:ent|eront) (?:de s'appliquer|d'etre|d'exister|de produire))[^.;]{0,120}:\W*$/,
  ],
  // « L’année 2022 a permis de déployer plusieurs actions : »: done, and not given.
  [
    'incidental',
    /\ba permis (?:de |d')(?:\w+ )?(?:deployer|realiser|mener|installer|sensibiliser)\b[^.;]*:\W*$/,
  ],
  [
    'incidental',
    /(?:n'est|ne sont|n'est donc|ne sera|ne seront) pas (?:due?s?|versee?s?|attribuee?s?|accordee?s?|applicables?)\b[^.]{0,60}:\W*$|assimil|penalisant|comptabilise|temps de presence|(?<!\b(?:hors|en dehors) (?:du|de leur|des) )temps de travail effectif|calcul de (?:la|cette) prime|sont exclus|considere\w* comme (?:etant )?(?:present|du temps)|(?:ne sont|n'est) pas (?:pris|concern|decompt|penalis)|periodes? (?:de suspension|d'absence)|pour la determination|absences? (?:suivant|non penal|prises en compte)|neutralis|(?:a l'exception|a l'exclusion|exception faite) (?:de|des|du)? ?:\W*$/,
  ],
  [
    'refused',
    /\bne (?:donn|acced|souscri|repond)\w+ (?:\w+ )?pas (?:\w+ )?(?:suite )?(?:favorablement )?aux (?:demandes|revendications|propositions|points|mesures) (?:suivante?s|ci-(?:apres|dessous))|(?:points?|demandes?|revendications?|propositions?|themes?|mesures?|sujets?|dispositions?).{0,40}(?:de desaccord|non (?:retenu|accept|accord|valid|satisfait)|refus|rejet|non satisfait|sans suite|ne (?:pouv|peu|pourr|saur)\w+ (?:pas )?(?:faire l'objet d'un accord|etre (?:retenu|satisfait|accept))|n'(?:ont|a|ayant) pas (?:ete retenu|abouti|fait l'objet))|n'(?:ont|a|avons) (?:pas )?(?:pu )?(?:about\w+|trouv\w+|parven\w+|permis)[^.;]{0,60}accord|(?:absence|faute|defaut|sans) d'accord sur|pas (?:ete )?(?:trouve d'|d'|fait l'objet d'un )accord (?:sur|concernant)/,
  ],
  [
    'offer',
    new RegExp(
      `\\b(?:reponse|position|proposition|engagement|decision|contre-?proposition)s?.{0,40}(?:direction|employeur|entreprise|societe|association|fondation|cooperative|clinique)|^\\W*pour (?:la |l')(?:direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque)\\W*$|${ANSWERS}(?:fait|fit|formule|presente|emis|soumis|remis|avance)\\w*(?:(?!${UNION})[^.;:]){0,60}\\bpropositions?\\b|${ANSWERS}propos(?:e|ait)(?:(?!negoci|discu|etudi|reflexi|ouvrir|agenda|calendrier)[^.;:]){0,60}:\\W*$`,
    ),
  ],
  [
    'agenda',
    /convien\w+[^.;:]{0,60} (?:de |d')(?:negocier|discuter|etudier|se revoir|ouvrir|engager)|pour(?:ra|ront|rait|raient) (?:\w+ )?etre (?:discut|etudi|abord|examin|envisag)|poursui\w+ (?:les |des |leurs |nos )?(?:echanges|discussions)|(?:ouvr\w+|engag\w+) (?:le|un) debat|themes? qui (?:feront|seront)|(?:ouvr\w+|engag\w+|entam\w+) (?:\S+ ){0,4}?(?:negociation|discussion)s? (?:\S+ ){0,3}?(?:sur|portant|suivant)|ordre du jour des|(?:sujets?|themes?) suivants? (?:seront|feront|seraient)|(?:seront|feront) (?:\S+ ){0,3}(?:abord|negoci|discut|etudi|l'objet de negociation)/,
  ],
  [
    'agreed',
    /(?:propositions?|mesures|dispositions|points)\b[^.;:]{0,20}\b(?:ont ete|sont) (?:\w+ )?(?:approuv|accept|retenu|valid|adopt|agre)|parvenue?s? a (?:l'|un |cet )?accord|(?:a|ont) (?:\w+ )?(?:pu )?abouti\w* a un accord|(?:negociations|discussions) se sont (?:terminees|achevees|conclues) sur|(?:direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque)[^.;:]{0,80}\b(?:s'accordent|s'entendent|se sont (?:accord|entend|mis))|\baccord suivant|(?:mesures?|dispositions?|points?).{0,40}(?:retenu|convenu|accept|accord|adopt|actee?|decid|appliqu|unilateral|mises? en (?:place|oeuvre|œuvre))|accord (?:final|conclu)|negociations? conclues?|(?:ont|a pu etre|a ete|avons|ayant) (?:\w+ )?trouve (?:un|cet) (?:accord|terrain|compromis)|(?:accord|terrain d'entente|compromis)[^.;]{0,20} (?:a pu etre|a ete|est) trouve|positions? (?:finales?|definitives?) et decisions?|les parties .{0,30}(?:conviennent|convenu|s'accordent|decident|s'entendent|arrete)|il (?:a ete|est) (?:convenu|decide|accorde|arrete|acte)|(?:direction|societe|entreprise|employeur|association|fondation|cooperative|office|etablissement|clinique|banque)[^.;]{0,30}\b(?:convient|decide|s'engage|accepte|accorde)\b|actions (?:suivantes|mises|realisees)|mesures suivantes|s'engage/,
  ],
  [
    'agenda',
    /^(?:article \d+\W*|\d[\d.]*\W*)?(?:etude|reflexion|engagement (?:d')?ouverture)\b|(?:ouvr\w+|engag\w+|entam\w+|reprise|ouverture|poursui\w+) (?:\w+ ){0,3}(?:de |des |d'une? |les )?(?:negociation|discussion)|themes? (?:aborde|obligatoire|de (?:la )?negociation)|ordre du jour|calendrier (?:des|de) (?:negociation|reunion)|(?:sujets?|themes?|points?) (?:aborde|evoque|discute)|^(?!\W*(?:article|titre|chapitre|partie|bloc|\d[\d.]*\W)).*negociations? (?:\w+ ){0,3}(?:sur|portant|relative)/,
  ],
  [
    'demand',
    new RegExp(
      `^\\W*(?:pour (?:le syndicat|l'organisation syndicale|la delegation syndicale)\\b(?!.*\\b(?:represent|delegue|monsieur|madame))[^:,;]{0,20}:?|syndicat\\b[^:,;a-z]{0,6}:)\\W*$|\\betats? (?:final |dernier )?(?:des|de leurs|respectif des) (?:dernieres )?(?:propositions|positions|demandes)\\b(?!.*(?:appliqu|retenu|accept|convenu|adopt))|revendication|^\\W*reclamations?\\b|cahier de|pistes? (?:envisagee?s?|proposee?s?) par (?:la delegation|les? delegue|les? syndicat|les? organisation|la cgt|la cfdt)|plateforme revendicative|\\brequetes?\\b|doleances|(?:demande|proposition|souhait|attente)s?.{0,60}${UNION}|${UNION}.{0,100}\\b(?:demand|propos|revendiq|souhait|formul|presente|sollicit|suivant)|^\\W*(?:\\d+\\W+)?(?:liste des |autres? )?(?:demandes|questions|souhaits|attentes|revendications)\\b|(?:demandes|propositions) (?:suivantes|initiales)`,
    ),
  ],
  ['offer', new RegExp(`${EMPLOYER}.{0,60}(?:propos|repond|accepte|decide|accorde|a fait)`)],
  [
    'law',
    /\brappels? (?:conventionnel|legal|legaux|reglementaire)s?\b|rappel (?:de|du|des) (?:la loi|cadre|dispositions?|obligations?|principe)|cadre (?:legal|juridique|reglementaire)|(?:dispositions|obligations) legales|^\W*(?:ccn|convention collective(?: nationale)?)\b[^.;:]{0,50}:?\W*$/,
  ],
];

/** Names of a part of the agreement when nobody demands; inside a list of demands, of a part of that. */
const WEAKLY_AGREED = /autres mesures|mesures (?:sociales|salariales|complementaires)/;
/** Who signs is no speech. */
const SIGNATORY =
  /\brepresentee?s? par\b|\brepresentee?s? respectivement|d'une part\b|d'autre part\b|ci-apres (?:denomm|design)|^\W*(?:et |entre )?(?:les |l')?(?:organisations?|delegations?|syndicats?)(?: [a-z']+){0,6} suivante?s?\W*$/;

[SIGNATORY, WEAKLY_AGREED, ...[...OPENERS, ...RULES].map(([, pattern]) => pattern)].forEach(gated);

/** Mode that a heading, or a line ending with a colon, opens; null when it opens none. `isSaid`: only of the list right below it. */
export function modeOf(
  plain: string,
  opened: Opened,
  isInDemands: boolean,
): { mode: Mode; rule: string; isSaid?: true } | null {
  const text = plain.slice(0, 400);
  if (opened.matches(SIGNATORY, text) && !/\bdemand|\brevendi|\bconvenu|\bpropos/.test(text)) return null;
  for (const [mode, pattern] of OPENERS)
    if (opened.matches(pattern, text))
      // What the law gives is told in one list: the sub-title below it is the text's own.
      return { mode, rule: `section:${mode}`, ...(mode === 'law' && { isSaid: true }) };
  for (const [mode, pattern] of RULES)
    if (opened.matches(pattern, text)) return { mode, rule: `section:${mode}` };
  if (!isInDemands && opened.matches(WEAKLY_AGREED, text)) return { mode: 'agreed', rule: 'section:agreed' };
  const mode = plain.endsWith(':') ? modeSaid(text, opened) : null;
  return mode && { mode, rule: `section:${mode}`, isSaid: true };
}

/** « La Direction n’entend pas donner suite à : »: what a whole sentence would say of one thing, an opener says of its list. */
function modeSaid(text: string, opened: Opened): Mode | null {
  const says = (pattern: RegExp): boolean => opened.matches(pattern, text);
  if (TURNS.test(text)) return null;
  if (says(cues.DECIDES)) return null;
  if (!SPOKEN.test(text)) return null;
  if (says(cues.REFUSES) && !cues.REFUSES_ONE_EMPLOYEE.test(text)) return 'refused';
  if (says(cues.DEMANDS) || says(cues.STUDIES)) return 'demand';
  return null;
}
/** Of what is negotiated, and not of whom a clause covers. */
const SPOKEN =
  /\b(?:direction|employeur|entreprise|societe|association|fondation|cooperative|clinique|parties|partenaires|syndica\w*|delegations?|delegues?|elus|nous|demandes?|revendications?|propositions?|negociations?|discussions?|reunions?|points?|sujets?|themes?)\b/;
/** What stands below is not all of one kind, or a case of its own. */
const TURNS =
  /\b(?:mais|toutefois|neanmoins|en revanche|cependant|sauf|hormis|excep\w+|en cas|lorsqu\w*|si (?:le|la|l'|les|un)|salariee?s? qui|accepte\w*|accorde\w*|afin|pour)\b/;

/** « Demandes conjointes : FO / UNSA » */
const DEMANDERS = new RegExp(
  `^\\W*(?:demandes?|revendications?|propositions?|souhaits?)\\b[^:.;]{0,40}(?::? ?)(?:${UNION}[\\s/,&+.-]*(?:et )?){1,4}$`,
);
/** « 2e scénario », « Hypothèse B »: one of several offers. */
const ONE_OF_MANY =
  /^\W*(?:\d ?(?:er|ere|e|eme|ieme|nd|nde)? )?(?:scenario|hypothese)s?(?: (?:n ?[°o] ?)?[a-d\d])?\W*$/;

/** Mode of a line without colon that is a label all the same; null for any other line. */
export const modeOfBareLabel = (plain: string): Mode | null =>
  plain.length <= 90 && (DEMANDERS.test(plain) || ONE_OF_MANY.test(plain)) ? 'demand' : null;

/** The whole document is a record of disagreement: nothing in it is agreed unless the employer decides it alone. */
export function isDisagreement(plainStart: string): boolean {
  const title = plainStart.slice(0, TITLE_LENGTH);
  // « … conformément au protocole de désaccord du 27 janvier » in the preamble of an agreement.
  if (/^[\W\d]*(?:projet d')?(?:accord|avenant)\b/.test(title.trim()) && !DISAGREEMENT.test(title))
    return false;
  return DISAGREEMENT.test(plainStart) || (ENDED.test(plainStart) && !SETTLED.test(plainStart));
}

const TITLE_LENGTH = 220;
const DISAGREEMENT = /(?:proces[- ]verbal|\bpv\b|constat|protocole) de (?:des-?accord|non[- ]accord|carence)/;
/** Minutes of how a negotiation ended: without agreement, unless they say otherwise. */
const ENDED = /(?:proces[- ]verbal|\bpv\b|constat|protocole) de fin de negociation/;
const SETTLED =
  /(?:mesures|dispositions|points) (?:suivante?s|ci-(?:apres|dessous)) (?:ont ete|sont) (?:\w+ )?(?:arrete|conven|decide|retenu|adopte)e?s?|(?:il (?:a ete|est)|(?:sont|ont)) (?:\w+ )?conven\w+|(?:parvenu|abouti)\w* a un accord|accord (?:a ete|est) (?:trouve|conclu|intervenu)/;
