import type { Block, Blocks } from '../text/blocks.ts';
import type { PhraseFinder, PhraseHit } from '../text/phrases.ts';
import { readQuantities } from '../numbers/reading.ts';
import { wishLines } from './wishes.ts';
import { splitSentences } from '../text/sentences.ts';
import { modeOf } from '../standing/modes.ts';
import type { Mode } from '../standing/modes.ts';

export type Heading = {
  level: number;
  start: number;
  end: number;
  plain: string;
  article: string | null;
  owners: ReadonlySet<number>;
};

/** One sentence with what stands above it. Offsets are those of the folded text. */
export type Unit = {
  index: number;
  block: number;
  kind: Block['kind'];
  start: number;
  end: number;
  plain: string;
  hits: PhraseHit[];
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
};

const readings = new WeakMap<Unit, string>();

/** Text of the unit with quantities marked, computed once, when first asked for. */
export function readingOf(unit: Unit): string {
  const known = readings.get(unit);
  if (known !== undefined) return known;
  const reading = readQuantities(unit.plain);
  readings.set(unit, reading);
  return reading;
}

/** Modes that go on over bare sub-titles. */
const STICKY: ReadonlySet<Mode | null> = new Set<Mode | null>(['demand', 'offer', 'agreed', 'refused']);
const NONE: ReadonlySet<number> = new Set();
const ownersOf = (hits: readonly PhraseHit[]): ReadonlySet<number> =>
  hits.length === 0 ? NONE : new Set(hits.map((hit) => hit.owner));

/** A list ends with a paragraph that is long or tells something by itself. */
const isListLine = (block: Block): boolean =>
  block.kind === 'item' || block.kind === 'row' || block.plain.length <= 220;

const readingsInList = new WeakMap<Unit, string>();

/** A list item says only half: « il est accordé : » – « 1,5 jour de repos ». Its reading with that of the line that opens the list. */
export function readingInList(unit: Unit): string {
  if (!unit.intro) return readingOf(unit);
  const known = readingsInList.get(unit);
  if (known !== undefined) return known;
  const reading = `${readQuantities(unit.intro.plain.slice(-300))} ${readingOf(unit)}`;
  readingsInList.set(unit, reading);
  return reading;
}

/** Sentences of a document in order, each with its headings, its list introduction and the mode they put it in. */
export function readUnits({ blocks, folded }: Blocks, finder: PhraseFinder): Unit[] {
  const units: Unit[] = [];
  let headings: (Heading & { mode: Mode | null; rule: string | null })[] = [];
  let intro: (Heading & { mode: Mode | null; rule: string | null }) | null = null;
  let section = 0;
  const wishes = wishLines(blocks);
  blocks.forEach((block, blockIndex) => {
    if (block.kind === 'contents') return;
    const spans = splitSentences(block);
    const opened =
      block.kind === 'heading' || (block.endsWithColon && block.kind !== 'row') ? modeOf(block.plain) : null;
    const hitsOfBlock = spans.map((span) =>
      finder.find(
        block.plain.slice(span.start, span.end),
        folded.slice(block.start + span.start, block.start + span.end),
      ),
    );
    const asHeading = () => ({
      level: block.level,
      start: block.start,
      end: block.end,
      plain: block.plain,
      article: block.article,
      owners: ownersOf(hitsOfBlock.flat()),
      mode: opened?.mode ?? null,
      rule: opened?.rule ?? null,
    });
    // A bare line inside a list that said what it is (« Les projets suivants sont lancés : ») is an item of it.
    const isItem =
      block.level === 4 && !opened && !block.endsWithColon && intro?.mode && STICKY.has(intro.mode);
    const kind = isItem ? 'item' : block.kind;
    if (kind === 'heading') {
      const current = asHeading();
      const sibling =
        block.level === 4 && !current.mode
          ? headings.find((heading) => heading.level === 4 && STICKY.has(heading.mode))
          : null;
      // Bare titles in a row: those that say nothing of standing stay under the one that did.
      if (sibling) Object.assign(current, { mode: sibling.mode, rule: sibling.rule });
      headings = [...headings.filter((heading) => heading.level < block.level), current];
      section++;
      // A bare sub-title without a mode of its own stays inside the list it stands in (« Demandes de la CGT : » then sub-titles).
      if (block.level < 4 || opened) intro = null;
    } else if (intro && !block.endsWithColon && !isListLine(block)) intro = null;
    const sectionMode = [...headings]
      .reverse()
      .find((heading, fromLast) => heading.mode && (heading.mode !== 'preamble' || fromLast === 0));
    const mode = intro?.mode ?? sectionMode?.mode ?? 'neutral';
    const modeRule = intro?.mode ? intro.rule : (sectionMode?.rule ?? null);
    const article = [...headings].reverse().find((heading) => heading.article)?.article ?? null;
    const above = kind === 'heading' ? headings.slice(0, -1) : headings;
    spans.forEach((span, i) => {
      units.push({
        index: units.length,
        block: blockIndex,
        kind,
        start: block.start + span.start,
        end: block.start + span.end,
        plain: block.plain.slice(span.start, span.end),
        hits: hitsOfBlock[i]!,
        headings: above,
        intro: intro && kind !== 'heading' ? intro : null,
        section,
        mode,
        modeRule,
        article,
        isInWishList: wishes.has(blockIndex) && article === null,
      });
    });
    if (block.kind !== 'heading' && block.endsWithColon && block.kind !== 'row') {
      const next = asHeading();
      // An introduction inside a list of demands (« Pour les cadres : ») keeps the list's mode.
      const keeps = !next.mode && block.plain.length <= 80 ? intro : null;
      intro = keeps ? { ...next, mode: keeps.mode, rule: keeps.rule } : next;
      section++;
    }
  });
  return units;
}
