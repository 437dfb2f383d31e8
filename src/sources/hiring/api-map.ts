import { z } from 'zod';
import type { Siret } from '#domain/ids.ts';

/**
 * `GET /potentielEmbauche?siret=…` of La Bonne Boîte v2: `{ items: [{ siret, is_high_potential, … }] }`, one item an
 * establishment (and occupation), none where the service does not know it. The item is the one that
 * https://github.com/gip-inclusion/immersion-facile types as `LaBonneBoiteApiResultV2Props`. Name, e-mail, place and
 * `hiring_potential` (a score without a published scale) are not read, and so never kept.
 */
export const HiringAnswer = z.object({
  items: z.array(z.object({ siret: z.string(), is_high_potential: z.boolean().nullish() })),
});

/** Whether the service expects hirings there; null where it says nothing of that establishment. */
export function fromAnswer({ items }: z.infer<typeof HiringAnswer>, siret: Siret): boolean | null {
  const said = items.filter((item) => item.siret === siret).flatMap((item) => item.is_high_potential ?? []);
  return said.length > 0 ? said.includes(true) : null;
}
