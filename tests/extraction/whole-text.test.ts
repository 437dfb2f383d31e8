import { describe, expect, it } from 'vitest';
import { createExtractor } from '#extraction/extract.ts';

const extractor = createExtractor([]);
const termsOf = (text: string) =>
  extractor.extract(text, { nafCode: null, title: null, legalName: null }).terms;
const lines = (...all: string[]) => all.join('\n');

describe('the first day of the whole text', () => {
  it.each([
    ['Le présent accord prend effet le 1er avril 2023.', '2023-04-01'],
    [
      'Article 7 – Durée\nLe présent accord vaut un an.\nIl entre en application au 1er juillet 2024.',
      '2024-07-01',
    ],
    [
      'Le présent protocole est mis en application à compter du 1er mars 2021 dans tous les dépôts.',
      '2021-03-01',
    ],
    ['Article 9 – Prise d’effet\nLes mesures entrent en vigueur le 1er mai 2023.', '2023-05-01'],
    ['Le présent règlement se substitue, à effet du 1er octobre 2022, à celui du 4 mai 2015.', '2022-10-01'],
    [
      'Le présent accord s’applique aux ateliers de Brive et à leur personnel à compter du 1er juin 2022.',
      '2022-06-01',
    ],
  ])('is told of it: %s', (text, day) => expect(termsOf(text).effectiveOn).toBe(day));

  it.each([
    'La hausse générale est de 2 %. Elle sera applicable de manière rétroactive au 1er septembre 2022.',
    'Article 5 – Entrée en vigueur\nLes augmentations individuelles entreront en vigueur le 1er mars 2023.',
    'Article 5 – Entrée en vigueur\nLa grille des minima ci-jointe est applicable au 1er janvier 2023.',
    'La disposition du point 3 du présent accord est applicable dès la paie de mai avec effet rétroactif au 1er février 2023.',
    'Dans le cadre du présent accord, les primes de site sont revalorisées avec prise d’effet au 1er février 2023.',
    'Le présent accord s’applique aux ouvriers inscrits à l’effectif au 31 octobre 2022.',
    'Le présent accord s’applique à ceux qui étaient présents sur le site au 31 décembre 2022.',
    'Article 5 – Durée\nEn juin, la société a négocié et signé un accord de prévoyance qui entrera en vigueur le 1er janvier 2023.',
  ])('is not that of one measure, of a count, of another text: %s', (text) =>
    expect(termsOf(text).effectiveOn).toBeNull(),
  );

  it('is not that of a measure under another title than the one that names the text', () =>
    expect(
      termsOf(
        lines(
          'ARTICLE 1 – Champ',
          'Le présent accord s’applique à la société Dupuy Emballages.',
          'ARTICLE 2 – Salaires',
          'Ces dispositions prendront effet le 1er janvier 2022.',
          'ARTICLE 3 – Formalités',
          'Le présent accord est conclu pour douze mois, du 5 février 2022 au 4 février 2023.',
        ),
      ),
    ).toMatchObject({ effectiveOn: '2022-02-05', endsOn: '2023-02-04' }));
});

describe('the day of signature', () => {
  it.each([
    ['Fait à Brive, le 3 mai 2023', '2023-05-03'],
    [
      'Un exemplaire est remis à chacun. Fait à Tulle en 4 exemplaires originaux, le 12/06/2022',
      '2022-06-12',
    ],
    ['Fait le 1er mars 2021 à Brive', '2021-03-01'],
  ])('is printed: %s', (text, day) => expect(termsOf(text).signedOn).toBe(day));

  it.each([
    'Le choix est fait à la main le 3 mai 2023.',
    'L’accord signé à Brive le 4 mai 2019 reste en vigueur.',
    'Fait à Brive, le ________',
  ])('is not: %s', (text) => expect(termsOf(text).signedOn).toBeUndefined());
});

describe('the end of the whole text', () => {
  it('is that of the years it is for, above a length counted from its signature', () =>
    expect(
      termsOf(
        'Article 8 – Durée\nLe présent accord est conclu pour trois ans. Ce dernier couvre la période 2023 à 2025.',
      ),
    ).toMatchObject({ endsOn: '2025-12-31' }));

  it('is unknown where the years and the length do not agree', () =>
    expect(
      termsOf(
        'Article 8 – Durée\nLe présent accord est conclu pour un an. Il porte sur l’exercice 2023-2024.',
      ).endsOn,
    ).toBeNull());

  it('is told of « cet accord » where the text closes', () =>
    expect(
      termsOf(
        'Elles sont applicables pour l’année 2022.\nCet accord sera valable et appliqué à compter du 1er novembre 2022 et pour toute l’année 2023.',
      ),
    ).toMatchObject({ effectiveOn: '2022-11-01', endsOn: '2023-12-31' }));

  it.each([
    'Le présent texte sera déposé.\nPour la période du 01/01/2023 au 31/12/2023\nFait à Brive, le 12/12/2022',
    'Les parties se sont entendues sur les mesures suivantes, pour la période du 1er janvier au 31 décembre 2023 :\nUne prime de fête de 80 €.',
  ])('is that of the period it names: %s', (text) =>
    expect(termsOf(text)).toMatchObject({ effectiveOn: '2023-01-01', endsOn: '2023-12-31' }),
  );

  it.each([
    'Horaires d’été : les dispositions suivantes valent du 1er juin au 31 août 2023 :\nFin de poste à midi.',
    'Le nombre de trajets est relevé pour la période du 1er janvier au 31 mars 2023.\nIl est de douze.',
  ])('is not that of a season: %s', (text) => expect(termsOf(text).endsOn).toBeNull());

  it('is not that of an accord joined to it', () => {
    const main = [
      'Le présent accord est conclu pour une durée indéterminée.',
      ...Array.from({ length: 16 }, (_, i) => `Disposition numéro ${i + 1}.`),
    ];
    const joined = ['Annexe 1 : accord sur la prime', 'Le présent accord prend fin le 31 mars 2023.'];
    expect(termsOf(lines(...main, ...joined))).toMatchObject({
      endsOn: null,
      duration: { kind: 'indefinite' },
    });
    expect(termsOf(lines(...main.slice(1), ...joined)).endsOn).toBe('2023-03-31');
  });
});
