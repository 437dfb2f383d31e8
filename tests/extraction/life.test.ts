import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '#domain/dates.ts';
import type { IsoDate } from '#domain/dates.ts';
import { createExtractor } from '#extraction/extract.ts';
import { lastDayOfMonth, lastDayOfYears, parsePeriod } from '#extraction/terms/periods.ts';
import { normalize } from '#extraction/text/normalize.ts';

const extractor = createExtractor([]);
const termsOf = (text: string) =>
  extractor.extract(text, { nafCode: null, title: null, legalName: null }).terms;

const day = fc
  .integer({ min: Date.parse('2015-01-01') / 864e5, max: Date.parse('2030-12-31') / 864e5 })
  .map((n) => new Date(n * 864e5).toISOString().slice(0, 10) as IsoDate);

describe('what a text says of its own life', () => {
  it.each([
    ['Le présent accord est conclu pour l’année civile 2024.', '2024-12-31'],
    ['Article 6 – Durée\nCet accord est conclu au titre de l’année 2023.', '2023-12-31'],
    ['Le présent procès-verbal est applicable pour la seule année 2022.', '2022-12-31'],
    [
      'Le présent accord concerne l’ensemble des salariés et salariées de la société Dupuy Emballages du site de Brive pour l’année 2022.',
      '2022-12-31',
    ],
    [
      'Le présent accord est né de ces échanges. Il vise les ouvriers et cadres de Brune Énergie pour la période du 1er janvier 2031 au 31 décembre 2031.',
      '2031-12-31',
    ],
    ['Les mesures du présent accord concernent l’année 2022, sauf autre précision.', '2022-12-31'],
    [
      'Le présent protocole est conclu pour une durée déterminée correspondant à l’exercice 2022.',
      '2022-12-31',
    ],
    ['Cet accord s’applique à l’ensemble du personnel du dépôt pour l’exercice 2021.', '2021-12-31'],
    ['Les mesures du présent accord portent sur l’année 2023.', '2023-12-31'],
    [
      'Article 4 – Durée\nLes mesures sont prises pour une année. Au terme de l’année 2022, le présent accord ne s’appliquera plus.',
      '2022-12-31',
    ],
    [
      'Le présent accord est conclu pour une durée déterminée, le terme étant fixé au 30 juin 2024.',
      '2024-06-30',
    ],
    [
      'Il est conclu pour une durée déterminée dont l’échéance est fixée au 31 mars 2023.\nLe présent accord entre en vigueur le 1er mars 2023 et cessera de plein droit à la date du 31 mai 2023.',
      '2023-05-31',
    ],
    [
      'Le présent accord remplace l’accord signé le 4 mai 2021 qui devait cesser le 30 avril 2023. Le présent accord est conclu pour treize mois, soit jusqu’au 31 mai 2024.',
      '2024-05-31',
    ],
    [
      'Les signataires du présent accord notent que le partage de la valeur relève d’un accord d’entreprise couvrant les exercices 2022 et 2023.',
      null,
    ],
    [
      'Les parties signataires du présent accord retiennent que celui-ci vaut pour tout le personnel sur l’année 2023.',
      '2023-12-31',
    ],
    ['Un projet d’accord est prêt. Il nécessite un avis du comité rendu au plus tard le 15 juin 2023.', null],
  ])('its last day: %s', (text, expected) => expect(termsOf(text).endsOn).toBe(expected));

  it('the first day of a period borrows the year of its last day', () => {
    expect(
      termsOf('Le présent accord est conclu pour un an, du 1er janvier au 31 décembre 2023.'),
    ).toMatchObject({ effectiveOn: '2023-01-01', endsOn: '2023-12-31' });
    expect(termsOf('Le présent accord s’applique du 1er avril au 31 mars 2024.')).toMatchObject({
      effectiveOn: '2023-04-01',
      endsOn: '2024-03-31',
    });
  });

  it.each([
    'Le présent accord, conclu pour un an, prendra fin sans se transformer en accord à durée indéterminée.',
    'Le présent accord est conclu pour une durée d’un an. Il ne continuera pas à produire ses effets comme un accord à durée indéterminée.',
    'Le présent accord est conclu pour une période déterminée d’un an.',
  ])('one year: %s', (text) => expect(termsOf(text).duration).toEqual({ kind: 'fixed', months: 12 }));

  it.each([
    'Le présent accord est conclu pour une durée déterminée. Il prendra fin à la signature du prochain accord de négociation annuelle.',
    'Le présent accord s’applique jusqu’à la clôture de la prochaine NAO.',
    'Le présent accord s’applique pour l’année 2023 et jusqu’aux négociations annuelles obligatoires de 2024.',
    'Les mesures du présent accord sont conclues pour l’exercice 2023, jusqu’à l’issue des NAO 2024.',
    'Le présent accord prend fin à la mise en œuvre complète des mesures décidées.',
  ])('the next negotiation: %s', (text) =>
    expect(termsOf(text)).toMatchObject({ endsOn: null, duration: { kind: 'event' } }),
  );

  it('talks of one year, under a title on duration', () =>
    expect(termsOf('Durée de l’accord\nIl est conclu pour les NAO de l’année 2022.').endsOn).toBe(
      '2022-12-31',
    ));

  it('a printed day stands before the next negotiation', () =>
    expect(
      termsOf('Le présent accord s’applique jusqu’au 31 mars 2024 ou jusqu’aux prochaines NAO.').endsOn,
    ).toBe('2024-03-31'));

  it('what is said first of the whole text holds, not what is said of an exception', () => {
    expect(
      termsOf(
        'Le présent accord est conclu pour une durée de 14 mois à compter du 1er mars 2023, sauf l’article 3, qui a une durée indéterminée.',
      ),
    ).toMatchObject({ effectiveOn: '2023-03-01', duration: { kind: 'fixed', months: 14 } });
  });

  it('« le présent accord » stands before what is said elsewhere', () => {
    expect(
      termsOf(
        'Article 2 – Durée des chantiers\nLe futur chantier, d’une durée de 10 ans, demandera des renforts.\nArticle 9 – Durée\nLe présent accord est conclu pour une durée indéterminée.',
      ).duration,
    ).toEqual({ kind: 'indefinite' });
  });

  it('a renewal that nobody may claim is none', () => {
    expect(
      termsOf(
        'Le présent accord prendra fin le 31 décembre 2023, sans que puisse être invoqué par l’un ou l’autre des signataires présents le bénéfice d’une tacite reconduction.',
      ).isTacitlyRenewed,
    ).toBe(false);
  });

  it.each([
    'Le 2 mai 2022, un accord en faveur de l’égalité entre les femmes et les hommes de toutes les agences a été signé avec les syndicats, pour une durée de trois ans.',
    'En cas de refus du salarié, le délai est reporté pour une durée de 6 mois.',
    'Le présent accord s’applique à tout le personnel en contrat à durée indéterminée ou déterminée.',
    'L’article 2 du présent accord est conclu pour une durée indéterminée.',
  ])('of another thing: %s', (text) => expect(termsOf(`Article 5 – Durée\n${text}`).duration).toBeNull());
});

