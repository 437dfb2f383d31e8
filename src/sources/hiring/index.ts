import type { SourceCard } from '../source.ts';

/**
 * La Bonne Boîte is asked establishment by establishment, so it has a card and no files. Documentation of the API:
 * https://francetravail.io/produits-partages/catalogue/bonne-boite-v2/documentation. Its terms are accepted with the
 * subscription on that portal: whoever turns the source on has read there what may be published again.
 */
export const hiringCard: SourceCard = {
  id: 'hiring',
  label: 'La Bonne Boîte : signal d’embauche',
  publisher: 'France Travail',
  licence: {
    name: 'Conditions de l’API La Bonne Boîte',
    url: 'https://francetravail.io/produits-partages/catalogue/bonne-boite-v2',
  },
  homepage: 'https://labonneboite.francetravail.fr/',
  cadence: 'chaque établissement est demandé une fois par mois',
  attribution: 'Source : La Bonne Boîte, France Travail ; information indicative',
  expected: { full: 0, increment: 0 },
};
