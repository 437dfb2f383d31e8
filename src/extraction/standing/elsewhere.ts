import type { Unit } from '../context/units.ts';
import { gated, holds } from '../text/gates.ts';
import * as cues from './cues.ts';
import type { Told } from './told.ts';

/** Sentences that give nothing themselves: what they tell stands, or may one day stand, in some other text or is another's to give. */

const OWN_TEXT = "accords? (?:collectifs? )?(?:d'entreprise|d'etablissement|de groupe)";
/** « Un accord d’entreprise ou d’établissement peut prévoir … », « selon les modalités fixées par accord d’entreprise » */
const BY_OTHER_TEXT = gated(
  new RegExp(
    [
      `(?:^\\W*|\\bqu'|\\b(?:que|et|ou|des|les?|si) )(?:un |une |les? |l'|des )?${OWN_TEXT}(?: ou [^.;,]{3,30}?)?,? (?:peu(?:t|vent)|pourr(?:a|ont)|devr(?:a|ont)|determine(?:nt|ra)?|fixe(?:nt|ra)?|defini(?:t|ssent|ra)) `,
      `\\bpeu(?:t|vent) (?:\\w+ )?(?:etre )?(?:prevu|mis en (?:place|oeuvre)|institu|instaur|cree|defini|fixe|amelior|adapt|amenag|negoci|deroge)\\w*[^.;]{0,60}\\b(?:par|dans|au niveau) (?:un |une |voie d'|de l'|l')?(?:${OWN_TEXT}|(?:chaque |les )?(?:entreprise|etablissement))`,
      `\\b(?:par|selon|dans) (?:les (?:conditions|modalites) (?:\\w+ )?(?:prevu|fixe|defini|determine)e?s (?:par|dans) )?(?:un |l'|les |des )?accords? d'(?:entreprise|etablissement) (?:ou|et/ou) (?:d'|de |l')`,
      '\\b(?:les|chaque|des|aux) (?:entreprises?|etablissements?|employeurs)\\b[^.;,]{0,40}? (?:peu(?:t|vent)|pourr(?:a|ont)) (?:\\w+ )?(?:prevoir|decider|choisir|mettre en (?:place|oeuvre)|definir|determiner|negocier|recourir|conclure)\\b|\\b(?:les|des) (?:entreprises|employeurs) (?:\\w+ ){0,3}?(?:ont|auront) (?:\\w+ ){0,2}?la (?:possibilite|faculte) d',
      '\\b(?:possible|loisible) (?:aux|a toutes les) (?:entreprises|employeurs) de ',
      "\\ba defaut d['e] ?(?:un )?(?:tel )?accord d'(?:entreprise|etablissement)",
    ].join('|'),
  ),
);

