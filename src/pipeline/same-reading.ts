import { createExtractor } from '#extraction/extract.ts';
import type { Benefit } from '#domain/benefit.ts';
import type { ExtractorParts } from '#domain/extraction.ts';
import type { BenefitId } from '#domain/ids.ts';

/** Whether what another version read stands; `text` is asked only where the benefits it named leave that open. */
export type SameReading = (named: readonly BenefitId[], text: () => string) => boolean;

/**
 * Since a version of the same code, only some benefits changed: what it read stands wherever none of these was named, nor
 * would be now. Null when the code changed too.
 */
export function sameReading(
  before: ExtractorParts,
  now: ExtractorParts,
  benefits: readonly Benefit[],
): SameReading | null {
  if (before.code !== now.code) return null;
  const ids = new Set([...Object.keys(before.benefits), ...Object.keys(now.benefits)]) as Set<BenefitId>;
  const changed = new Set([...ids].filter((id) => before.benefits[id] !== now.benefits[id]));
  const extractor = createExtractor(benefits.filter(({ id }) => changed.has(id)));
  return (named, text) => !named.some((id) => changed.has(id)) && !extractor.mentions(text());
}
