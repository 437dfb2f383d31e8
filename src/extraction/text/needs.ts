/** Letters that stand in a word of the text; `isWhole`: a word by themselves. No letters: a number, in figures or in words. */
export type Need = { part: string; isWhole: boolean };

const NUMBER: Need = { part: '', isWhole: false };

type Node =
  | { kind: 'letter'; letter: string }
  /** Beside it a word begins or ends. */
  | { kind: 'edge' }
  | { kind: 'number' }
  | { kind: 'other' }
  /** Something between words, or nothing. */
  | { kind: 'gap' }
  | { kind: 'group'; options: Node[][]; isOptional: boolean };

const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y;
const CLASS = /\[(?:\\.|[^\]\\])*\]/y;
const GROUP = /\((?:\?(?:[:=]|<=|(?<denied><?!)|<[A-Za-z]\w*>))?/y;
const ESCAPE = /\\(?:[pP]\{[^}]*\}|k<[^>]*>|u[\da-f]{4}|x[\da-f]{2}|(?<edge>[bW]|[^\w])|(?<digit>d)|.)/y;

/** Neither a letter nor a figure, and nothing that could be one. */
const EDGE = /[\^$ '",:;<>/%=&!@#~-]/;
const MARK_OPENS = /[<#\d]/;

function parse(source: string): Node[][] {
  let at = 0;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const readCharacter = (): Node => {
    const escape = read(ESCAPE);
    const isClass = !escape && read(CLASS) !== null;
    const character = escape || isClass ? '' : source[at++]!;
    const isEdge = escape ? escape.groups!.edge !== undefined : !isClass && EDGE.test(character);
    const quantifier = read(QUANTIFIER)?.[0] ?? '';
    if (/^(?:[*?]|\{0)/.test(quantifier)) return { kind: isEdge ? 'gap' : 'other' };
    if (isEdge && !MARK_OPENS.test(character)) return { kind: 'edge' };
    if (MARK_OPENS.test(character) || escape?.groups!.digit) return { kind: 'number' };
    if (/[a-z]/.test(character) && quantifier === '') return { kind: 'letter', letter: character };
    return { kind: 'other' };
  };
  const readOptions = (): Node[][] => {
    const options: Node[][] = [[]];
    while (at < source.length && source[at] !== ')') {
      const group = read(GROUP);
      if (group) {
        const inside = readOptions();
        at++;
        const quantifier = read(QUANTIFIER)?.[0] ?? '';
        const isOptional = /^(?:[*?]|\{0)/.test(quantifier) || group.groups!.denied !== undefined;
        options.at(-1)!.push({ kind: 'group', options: inside, isOptional });
      } else if (source[at] === '|') {
        at++;
        options.push([]);
      } else options.at(-1)!.push(readCharacter());
    }
    return options;
  };
  return readOptions();
}

/** Letters of the marks of a reading (`<day:5:y>`, `#old`): they stand there without standing in the text. */
const MARKS = ['eur', 'pct', 'day', 'week', 'month', 'year', 'hour', 'minute', 'times', 'num', 'split', 'equal', 'old', 'inc', 'date', 'ref', 'time', 'rank', 'y', 's', 't', 'm', 'w', 'd']; // prettier-ignore
const isMark = ({ part, isWhole }: Need): boolean =>
  isWhole ? MARKS.includes(part) : MARKS.some((mark) => mark.includes(part));
/** Fewer letters stand in most words. */
const PART_MIN = 3;
/** Those that stand in most texts, by how many of a hundred sentences of real agreements hold them. */
const FREQUENT: readonly (readonly [share: number, parts: readonly string[]])[] = [
  [50, ['les', 'des', 'ent', 'ion', 'par', 'que', 'pour', 'est', 'tion', 'ment', 'dans', 'une', 'sur', 'ont', 'ant', 'men', 'eur', 'ans', 'per', 'son', 'part', 'pro']], // prettier-ignore
  [16, ['accord', 'present', 'presen', 'salarie', 'salaries', 'entre', 'travail', 'aux']],
  [11, ['pris', 'prise', 'sera', 'mis', 'form', 'age', 'cet', 'leur', 'reprise', 'entreprise', 'qui']],
  [7, ['prime', 'partie', 'parties', 'fin', 'augment', 'augmentation', 'dispos', 'disposition', 'jour', 'societe', 'article', 'direction', 'organis', 'organisation', 'syndic', 'syndical', 'represent', 'temps', 'personne', 'condition', 'conditions', 'sont', 'pas', 'compte', 'salaire', 'mois', 'cette', 'port', 'vers', 'reunion', 'mesure', 'mesures', 'employeur']], // prettier-ignore
];
const weightOfShare = (share: number): number => Math.log2(100 / share);
const FREQUENT_WEIGHTS = new Map(
  FREQUENT.flatMap(([share, parts]) => parts.map((part) => [part, weightOfShare(share)])),
);
/** Figures and numbers in words. */
const NUMBER_WEIGHT = weightOfShare(48);
/** What stands in half of all sentences rules nothing out. */
const LEAST_WEIGHT = 1;

const weigh = ({ part, isWhole }: Need): number =>
  part === ''
    ? NUMBER_WEIGHT
    : (FREQUENT_WEIGHTS.get(part) ?? Math.min(part.length + Number(isWhole) * 2, 7));
const weighAll = (needs: readonly Need[]): number =>
  Math.min(...needs.map(weigh)) - Math.log2(needs.length) / 3;

const endsAtEdge = (options: Node[][]): boolean => options.every((nodes) => nodes.at(-1)?.kind === 'edge');

/** Of what all must be there, that which rules out most. */
const bestOf = (all: readonly Need[][]): Need[] | null =>
  all.reduce<Need[] | null>(
    (best, needs) => (!best || weighAll(needs) > weighAll(best) ? needs : best),
    null,
  );

/** Letters of each of which one must be there. */
function needsOfSequence(nodes: readonly Node[], opensAtEdge: boolean, closesAtEdge: boolean): Need[][] {
  const all: Need[][] = [];
  let part = '';
  let isOpen = opensAtEdge;
  const close = (isAtEdge: boolean): void => {
    const need = { part, isWhole: isOpen && isAtEdge };
    if (part !== '' && (need.isWhole || part.length >= PART_MIN))
      all.push(isMark(need) ? [need, NUMBER] : [need]);
    part = '';
    isOpen = isAtEdge;
  };
  nodes.forEach((node, i) => {
    if (node.kind === 'letter') part += node.letter;
    else if (node.kind === 'edge') close(true);
    else if (node.kind === 'gap') close(part === '' && isOpen);
    else if (node.kind === 'other') close(false);
    else if (node.kind === 'number') {
      close(false);
      all.push([NUMBER]);
    } else {
      const isAtEdge = part === '' && isOpen;
      close(false);
      const next = nodes[i + 1];
      if (!node.isOptional)
        all.push(...needsOfOptions(node.options, isAtEdge, next ? next.kind === 'edge' : closesAtEdge));
      isOpen = endsAtEdge(node.options) && (isAtEdge || !node.isOptional);
    }
  });
  close(closesAtEdge);
  return all;
}

function needsOfOptions(options: Node[][], opensAtEdge: boolean, closesAtEdge: boolean): Need[][] {
  const all = options.map((nodes) => needsOfSequence(nodes, opensAtEdge, closesAtEdge));
  if (all.length === 1) return all[0]!;
  const needs = all.flatMap((one) => bestOf(one) ?? []);
  return all.some((one) => one.length === 0) ? [] : [needs];
}

type Needs = { first: Need[] | null; second: Need[] | null; hasNumber: boolean };
const known = new Map<string, Needs>();

/** Worked out once for an expression, however many extractors use it. */
function needsIn(source: string): Needs {
  let found = known.get(source);
  if (!found) {
    const all = needsOfOptions(parse(source), false, false);
    const first = bestOf(all);
    const key = first && keyOf(first);
    const second = bestOf(all.filter((one) => keyOf(one) !== key && weighAll(one) > LEAST_WEIGHT));
    const hasNumber = all.some((one) => one.every(({ part }) => part === ''));
    known.set(source, (found = { first, second, hasNumber }));
  }
  return found;
}
const keyOf = (needs: readonly Need[]): string =>
  needs.map(({ part, isWhole }) => `${part}${isWhole}`).join();

/**
 * Letters of which at least one must stand in a text for the expression to match it, or to match its reading; null when nothing can
 * be told. `source` is that of an expression on normalized text, without flags that change what its letters mean.
 */
export const needsOf = (source: string): readonly Need[] | null => needsIn(source).first;

/** Others of which one must stand there too; null when there are none, or only frequent ones. */
export const furtherNeedsOf = (source: string): readonly Need[] | null => needsIn(source).second;

/** Whether a number must stand there as well. */
export const needsNumber = (source: string): boolean => needsIn(source).hasNumber;
