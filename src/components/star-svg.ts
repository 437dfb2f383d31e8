import {
  familyMarks,
  joinStars,
  placeStars,
  pointAt,
  SECTORS,
  SKY_RADIUS,
  starPath,
  type Mark,
  type SkyEntry,
} from './constellation.ts';

const drawMark = (mark: Mark, x: number, y: number, radius: number): string =>
  mark === 'ring'
    ? `<circle class="ring" cx="${x}" cy="${y}" r="${radius * 0.72}"/>`
    : `<path class="${mark}" d="${starPath(x, y, radius)}"/>`;

/** Graduated rim, sector limits and sector numbers: the same for every employer, computed once. */
const FRAME = ((): string => {
  const limits = Array.from({ length: SECTORS }, (_, index) => {
    const from = pointAt(index / SECTORS, SKY_RADIUS * 0.24);
    const to = pointAt(index / SECTORS, SKY_RADIUS + 16);
    return `M${from.x} ${from.y}L${to.x} ${to.y}`;
  }).join('');
  const numbers = Array.from({ length: SECTORS }, (_, index) => {
    const { x, y } = pointAt((index + 0.5) / SECTORS, SKY_RADIUS + 34);
    return `<text class="sector" x="${x}" y="${y}">${index + 1}</text>`;
  }).join('');
  const rim = `<circle class="rim" r="${SKY_RADIUS + 16}"/><circle class="ticks" r="${SKY_RADIUS + 12}" pathLength="100"/>`;
  return `${rim}<path class="limits" d="${limits}"/>${numbers}`;
})();

/** Inside of the large constellation, viewBox -250 -250 500 500. Holds no text from data. */
export function drawSky(entries: readonly SkyEntry[]): string {
  const stars = placeStars(entries);
  const lines = joinStars(stars)
    .map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`)
    .join('');
  const drawn = stars.map(({ x, y, mark }) => drawMark(mark, x, y, 12)).join('');
  return `${FRAME}${lines ? `<path class="lines" d="${lines}"/>` : ''}${drawn}`;
}

/** Inside of the card form, viewBox -24 -24 48 48: one mark a family, nothing for a family without trace. */
export function drawFamilyMarks(entries: readonly Pick<SkyEntry, 'order' | 'state'>[]): string {
  const marks = familyMarks(entries).map((mark, index) => {
    if (!mark) return '';
    const { x, y } = pointAt((index + 0.5) / SECTORS, 17);
    return drawMark(mark, x, y, 5);
  });
  return `<circle class="rim" r="23"/>${marks.join('')}`;
}
