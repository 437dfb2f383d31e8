import { UNION } from '../standing/words.ts';
import type { Block } from '../text/blocks.ts';
import type { Span } from '../text/sentences.ts';

/** What the cells of a column are: a demand, an answer to it, or neither. */
type ColumnMode = 'demand' | 'offer' | null;
export type Cell = Span & { label: string; mode: ColumnMode; isFormer: boolean };

/** A row below its header. `isExchange`: the columns say who demands and who answers. */
export type Row = { cells: Cell[]; header: Block; isExchange: boolean };

/** « Ancienneté au 30/06/N », « Montant 2023 »: a label names a date without being a figure. */
const DATES = /\b(?:\d{1,2}\/\d{1,2}\/(?:20\d\d|\d\d|n)|(?:19|20)\d\d)\b/g;

/** The mark of a note stays behind the last word of a label. */
const FOOTNOTE = /<sup>[^<]{0,3}<\/sup>|(?<=[a-z]) \d{1,2}$/g;
const LABEL_MAX = 90;
const ANSWERS =
  /\b(?:reponses?|positions?|decisions?|propositions?|engagements?|retours?|avis)\b.{0,40}\b(?:direction|employeur|entreprise|societe|fondation|cooperative|office|etablissement|clinique|banque|association)\b|^(?:la )?direction$|^(?:l')?employeur$|^(?:reponses?|decisions?|arbitrages?|suites? donnees?)$/;
const DEMANDS = new RegExp(
  `^(?:les )?(?:demandes?|revendications?|propositions?|souhaits?|attentes?|reclamations?)\\b|^\\W*(?:${UNION}\\W*){1,3}$`,
);

/** « FO : … », « CGT et CFDT : … » */
const SPEAKER = new RegExp(`^(?:(?:la |le |les |l'|et |- )?(?:syndicat )?${UNION}\\W*){1,3}$`);

function modeOfLabel(label: string): ColumnMode {
  if (ANSWERS.test(label)) return 'offer';
  return DEMANDS.test(label) ? 'demand' : null;
}

/** « Régime | Employeur | Salarié | Total »: who pays what, and nobody who answers. */
const SHARES =
  /^(?:(?:part|quote-?part|cotisation) )?(?:(?:du |des )?salariee?s?|salariale|ouvriere|total\w*)$/;
const modesOf = (labels: readonly string[]): ColumnMode[] =>
  labels.some((label) => SHARES.test(label)) ? labels.map(() => null) : labels.map(modeOfLabel);

const BEFORE =
  /^\W*(?:avant|ancien\w*|actuel\w*|precedent\w*|jusqu'\w+|depuis)\b|\b(?:actuel|ancien|precedent|anterieur)(?:le)?s?\b/;
const AFTER =
  /\bapres\b|\bnouve\w+|\ba (?:compter|partir) |\bfutur|\brevaloris|\bretenue?s?\b|\bdes le\b|\b20\d\d\b/;
const yearOf = (label: string): number => Number(/\b(?:19|20)\d\d\b/.exec(label)?.[0] ?? 0);
const withoutDate = (label: string): string => label.replace(DATES, '');
/** « Ancien montant | Nouveau montant », « Taux 2022 | Taux 2023 »: the column of what held until then. */
const isFormer = (labels: readonly string[], k: number): boolean => {
  const label = labels[k]!;
  const later = labels.slice(k + 1);
  if (BEFORE.test(label)) return later.some((other) => AFTER.test(other) && !BEFORE.test(other));
  const year = yearOf(label);
  return year > 0 && later.some((other) => yearOf(other) > year && withoutDate(other) === withoutDate(label));
};

/** Cells of a row, offsets in the block; an empty cell is an empty span. */
function splitCells(plain: string): Span[] {
  const cells: Span[] = [];
  let start = 0;
  const bar = /(?:^| )\|(?= |$)/g;
  const push = (from: number, to: number): void => {
    while (from < to && plain[from] === ' ') from++;
    cells.push({ start: from, end: Math.max(from, to) });
  };
  for (let match = bar.exec(plain); match; match = bar.exec(plain)) {
    push(start, match.index);
    start = match.index + match[0].length;
  }
  push(start, plain.length);
  return cells;
}

/** « Ancienneté | À 100 % | À 50 % »: of what share of pay the cells below are. */
const SHARE_OF_PAY = /^(?:(?:maintien|indemnisation|salaire) )?(?:a )?\d{2,3} ?%$/;

/** A first row of short labels without figures, above rows of the same width. */
function labelsOf(block: Block, next: Block | undefined): string[] | null {
  if (next?.kind !== 'row') return null;
  const labels = splitCells(block.plain).map(({ start, end }) =>
    block.plain.slice(start, end).replace(FOOTNOTE, '').replace(/\*\*/g, ''),
  );
  const isLabels = labels.every((label) => label.length <= LABEL_MAX && !/[.;]$/.test(label));
  if (!isLabels || labels.filter(Boolean).length < 2) return null;
  const modes = modesOf(labels);
  const isExchange = modes.includes('offer') || modes.filter((mode) => mode === 'demand').length > 1;
  const isFigured = (label: string): boolean => /\d/.test(label.replace(DATES, ''));
  if (!isExchange && labels.some((label, k) => isFigured(label) && !(k > 0 && SHARE_OF_PAY.test(label))))
    return null;
  return splitCells(next.plain).length === labels.length ? labels : null;
}

/** Rows that stand below a row of labels, by the index of their block. */
export function readRows(blocks: readonly Block[]): ReadonlyMap<number, Row> {
  const rows = new Map<number, Row>();
  for (let i = 0; i < blocks.length; i++) {
    const header = blocks[i]!;
    if (header.kind !== 'row') continue;
    const first = blocks[i + 1]?.kind === 'contents' ? i + 2 : i + 1;
    const labels = labelsOf(header, blocks[first]);
    let end = first;
    if (labels) {
      const modes = modesOf(labels);
      const isExchange = modes.includes('offer') || modes.filter((mode) => mode === 'demand').length > 1;
      for (; blocks[end]?.kind === 'row'; end++) {
        const cells = splitCells(blocks[end]!.plain);
        if (cells.length !== labels.length) break;
        rows.set(end, {
          header,
          isExchange,
          cells: cells.map((cell, k) => ({
            ...cell,
            label: labels[k]!,
            mode: modes[k]!,
            isFormer: isFormer(labels, k),
          })),
        });
      }
    } else while (blocks[end]?.kind === 'row') end++;
    i = end - 1;
  }
  return rows;
}

const ANY_UNION = new RegExp(UNION);
/** Longest label with what stands before it. */
const LINE_OPENING = 120;

/** « Réponse de la Direction : oui », « Demande : … » on one line: what the line is, before its colon. */
export function modeOfLine(plain: string): ColumnMode {
  const colon = plain.indexOf(':');
  if (colon < 0 || colon >= LINE_OPENING) return null;
  const label = /^\W*([^:|]{2,60}?) ?: ?(?=\S)/.exec(plain.slice(0, LINE_OPENING))?.[1];
  if (!label) return null;
  // « CSE : dotation de 35 000 € » is about the committee.
  if (label !== 'cse' && SPEAKER.test(label)) return 'demand';
  if (/^(?:la )?(?:direction|employeur)$/.test(label)) return 'offer';
  if (/^(?:reponses?|positions?|decisions?|retours?)\b/.test(label) && !ANY_UNION.test(label)) return 'offer';
  return /^(?:demandes?|revendications?)(?: (?:de|des|du)\b.*| (?:n ?[°o]\.? ?)?\d+)?$/.test(label)
    ? 'demand'
    : null;
}

/** An answer that opens with its verdict (« Réponse favorable. … ») stays with the sentence that says what. */
export function joinVerdict(plain: string, spans: Span[]): Span[] {
  const [first, second, ...rest] = spans;
  if (!first || !second || first.end - first.start > 70) return spans;
  const isVerdict = /favorable|\b(?:oui|ok|accord|accepte\w*|refus\w*|non)\W*$/.test(
    plain.slice(first.start, first.end),
  );
  return isVerdict ? [{ start: first.start, end: second.end }, ...rest] : spans;
}
