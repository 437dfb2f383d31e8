import { room } from '../text/once.ts';
import type { PhraseFinder, PhraseHit, Searched } from '../text/phrases.ts';
import type { Mode } from '../standing/modes.ts';
import type { Block } from '../text/blocks.ts';
import type { Row } from './tables.ts';
import { isActionLine } from './wishes.ts';
import type { Heading } from './units.ts';

export const NO_OWNER: ReadonlySet<number> = new Set();

export const ownersOf = (hits: readonly PhraseHit[]): ReadonlySet<number> =>
  hits.length === 0 ? NO_OWNER : new Set(hits.map((hit) => hit.owner));

/** A demand of several sentences, as one line above its answer. */
export const joinDemand = (first: Heading | null, next: Heading): Heading =>
  first
    ? {
        ...next,
        start: first.start,
        raw: `${first.raw} ${next.raw}`,
        plain: `${first.plain} ${next.plain}`,
        owners: new Set([...first.owners, ...next.owners]),
        opened: first.opened.with(next.opened),
        worked: room(),
      }
    : next;

/** What stands above a table row: its labels, and the line that opens the table. */
export function headerAbove(row: Row, intro: Heading | null, finder: PhraseFinder, text: Searched): Heading {
  const { header } = row;
  const { hits, opened } = finder.find(text, header.start, header.end);
  const isNear = intro !== null && header.start - intro.end <= 1;
  const raw = text.folded.slice(header.start, header.end);
  return {
    level: 4,
    start: isNear ? intro.start : header.start,
    end: header.end,
    raw: isNear ? `${intro.raw} ${raw}` : raw,
    plain: isNear ? `${intro.plain} ${header.plain}` : header.plain,
    article: null,
    owners: new Set([...ownersOf(hits), ...(intro?.owners ?? [])]),
    opened: isNear ? opened.with(intro.opened) : opened,
    worked: room(),
  };
}

/** A list of absences that count is over where the text speaks in whole sentences again. */
const endsAbsences = ({ mode }: { mode: Mode | null }, { kind, plain }: Block): boolean =>
  mode === 'incidental' &&
  kind === 'paragraph' &&
  plain.length > SENTENCE_MIN &&
  plain.endsWith('.') &&
  !ABSENCE.test(plain);
const SENTENCE_MIN = 60;
const ABSENCE =
  /^\W*(?:(?:l[ae]s? |l')?(?:absences?|maladies?|accidents?|conges?|maternite|paternite|hospitalisation|temps partiel therapeutique|cures?)\b)/;

/** « Maladie avec hospitalisation … »: an item of a list of absences, however much it says. */
const isAbsenceOf = ({ mode }: { mode: Mode | null }, { plain }: Block): boolean =>
  mode === 'incidental' && ABSENCE.test(plain);

/** « 1,5 jour de repos pour les salariés qui … »: the item of a list, however long. */
const OPENS_WITH_QUANTITY = /^\W*\d+(?:[.,]\d+)? ?(?:jours?|journees?|heures?|€|euros|%)/;

const isListLine = (block: Block): boolean =>
  block.kind === 'item' ||
  block.kind === 'row' ||
  block.plain.length <= 220 ||
  isActionLine(block) ||
  OPENS_WITH_QUANTITY.test(block.plain);

/** « Prime de partage de la valeur : » and, just below, all that is said of it, however long. */
const isOpened = ({ end, owners, mode }: Opener, { kind, start }: Block): boolean =>
  kind === 'paragraph' && mode === null && owners.size > 0 && start - end <= 1;

type Opener = Heading & { mode: Mode | null };

/** A list ends with a paragraph that is long or tells something by itself. */
export const endsList = (intro: Opener, block: Block): boolean =>
  !block.endsWithColon &&
  !isAbsenceOf(intro, block) &&
  ((!isListLine(block) && !isOpened(intro, block)) || endsAbsences(intro, block));
