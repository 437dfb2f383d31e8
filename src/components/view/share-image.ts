import type { Catalogue } from '#catalogue/catalogue.ts';
import { shownState } from '#domain/claim.ts';
import { formatDate, type IsoDate } from '#domain/dates.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { joinStars, placeStars, SKY_RADIUS, starPath, type Star } from '../constellation.ts';
import { introduce } from './employer.ts';
import { showName } from './names.ts';
import { isGrant } from './states.ts';

export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;
const INK = '#16213e';
const PAPER = '#fbf8f3';
const GOLD = '#e0a100';
const SOFT = '#d5d9e8';
const FONT = 'font-family="Bricolage Grotesque"';
/** Letters that fit beside the sky, in capitals. */
const NAME_LINE = 20;
const TEXT_LINE = 38;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Words in lines of at most `width` letters; what does not fit in `lines` ends with an ellipsis. */
export function wrapWords(text: string, width: number, lines: number): string[] {
  const wrapped: string[] = [];
  // A hyphen ends a piece too: names of places are long.
  for (const word of text.split(/\s+|(?<=-)(?=\S)/)) {
    const last = wrapped.at(-1);
    const joined = last?.endsWith('-') ? `${last}${word}` : `${last} ${word}`;
    if (last !== undefined && joined.length <= width) wrapped[wrapped.length - 1] = joined;
    else wrapped.push(word.length > width ? `${word.slice(0, width - 1)}…` : word);
  }
  if (wrapped.length <= lines) return wrapped;
  const kept = wrapped.slice(0, lines);
  kept[lines - 1] = `${kept[lines - 1]!.slice(0, width - 1)}…`;
  return kept;
} // prettier-ignore

const drawStar = ({ x, y, mark }: Star): string => {
  if (mark === 'ring')
    return `<circle cx="${x}" cy="${y}" r="8" fill="none" stroke="${GOLD}" stroke-width="3"/>`;
  return mark === 'faint'
    ? `<path d="${starPath(x, y, 10)}" fill="none" stroke="${SOFT}" stroke-width="1.5" stroke-dasharray="2 3"/>`
    : `<path d="${starPath(x, y, 13)}" fill="${GOLD}"/>`;
};

const text = (lines: readonly string[], x: number, y: number, size: number, step: number, fill: string): string =>
  lines
    .map((line, at) => `<text x="${x}" y="${y + at * step}" ${FONT} font-size="${size}" fill="${fill}">${escape(line)}</text>`)
    .join(''); // prettier-ignore

/**
 * The picture of an employer for messages and social networks, as SVG: its name, the first sentence of its page, its
 * constellation, the day of the data. A map of what is attested, never a grade.
 */
export function drawShareImage(profile: EmployerProfile, catalogue: Catalogue, dataOn: IsoDate | null): string {
  const granted = profile.entries.filter(
    ({ benefit, lead }) => catalogue.benefitById.has(benefit) && isGrant(lead.state),
  );
  const stars = placeStars(
    granted.map(({ benefit, lead }) => {
      const { family, place } = catalogue.benefitById.get(benefit)!;
      return { order: catalogue.familyById.get(family)!.order, place, state: shownState(lead) };
    }),
  );
  const lines = joinStars(stars)
    .map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`)
    .join('');
  const name = wrapWords(showName(profile.name), NAME_LINE, 3);
  const sentence = wrapWords(introduce(profile, granted).sentence, TEXT_LINE, 3);
  const below = 170 + name.length * 58;
  const foot = [
    dataOn && `Données du ${formatDate(dataOn)}`,
    profile.isFictional && 'employeur fictif, pour la démonstration',
  ].filter(Boolean);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}" viewBox="0 0 ${SHARE_WIDTH} ${SHARE_HEIGHT}">`,
    `<rect width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}" fill="${INK}"/>`,
    `<path d="${starPath(84, 92, 22)}" fill="${GOLD}"/>`,
    text(['Star finder'], 118, 104, 34, 0, PAPER),
    text(name, 62, 190, 48, 58, PAPER),
    text(sentence, 62, below + 40, 29, 40, SOFT),
    text([foot.join(' · ')], 62, 574, 24, 0, SOFT),
    `<g transform="translate(930 315) scale(1.08)">`,
    `<circle r="${SKY_RADIUS + 14}" fill="none" stroke="#4a5883" stroke-width="2"/>`,
    lines && `<path d="${lines}" fill="none" stroke="#97a2c4" stroke-width="2"/>`,
    ...stars.map(drawStar),
    '</g></svg>',
  ]
    .filter(Boolean)
    .join('');
} // prettier-ignore