describe('printed periods', () => {
  const printed = (date: IsoDate): string => normalize(formatDate(date));

  it('give back their two days, with or without the year of the first', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [a, b].sort() as [IsoDate, IsoDate];
        expect(parsePeriod(printed(from), printed(to))).toEqual({ from, to });
        const opening = parsePeriod(printed(from).slice(0, -5), printed(to));
        if (from.slice(0, 4) === to.slice(0, 4)) expect(opening).toEqual({ from, to });
        else expect(opening === null || opening.from <= to).toBe(true);
      }),
    );
  });

  it('never end before they begin', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const period = parsePeriod(printed(a), printed(b));
        expect(period === null).toBe(a > b);
      }),
    );
  });

  it('a month ends the day before the next one, years with the last of them', () => {
    fc.assert(
      fc.property(day, fc.array(fc.integer({ min: 2010, max: 2035 }), { minLength: 1 }), (date, years) => {
        const month = printed(date).replace(/^\S+ /, '');
        const last = lastDayOfMonth(month)!;
        expect(last.slice(0, 7)).toBe(date.slice(0, 7));
        expect(new Date(Date.parse(last) + 864e5).getUTCDate()).toBe(1);
        expect(lastDayOfYears(years.join(', '))).toBe(`${Math.max(...years)}-12-31`);
      }),
    );
  });
});

describe('the first day of a text', () => {
  it('is not that of the accord which it replaces', () =>
    expect(
      termsOf(
        'Le présent accord se substitue à l’accord social applicable au personnel du Groupe Brune du 4 mai 2011. Le présent accord entre en vigueur à compter du 1er juin 2024.',
      ).effectiveOn,
    ).toBe('2024-06-01'));

  it('is told beside what it replaces', () =>
    expect(
      termsOf('Le présent accord se substitue à l’accord social, applicable à compter du 1er juin 2024.')
        .effectiveOn,
    ).toBe('2024-06-01'));

  it('has no end where a letter is missing', () =>
    expect(termsOf('Le présent accord est conclu pour une durée indéterminé.').duration).toEqual({
      kind: 'indefinite',
    }));
});
