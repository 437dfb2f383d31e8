import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, parseIsoDate } from '#domain/dates.ts';
import type { IsoDate } from '#domain/dates.ts';
import { termOfBenefit } from '#domain/term.ts';
import { limitsIn } from '#extraction/terms/limits.ts';
import { normalize } from '#extraction/text/normalize.ts';

const lasting = (text: string) => limitsIn(normalize(text)).map(({ lasts }) => lasts);

describe('how long a sentence says that something lasts', () => {
  it.each([
    ['Un accord sur le télétravail a été signé, à durée déterminée jusqu’au 31 décembre 2022.', '2022-12-31'],
    ['L’accord d’intéressement prend fin le 30 juin 2023.', '2023-06-30'],
    ['Le dispositif expire le 01/03/2024.', '2024-03-01'],
    ['L’aide est prolongée jusqu’en juin 2023.', '2023-06-30'],
    ['L’aide est prolongée jusqu’à fin février 2024.', '2024-02-29'],
    ['Le tarif vaut jusqu’à la fin de l’année 2023.', '2023-12-31'],
    [
      'Les majorations sont prises en charge uniquement sur les 6 premiers mois de l’année civile 2022.',
      '2022-06-30',
    ],
    ['Le montant est maintenu pendant les neuf premiers mois de 2023.', '2023-09-30'],
    ['L’aide est versée sur la période du 1er janvier au 30 juin 2023.', '2023-06-30'],
    ['La prime est instaurée pendant la période allant du 01/10/2022 au 31/03/2023.', '2023-03-31'],
    ['Le dispositif est mis en place d’avril 2022 à mars 2023.', '2023-03-31'],
    ['Un accord d’intéressement a été conclu pour les exercices 2020 à 2022.', '2022-12-31'],
    ['Un accord d’intéressement 2021 – 2022 – 2023 est en vigueur.', '2023-12-31'],
    ['Il porte sur les 3 prochaines années, pour les années (2020/2021/2022).', '2022-12-31'],
    ['Un accord a été signé le 4 mai 2020 pour une durée de trois ans.', '2023-05-03'],
    ['Le chèque sera versé en février 2022.', '2022-12-31'],
    ['Pendant six mois à compter du 1er janvier 2023, le panier est porté à 7 €.', '2023-06-30'],
  ])('%s', (text, day) => expect(lasting(text)).toContainEqual({ until: day }));

  it.each([
    ['L’accord sera reconduit à l’identique pour une période de 3 ans.', 36],
    ['Le dispositif est mis en place à titre expérimental pour une durée de six mois.', 6],
  ])('%s', (text, months) => expect(lasting(text)).toEqual([{ months }]));

  it.each([
    'La prime est versée le 31 décembre de chaque année.',
    'Les salariés peuvent souscrire jusqu’au 12 janvier 2022.',
    'Les jours acquis peuvent être pris jusqu’au 31 mai 2023.',
    'Les primes sont gelées jusqu’au 30 juin 2023.',
    'Le congé est ouvert jusqu’au douzième anniversaire de l’enfant.',
    'La mesure s’applique jusqu’au 31 février 2023.',
    'Ce montant vaut pour la période de référence du 1er juin 2022 au 31 mai 2023.',
    'La part employeur, applicable jusqu’au 31 décembre 2022, est portée à 60 %.',
    'L’abonnement est remboursé pendant un an.',
    'L’accord d’intéressement signé en 2021 récompense les équipes.',
    '',
  ])('nothing: %s', (text) => expect(lasting(text)).toEqual([]));

  it('gives back the day printed', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => parseIsoDate(date.toISOString().slice(0, 10))!);
    fc.assert(
      fc.property(day, (date) => {
        expect(lasting(`L’aide est versée jusqu’au ${formatDate(date)}.`)).toEqual([{ until: date }]);
      }),
    );
  });

  it('reads any line in time that grows with its length', () => {
    const hostile = 'accord du 1er au pour la période du 2022, 2022, prolongé en ';
    const timed = (times: number): number => {
      const start = performance.now();
      limitsIn(hostile.repeat(times));
      return performance.now() - start;
    };
    timed(200);
    expect(timed(1600)).toBeLessThan(40 * Math.max(1, timed(200)));
  });
});

describe('the term of a benefit with its own end', () => {
  const term = {
    effectiveOn: '2023-01-01' as IsoDate,
    effectiveBasis: 'text' as const,
    endsOn: null,
    endBasis: null,
    presumedFrom: null,
    renewedUntil: null,
  };

  it('so many months run from the effect of the text', () => {
    expect(termOfBenefit({ months: 12 }, term, null).endsOn).toBe('2023-12-31');
    expect(termOfBenefit({ months: 6 }, { ...term, effectiveOn: null }, '2022-05-10' as IsoDate).endsOn).toBe(
      '2022-11-09',
    );
    expect(termOfBenefit(null, term, null)).toBe(term);
  });

  it('outlives the text only where it is said to have no end', () => {
    const ended = { ...term, endsOn: '2023-06-30' as IsoDate, endBasis: 'text' as const };
    expect(termOfBenefit({ months: 12 }, ended, null)).toBe(ended);
    expect(termOfBenefit({ until: '2023-03-31' as IsoDate }, term, null)).toMatchObject({
      endsOn: '2023-03-31',
      endBasis: 'clause',
    });
    expect(termOfBenefit({ isEndless: true }, ended, null)).toMatchObject({
      endsOn: null,
      endBasis: 'clause',
      presumedFrom: null,
    });
  });
});
