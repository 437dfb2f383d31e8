import { rootOf } from '../context/articles.ts';
import { names } from '../context/naming.ts';
import { WHO_LISTED, leavesSomeOut } from './conditions.ts';
import type { Cluster } from '../clusters.ts';
import { haveSameTitle } from '../context/units.ts';
import type { Unit } from '../context/units.ts';
import type { Candidate } from '../standing/responses.ts';
import { gated, holds } from '../text/gates.ts';
import { once } from '../text/once.ts';

const NEAR_MAX = 3;

/** « Ce dispositif concerne toutes les catégories, hormis les cadres. »: as long as nothing else is spoken of. */
const WHOM = gated(
  /^\W*(?:ce|cet|cette|ces|elles?|ils?)\b[^.;]{0,30}\b(?:concern\w+|benefici\w+|s'appliqu\w+|s'adress\w+|(?:est|sont|sera|seront) (?:reserve|ouvert|offert|possible|subordonnee?|soumis|conditionnee?)e?s?)\b/,
);

/** « Ayant au moins un an d’ancienneté » */
const HOW_LONG = gated(/^\W*(?:ayant|avoir|justifi\w+)\b[^.;]{0,40}\banciennete\b/);

/** « Les règles d’attribution de cette prime sont les suivantes : » */
const CONDITIONS = gated(
  /\b(?:cette|cet|ces|ce|la) [^.;]{0,60}\bconditions?\b|\bregles d'attribution de (?:cette|la)\b/,
);
const CONDITIONS_MAX = 6;

/** « 2-2 : Apprentissage » opens another subject even where it is no heading. */
const NUMBERED_TITLE = /^\W*(?:article \d|\d{1,2}(?:[-.]\d{1,2})+\.? ?[:–-] ?[a-z])/;

