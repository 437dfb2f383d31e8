import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { Finding } from '#domain/extraction.ts';
import { createExtractor } from '#extraction/extract.ts';

export const extractor = createExtractor(loadCatalogue().benefits);

export const findingsOf = (text: string): Finding[] =>
  extractor.extract(text, { nafCode: null, title: null, legalName: null }).findings;

/** The first thing a text says of a benefit, whatever its standing. */
export const findingOf = (text: string, benefit: string): Finding | undefined =>
  findingsOf(text).find((one) => one.benefit === benefit);

/** The first grant of a benefit in a text. */
export const grantOf = (benefit: string, text: string): Finding | undefined =>
  findingsOf(text).find((one) => one.benefit === benefit && one.standing === 'granted');
