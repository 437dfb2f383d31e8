import type { Unit } from '../context/units.ts';
import type { CompiledBenefit } from '../patterns/compile.ts';
import { STARTS_ACTION } from '../text/blocks.ts';

/** Lines without verb: an action in an infinitive or a noun, which the text decides or somebody wishes. */

export const INFINITIVE =
  /\b(?:augmenter|elargir|passer|porter|mettre en place|revaloriser|instaurer|creer|accorder|attribuer|obtenir|etendre|supprimer|remplacer|ajouter) /;
export const startsInfinitive = (unit: Unit): boolean =>
  /^[\W\d]*(?:augmenter|elargir|passer|porter|revaloriser|instaurer|obtenir|octroyer|garder|maintenir|revoir|offrir|harmoniser|etendre|supprimer|remplacer|ajouter) /.test(
    unit.plain,
  );
/** « Poursuivre les achats auprès des ESAT », « Former les tuteurs »: a step of a policy, not a wish of the other side. */
export const STEP =
  /^[\W\d]*(?:(?:de |d')?(?:poursuivre|developper|renforcer|recourir|former|designer|nommer|organiser|amenager|adapter|promouvoir le recours)) /;
/** « Mesure n° 8 : mise en place de l’horaire individualisé »: the text numbers what it decides. */
export const MEASURE = /^\W*mesure (?:n ?[°o]? ?)?\d{1,2}\b\W*/;
export const isAction = (unit: Unit): boolean =>
  STARTS_ACTION.test(unit.plain.replace(MEASURE, '').replace(/^[\W\d]+/, '')) || INFINITIVE.test(unit.plain);

/** « Horaires variables : maintien du dispositif actuel », « Maintien du taux actuel »: what stands goes on. */
const KEPT =
  /^[^:.;]{4,60} ?: (?:maintien|reconduction|poursuite|prolongation|renouvellement|perennisation) (?:de |du |des |d')|^\W*(?:maintien|reconduction|poursuite) (?:du|de la|des|de l') ?(?:taux|dispositif|regime|bareme|niveau|montant|participation|repartition|systeme|accord|prime|prise en charge)s? [^.;]{0,60}\b(?:actuel\w*|appliquee? en|existante?s?|en vigueur|en place)\b|^\W*(?:poursuite|prolongation) (?:du|de la|des|de l')/;
export const isKeptAsIs = ({ plain, mode, isInWishList }: Unit): boolean =>
  mode === 'neutral' && !isInWishList && KEPT.test(plain);

const LABELLED_ACTION = /^[^:.;]{2,40} ?: (?:augmentation|revalorisation|hausse|passage|mise en place) /;
/** « Passage du titre de 7 à 8 € à compter du 1er novembre »: who only wishes names no day. */
export const isDatedAction = (unit: Unit, text: string, { granted }: CompiledBenefit): boolean =>
  unit.mode === 'neutral' &&
  !unit.isInWishList &&
  (isAction(unit) || LABELLED_ACTION.test(unit.plain)) &&
  (/<(?:eur|pct|split|day)|#inc/.test(text) || SETS_UP.test(unit.plain) || (granted?.test(text) ?? false)) &&
  /\b(?:a compter|a partir|avec effet|a effet|applicable|des le|avant le|effecti\w+|au)\b[^.;<]{0,15}#date/.test(
    text,
  );

/** « Mise en place de titres-restaurant à compter du 1er avril »: what is set up needs no figure beside its day. */
const SETS_UP =
  /^[\W\d]*(?:mise en place|instauration|creation|attribution|generalisation|ouverture|extension|elargissement) (?:d'|de |du |des )/;

/** Under a heading « Article … » an action is what the article decides; under a bare number it may be a wish. */
export const isInArticle = (unit: Unit): boolean =>
  unit.headings.some((heading) => /^\W*(?:article|titre|chapitre|mesure)\b/.test(heading.plain));

/** « 6. Prime de vacances » above « Augmentation de la prime de 750 € à 900 € »: wishes have no numbered title each. */
export const isNumbered = ({ headings }: Unit, owner: number, text: string): boolean => {
  const title = headings.at(-1);
  return !!title?.article && title.owners.has(owner) && /<(?:eur|pct|day|split)/.test(text);
};

/** « Vaccination proposée gratuitement », « Prime de vacances portée à 600 € »: the line opens with what is given. */
const GIVEN =
  /^[^.;,:(]{0,40}\b(?:portee?s?|fixee?s?|maintenue?s?|reconduite?s?|renouvelee?s?|offerte?s?|proposee?s?|prise?s? en charge|accordee?s?|attribuee?s?|octroyee?s?|financee?s?|organisee?s?)\b/;
export const givesAtOnce = ({ plain, hits }: Unit, owner: number): boolean =>
  hits.some(
    (hit) =>
      hit.owner === owner &&
      /^\W*(?:mesure[^a-z]* ?(?:n ?[°o])?[^a-z]*)?(?:(?:la|le|les|l'|une?|des) ?)?$/.test(
        plain.slice(0, hit.start),
      ) &&
      GIVEN.test(plain.slice(hit.end)),
  );

/** « Prise en charge de 50 % du coût (plafond 1 500 €) sur justificatif »: who only wishes sets no limit and asks for no proof. */
export const isConditioned = (text: string): boolean =>
  /<(?:eur|pct|day|hour|split)|#inc/.test(text) &&
  /\b(?:plafon\w*|dans la limite|sur presentation|justificatifs?|sous (?:reserve|condition)|a condition|en cas de|au prorata|voir #ref)(?!\w)/.test(
    text,
  );

/** « Prise en charge de 60 % de la cotisation à compter de mars, pour tous les salariés. »: a wish is a line without final stop. */
export const isWholeSentence = ({ plain }: Unit, text: string): boolean =>
  plain.length >= SENTENCE_MIN &&
  /(?:[a-z€)%]|\b20\d\d)\.$/.test(plain) &&
  (GIVES.test(plain) ? /<(?:eur|pct|day|hour|minute|split)/ : /: ?<(?:eur|pct|day|hour|minute|split)/).test(
    text,
  );
const GIVES = /^[\W\d]*(?:prise en charge|remboursement|paiement|versement|attribution|octroi)\b/;
const SENTENCE_MIN = 50;

/** « Article 4 – Reconduction du forfait »: the title alone says that it goes on; a line of contents ends with its page. */
export const GOES_ON_TITLE =
  /^[\W\d]*(?:(?:article|mesure) [\d.]+\W*)?(?:(?:reconduction|poursuite|prolongation|perennisation) (?:du|de la|des|de l')|(?:reconduire|poursuivre|prolonger|perenniser) (?:a titre \w+ )?(?:la|le|les|l')(?![^.;]*\bnegociation))(?!.*\d\W*$)/;
