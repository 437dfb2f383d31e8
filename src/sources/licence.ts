/** Licence of most public data of the State. */
export const LICENCE_OUVERTE = {
  name: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;
