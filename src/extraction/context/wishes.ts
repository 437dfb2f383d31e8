import { UNION } from '../standing/words.ts';
import { STARTS_ACTION } from '../text/blocks.ts';
import type { Block } from '../text/blocks.ts';
import { gated } from '../text/gates.ts';
import type { Opened } from '../text/gates.ts';

const FINITE =
  /\b(?:est|sont|sera|seront|beneficie\w*|peut|peuvent|pourra|s'engage\w*|prend|prendra|passera|propose|demande|souhaite|accepte|refuse|convien\w*|convenu|s'eleve|accordee?s? (?:a|aux)|applicable sur la paie|a (?:effet|compter) (?:du \d|de la meme)|octroie|porte a|reconduit|conclu|decide|interviendra)\b/;
const INFINITIVE =
  /^[\W\d]*(?:augmenter|elargir|passer|porter|revaloriser|instaurer|obtenir|etendre|supprimer) /;
/** « Demande de 8 % » names what is asked. */
const ASKED = /^\W*demandes? d/;
/** « Négociation d’une prime d’assiduité » is settled by nothing below. */
const NEGOTIATES = /^\W*(?:la |une )?(?:demande|negociation)s?\b/;
/** « Télétravail : où en est-on ? » */
const isQuestion = (plain: string): boolean => plain.includes('?') && /\?\W*$/.test(plain);
/** « CET : augmenter le nombre de jours » */
const LABELLED = /^[\W\d]*[^:.;|]{2,30} : /;
const withoutWhich = (plain: string): string => (plain.includes(' qui ') ? plain.replace(WHICH, '') : plain);
const withoutLabel = (plain: string): string => (plain.includes(' : ') ? plain.replace(LABELLED, '') : plain);
/** « Revalorisation de la prime de vacances, qui est la même depuis dix ans »: why it is asked makes no sentence of the line. */
const WHICH = /,? qui (?:est|sont)\b[^,;.:]*/;
/** « Augmentation de la prime de panier »: who gives says how much. */
const OPEN_RAISE =
  /^(?:une |la |l')?(?:(?:augmentation|revalorisation|hausse|majoration|revision|baisse) (?:de |des |du |d')|(?:mise en place|creation|instauration) d'une (?:\w+ )?(?:prime|indemnite) )[^\d.:;]*$/;
const OPEN_RAISES_MIN = 2;
/** What one side proposes opens below: the bare list above it was the other side’s. */
const SPEECH = new RegExp(
  `^\\W*(?:(?:contre-?)?propositions?|reponses?|positions?) (?:faites? )?(?:de |par )(?:la |l')?(?:direction|employeur|entreprise|societe|association|fondation|cooperative|office|etablissement|clinique|banque)\\b[^.;]{0,30}$|^\\W*(?:nouvelles? |autres? )?propositions? (?:de |des |du )(?:la |l'|le |les )?${UNION}[^.;]{0,40}:\\W*$|^\\W*(?:la |le |l')?${UNION} (?:propose|demande|revendique|souhaite)\\w*\\W*$`,
);
/** « CFTC » alone on its line, or in the first cell of a row that goes on below: whose list it is. */
const SPEAKER = new RegExp(
  `^\\W*(?:pour )?(?:la |le |l')?(?:${UNION}(?: solidaires?)?\\W*){1,3}(?:$|\\|(?= ?[a-z]))`,
);
const isSpeaker = ({ plain, kind }: Block): boolean =>
  (kind === 'row' || plain.length <= SPEAKER_MAX) && SPEAKER.test(plain);
[FINITE, INFINITIVE, ASKED, SPEECH].forEach(gated);
const SPEAKER_MAX = 40;
const LINE_MAX = 400;
const RUN_MIN = 2;

