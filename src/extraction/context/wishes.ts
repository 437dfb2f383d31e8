import { UNION } from '../standing/words.ts';
import { STARTS_ACTION } from '../text/blocks.ts';
import type { Block } from '../text/blocks.ts';

const FINITE =
  /\b(?:est|sont|sera|seront|beneficie\w*|peut|peuvent|pourra|s'engage\w*|prend|prendra|passera|propose|demande|souhaite|accepte|refuse|convien\w*|convenu|s'eleve|accordee?s? (?:a|aux)|applicable sur la paie|a (?:effet|compter) (?:du \d|de la meme)|octroie|porte a|reconduit|conclu|decide)\b/;
const INFINITIVE =
  /^[\W\d]*(?:augmenter|elargir|passer|porter|revaloriser|instaurer|obtenir|etendre|supprimer) /;
/** « Demande de 8 % » names what is asked. */
const ASKED = /^\W*demandes? d/;
/** « Télétravail : où en est-on ? » */
const QUESTION = /\?\W*$/;
/** « CET : augmenter le nombre de jours » */
const LABELLED = /^[\W\d]*[^:.;|]{2,30} : /;
/** What one side proposes opens below: the bare list above it was the other side’s. */
const SPEECH = new RegExp(
  `^\\W*(?:(?:contre-?)?propositions?|reponses?) (?:faites? )?(?:de |par )(?:la |l')?(?:direction|employeur|entreprise|societe)\\b[^.;]{0,30}$|^\\W*(?:nouvelles? |autres? )?propositions? (?:de |des |du )(?:la |l'|le |les )?${UNION}[^.;]{0,40}:\\W*$|^\\W*(?:la |le |l')?${UNION} (?:propose|demande|revendique|souhaite)\\w*\\W*$`,
);
/** « CFTC » alone on its line, or in the first cell of a row that goes on below: whose list it is. */
const SPEAKER = new RegExp(
  `^\\W*(?:pour )?(?:la |le |l')?(?:${UNION}(?: solidaires?)?\\W*){1,3}(?:$|\\|(?= ?[a-z]))`,
);
const isSpeaker = ({ plain, kind }: Block): boolean =>
  (kind === 'row' || plain.length <= SPEAKER_MAX) && SPEAKER.test(plain);
const SPEAKER_MAX = 40;
const LINE_MAX = 400;
const RUN_MIN = 2;

/** « Revoir les coupures », « Prime de 195 €, la passer à 250 € » */
const REVISES =
  /^(?:revoir|evolution|mise ne place)\b|\bl(?:a|es?) (?:passer|porter|augmenter|revaloriser) (?:a|de)\b/;
/** « Restauration : mise en place de titres » */
const LABELS = /^(?:[^:;.]{3,40} ?: ?){1,2}(?=[a-z])/;
const isAction = (block: Block): boolean => {
  const words = block.plain.replace(/^[\W\d]+/, '').replace(LABELS, '');
  return STARTS_ACTION.test(words) || REVISES.test(words);
};

/** « La mise en place d’un congé … (…) »: one action, however long, in which nobody decides anything. */
export const isActionLine = (block: Block): boolean =>
  block.plain.length <= LINE_MAX && isAction(block) && !FINITE.test(block.plain);

/**
 * Lines of runs in which nobody decides and most lines are actions: « Augmentation du budget », « Passer de 8 à 9 € », « 3 jours
 * pour enfant malade ». Minutes print the unions' wishes so, often without saying whose they are.
 */
export function wishLines(blocks: readonly Block[]): {
  wishes: ReadonlySet<number>;
  /** Those above what the other side says. */
  answered: ReadonlySet<number>;
} {
  const wishes = new Set<number>();
  const answered = new Set<number>();
  let run: number[] = [];
  let isSpoken = false;
  const close = (next?: Block): void => {
    const asked = run.filter(
      (i) => INFINITIVE.test(blocks[i]!.plain.replace(LABELLED, '')) || QUESTION.test(blocks[i]!.plain),
    );
    const actions = run.filter((i) => asked.includes(i) || isAction(blocks[i]!)).length;
    const isOfActions = actions * 2 > run.length || (asked.length > 0 && actions * 2 === run.length);
    const isAnswered = (next !== undefined && SPEECH.test(next.plain)) || (isSpoken && actions > 0);
    if (run.length >= RUN_MIN && (isOfActions || isAnswered)) run.forEach((i) => wishes.add(i));
    if (run.length >= RUN_MIN && isAnswered) run.forEach((i) => answered.add(i));
    run = [];
    isSpoken = next !== undefined && isSpeaker(next);
  };
  blocks.forEach((block, i) => {
    const isLine =
      block.kind !== 'contents' &&
      block.kind !== 'row' &&
      block.plain.length <= LINE_MAX &&
      (!FINITE.test(block.plain) || INFINITIVE.test(block.plain) || ASKED.test(block.plain)) &&
      block.level !== 1 &&
      !block.article;
    if (isLine && !block.endsWithColon && !SPEECH.test(block.plain) && !isSpeaker(block)) run.push(i);
    else close(block);
  });
  close();
  return { wishes, answered };
}