/** « La Direction s’engage à négocier un nouvel accord »: what will be in it is none of what is granted. */
const ANNOUNCED = gated(/\bs'engage(?:nt)? a (?:\w+, )*(?:etudier|negocier|conclure|signer)\b/);

/** « L’enveloppe des augmentations (hors alternants) … »: of pay, and not of what stands above. */
const OF_PAY = gated(
  /\b(?:benefici|percev|recev)\w+ (?:donc |egalement )?d'une augmentation (?:generale|individuelle|de|du)\b|^[^.;]{0,60}\b(?:augmentations? (?:generales?|individuelles?|de salaires?|des (?:salaires|ouvriers|etam|cadres|employes))|(?:aux|par (?:les|ces)) augmentations|cette augmentation de \d[\d.,]* ?%)/,
);

/** « Tickets-restaurant : … » – « Progression de carrière après 10 ans : … »: each line is about what it names first. */
const LABEL = /^\W*[a-z][^:;.]{4,90}? : ?\S/;
const OF_SAME =
  /^\W*(?:les |la |le )?(?:beneficiaires?|conditions?|montants?|modalites?|duree|anciennete|salaries?|personnels?|collaborateurs?|cadres?|non[- ]cadres?|ouvriers?|etam|employes?|part|taux|base|valeur|repartition|versement|date|eligib\w+|pour|apres|des|entre|jusqu|plus|moins|de|a|\d+)\b/;

/** Sentences that follow those of the benefit at once: one that speaks of another benefit ends what is said of this one. */
export function nextTo({ candidates, following }: Cluster): Unit[] {
  const reached = new Set(candidates.flatMap(({ unit, response }) => [unit.index, response?.index]));
  const sorted = following.toSorted((a, b) => a.index - b.index);
  const isLabelled = candidates.some(({ unit }) => LABEL.test(unit.plain));
  const ahead = sorted.findIndex(
    (one) =>
      holds(one, ANNOUNCED) ||
      holds(one, OF_PAY) ||
      (isLabelled && LABEL.test(one.plain) && !OF_SAME.test(one.plain)),
  );
  return sorted
    .slice(0, ahead < 0 ? undefined : ahead)
    .filter(
      ({ index, plain }) =>
        reached.has(index) || (reached.has(index - 1) && !NUMBERED_TITLE.test(plain) && reached.add(index)),
    )
    .filter((one) => !holds(one, OTHER_CASE))
    .filter((one, i) => i < NEAR_MAX || holds(one, WHOM) || holds(one, HOW_LONG));
}

/** « Pour les salariés entrés depuis décembre et qui auront un an d’ancienneté, … »: what those get besides. */
const OTHER_CASE = gated(
  /^\W*pour (?:les|ceux|celles) (?:salaries |collaborateurs )?(?:ayant|entres|embauches|recrutes|arrives|integres|qui (?:sont|ont|auront|auraient))\b/,
);

/** The items of a list of conditions that one of `near` opens. */
export function conditionsUnder(units: readonly Unit[], near: readonly Unit[]): Unit[] {
  return near
    .filter((one) => one.plain.endsWith(':') && holds(one, CONDITIONS))
    .flatMap(({ index, end }) =>
      units
        .slice(index + 1, index + 1 + CONDITIONS_MAX)
        .filter((unit) => unit.intro?.end === end && !near.includes(unit)),
    );
}

/** « Cette prime est versée selon les conditions suivantes : » */
const CONDITIONS_OPEN = /\bselon les (?:\w+ )?conditions (?:\w+ )?suivantes\W*:\W*$/;
const ABOVE_MAX = 10;

/** The items above a grant that stands in the list of its conditions: « Le montant maximum est fixé à 300 €. » */
function conditionsAbove(units: readonly Unit[], { index, intro, headings }: Unit): Unit[] {
  const title = headings.at(-1);
  const opener = [intro, title].find((line) => line && CONDITIONS_OPEN.test(line.plain));
  if (!opener) return [];
  return units
    .slice(Math.max(0, index - ABOVE_MAX), index)
    .filter((one) => one.intro?.end === opener.end || one.headings.at(-1)?.start === opener.start);
}

const LISTED_ABOVE = 6;
/** « Montant : 900 € » – « Éligibles : » – « Salariés dont la rémunération est inférieure à … » */
const WHO_LABEL = gated(/^\W*(?:salaries |personnels? |collaborateurs )?eligibles?\W*:\W*$/);
const ALL = /\b(?:tous|toutes|ensemble|chaque|tout)\b/;
const LABEL_WITHIN = 4;
/** Sentences on both sides of a grant among which its article may list who is covered under a title of its own. */
const LISTED_WITHIN = 14;
const WHO_TITLE = /\b(?:beneficiaires?|eligib\w+|concernee?s?)\b/;

/** « La prime est attribuée aux salariés dont la rémunération est inférieure à 3 SMIC » */
const BY_PAY = gated(
  /\b(?:attribuee?s?|versee?s?|beneficie\w*|beneficiaires?|eligibles?)\b[^.;]{0,160}\b(?:remunerations?|salaires?)\b(?:[^.;]|\.(?=\d)){0,220}\binferieur/,
);

const opensList = (one: Unit): boolean => holds(one, WHO_LISTED) && /:\W*$/.test(one.plain);

/** A line that may open such a list, or that says it in so many words. */
const tellsWhom = once(
  (one: Unit): boolean => holds(one, WHO_LABEL) || opensList(one) || holds(one, BY_PAY) || leavesSomeOut(one),
);

/** The line that opens a list of those who are covered: just above, or in the part of the article that is about them. */
const whoListed = (units: readonly Unit[], { index, headings, article }: Unit): Unit[] =>
  units.slice(Math.max(0, index - LISTED_WITHIN), index + LISTED_WITHIN).filter((one) => {
    if (!tellsWhom(one)) return false;
    if (holds(one, WHO_LABEL))
      return Math.abs(one.index - index) <= LABEL_WITHIN && !ALL.test(units[one.index + 1]?.plain ?? '');
    const title = one.kind === 'heading' && WHO_TITLE.test(one.plain) ? one : one.headings.at(-1);
    if (title?.start === headings.at(-1)?.start)
      return one.index < index && index - one.index <= LISTED_ABOVE && opensList(one);
    const root = rootOf(article);
    return (
      root !== null &&
      rootOf(one.article) === root &&
      title !== undefined &&
      WHO_TITLE.test(title.plain) &&
      (opensList(one) || holds(one, BY_PAY) || leavesSomeOut(one))
    );
  });

/** « Les bénéficiaires des titres sont les salariés de Brest. », « Des titres sont attribués aux salariés qui … » */
const WHO_IS = gated(
  /\bbeneficiaires?\b[^.;:]{0,60}\bsont (?:donc )?(?:les|tous les|l'ensemble) |\b(?:attribue|verse|accorde|octroye|reserve|destine|ouvert)e?s? aux? (?:seuls )?(?:salaries|collaborateurs|personnels?)\b/,
);
const TOLD_WITHIN = 3;

/** The sentence above, below a title on the benefit, that says who has what another gives the figures of. */
const toldAbove = (units: readonly Unit[], unit: Unit, owner: number): Unit | undefined =>
  unit.headings.at(-1)?.owners.has(owner)
    ? units
        .slice(Math.max(0, unit.index - TOLD_WITHIN), unit.index)
        .findLast((one) => haveSameTitle(one, unit) && names(one, owner) && holds(one, WHO_IS))
    : undefined;

/** Sentences apart from a grant that tell who gets it: above it, and those that open a list. */
export type Whom = { above: Unit | undefined; listed: readonly Unit[] };

export const whomOf = (units: readonly Unit[], { unit, owner }: Candidate): Whom => ({
  above: toldAbove(units, unit, owner),
  listed: whoListed(units, unit),
});

/** All of them, with the conditions of the list in which the grant itself stands. */
export const whoAround = (units: readonly Unit[], unit: Unit, { above, listed }: Whom): Unit[] => [
  ...listed,
  ...conditionsAbove(units, unit),
  ...(above ? [above] : []),
];

/** « Le dispositif est ouvert à tous, hors ceux éligibles aux paniers repas. », under the title of the benefit. */
const OF_TITLE = /^\W*(?:ce|cet|cette|le|la|l')? ?(?:dispositif|mesure|avantage|benefice)\b/;

/** « L’organisation du travail permet aux salariés à temps plein de bénéficier de jours de repos. », under one title with what follows. */
const FULL_TIME_ONLY = gated(
  /\b(?:permet|reserve|reservee?s?|ouverte?s?|accordee?s?)(?: \w+)? aux? (?:seuls )?(?:salaries|collaborateurs|personnels?) a temps (?:plein|complet)\b(?! (?:et|ou|comme)\b)/,
);
const FULL_TIME_WITHIN = 3;

/** « Cette possibilité est offerte sous réserve que … », « Le remboursement de l’abonnement est conditionné au fait que … », below. */
const RESERVED = gated(
  /^\W*cette (?:possibilite|mesure|faculte) (?:est|sera) (?:\w+ )?(?:sous reserve|(?:subordonnee|conditionnee|soumise) a)\b|^\W*(?:cette |cet |ce |la |le |l')(?:prise en charge|remboursement|participation|aide|prime|indemnite|versement|octroi|attribution|benefice)\b[^.;]{0,120} (?:est|sera) (?:\w+ )?(?:subordonne|conditionne)e? (?:a|au|aux)\b/,
);
const RESERVED_WITHIN = 5;
const isReserved = (units: readonly Unit[], unit: Unit, owner: number): boolean => {
  const below = units.slice(unit.index + 1, unit.index + 1 + RESERVED_WITHIN);
  const found = below.findIndex((one) => holds(one, RESERVED));
  if (found < 0) return false;
  const isOf = (one: Unit): boolean => one.hits.length === 0 || names(one, owner);
  if (!haveSameTitle(below[found]!, unit)) return false;
  return (
    names(below[found]!, owner) || below.slice(0, found).every((one) => haveSameTitle(one, unit) && isOf(one))
  );
};

/** « Il est rappelé que … »: no longer an item of the list above. */
const STARTS_ANEW = /^\W*(?:il est|les parties|la direction|(?:par )?ailleurs|enfin)\b/;

/** « Lorsque la mission impose de dormir sur place, la société rembourse … »: a grant for that case alone. */
const CASE = gated(
  /^\W*(?:lorsqu(?:e |')|dans le cas ou |s'il |si (?:le|la|les|un|une|l')\b)[^.;]{4,}?, (?:il|elle|la|le|les|l'|un|une|ce|cette|chaque)\b/,
);

/** « Cette indemnité est mise en place pour les salariés domiciliés à plus de 10 km », « attribués au personnel posté et à … » */
const TO_SOME = gated(
  /\b(?:mise?s? en place|attribuee?s?|versee?s?|applicables?|ouverte?s?|accordee?s?|destinee?s?) (?:pour |aux? |a )(?:les )?(?:salaries|collaborateurs|personnels?)(?: \w+){0,2} (?:domicilies?|habitant|residant|n(?:e |')|qui (?:ne |n'|(?:le|en) \w+ [^.;]{0,30}\bqui ne )|non[- ]cadres?|travaillant|affectes)/,
);
const TO_SOME_WITHIN = 2;

/** A sentence beside it that names the same benefit first gives it to some. */
const isGivenToSome = (units: readonly Unit[], { index, section }: Unit, owner: number): boolean =>
  units
    .slice(Math.max(0, index - TO_SOME_WITHIN), index + TO_SOME_WITHIN + 1)
    .some(
      (one) =>
        one.index !== index && one.section === section && one.hits[0]?.owner === owner && holds(one, TO_SOME),
    );

/** « Mesures d’accompagnement de la mobilité géographique »: for those who change their place of work. */
const OF_TRANSFER = gated(
  /\bmobilites? (?:geographiques?|internes?|vers (?:un|une|le|la|les) )|\bmutations? (?:geographiques?|internes?|vers |d'un (?:site|etablissement))/,
);

/** The sentence of a grant opens with its case, or the line that opens its list, or a sentence above or below it, leaves some out. */
export function isOpenedForSome(units: readonly Unit[], unit: Unit, owner: number): boolean {
  const { index, section, intro, headings, plain } = unit;
  if (holds(unit, CASE) || isReserved(units, unit, owner) || isGivenToSome(units, unit, owner)) return true;
  if (headings.some((title) => holds(title, OF_TRANSFER))) return true;
  if (intro && !STARTS_ANEW.test(plain) && leavesSomeOut(intro)) return true;
  const above = units.slice(Math.max(0, index - FULL_TIME_WITHIN), index);
  if (above.some((one) => one.section === section && holds(one, FULL_TIME_ONLY))) return true;
  const before = units[index - 1];
  return (
    before?.section === section &&
    OF_TITLE.test(before.plain) &&
    (headings.at(-1)?.owners.has(owner) ?? false) &&
    leavesSomeOut(before)
  );
}

/** « Cette mesure est valable uniquement pour l’année 2023. » */
const POINTS_BACK = /^\W*(?:cette|cet?|ces|celle-ci|celui-ci|elles?|ils)\b/;

/** What tells when a grant is paid: its own sentences, those near that point back to it, titles that name it. */
export function plainOf(own: readonly Unit[], near: readonly Unit[], { unit, owner }: Candidate): string {
  const back = near.filter(({ plain }) => POINTS_BACK.test(plain));
  const titles = [unit.intro, unit.headings.at(-1)].filter((title) => title?.owners.has(owner));
  return [...new Set([...own, ...back, ...titles])].map((one) => one?.plain ?? '').join(' ');
}
