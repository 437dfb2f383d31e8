import { describe, expect, it } from 'vitest';
import { createExtractor } from '#extraction/extract.ts';
import { parsePrintedDate } from '#extraction/terms/dates.ts';

const extractor = createExtractor([]);
const termsOf = (text: string, title: string | null = null) =>
  extractor.extract(text, { nafCode: null, title, legalName: null }).terms;

describe('printed dates', () => {
  it.each([
    ['1er janvier 2023', '2023-01-01'],
    ['premier janvier 2023', '2023-01-01'],
    ['29 fevrier 2024', '2024-02-29'],
    ['31/12/2025', '2025-12-31'],
    ['01.04.24', '2024-04-01'],
  ])('%s', (text, expected) => expect(parsePrintedDate(text)).toBe(expected));

  it.each(['29 fevrier 2023', '31/04/2024', '12 brumaire 2024', '99/99/9999'])('%s is no day', (text) =>
    expect(parsePrintedDate(text)).toBeNull(),
  );
});

describe('life of the text', () => {
  it('reads effect, duration and renewal', () => {
    const terms = termsOf(
      'Article 9 – Durée\nLe présent accord est conclu pour une durée de trois (3) ans à compter du 1er avril 2022. Il est renouvelable par tacite reconduction.',
    );
    expect(terms).toMatchObject({
      effectiveOn: '2022-04-01',
      duration: { kind: 'fixed', months: 36 },
      isTacitlyRenewed: true,
    });
  });

  it('reads an end', () => {
    expect(
      termsOf(
        'Le présent accord entre en vigueur le 1er janvier 2023 et cessera de produire effet le 31 décembre 2025.',
      ),
    ).toMatchObject({ effectiveOn: '2023-01-01', endsOn: '2025-12-31' });
  });

  it('takes « sans tacite reconduction » for what it says', () => {
    expect(
      termsOf('Le présent accord, conclu pour un an, ne pourra pas être reconduit par tacite reconduction.')
        .isTacitlyRenewed,
    ).toBe(false);
  });

  it('does not take contracts of employment or measures for the text', () => {
    expect(
      termsOf(
        'Les salariés en contrat à durée indéterminée sont concernés. Cette mesure prend effet le 1er mai 2022.',
      ),
    ).toMatchObject({ duration: null, effectiveOn: null });
  });

  it('reads an indefinite duration and one calendar year', () => {
    expect(termsOf('Le présent accord est conclu pour une durée indéterminée.').duration).toEqual({
      kind: 'indefinite',
    });
    expect(termsOf('Le présent accord est applicable pour l’année 2023.').endsOn).toBe('2023-12-31');
  });
});

describe('references', () => {
  it('reads what is replaced, ended and amended', () => {
    expect(
      termsOf('Le présent accord annule et remplace l’accord sur le télétravail du 12 mars 2019.').references,
    ).toEqual([
      { relation: 'replaces', number: null, title: 'accord sur le télétravail', signedOn: '2019-03-12' },
    ]);
    expect(
      termsOf('Les parties dénoncent l’accord relatif aux astreintes du 01/02/2010.').references[0],
    ).toMatchObject({ relation: 'ends', signedOn: '2010-02-01' });
    expect(
      termsOf('', 'Avenant n° 2 à l’accord d’intéressement du 29 juin 2021').references[0],
    ).toMatchObject({ relation: 'amends', signedOn: '2021-06-29' });
  });

  it('leaves national agreements alone', () => {
    expect(
      termsOf('Cet article complète l’accord national interprofessionnel du 19 juin 2013.').references,
    ).toEqual([]);
  });
});

describe('members', () => {
  it('reads SIREN and names of a UES', () => {
    const { members } = termsOf(
      'L’unité économique et sociale est composée des sociétés suivantes :\n- Société ALPHA FICTIVE, RCS Rennes 732 829 320\n- Société BETA FICTIVE, SIRET 732 829 320 00074',
    );
    expect(members.sirens).toEqual(['732829320']);
    expect(members.names).toEqual(['ALPHA FICTIVE', 'BETA FICTIVE']);
  });

  it('reads none when the text is about one company', () => {
    expect(termsOf('La société ALPHA FICTIVE, SIREN 732 829 320, est seule signataire.').members).toEqual({
      sirens: [],
      names: [],
    });
  });
});

describe('another text than this one', () => {
  it.each([
    'Un accord a été signé le 18 mai 2020 pour une durée de 3 ans. Il faudra en négocier un autre.',
    'Un accord collectif d’intéressement a été conclu en 2020 pour une durée de trois ans.',
    'Article 2 – Durée du travail\nLe temps partiel est accordé pour une durée d’un an.',
  ])('lends it no duration: %s', (text) => {
    expect(termsOf(text).duration).toBeNull();
  });
});

describe('a record of disagreement', () => {
  const opening = 'PROCÈS-VERBAL DE DÉSACCORD\nLes parties n’ont pu se mettre d’accord.';

  it('is one-sided, and ends with the year of its measures', () => {
    for (const title of ['MESURES UNILATÉRALES PRISES PAR LA DIRECTION POUR 2023', 'III. Décisions de l’employeur au titre de l’année 2023'])
      expect(termsOf(`${opening}\n${title}\nLe budget est de 2 %.`)).toMatchObject({
        isOneSided: true,
        endsOn: '2023-12-31',
      });
  }); // prettier-ignore

  it('tells no end where no year is named, or another text is', () => {
    expect(termsOf(`${opening}\nMESURES UNILATÉRALES\nLe budget est de 2 %.`).endsOn).toBeNull();
    expect(termsOf('ACCORD COLLECTIF\nMesures pour 2023\nLe budget est de 2 %.')).toMatchObject({ endsOn: null });
    expect(termsOf('ACCORD COLLECTIF\nMesures pour 2023\nLe budget est de 2 %.').isOneSided).toBeUndefined();
  }); // prettier-ignore
});
