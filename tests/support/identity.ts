import type { Identity } from '#domain/profile.ts';
import { day } from './facts.ts';

/** What SIRENE says of a made-up employer. */
export const makeIdentity = (changes: Partial<Identity> = {}): Identity => ({
  legalName: 'VERRERIE TRISTEALLE',
  acronym: 'VT',
  tradeNames: ["L'ATELIER"],
  nafCode: '6201Z',
  nafLabel: 'Programmation informatique',
  naf2025Code: '6210Y',
  naf2025Label: 'Activités de programmation informatique',
  headcountBand: '21',
  headcountLabel: '50 à 99 salariés',
  headcountYear: 2024,
  groupCategory: 'GE',
  groupCategoryYear: 2023,
  legalCategory: { code: '5710', label: 'SAS, société par actions simplifiée' },
  isEss: true,
  isMission: true,
  formerSirens: [],
  followedBy: null,
  isActive: true,
  establishments: [],
  establishmentCount: 1,
  provenance: {
    source: 'sirene',
    file: 'StockUniteLegale_utf8.parquet',
    url: null,
    publishedOn: day('2026-11-01'),
    sha256: 'a'.repeat(64),
  },
  ...changes,
});
