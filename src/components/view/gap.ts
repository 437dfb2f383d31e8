import type { Benefit, Floor } from '#domain/benefit.ts';
import type { Gap } from '#domain/claim.ts';
import { formatDate } from '#domain/dates.ts';
import { formatNumber, NO_BREAK_SPACE, plural, uncapitalize } from '#domain/french.ts';
import { formatQuantity } from './values.ts';

/** One sentence on the distance to the law, and the article it rests on. */
export type GapView = { text: string; article: string | null; url: string | null; verified: string | null };

/** Differences of percentages are points, never per cent. */
const difference = (value: number, unit: string): string =>
  unit.startsWith('%')
    ? `${formatNumber(value)}${NO_BREAK_SPACE}${plural(value, 'point')}`
    : formatQuantity(value, unit.split('/')[0] ?? unit);

const sourceOf = (floor: Pick<Floor, 'article' | 'url' | 'verifiedOn'> | undefined) => ({
  article: floor?.article ?? null,
  url: floor?.url ?? null,
  verified: floor ? `vérifié le ${formatDate(floor.verifiedOn)}` : null,
});

/** @param benefit gives the direction of its slots and, for optional benefits, the article that leaves it free */
export function describeGap(gap: Gap | null, benefit: Benefit): GapView | null {
  if (!gap) return null;
  if (gap.kind === 'optional')
    return {
      text: 'Avantage facultatif\u00a0: la loi ne fixe pas de minimum.',
      ...sourceOf(benefit.floor.at(-1)),
    };
  if (gap.kind === 'not-comparable') {
    const reason = uncapitalize(gap.reason).replace(/\.$/, '');
    return { text: `Pas comparé à la loi\u00a0: ${reason}.`, ...sourceOf(benefit.floor.at(-1)) };
  }
  const isLess = benefit.values[gap.slot]?.better === 'less';
  const minimum = `${isLess ? 'la règle légale' : 'le minimum légal'} (${formatQuantity(gap.minimum, gap.unit)})`;
  const outside = gap.isBranchUnknown ? ', hors convention collective' : '';
  if (gap.kind === 'at-floor')
    return { text: `Égal à ${minimum}${outside}.`.replace('à le ', 'au '), ...sourceOf(gap) };
  const size = difference(Math.abs(gap.difference), gap.unit);
  const isMore = (gap.kind === 'beyond') !== isLess;
  if (gap.minimum === 0 && gap.kind === 'beyond')
    return { text: `${size} de plus que la loi, qui n’en impose pas${outside}.`, ...sourceOf(gap) };
  const text = `${size} de ${isMore ? 'plus' : 'moins'} que ${minimum}${outside}.`;
  return gap.kind === 'beyond'
    ? { text, ...sourceOf(gap) }
    : { text: `${text} C’est la loi qui s’applique.`, ...sourceOf(gap) };
}

/** The same in a few words, for a cell of a table; null where nothing can be compared. */
export function shortGap(gap: Gap | null, benefit: Benefit): string | null {
  if (!gap || gap.kind === 'not-comparable') return null;
  if (gap.kind === 'optional') return 'sans minimum légal';
  const isLess = benefit.values[gap.slot]?.better === 'less';
  if (gap.kind === 'at-floor') return isLess ? 'égal à la règle légale' : 'égal au minimum légal';
  const size = difference(Math.abs(gap.difference), gap.unit);
  const isMore = (gap.kind === 'beyond') !== isLess;
  const text = `${size} de ${isMore ? 'plus' : 'moins'} que la loi`;
  return gap.kind === 'beyond' ? text : `${text}, qui s’applique`;
}
