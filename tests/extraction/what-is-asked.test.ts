import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

describe('what is asked for is not what exists', () => {
  const asked = (text: string) => findingOf(text, 'enfant-malade')?.values;
  it.each([
    'Passage de 6 jours « enfant malade » payés à 40 % à 3 jours « enfant malade » payés à 100 %\nLa Direction refuse cette demande.',
    'La Direction refuse le passage de 6 jours de congé pour enfant malade payés à moitié à un maintien complet du salaire pendant 3 jours.',
  ])('a passage leads to the last figure of its kind: %s', (text) =>
    expect(asked(text)).toEqual({ paidDays: 3 }),
  );
  it('a passage to something that is not counted so leaves what it starts from', () =>
    expect(
      asked('Il est accordé un passage de 3 jours par an pour enfant malade, payés à 100 %.'),
    ).toMatchObject({ paidDays: 3 }));
  it.each([
    ['La CGT demande une révision des jours pour enfant malade payés (3 jours aujourd’hui).', {}],
    ['La CGT demande 5 jours payés pour enfant malade (3 jours aujourd’hui).', { paidDays: 5 }],
    ['La CGT demande 5 jours payés pour enfant malade.', { paidDays: 5 }],
  ])('%s', (text, values) => expect(asked(text)).toEqual(values));
  it('the seniority named beside it may be that of today, and is not told', () =>
    expect(
      findingOf(
        'La CGT demande que la prime d’ancienneté, versée aujourd’hui après 10 ans, commence à 2 % après 6 ans d’ancienneté.',
        'prime-anciennete',
      ),
    ).toMatchObject({ standing: 'demanded', eligibility: { seniorityMonths: null } }));
  it('what exists is told where it is kept', () =>
    expect(
      asked('Les parties rappellent que 3 jours payés pour enfant malade sont accordés à ce jour.'),
    ).toMatchObject({ paidDays: 3 }));
});

describe('a sentence on one benefit that names another', () => {
  const SENIORS = 'Les deux côtés s’entendent pour ajouter une aide aux seniors';
  const standing = (text: string, benefit: string) => findingOf(text, benefit)?.standing;
  it('as the agreement into which it is written says nothing of that one', () => {
    const text = `${SENIORS} dans le projet d’accord pénibilité, encore en cours de discussion.`;
    expect(standing(text, 'usure')).toBeUndefined();
    expect(standing(text, 'seniors')).toBe('demanded');
  });
  it('beside it says something of both', () =>
    expect(standing(`${SENIORS} et une étude sur la pénibilité des postes est à l’étude.`, 'usure')).toBe(
      'demanded',
    ));
  it('a further day written into the agreement on it is of that one', () =>
    expect(
      standing(
        'La CFDT demande d’ajouter un jour de télétravail par semaine dans l’accord sur le télétravail.',
        'teletravail',
      ),
    ).toBe('demanded'));

  const BONUS = 'Pas d’accord sur une prime de partage de la valeur de 300 €';
  it('to talk about it refuses the first alone', () => {
    const text = `${BONUS}, mais ouverture de la Direction à une discussion sur le forfait mobilités durables.`;
    expect(standing(text, 'prime-partage-valeur')).toBe('refused');
    expect(standing(text, 'mobilites-durables')).toBeUndefined();
  });
  it('refuses both', () =>
    expect(standing(`${BONUS} ni sur le forfait mobilités durables.`, 'mobilites-durables')).toBe('refused'));
});

describe('a demand that is refused', () => {
  const answered = (last: string) =>
    findingOf(
      `Titres-restaurant : part patronale à 65 %\nLa Direction refuse cette demande. Deux voies sont possibles :\nRamener la part à 50 %.\nRelever la valeur.\n${last}\nPrime de vacances`,
      'titres-restaurant',
    )?.standing;
  it('is no refusal where another way is agreed upon', () =>
    expect(answered('Les élus retiennent la seconde option.')).toBeUndefined());
  it.each(['Les élus en prennent acte.', 'La discussion est close.'])('stays refused: %s', (last) =>
    expect(answered(last)).toBe('refused'),
  );
});

describe('who may have one item of a list', () => {
  const list = (between: string) =>
    findingOf(
      `Épargne salariale\nLes parties conviennent :\nd’un versement de 300 € sur le plan d’épargne d’entreprise, sans condition.\n${between}\nd’un abondement pour ceux qui épargnent.\nTout versement volontaire sur le plan d’épargne d’entreprise ouvre droit à un abondement de 40 % dans la limite de 450 €.`,
      'epargne-salariale',
    );
  it('is not who may have the next', () =>
    expect(list('Ce dispositif est réservé aux salariés en CDI.')).toMatchObject({
      values: { topUpRate: 40 },
      eligibility: { included: [] },
    }));
  it('is who may have what has no other item', () =>
    expect(
      findingOf(
        'Épargne salariale\nTout versement volontaire sur le plan d’épargne d’entreprise ouvre droit à un abondement de 40 %.\nCe dispositif est réservé aux salariés en CDI.',
        'epargne-salariale',
      )?.eligibility.included,
    ).toEqual(['CDI']));
});

describe('what is asked for in the text of one site', () => {
  const scope = (field: string) =>
    findingOf(
      `Article 1 – Champ d’application\nLe présent accord s’applique aux salariés ${field}.\nArticle 2 – Demandes\nLa CGT demande que la mutuelle soit prise en charge à 70 %.`,
      'mutuelle',
    )?.scope;
  it('is asked for there', () =>
    expect(scope('du site de Tulle')).toMatchObject({ kind: 'establishment', label: 'site de Tulle' }));
  it('is asked for everybody in that of a firm', () =>
    expect(scope('de la société')).toMatchObject({ kind: 'employer' }));
});

describe('what the staff side asks for in other words', () => {
  it.each([
    ['La CFDT relève que la ligne 2 fatigue les équipes et exige un budget ergonomie de 40 000 €.', 'usure'],
    [
      'Les élus alertent la Direction sur la surcharge du service et réclament un point mensuel.',
      'charge-travail',
    ],
    ['Sujets demandés par les délégués syndicaux : prime de panier à 6 €, vélos.', 'restauration'],
  ])('%s', (text, benefit) => expect(findingOf(text, benefit)?.standing).not.toBe('granted'));
});
