const RANK = String.raw`(?:[ivx]{1,4}|\d{1,3}(?:\.\d)?|[b-h]\d?)(?![\w'’]|[.,]\d| ?[%€]| ?(?:euros?|jours?|mois|ans?|heures?)\b)`;
const KIND = String.raw`(?:positions?|niveaux?|coeff?(?:icient)?s?|classes?|echelons?|groupes?|grades?)(?: d'emplois?)?`;
const FROM = String.raw`(?:a partir d(?:e|u) |a compter d(?:e|u) |jusqu'(?:a |au |aux )|(?:relevant )?(?:au minimum |a minima )?(?:de |d'|des |du |en |au |aux ))?(?:la |les |le |l')?`;
const COMPARED = String.raw`(?:(?:superieur|inferieur)e?s?(?: ou ega(?:le?s?|ux))? (?:a|au) |[<>≤≥]=? ?(?:a )?|de )?`;
const REST = String.raw`(?: (?:et|ou) plus\b| (?:a|au|et|ou) ${RANK})?(?: inclus\w*)?`;
const GRADES = `${FROM}${KIND} ${COMPARED}${RANK}${REST}`;

/** « à partir de la position E », « (coefficients 200 à 250) », « niveaux I à V », behind the name of a group: some of it. */
export const GRADED = new RegExp(String.raw` (?:\( ?${GRADES} ?\)|${GRADES})`, 'y');

const GRADE = new RegExp(String.raw`\b(?:position|niveau|coef|classe|echelon|groupe|grade)`);
/** A label names some of a group by their grades. */
export const isGraded = (label: string): boolean => GRADE.test(label);

/** « cadres niveaux 1 et 2 »: one label. */
export const BETWEEN_GROUPS = / et (?!assimil|plus\b|(?:[ivx]{1,4}|\d{1,3}|[a-h]\d?)\b)/i;