/** « L’ensemble de ces mesures s’applique au 1er mars », « Durée de l’accord »: what stands above is what the text sets up. */
const IN_FORCE =
  /^\W*(?:[^.;,]{0,80}, ?)?(?:(?:l'ensemble|toutes?|la totalite) (?:de |d')?)?(?:ces (?:\w+ )?(?:mesures?|dispositions?|augmentations?|revalorisations?|evolutions?)|les (?:mesures?|dispositions?|augmentations?|revalorisations?) (?:\w+ )?(?:susmentionnees?|susvisees?|precitees?|ci-dessus))\b[^.;]{0,80}\b(?:s'appliqu\w+|prend\w* effet|entr\w+ en vigueur|(?:sont|seront) (?:\w+ )?(?:applicables?|appliquees?|effectives?|mises? en))/;
const CLOSES =
  /^[\W\d]*(?:(?:article|titre|partie|chapitre) [\divx]+\W*)?(?:duree|entree en vigueur|date d'effet|prise d'effet|depot|publicite|notification|formalites|dispositions? (?:finales?|generales?))\b/;
[IN_FORCE, CLOSES].forEach(gated);
const OF_AGREEMENT = /\bpresent (?:accord|avenant)\b/;
/** Somebody answers what stands above, or asks. */
const SPEAKS = new RegExp(`\\b(?:direction|employeur|demand\\w+|propos\\w+|revendi\\w+)\\b|${UNION}`);
/** Blocks below a list in which it may be told that its measures apply, or that the agreement ends. */
const IN_FORCE_WITHIN = 10;
const END_WITHIN = 3;
function isInForce(blocks: readonly Block[], after: number): boolean {
  for (let i = after; i < Math.min(blocks.length, after + IN_FORCE_WITHIN); i++) {
    const { plain, article } = blocks[i]!;
    if (IN_FORCE.test(plain)) return true;
    if (CLOSES.test(plain))
      return blocks.slice(i, i + END_WITHIN).some((below) => OF_AGREEMENT.test(below.plain));
    if (article || SPEAKS.test(plain)) return false;
  }
  return false;
}

/** « Revoir les coupures », « Prime de 195 €, la passer à 250 € » */
const REVISES =
  /^(?:revoir|evolution|mise ne place)\b|\bl(?:a|es?) (?:passer|porter|augmenter|revaloriser) (?:a|de)\b/;
/** « Restauration : mise en place de titres » */
const LABELS = /^(?:[^:;.]{3,40} ?: ?){1,2}(?=[a-z])/;
[STARTS_ACTION, REVISES, OPEN_RAISE].forEach(gated);
const isAction = ({ plain }: Block, words: Opened | null): boolean => {
  if (words && !words.allows(STARTS_ACTION) && !words.allows(REVISES)) return false;
  const said = plain.replace(/^[\W\d]+/, '');
  const action = said.includes(':') ? said.replace(LABELS, '') : said;
  return STARTS_ACTION.test(action) || REVISES.test(action);
};

/** « La mise en place d’un congé … (…) »: one action, however long, in which nobody decides anything. */
export const isActionLine = (block: Block): boolean =>
  block.plain.length <= LINE_MAX && isAction(block, null) && !FINITE.test(block.plain);

/**
 * Lines of runs in which nobody decides and most lines are actions: « Augmentation du budget », « Passer de 8 à 9 € », « 3 jours
 * pour enfant malade ». Minutes print the unions' wishes so, often without saying whose they are. `words`: of each block, null for
 * one that is no line.
 */
export function wishLines(
  blocks: readonly Block[],
  words: readonly (Opened | null)[],
): {
  wishes: ReadonlySet<number>;
  /** Those above what the other side says. */
  answered: ReadonlySet<number>;
  /** Those that the text below puts into force. */
  settled: ReadonlySet<number>;
} {
  const wishes = new Set<number>();
  const answered = new Set<number>();
  const settled = new Set<number>();
  let run: number[] = [];
  let isSpoken = false;
  const says = (pattern: RegExp, plain: string, i: number): boolean =>
    words[i]?.matches(pattern, plain) ?? false;
  const close = (next?: Block): void => {
    if (run.length > 0) decide(next);
    isSpoken = next !== undefined && isSpeaker(next);
  };
  const decide = (next?: Block): void => {
    const asked = run.filter(
      (i) => says(INFINITIVE, withoutLabel(blocks[i]!.plain), i) || isQuestion(blocks[i]!.plain),
    );
    const actions = run.filter((i) => asked.includes(i) || isAction(blocks[i]!, words[i]!)).length;
    const raises = run.filter(
      (i) =>
        words[i]?.allows(OPEN_RAISE) && OPEN_RAISE.test(blocks[i]!.plain.replace(/^[\W\d]+|[,;.\s]+$/g, '')),
    );
    const isOfActions =
      actions * 2 > run.length ||
      (asked.length > 0 && actions * 2 === run.length) ||
      (raises.length >= OPEN_RAISES_MIN && actions * 3 >= run.length);
    const isAnswered = (next !== undefined && SPEECH.test(next.plain)) || (isSpoken && actions > 0);
    const isSettled =
      actions > 0 &&
      !isAnswered &&
      !run.some((i) => NEGOTIATES.test(blocks[i]!.plain)) &&
      isInForce(blocks, run.at(-1)! + 1);
    if (isSettled) run.forEach((i) => settled.add(i));
    else if (run.length >= RUN_MIN && (isOfActions || isAnswered)) run.forEach((i) => wishes.add(i));
    if (run.length >= RUN_MIN && isAnswered) run.forEach((i) => answered.add(i));
    run = [];
  };
  blocks.forEach((block, i) => {
    const isLine =
      !block.endsWithColon &&
      block.kind !== 'contents' &&
      block.kind !== 'row' &&
      block.level !== 1 &&
      !block.article &&
      block.plain.length <= LINE_MAX &&
      (!says(FINITE, withoutWhich(block.plain), i) ||
        says(INFINITIVE, block.plain, i) ||
        says(ASKED, block.plain, i)) &&
      !says(IN_FORCE, block.plain, i) &&
      !says(CLOSES, block.plain, i);
    if (isLine && !says(SPEECH, block.plain, i) && !isSpeaker(block)) run.push(i);
    else close(block);
  });
  close();
  return { wishes, answered, settled };
}
