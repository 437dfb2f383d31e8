import { describe, expect, it } from 'vitest';
import { grantOf as find } from './support/findings.ts';

const TWO_DAYS = 'Le télétravail est ouvert à tous, dans la limite de deux jours par semaine.';

describe('what some get for what they live through', () => {
  it.each([
    'Les femmes enceintes peuvent télétravailler trois jours par semaine.',
    'Les travailleurs handicapés peuvent télétravailler jusqu’à 4 jours par semaine.',
    'En cas d’épisode de pollution, le télétravail est possible cinq jours par semaine.',
    'Les aidants bénéficient d’un jour de télétravail supplémentaire par semaine.',
  ])('is no figure of the rule for all: %s', (also) =>
    expect(find('teletravail', `Article 6 – Télétravail\n${TWO_DAYS} ${also}`)).toMatchObject({
      values: { daysPerWeek: 2 },
      scope: { kind: 'employer' },
    }),
  );

  it.each([
    ['Un jour de télétravail est accordé, à leur demande, aux salariées enceintes.', 'salariées enceintes'],
    [
      'Les salariés reconnus handicapés peuvent télétravailler trois jours par semaine.',
      'salariés reconnus handicapés',
    ],
    [
      'Les salariés aidants ont trois jours d’absence payée. Ils peuvent télétravailler deux jours par semaine.',
      'salariés aidants',
    ],
  ])('is told of them alone: %s', (clause, label) =>
    expect(find('teletravail', clause)?.scope).toMatchObject({ kind: 'category', label }),
  );

  it('needs no name where the benefit is theirs', () =>
    expect(
      find('handicap', 'Les salariés en situation de handicap bénéficient de deux jours d’absence payée.')
        ?.scope,
    ).toMatchObject({ kind: 'employer' }));

  it('raises a number in a special case', () =>
    expect(
      find(
        'enfant-malade',
        'Trois jours rémunérés par an sont accordés pour enfant malade. Ce nombre est porté à cinq jours en cas d’hospitalisation de l’enfant.',
      )?.values,
    ).toEqual({ paidDays: 3 }));
});

describe('days of telework', () => {
  it('are no four-day week', () =>
    expect(
      find(
        'semaine-4-jours',
        `${TWO_DAYS} Il peut être porté à 4 jours par semaine. Les travailleurs handicapés peuvent télétravailler quatre jours par semaine.`,
      ),
    ).toBeUndefined());

  it('told as one more have no number', () =>
    expect(
      find('teletravail', 'Un jour de télétravail supplémentaire par semaine est accordé à tous.')?.values,
    ).toEqual({}));
});
