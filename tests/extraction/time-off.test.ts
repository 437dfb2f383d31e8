import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

/** Classes of errors met while reading what agreements give in time and for the family; the sentences are written for the test. */
describe('is no grant of this benefit', () => {
  it.each([
    [
      'teletravail',
      'a topic that a minute announces',
      'Concernant l’ajout d’un second jour de télétravail par semaine.',
    ],
    [
      'garde-enfants',
      'a custody',
      'La Direction s’engage à caler les congés sur la décision de justice fixant la garde des enfants.',
    ],
    ['garde-enfants', 'a safeguard', 'Les parties décident de mettre en place des garde-fous.'],
    [
      'conges-supplementaires',
      'a day for disabled employees',
      'Les parties décident d’accorder deux jours de congé supplémentaires aux salariés en situation de handicap.',
    ],
    [
      'conges-supplementaires',
      'leave split at the employer’s request',
      'Un jour supplémentaire sera accordé si le nombre de jours de congés restants est de quatre.',
    ],
    [
      'rtt',
      'a day to be taken',
      'Les équipes seront amenées à poser un jour de repos le vendredi de l’Ascension.',
    ],
    [
      'planning',
      'on-call duty in a base of calculation',
      'Le seuil est le salaire annuel, toutes primes incluses y compris les astreintes : 30 000 €.',
    ],
    [
      'maternite',
      'a comparison with it',
      'Les pères sont indemnisés dans les mêmes conditions que la maternité, à hauteur de 90 %.',
    ],
    [
      'teletravail-indemnite',
      'a bonus for other days',
      'La prime de transport est versée à raison de 2 € par jour travaillé sur site (hors télétravail).',
    ],
    [
      'temps-partiel-parental',
      'carers',
      'Le salarié en congé d’aidant à temps partiel peut cotiser à la retraite sur une base temps plein.',
    ],
  ])('%s: %s', (benefit, _, text) => {
    expect(find(text, benefit)?.standing).not.toBe('granted');
  });
});

describe('figures', () => {
  it('reads hours and minutes that last, not those of the clock', () => {
    const lasts =
      'Une autorisation d’absence de 2h30 est accordée aux parents le jour de la rentrée scolaire.';
    expect(find(lasts, 'rentree-scolaire')?.values).toEqual({ hours: 2.5 });
    const clock =
      'Le jour de la rentrée scolaire, les parents sont autorisés à prendre leur poste jusqu’à 10 heures.';
    expect(find(clock, 'rentree-scolaire')?.values).toEqual({});
  });

  it('counts the day that is added to those there are', () => {
    const text = 'Un cinquième jour de congé d’ancienneté est accordé après 25 ans d’ancienneté.';
    expect(find(text, 'conges-supplementaires')?.values).toEqual({ daysPerYear: 5 });
  });

  it('knows what is counted when the verb stands before it', () => {
    const text = [
      'Demande n° 4 : passage à 3 jours de télétravail.',
      'La Direction accepte de porter le nombre de jours à 2 par semaine.',
    ].join('\n');
    expect(find(text, 'teletravail')).toMatchObject({ standing: 'granted', values: { daysPerWeek: 2 } });
  });

  it('takes no figure from a sentence that says what a demand would cost', () => {
    const text = [
      'Télétravail',
      'L’accord en vigueur prévoit deux jours de télétravail par semaine.',
      'Accorder une journée de télétravail en plus reviendrait à vider les bureaux.',
    ].join('\n');
    expect(find(text, 'teletravail')?.values).toEqual({ daysPerWeek: 2 });
  });

  it('does not take a sale of days for the ceiling of the account', () => {
    const text =
      'Les salariés peuvent monétiser les jours de leur compte épargne-temps dans la limite de 5 jours.';
    expect(find(text, 'cet')?.values).toEqual({});
  });
});

it('keeps a list open over a long action without a verb', () => {
  const text = [
    'La société convient de mettre en place les mesures suivantes pour les parents :',
    `La mise en place d’un congé lié à un deuil périnatal, pour la mère comme pour le père, jusqu’à 3 jours par enfant${', pris ensemble ou séparément selon le souhait des parents'.repeat(3)}`,
  ].join('\n');
  expect(find(text, 'evenements-familiaux')).toMatchObject({
    standing: 'granted',
    values: { days: 3, event: 'deuil périnatal' },
  });
});

