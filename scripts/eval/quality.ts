import type { Benefit } from '../../src/domain/benefit.ts';
import type { IsoDate } from '../../src/domain/dates.ts';
import type { Extraction } from '../../src/domain/extraction.ts';
import type { BenefitId } from '../../src/domain/ids.ts';
import type { Quality, Tally } from '../../src/domain/quality.ts';
import type { Extractor } from '../../src/extraction/extract.ts';
import type { GoldText } from './gold.ts';
import { emptyCounts, measure } from './measure.ts';

const sum = (tallies: Iterable<Tally>): Tally => {
  const total = emptyCounts();
  for (const tally of tallies)
    for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
  return total;
};

/** Examples of one content file: each is judged on its own benefit only, whatever else it may speak of. */
function toGold({ id, examples }: Benefit): GoldText[] {
  const own = { nafCode: null, legalName: null, ignored: new Set<string>(), isHeldOut: false };
  const grants = examples.match.map(({ text, values = {} }, i) => ({
    ...own,
    id: `${id} match ${i}`,
    text,
    claims: [{ benefit: id, standing: 'granted' as const, values }],
  }));
  const traps = examples.miss.map(({ text }, i) => ({ ...own, id: `${id} miss ${i}`, text, claims: [] }));
  return [...grants, ...traps];
}

/** The sentences of the content files, read by the whole extractor. */
export function measureOwn(benefits: readonly Benefit[], extractor: Extractor): Map<BenefitId, Tally> {
  const read = readWith(extractor);
  return new Map(
    benefits.map((benefit) => [benefit.id, measure(toGold(benefit), read, namesOf([benefit])).overall]),
  );
}

export const readWith =
  (extractor: Extractor) =>
  ({ text, nafCode, legalName }: GoldText): Extraction =>
    extractor.extract(text, { nafCode, legalName, title: null });

const namesOf = (benefits: readonly Benefit[]): ReadonlySet<string> => new Set(benefits.map(({ id }) => id));

/** Real texts by their measure: how many, and what came out for each benefit. */
export type RealFigures = { real: Quality['real']; tallies: ReadonlyMap<string, Tally> };

export const keptReal = ({ real, benefits }: Quality): RealFigures => ({
  real,
  tallies: new Map(Object.entries(benefits).map(([id, measured]) => [id, measured.real])),
});

export function measureReal(
  benefits: readonly Benefit[],
  extractor: Extractor,
  { texts, passages }: { texts: readonly GoldText[]; passages: readonly GoldText[] },
  measuredOn: IsoDate,
): RealFigures {
  const real = measure([...texts, ...passages], readWith(extractor), namesOf(benefits));
  const employers = new Set(passages.map(({ legalName }) => legalName)).size;
  const size = { texts: texts.length, passages: passages.length, employers };
  return { real: { measuredOn, extractor: extractor.version, ...size }, tallies: real.byBenefit };
}

/** Passages read for the first time: counted together, for each benefit is in too few of them. */
export function measureUnseen(
  benefits: readonly Benefit[],
  extractor: Extractor,
  passages: readonly GoldText[],
  measuredOn: IsoDate,
): NonNullable<Quality['unseen']> {
  const { overall } = measure(passages, readWith(extractor), namesOf(benefits));
  return { measuredOn, extractor: extractor.version, passages: passages.length, tally: overall };
}

/** Figures of both sets for the quality page and the publication gate. Holds no word of the texts. */
export function measureQuality(
  benefits: readonly Benefit[],
  extractor: Extractor,
  { real, tallies }: RealFigures,
  measuredOn: IsoDate,
): Quality {
  const ids = benefits.map(({ id }) => id).sort();
  const realOf = (id: BenefitId): Tally => tallies.get(id) ?? emptyCounts();
  const own = measureOwn(benefits, extractor);
  const count = (of: (benefit: Benefit) => number): number =>
    benefits.reduce((total, benefit) => total + of(benefit), 0);
  return {
    real,
    own: {
      measuredOn,
      extractor: extractor.version,
      grants: count(({ examples }) => examples.match.length),
      traps: count(({ examples }) => examples.miss.length),
    },
    overall: { real: sum(ids.map(realOf)), own: sum(own.values()) },
    benefits: Object.fromEntries(ids.map((id) => [id, { real: realOf(id), own: own.get(id)! }])),
  };
}
