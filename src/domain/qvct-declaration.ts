import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { Siret, type Siren } from './ids.ts';
import type { Provenance } from './provenance.ts';
import { QVCT_PERIMETERS, type QvctYear } from './qvct-figures.ts';

/** Figures of one year and perimeter, as an employer declares them in its room. */
export const QvctContent = z.strictObject({
  siret: Siret,
  year: z.int(),
  perimeter: z.enum(QVCT_PERIMETERS),
  publishedOn: IsoDate,
  sourceUrl: z.string().nullable(),
  method: z.string().nullable(),
  figures: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
});
export type QvctContent = z.infer<typeof QvctContent>;

/** As it stands in the inputs of the public facts. */
export type PublishedQvct = { content: QvctContent; declaredOn: IsoDate; expiresOn: IsoDate };

/**
 * One year of one perimeter, whichever establishment sends it. It has the form of a declared claim's id, so that it is
 * withheld, reported and accounted for like one.
 */
export function qvctId(
  siren: Siren,
  { year, perimeter, siret }: Pick<QvctContent, 'year' | 'perimeter' | 'siret'>,
): string {
  const id = `declaration-${siren}-qvct-${year}-${perimeter}`;
  return perimeter === 'etablissement' ? `${id}-${siret}` : id;
}

/** Whether an id names declared figures, and no benefit. */
export const isQvctId = (id: string): boolean => /^declaration-\d{9}-qvct-\d{4}-/.test(id);

/** « Toute l’entreprise », « Établissement 123 456 782 00011 » */
export const PERIMETER_WORDS: Record<QvctContent['perimeter'], (of: Pick<QvctContent, 'siret'>) => string> = {
  entreprise: () => 'Toute l’entreprise',
  etablissement: ({ siret }) =>
    `Établissement ${siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u202f$2\u202f$3\u202f$4')}`,
  ues: () => 'L’UES (unité économique et sociale) entière',
  groupe_france: () => 'Le groupe en France',
};

/** The same inside a sentence: « toute l’entreprise ». */
export const perimeterInWords = (of: Pick<QvctContent, 'perimeter' | 'siret'>): string => {
  const words = PERIMETER_WORDS[of.perimeter](of);
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
};

type Context = { today: IsoDate; provenance: Provenance };

/** The figures that a declaration shows on a day: preview and derivation both come here. */
export function declaredYear(
  { content, declaredOn, expiresOn }: PublishedQvct,
  { today, provenance }: Context,
): { year: QvctYear; changesOn: IsoDate | null } {
  const isLapsed = today >= expiresOn;
  return {
    year: { ...content, basis: 'declared', declaration: { declaredOn, expiresOn, isLapsed }, provenance },
    changesOn: isLapsed ? null : expiresOn,
  };
}