describe('what stands around a line', () => {
  it('is no demand when the employer proposes and the unions accept', () => {
    const text = [
      'Proposition de la Direction acceptée par les organisations syndicales :',
      'Télétravail : 3 jours par semaine au lieu de 2',
    ].join('\n');
    expect(find(text, 'teletravail')).toMatchObject({ standing: 'granted', values: { daysPerWeek: 3 } });
  });

  it('is the title of a line that opens with its figure', () => {
    const text = ['Décision de la Direction', 'Prime d’astreinte', '31 € à compter du 1er mars 2024'].join(
      '\n',
    );
    expect(find(text, 'planning')).toMatchObject({ standing: 'granted', values: { amount: 31 } });
  });

  it('is no demand when the unions above only sign', () => {
    const text = [
      'Entre l’établissement, représenté par son directeur,',
      'Et les délégations : CFDT :',
      'FO :',
      'Il est établi, après deux réunions, le présent procès-verbal d’accord.',
      '• Revalorisation aux montants ci-dessous :',
      '- Prime d’astreinte 45 € par nuit',
    ].join('\n');
    expect(find(text, 'planning')).toMatchObject({ standing: 'granted', values: { amount: 45 } });
  });

  it('is no demand below the names of the unions that sign', () => {
    const text = [
      'Les organisations syndicales suivantes :',
      'le syndicat A, dûment représenté,',
      'Mesures relatives au télétravail',
      'L’indemnité mensuelle de télétravail est rehaussée, portant ainsi les montants à :',
      '120 € annuels pour un jour par semaine ;',
      '180 € annuels pour deux jours par semaine.',
    ].join('\n');
    expect(find(text, 'teletravail-indemnite')).toMatchObject({
      standing: 'granted',
      values: { amountPerMonth: 15 },
    });
  });

  it('does not put off what is agreed because something else is looked into', () => {
    const text = [
      'Les parties ont convenu :',
      'Deux jours de congé d’ancienneté après dix ans d’ancienneté',
      'La Direction étudiera ces autres propositions en septembre.',
    ].join('\n');
    expect(find(text, 'conges-supplementaires')?.standing).toBe('granted');
  });

  it('refuses the other demands, not what is agreed above', () => {
    const text = [
      'Accord des parties sur les mesures suivantes :',
      'Congés pour événements familiaux',
      '| Ancienneté < 1 an | Ancienneté > 1 an',
      'Mariage du salarié | 4 jours | 6 jours',
      'AUTRES',
      'Refus des autres propositions syndicales.',
    ].join('\n');
    expect(find(text, 'evenements-familiaux')).toMatchObject({ standing: 'granted', values: { days: 6 } });
  });

  it('reads what nobody is held to as no refusal', () => {
    const text =
      'Après 20 heures, les courriels envoyés ne seront pas présumés lus, et nul n’est tenu d’y répondre avant le matin.';
    expect(find(text, 'deconnexion')?.standing).toBe('granted');
  });
});

it('does not take the end that one employee may ask for as the end of the benefit', () => {
  const text = 'Le salarié respecte un délai d’un mois pour mettre fin au télétravail.';
  expect(find(text, 'teletravail')?.standing).not.toBe('ended');
});

it('reads « pas d’augmentation » as a refusal', () => {
  const text = 'Pas d’augmentation des congés d’ancienneté cette année, répond la Direction aux syndicats.';
  expect(find(text, 'conges-supplementaires')?.standing).not.toBe('granted');
});

it('lets the title prove what the sentence below it counts', () => {
  const text = ['3.2 Astreintes', 'Le forfait hebdomadaire est fixé à 210 €.'].join('\n');
  expect(find(text, 'planning')).toMatchObject({ standing: 'granted', values: { amount: 210 } });
});

describe('a demand keeps the figures that its own words say', () => {
  const text = (items: string[]): string =>
    [
      'Les revendications des organisations syndicales sont les suivantes :',
      ...items.map((item) => `- ${item} ;`),
    ].join('\n');
  it.each([
    [
      'none of a neighbour',
      ['Revalorisation des astreintes', 'Astreinte : actuellement 62 € par semaine'],
      'planning',
    ],
    ['a month makes a year', ['Forfait mobilités durables de 20 € par mois'], 'mobilites-durables'],
  ])('%s', (_, items, benefit) => {
    const found = find(text(items), benefit);
    expect(found?.standing).toBe('demanded');
    for (const value of Object.values(found!.values)) {
      const figures = [...found!.quote.matchAll(/\d+/g)].map(([figure]) => Number(figure));
      expect(figures.some((figure) => figure === value || figure * 12 === value)).toBe(true);
    }
  });
});

describe('a bridging day', () => {
  const text =
    'Article 2 – Ponts\nL’atelier sera fermé :\nle vendredi 10/05/2024 : pont de l’Ascension sans retenue de jour de congé\nle vendredi 16/08/2024 : pont de l’Assomption avec retenue d’un jour de congé\nLe lundi de Pentecôte (20/05/2024) sera travaillé, avec la possibilité de poser un jour de congé payé.';

  it('is given once, and days of one’s own that are taken are no gift', () => {
    const finding = find(text, 'conges-supplementaires');
    expect(finding).toMatchObject({ standing: 'granted', values: {}, oneOff: { year: 2024 } });
    expect(finding!.quote).not.toContain('avec retenue');
  });
});
