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
import { drawFrame } from './sky-frame.ts';
import { escapeHtml } from './view/escape.ts';

const drawMark = (mark: Mark, x: number, y: number, radius: number): string =>
  mark === 'ring'
    ? `<circle class="ring" cx="${x}" cy="${y}" r="${radius * 0.72}"/>`
    : `<path class="${mark}" d="${starPath(x, y, radius)}"/>`;

/** Inside of the large constellation, viewBox -272 -272 544 544. `names`: the ten families in their order. */
export function drawSky(entries: readonly SkyEntry[], names: readonly string[]): string {
  const stars = placeStars(entries);
  const lines = joinStars(stars)
    .map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`)
    .join('');
  const drawn = stars.map(({ x, y, mark }) => drawMark(mark, x, y, 12)).join('');
  return `${drawFrame(names)}${lines ? `<path class="lines" d="${lines}"/>` : ''}${drawn}`;
}

const CARD_MARKS: readonly Record<Mark, string>[] = Array.from({ length: SECTORS }, (_, index) => {
  const { x, y } = pointAt((index + 0.5) / SECTORS, 17);
  return { filled: drawMark('filled', x, y, 5), ring: drawMark('ring', x, y, 5), faint: drawMark('faint', x, y, 5) };
}); // prettier-ignore

/** The card form: one mark a family, nothing for a family without trace. `text` names the families that hold a mark. */
export function familyMarksSvg(entries: readonly Pick<SkyEntry, 'order' | 'state'>[], text: string): string {
  const marks = familyMarks(entries).map((mark, index) => (mark ? CARD_MARKS[index]![mark] : ''));
  return (
    `<svg class="marks" viewBox="-24 -24 48 48" width="48" height="48" role="img" aria-label="${escapeHtml(text)}">` +
    `<circle class="rim" r="23"/>${marks.join('')}</svg>`
  );
}

/** Every benefit at its place, joined by family: the map that all constellations share. Decorative; viewBox as above. */
export function drawMap(places: readonly { order: number; place: number }[]): string {
  const stars = placeStars(places.map((each) => ({ ...each, state: 'in-force' as const })));
  const lines = joinStars(stars).map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`);
  const drawn = stars.map(({ x, y }, index) => starPath(x, y, index % 3 === 0 ? 9 : 6));
  return `<circle class="rim" r="${SKY_RADIUS + 14}"/><path class="lines" d="${lines.join('')}"/><path class="filled" d="${drawn.join('')}"/>`;
}
