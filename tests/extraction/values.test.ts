import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { convertPeriod, unitOf } from '#extraction/patterns/units.ts';
import { createExtractor } from '#extraction/extract.ts';

const extractor = createExtractor(loadCatalogue().benefits);
const context = { nafCode: null, title: null, legalName: null };
const valuesOf = (text: string, benefit: string) =>
  extractor.extract(text, context).findings.find((finding) => finding.benefit === benefit)?.values;

describe('convertPeriod', () => {
  it('turns a month into a year and back', () => {
    expect(convertPeriod(50, 'm', unitOf('€/an'))).toBe(600);
    expect(convertPeriod(540, 'y', unitOf('€/mois'))).toBe(45);
  });

  it('never compares days with weeks or months', () => {
    expect(convertPeriod(5, 'm', unitOf('jours/semaine'))).toBeNull();
    expect(convertPeriod(2, 'd', unitOf('€/mois'))).toBeNull();
  });
});

describe('by what an amount is counted', () => {
  it.each([
    ['L’indemnité kilométrique de trajet est portée de 0,20 € à 0,22 €/km.', 0.22, 'par kilomètre'],
    ['L’indemnité de trajet versée par kilomètre est revalorisée à 0,19 €.', 0.19, 'par kilomètre'],
    ['Une prime de transport de 1,50 € par jour travaillé est versée.', 1.5, 'par jour'],
    ['La prime carburant passe de 20 à 25 € bruts mensuels.', 25, 'par mois'],
    ['Une prime de transport de 180 € par an est accordée à tous.', 180, 'par an'],
    ['La prime carburant est portée à 75 €.', 75, undefined],
  ])('%s', (text, amount, per) =>
    expect(valuesOf(text, 'velo-voiture')).toEqual(per ? { amount, per } : { amount }),
  );

  it('says nothing without an amount', () => {
    expect(valuesOf('Des vélos sont mis à disposition des salariés par mois.', 'velo-voiture')).toEqual({});
  });
});

describe('values in a sentence', () => {
  it('gives the employer what the employee does not pay', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (share) => {
        const text = `La cotisation de la mutuelle est répartie ainsi : ${share} % à la charge du salarié.`;
        const employerShare = valuesOf(text, 'mutuelle')?.employerShare;
        // The law leaves at least half to the employer: less is a misreading, and no value is better than a wrong one.
        expect(employerShare).toBe(share <= 50 ? 100 - share : undefined);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the target of a change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 11 }), fc.integer({ min: 1, max: 9 }), (from, more) => {
        const text = `La valeur faciale du titre-restaurant passe de ${from} € à ${from + more} €.`;
        expect(valuesOf(text, 'titres-restaurant')).toMatchObject({ faceValue: from + more });
      }),
      { numRuns: 30 },
    );
  });

  it('leaves aside what comes only if a price rises', () => {
    const text =
      'Il a été convenu ce qui suit :\nUne indemnité kilométrique est versée pour le trajet domicile-travail. Elle sera portée à 0,17 € au 1er janvier si le prix du gazole dépasse 2 € par litre.';
    expect(valuesOf(text, 'velo-voiture')).toEqual({});
  });

  it('reads face value and share of one sentence apart', () => {
    expect(
      valuesOf(
        'Des titres-restaurant de 9 € sont attribués, dont 60 % à la charge de l’employeur.',
        'titres-restaurant',
      ),
    ).toMatchObject({ faceValue: 9, employerShare: 60 });
  });

  it('refuses a figure that cannot be: no value rather than a wrong one', () => {
    expect(
      valuesOf('Le télétravail est ouvert à raison de 12 jours par semaine.', 'teletravail')?.['daysPerWeek'],
    ).toBeUndefined();
  });
});

describe('a level that is raised by stages', () => {
  it('is the last one, where the line below starts from the first', () =>
    expect(
      valuesOf(
        'Mutuelle\nLa part de l’employeur à la mutuelle est portée de :\n30 € à 35 € pour les salariés isolés au 1er janvier 2024 ;\npuis de 35 € à 40 € pour les salariés isolés au 1er juillet 2024.',
        'mutuelle',
      ),
    ).toEqual({ employerAmount: 40 }));

  it('is no sum that is paid in two parts', () =>
    expect(
      valuesOf(
        'Prime de vacances\nLa prime de vacances est versée en deux fois :\n400 € en juin,\npuis 300 € en décembre.',
        'treizieme-mois',
      ),
    ).toEqual({ amount: 400 }));
});
