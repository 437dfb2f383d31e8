import { expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { createExtractor } from '#extraction/extract.ts';

const extractor = createExtractor(loadCatalogue().benefits);
const yearOf = (text: string, benefit = 'prime-partage-valeur') =>
  extractor
    .extract(text, { nafCode: null, title: null, legalName: null })
    .findings.find((found) => found.benefit === benefit)?.oneOff;

it('a prime de partage de la valeur is always paid once', () => {
  expect(yearOf('Une prime de partage de la valeur de 800 € est versée à tous les salariés.')).toEqual({
    year: null,
  });
});

it('gives the year of the payment, not that of the law, of the presence or of the results', () => {
  expect(
    yearOf(
      'Conformément à la loi du 16 août 2022, une prime de partage de la valeur de 500 € est versée avec la paie de mars 2023.',
    ),
  ).toEqual({ year: 2023 });
  expect(
    yearOf(
      'Avant le 31/03/2024, une PPV de 300 € sera versée aux salariés, au prorata de leur présence durant l’année 2023.',
    ),
  ).toEqual({ year: 2024 });
});

it.each([
  [
    'Montant\nLe montant de la PPV est de 450 €.\nVersement\nElle sera versée avec la paie de mai 2023.',
    2023,
  ],
  [
    'La PPV est de 450 € pour les présents au 1er mai 2023.\nLa paie de juin 2024 portera ce versement.',
    2024,
  ],
  [
    'La PPV est de 450 €.\nAugmentations\nLe versement se fait à compter de la paie de juin 2024, selon la période close en mai 2023.',
    null,
  ],
  ['La PPV est de 450 €.\nTitres-restaurant\nLe versement de la part patronale reprend en juin 2024.', null],
])('is dated by the payment that is told below, and by nothing else: %s', (text, year) => {
  expect(yearOf(text)).toEqual({ year });
});

it('what is paid each month of a year is no payment made once', () => {
  const told = (how: string) =>
    yearOf(
      `La Direction décide de verser une prime de transport de 12 € ${how} pour l’année 2024.`,
      'velo-voiture',
    );
  expect(told('par mois')).toBeNull();
  expect(told('à chacun')).toEqual({ year: 2024 });
});

it('an exceptional budget that comes back each year is no payment made once', () => {
  expect(
    yearOf(
      'La Direction convient d’une enveloppe exceptionnelle de 20 000 €, allouée chaque année, pour supprimer les écarts de salaire entre les femmes et les hommes.',
      'egalite',
    ),
  ).toBeNull();
});

it('a supplement of profit sharing is for one closed year, the scheme itself lasts', () => {
  expect(
    yearOf(
      'La Direction a décidé un supplément d’intéressement de 400 € par salarié, versé en juin 2023.',
      'interessement',
    ),
  ).toEqual({ year: 2023 });
  expect(
    yearOf(
      'Un accord d’intéressement a été signé le 4 juin 2022 pour les exercices 2022 à 2024.',
      'interessement',
    ),
  ).toBeNull();
});

it('a yearly limit comes back, and days taken at once are no payment made once', () => {
  expect(
    yearOf(
      'Pour les salariés qui partent en mission de façon exceptionnelle, la société prend en charge les frais de garde d’enfants dans la limite de 400 euros par an.',
      'garde-enfants',
    ),
  ).toBeNull();
  expect(
    yearOf(
      'Événements familiaux\nMariage du salarié : 6 jours ouvrés\nEn une fois : les jours ouvrés qui suivent l’événement.',
      'evenements-familiaux',
    ),
  ).toBeNull();
});
