import { room } from '../text/once.ts';
import { articleOpened } from '../text/articles.ts';
import { opensDetail } from '../text/blocks.ts';
import type { Block, Blocks } from '../text/blocks.ts';
import type { Opened } from '../text/gates.ts';
import type { Worked } from '../text/once.ts';
import type { PhraseFinder, PhraseHit } from '../text/phrases.ts';
import { nextOpened, titleEndedBy } from './articles.ts';
import { readBlockWords } from './block-words.ts';
import { NO_OWNER, endsList, headerAbove, joinDemand, ownersOf } from './lines.ts';
import { isInDemands, OFFERS, turnsAhead, withoutSignatories } from './phases.ts';
import type { Cell } from './tables.ts';
import { wishLines } from './wishes.ts';
import { modeOf, modeOfBareLabel } from '../standing/modes.ts';
import type { Mode } from '../standing/modes.ts';

/** A piece of the folded text: `raw` as printed, `plain` normalized, letter for letter. Offsets are those of the folded text. */
export type Line = Worked & {
  start: number;
  end: number;
  raw: string;
  plain: string;
  /** Patterns that its words allow; of a row, with those of the labels of its cells. */
  opened: Opened;
};

export type Heading = Line & {
  level: number;
  article: string | null;
  owners: ReadonlySet<number>;
};

/** One sentence with what stands above it. */
export type Unit = Line & {
  index: number;
  block: number;
  kind: Block['kind'];
  hits: readonly PhraseHit[];
  /** Nearest last. */
  headings: readonly Heading[];
  /** The line ending with a colon that opens the list this sentence is in. */
  intro: Heading | null;
  section: number;
  mode: Mode;
  modeRule: string | null;
  article: string | null;
  /** In a run of lines without verb most of which are actions (« Mise en place de … »), with no article above: a list of wishes. */
  isInWishList: boolean;
  /** Of a line or a table cell by which one side speaks and the other answers. */
  role: 'demand' | 'answer' | null;
  /** Cells of a table row with the label of their column. */
  cells: readonly Cell[] | null;
};

/** Modes that go on over bare sub-titles. */
const STICKY: ReadonlySet<Mode | null> = new Set<Mode | null>(['demand', 'offer', 'agreed', 'refused']);

/** « … les primes suivantes sont revalorisées de 2 % : » lists bonuses by name. */
const LISTS_GIFTS =
  /\b(?:primes|indemnites|avantages|elements) (?:\w+ )?(?:ci-dessous|ci-apres|suivante?s)\b[^.;]*:\W*$/;

/** « Les absences sans effet sont : » – « Maternité » – « Paternité »: the last one looks like the title of what follows. */
const LISTS_ABSENCES = /\babsences?\b[^.;]*:\W*$/;
const ABSENCE =
  /^\W*(?:accidents?|maladies?|maternite|paternite|adoption|conges?|hospitalisation|arrets?|deuil|evenements? famili)/;

/** Below the same title, or both below none. */
export const haveSameTitle = (one: Pick<Unit, 'headings'>, other: Pick<Unit, 'headings'>): boolean =>
  one.headings.at(-1)?.start === other.headings.at(-1)?.start;

