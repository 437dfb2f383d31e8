type Figure = { kind: string; value: number; start: number; end: number };

const DATE =
  '(?:\\d{1,2}(?:er)? [a-z]+(?: 20\\d\\d)?|[a-z]+ 20\\d\\d|20\\d\\d|\\d{1,2}[/.]\\d{1,2}[/.](?:20)?\\d\\d)';
const WHEN = `(?:,? (?:bruts?|nets?|par [a-z]+|mensuels?|annuels?))*,? (?:au|en|le|a compter du|a partir du|a compter de|a partir de|des le|des|pour)(?: mois de| l'annee)? ${DATE}`;
/** « … à 8,50 € au 1er janvier puis à 9 € au 1er juillet »: what stands between two steps, and behind the second. */
const NEXT_STEP = new RegExp(
  `^${WHEN}(?:,| ?\\)?)? ?(?:puis|,|et(?: enfin| puis)?)(?: enfin| puis)?(?: (?:portee?s? |passera |passe |sera portee?s? )?(?:a|de|d'))?(?: hauteur de)? ?$`,
);
const DATED = new RegExp(`^${WHEN}`);
/** A level that changes, and no sum paid twice. */
const LEVEL =
  /\b(?:port|pass|fix|evolu|augment|revaloris|relev|etabli)\w*|\bs'elev\w*|\b(?:est|sera|sont|seront) (?:\w+ )?de\b/;
const PAID = /\b(?:vers(?:ee?s?|er|era|ement)|paye\w*|prime (?:exceptionnelle|de partage))\b/;

/** A step of a level that goes higher by stages, of which a later one stands in the same sentence. */
export function isEarlierStage(plain: string, figures: readonly Figure[], i: number): boolean {
  const one = figures[i]!;
  const next = figures[i + 1];
  if (!next || next.kind !== one.kind || next.value <= one.value) return false;
  if (!NEXT_STEP.test(plain.slice(one.end, next.start)) || !DATED.test(plain.slice(next.end))) return false;
  const before = plain.slice(0, one.start);
  return LEVEL.test(before) && !PAID.test(before);
}
