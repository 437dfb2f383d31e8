import { readProfile } from '#db/facts/read.ts';
import type { Siren } from '#domain/ids.ts';
import { bannerOfList, bannerOfPage } from './banner.ts';

const isFictional = (siren: Siren | null): boolean =>
  siren !== null && (readProfile(siren)?.isFictional ?? false);

/** Banner of a page about one employer, of which it may show what its own page shows no more. */
export const bannerOfEmployer = (siren: Siren | null): string | null => bannerOfPage(isFictional(siren));

/** Banner of a page that names several. */
export const bannerOfEmployers = (sirens: Iterable<Siren | null>): string | null =>
  bannerOfList([...new Set(sirens)].some(isFictional));