/** Sentences of a document in order, each with its headings, its list introduction and the mode they put it in. */
export function readUnits(
  text: Blocks,
  finder: PhraseFinder,
): { units: Unit[]; openedByBlock: (Opened | null)[] } {
  const { blocks } = text;
  const units: Unit[] = [];
  let headings: (Heading & { mode: Mode | null; rule: string | null })[] = [];
  let intro: (Heading & { mode: Mode | null; rule: string | null; isSaid: boolean }) | null = null;
  let section = 0;
  const told = readBlockWords(text, finder);
  const openedByBlock = told.map((one) => one?.words ?? null);
  const { wishes, answered, settled } = wishLines(blocks, openedByBlock);
  let demand: Heading | null = null;
  let inline: string | null = null;
  let inDemands = false;
  const demanded = new Set<string>();
  let ahead: boolean[] | null = null;
  blocks.forEach((block, blockIndex) => {
    const read = told[blockIndex];
    if (!read) return;
    const { row, line, parts, found, words } = read;
    const labelled = block.kind === 'row' ? null : modeOfBareLabel(block.plain);
    const opensList = block.endsWithColon || labelled !== null;
    const opened = labelled
      ? { mode: labelled, rule: `section:${labelled}` }
      : block.kind === 'heading' || (block.endsWithColon && block.kind !== 'row')
        ? modeOf(
            block.plain,
            words,
            inDemands || headings.findLast((heading) => heading.mode)?.mode === 'demand',
          )
        : null;
    const asHeading = () => ({
      level: block.level,
      start: block.start,
      end: block.end,
      raw: text.folded.slice(block.start, block.end),
      plain: block.plain,
      article: block.article,
      owners: ownersOf(found.flatMap(({ hits }) => hits)),
      opened: words,
      worked: room(),
      mode: opened?.mode ?? null,
      rule: opened?.rule ?? null,
      isSaid: opened !== null && 'isSaid' in opened,
    });
    // A bare line inside a list that said what it is (« Les projets suivants sont lancés : ») is an item of it.
    const isItem =
      block.level === 4 &&
      !opened &&
      !block.endsWithColon &&
      intro &&
      (((STICKY.has(intro.mode) || LISTS_GIFTS.test(intro.plain)) && !opensDetail(blocks[blockIndex + 1])) ||
        (ABSENCE.test(block.plain) && LISTS_ABSENCES.test(intro.plain)));
    const kind = isItem ? 'item' : block.kind;
    const ended = kind === 'heading' ? null : titleEndedBy(block.plain, headings);
    if (ended) {
      headings = headings.filter((heading) => heading.level < ended.level);
      section++;
    }
    const last = inline ?? headings.findLast(({ article }) => article)?.article ?? null;
    inline =
      kind === 'heading' ? null : (articleOpened(block.plain) ?? nextOpened(block.plain, last) ?? inline);
    if (kind === 'heading') {
      const current = asHeading();
      const sibling =
        block.level === 4 && !current.mode
          ? headings.find((heading) => heading.level === 4 && STICKY.has(heading.mode))
          : null;
      // Bare titles in a row: those that say nothing of standing stay under the one that did.
      // … unless a line since then said otherwise (« … la Direction propose : »).
      const said =
        sibling && intro && !intro.isSaid && intro.start > sibling.start && STICKY.has(intro.mode)
          ? intro
          : sibling;
      if (said) Object.assign(current, { mode: said.mode, rule: said.rule });
      headings = [...headings.filter((heading) => heading.level < block.level), current];
      section++;
      // A bare sub-title without a mode of its own stays inside the list it stands in (« Demandes de la CGT : » then sub-titles).
      if (block.level < 4 || opened || intro?.isSaid) intro = null;
      // … but its subject is the sub-title's from here on.
      else if (intro) intro = { ...intro, owners: NO_OWNER };
    } else if (intro && endsList(intro, block)) intro = null;
    headings = withoutSignatories(headings, block);
    const sectionMode = headings.findLast(
      ({ mode }, i) => mode && (mode !== 'preamble' || i === headings.length - 1),
    );
    const placed = intro?.mode ?? sectionMode?.mode ?? 'neutral';
    if (inDemands) ahead ??= turnsAhead(blocks);
    inDemands = isInDemands(
      inDemands,
      block,
      words,
      opened?.mode ?? null,
      placed,
      ahead?.[blockIndex] ?? false,
    );
    const isAnswered = answered.has(blockIndex) && !headings.some((heading) => heading.article);
    const listed = inDemands || isAnswered ? 'demand' : settled.has(blockIndex) ? 'agreed' : 'neutral';
    const mode = placed === 'neutral' ? listed : placed;
    const modeRule = intro?.mode ? intro.rule : (sectionMode?.rule ?? (inDemands ? 'section:demands' : null));
    const article = inline ?? headings.findLast((heading) => heading.article)?.article ?? null;
    const above = kind === 'heading' ? headings.slice(0, -1) : headings;
    if (row?.isExchange) {
      section++;
      demand = null;
    }
    const header = row && !row.isExchange ? headerAbove(row, intro, finder, text) : null;
    parts.forEach(({ span, mode: side }, i) => {
      const start = block.start + span.start;
      const end = block.start + span.end;
      const raw = text.folded.slice(start, end);
      const plain = text.plainOf(start, end);
      const answered = side === 'offer' ? demand : null;
      if (side === 'demand' || (row?.isExchange && side === null))
        demand = joinDemand(demand, {
          level: 4,
          start,
          end,
          raw,
          plain,
          article: null,
          owners: ownersOf(found[i]!.hits),
          opened: found[i]!.opened,
          worked: room(),
        });
      // Minutes list the demands, then print each again above its answer.
      const isOffer = mode === 'demand' && OFFERS.test(plain);
      const isDemand = mode === 'demand' && kind !== 'heading' && !isOffer;
      const letters = isDemand || demanded.size > 0 ? plain.replace(/[^a-z0-9]+/g, '') : '';
      const isRepeated =
        !isOffer && mode !== 'agreed' && letters.length >= REPEATED_MIN && demanded.has(letters);
      if (isDemand) demanded.add(letters);
      units.push({
        index: units.length,
        block: blockIndex,
        kind: row?.isExchange ? 'item' : kind,
        start,
        end,
        raw,
        plain,
        hits: found[i]!.hits,
        opened: header ? found[i]!.opened.with(header.opened) : found[i]!.opened,
        headings: above,
        intro: answered ?? header ?? (intro && kind !== 'heading' ? intro : null),
        section,
        mode: side ?? (isOffer ? 'offer' : isRepeated ? 'demand' : mode),
        modeRule: side ? `section:${side}` : isOffer ? 'section:offer' : modeRule,
        article,
        isInWishList: wishes.has(blockIndex) && article === null && !side,
        role: side === 'demand' ? 'demand' : answered ? 'answer' : null,
        cells: row && !row.isExchange ? row.cells : null,
        worked: room(),
      });
    });
    if (!line || line === 'offer') demand = null;
    if (block.kind !== 'heading' && opensList && block.kind !== 'row') {
      const next = asHeading();
      // An introduction inside a list of demands (« Pour les cadres : ») keeps the list's mode.
      const keeps = !next.mode && block.plain.length <= 80 ? intro : null;
      intro = keeps ? { ...next, mode: keeps.mode, rule: keeps.rule } : next;
      section++;
    }
  });
  return { units, openedByBlock };
}

/** Letters of a line that is told again: shorter ones are sub-titles. */
const REPEATED_MIN = 20;
