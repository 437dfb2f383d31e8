import { pointAt, SECTORS, SKY_RADIUS } from './constellation.ts';

const RIM = SKY_RADIUS + 14;
const OUTER = RIM + 31;
const INNER = RIM + 15;
const LINE_MAX = 12;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A name in one or two lines, cut at the space nearest to its middle. */
export function splitName(name: string): string[] {
  if (name.length <= LINE_MAX) return [name];
  const spaces = Array.from(name.matchAll(/ /g), ({ index }) => index);
  const middle = name.length / 2;
  const [cut] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return cut === undefined ? [name] : [name.slice(0, cut), name.slice(cut + 1)];
}

/** Sectors of the lower half are written from right to left along the rim, so that no name stands on its head. */
const isLower = (index: number): boolean => index + 0.5 > SECTORS / 4 && index + 0.5 < (3 * SECTORS) / 4;

function arc(index: number, radius: number): string {
  const start = pointAt(index / SECTORS, radius);
  const end = pointAt((index + 1) / SECTORS, radius);
  const [from, to, sweep] = isLower(index) ? [end, start, 0] : [start, end, 1];
  return `M${from.x} ${from.y}A${radius} ${radius} 0 0 ${sweep} ${to.x} ${to.y}`;
}

/** Letters of the lower half hang towards the centre: their line stands further out. */
function radiiOf(index: number, lines: number): number[] {
  const [near, far] = isLower(index) ? [INNER + 10, OUTER + 10] : [INNER, OUTER];
  if (lines === 1) return [near];
  return isLower(index) ? [near, far] : [far, near];
}

function drawName(name: string, index: number): string {
  const lines = splitName(name);
  return radiiOf(index, lines.length)
    .map((radius, line) => {
      const id = `arc-${index}-${line}`;
      return `<path id="${id}" d="${arc(index, radius)}"/><text class="name"><textPath href="#${id}" startOffset="50%">${escape(lines[line] ?? '')}</textPath></text>`;
    })
    .join('');
}

const limits = Array.from({ length: SECTORS }, (_, index) => {
  const from = pointAt(index / SECTORS, SKY_RADIUS * 0.2);
  const to = pointAt(index / SECTORS, RIM);
  return `M${from.x} ${from.y}L${to.x} ${to.y}`;
}).join('');

const numbers = Array.from({ length: SECTORS }, (_, index) => {
  const { x, y } = pointAt((index + 0.5) / SECTORS, RIM + 22);
  return `<text class="sector" x="${x}" y="${y}">${index + 1}</text>`;
}).join('');

const drawn = new Map<string, string>();

/** Graduated rim, limits and names of the ten sectors: the same for every employer, drawn once. */
export function drawFrame(names: readonly string[]): string {
  const key = names.join('\n');
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const rim = `<circle class="rim" r="${RIM}"/><circle class="ticks" r="${RIM - 4}" pathLength="100"/>`;
  const frame = `${rim}<path class="limits" d="${limits}"/>${numbers}${names.map(drawName).join('')}`;
  drawn.set(key, frame);
  return frame;
}