/** « Les signataires encouragent les entreprises à … », « Les employeurs sont invités à … »: who is asked may do it or not. */
const ASKS_OTHERS = gated(
  /\b(?:encourag|incit|invit|recommand|preconis|conseill)\w+ (?:\w+ ){0,3}?(?:aux |les |a l'ensemble des |l'ensemble des |leurs )(?:entreprises|employeurs|associations|structures|etablissements|adherents|partenaires sociaux|cabinets|cse|comites)\b|\b(?:entreprises?|employeurs?|structures?|etablissements?|cabinets?)\b[^.;,]{0,80}\b(?:est|sont|seront)(?:-elles|-ils)? (?:\w+ )?(?:encourag|incit|invit)ee?s? a\b|\b(?:ils|elles) (?:les|leur) (?:\w+ )?(?:invit|encourag|incit|recommand)\w+|\bfaire une recommandation\b|\bil (?:est|sera) (?:\w+ )?(?:recommande|preconise|conseille|propose aux entreprises)\b|\b(?:entreprises|employeurs)\b[^.;,]{0,60}\b(?:s'efforceront|veilleront|essaieront)\b/,
);

/** « Lorsqu’un compte est mis en place dans l’entreprise, … », « Si l’employeur décide d’étendre … »: of those that have it. */
const WHERE_IT_EXISTS = gated(
  /^\W*(?:en cas d'(?:existence|application) d'une? |en presence d'une? )|^\W*(?:il en (?:est|va|sera) de meme )?(?:lorsqu'|lorsque |quand |si |s'|dans les (?:entreprises|etablissements) (?:ou|qui|dans lesquel\w+) )(?!le salarie|la salariee|un salarie)[^.;,]{0,80}?\b(?:existe(?:nt)?|(?:est|sont|a ete|ont ete|serait) (?:\w+ )?(?:mise?s? en place|institue?e?s?|instaure?e?s?)|(?:employeur|entreprise|etablissement)s?,? (?:\w+ )?(?:decid\w+|choisi\w*|opt\w+|dispos\w+|met\w*|a mis|possed\w+|sont dotees|est dotee))\b/,
);

/** Who is heard before: « L’employeur consulte les représentants du personnel … », « Le comité est informé de … » */
const HEARS =
  '(?:comites?|cse|cssct|chsct|representants? (?:du|des) (?:personnel|salaries)|instances? representatives?|institutions representatives|delegues?(?: \\w+)?)';
const OF_PROCEDURE = gated(
  new RegExp(
    `^\\W*avant toute (?:decision|mise en|modification)\\b|\\b(?:consult|inform)(?:e|ent|era|eront|er) (?:\\w+ )?(?:le |la |les |l'|son |leur )${HEARS}\\b|^[^.;,]{0,40}\\b${HEARS}\\b[^.;,]{0,40}\\b(?:est|sont|sera|seront) (?:\\w+ )?(?:consulte|informe|saisi|destinataire)e?s?\\b`,
  ),
);

/** Tasks of a body, in the words of the code: it gives nothing itself. */
const TASKS = gated(
  /\bcontribue (?:notamment )?a (?:faciliter l'acces des femmes|l'adaptation et a l'amenagement des postes)\b|^[^.;,]{0,30}\b(?:commission|observatoire|opca|opco|cpne\w*|section paritaire|conseil (?:de gestion|paritaire))\b[^.;,]{0,60} (?:a pour (?:mission|objet|role|but)|est chargee? d|propose\w* des|examin\w+|etudi\w+)/,
);

/** The fund that firms pay for training gives, not the employer. */
const FUNDED = gated(
  /^(?!.*\b(?:l'employeur|l'entreprise|la societe|la direction|l'association) (?:\w+ )?(?:prend|finance|complete|verse|accorde|abonde)).*\b(?:opca|opco|france competences|fpspp|fongecif|transitions? pro|cpnef\w*)\b[^.;]{0,160}\b(?:financ\w+|pri(?:se?|t|ses) en charge|prend en charge|dedie\w*|affect\w+|mutualis\w+|contribue\w*|collect\w+)|\b(?:financee?s?|prise?s? en charge) par (?:l'|les )?(?:opca|opco|fongecif)\b/,
);

/** « La part des temps partiels a été multipliée par deux », « 68 % des emplois sont plus souvent occupés par … »: counted, and not given. */
const COUNTED = gated(
  /\b(?:proportion|part|nombre|niveau|taux) d(?:e|es|u|') ?[^.;]{0,100}\b(?:a|ont) (?:\w+ )?(?:ete multiplie|evolue|progresse|recule|baisse|diminue)\w*|\b(?:est|sont|apparait|apparaissent) (?:\w+ )?(?:plus souvent|moins souvent|(?:tres )?(?:majoritaire|minoritaire)s?(?:ment)?)\b|\bentre #year et #year\b[^.;]{0,40}\b(?:multipli|hausse|baisse|progress)|\bla baisse de l'activite\b|\bon (?:denombre|recense)\b|\bsondage\b|\btaux d'emploi d[^.;]{0,80} est (?:en #year )?de\b|\bproportion d[^.;]{0,80} est (?:de|d'environ)\b/,
);

/** « la liste des avantages offerts par l’entreprise d’accueil au stagiaire »: no staff of this employer’s. */
const OF_TRAINEES = gated(
  /\bstagiaires?\b[^.;]{0,200}\b(?:entreprise|organisme) d'accueil\b|\b(?:entreprise|organisme) d'accueil\b[^.;]{0,100}\bstagiaires?\b/,
);

/** Lines of what an insurer pays, which the employer does not. */
const INSURED = gated(
  /(?<!<)\b(?:br|brss)\b|\bpmss par (?:an|jour|enfant|acte|beneficiaire)\b|\bbase de remboursement|\btarifs? de (?:convention|responsabilite)|\btickets? moderateur|\bfrais reels|\bremboursements? (?:de|par) la (?:ss|securite sociale)|(?<!paternite |maternite |adoption )\bpris\w* en charge par la (?:ss|securite sociale)|\bsecteur (?:non )?conventionne|\bpar (?:assure|participant)\b|\bparticipants?\b[^.;]{0,60}\bgaranti/,
);
/** What it costs, and who pays that, stands beside them. */
const OF_COST = /\b(?:cotis\w+|employeur|entreprise|patronale|salariale)/;

/** How a text is written or extended (« L’article 3 est renommé », « étendu sous réserve de … »), what it leaves to others, who may stay out. */
const OF_WORDING = gated(
  /\bfaculte de (?:refuser|ne pas adherer)\b|\bdispenses? d(?:'|e l')(?:affiliation|adhesion)\b|\b(?:est|sont) (?:\w+ )?(?:renomme|renumerote|redenomme)e?s?\b|\betendue?s? sous reserve\b|\bbenefici\w+ d'un credit d'impot\b|\bne (?:font|fait|feront|fera) pas obstacle\b|\bne (?:doi|peu)(?:t|vent|vent) pas avoir pour effet\b|\bil est (?:insere|ajoute) (?:le|les) mots?\b|\b(?:est|sont) (?:\w+ )?remplacee?s? par (?:les mots|le point|la mention|les termes|l'expression|la phrase)\b|\b(?:mots|mention|termes) ?:[^.]{0,300}\b(?:est|sont) (?:supprim|insere|ajoute)/,
);

/** Why a sentence gives nothing, whatever it decides; null when it may. */
export function givenElsewhere({ intro }: Unit, own: Told): string | null {
  if (own.says(cues.ASIDE) || cues.EXAMPLES.test(intro?.plain ?? '')) return 'cue:aside';
  if (own.says(cues.WAS)) return 'cue:was';
  if (own.says(WHERE_IT_EXISTS)) return 'cue:where-it-exists';
  if (own.says(BY_OTHER_TEXT)) return 'cue:by-other-text';
  if (own.says(ASKS_OTHERS)) return 'cue:asks-others';
  if (own.says(COUNTED)) return 'cue:counted';
  if (own.says(OF_TRAINEES)) return 'cue:trainees';
  if (own.says(INSURED) && !OF_COST.test(own.text)) return 'cue:insured';
  if (own.says(OF_WORDING)) return 'cue:wording';
  if (own.says(FUNDED) || (intro && (holds(intro, FUNDED) || holds(intro, TASKS)))) return 'cue:other-payer';
  return own.says(OF_PROCEDURE) || own.says(TASKS) ? 'cue:procedure' : null;
}
