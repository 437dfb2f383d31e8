import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

/** Classes of errors met while reading whole agreements; the sentences are written for the test. */
describe('what stands around a sentence', () => {
  it.each([
    [
      'a demand that is not receivable',
      'velo-voiture',
      'Réponses de la Direction\nMise en place d’une prime de transport : cette demande n’est pas recevable.',
    ],
    [
      'an answer in the negative',
      'treizieme-mois',
      'Prime de vacances : la Direction répond par la négative à la demande de passer à 900 €.',
    ],
    [
      'neither … nor',
      'titres-restaurant',
      'La Direction ne souhaite augmenter ni les tickets restaurant ni la prime de panier.',
    ],
    [
      'what a union writes before a colon',
      'mutuelle',
      'CGT : mutuelle prise en charge à 90 % par l’employeur',
    ],
    [
      'subjects of coming talks',
      'cet',
      'Les parties conviennent de négocier au second semestre sur les sujets suivants :\nAccord « Compte épargne-temps »\nAccord sur la déconnexion',
    ],
    [
      'what may be discussed',
      'velo-voiture',
      'Pourra être discutée la mise en place de l’une des solutions suivantes :\nL’installation d’une borne de recharge, dont le coût pourra être pris en charge par l’employeur.',
    ],
    [
      'an agreement yet to be written',
      'seniors',
      'La Direction s’engage à mener un travail afin d’élaborer un nouvel accord pour les seniors.',
    ],
    [
      'an agreement that has lapsed',
      'interessement',
      'Un accord d’intéressement a été conclu en mars 2019 pour trois ans.\nCet accord étant échu, les parties se reverront.',
    ],
    [
      'a payment under a condition that is a list of refusals',
      'restauration',
      'L’indemnité de repas n’est pas due lorsque :\n- le salarié prend son repas au restaurant d’entreprise et reçoit 5 €.',
    ],
    [
      'an invented employee',
      'prime-anciennete',
      'Monsieur X, entré en 2010, bénéficie d’une prime d’ancienneté de 2 %.',
    ],
    [
      'notice to end the text',
      'planning',
      'L’accord pourra être dénoncé avec un délai de prévenance de trois mois.',
    ],
    [
      'equal treatment',
      'seniors',
      'Les salariés de plus de 50 ans bénéficient des mêmes actions de formation que le reste du personnel.',
    ],
    [
      'particular attention',
      'handicap',
      'Une attention particulière sera portée aux salariés en situation de handicap lors des recrutements.',
    ],
    [
      'the agreement of a branch',
      'handicap',
      'Un accord sur l’emploi des travailleurs handicapés a été signé au niveau de la branche, avec un budget dédié.',
    ],
    [
      'how a sum is taxed',
      'interessement',
      'Les sommes issues de l’intéressement sont exonérées de l’impôt sur le revenu lorsqu’elles sont placées.',
    ],
    [
      'absences that reduce a bonus',
      'paternite',
      'La prime est réduite si le salarié a été absent pour un autre motif que le congé de maternité, le congé de paternité ou l’accident du travail.',
    ],
    ['a clock in another language', 'cet', 'Signé le 4 mars 2025 | 11:02:45 CET | page 2/2'],
  ])('%s is no grant', (_, benefit, text) => {
    expect(find(text, benefit)?.standing ?? 'none').not.toBe('granted');
  });

  it('a block of signatories opens no list of demands', () => {
    const text =
      'La CFDT, représentée par sa déléguée\nse sont rencontrées.\nAugmentation de la valeur des titres\nLe ticket restaurant passe de 8 à 8,50 € au 1er janvier.';
    expect(find(text, 'titres-restaurant')).toMatchObject({
      standing: 'granted',
      values: { faceValue: 8.5 },
    });
  });

  it('the same goes on under a title that names one benefit', () => {
    const text = 'Article 7 – La mutuelle\nLes précédentes modalités sont reconduites pour un an.';
    expect(find(text, 'mutuelle')?.standing).toBe('granted');
  });

  it('a clause on shares belongs to the chapter above it', () => {
    const text =
      'Section 2 : Régime de frais de santé\n2.1 Garanties\nElles figurent en annexe.\n2.2 Répartition\nLes cotisations sont prises en charge ainsi :\nNon-cadres :\nPart employeur : 55 %\nPart salarié : 45 %';
    expect(find(text, 'mutuelle')).toMatchObject({ standing: 'granted', values: { employerShare: 55 } });
  });

  it('a text that only prolongs another grants what its title names', () => {
    const text =
      'Accord de révision sur le compte épargne-temps\nIl est convenu entre les parties de prolonger les modalités de l’accord initial jusqu’au 31 mars 2027.';
    expect(find(text, 'cet')?.standing).toBe('granted');
  });

  it('the table below a reminder of the convention is the convention’s', () => {
    const text =
      'Article 3 – Prime d’ancienneté\nConformément aux dispositions de la convention collective, la prime d’ancienneté suit ces taux :\nAncienneté | 3 ans | 6 ans\nTaux | 3 % | 6 %';
    expect(find(text, 'prime-anciennete')?.standing ?? 'none').not.toBe('granted');
  });
});

describe('figures in their context', () => {
  it.each([
    [
      'the months paid in a year',
      'mobilites-durables',
      'Le forfait mobilités durables est de 15 € par mois versé sur 11 mois.',
      { amount: 165 },
    ],
    [
      'a ceiling of pay is no amount',
      'prime-partage-valeur',
      'Les salariés dont la rémunération est inférieure à 3 000 € perçoivent une prime de partage de la valeur de 400 €.',
      { amount: 400 },
    ],
    [
      'an example in parentheses',
      'planning',
      'La prime d’astreinte est de 50 € par jour férié (par exemple 261 € pour une semaine avec un lundi férié).',
      { amount: 50 },
    ],
    [
      'the highest step of a scale',
      'treizieme-mois',
      'Prime de vacances\nElle est versée en juin selon ce barème :\nAncienneté | Montant de la prime de vacances\n1 à 4 ans | 30 €\n5 à 9 ans | 43 €\n10 ans et plus | 96 €',
      { amount: 96 },
    ],
    [
      'the event of these days',
      'evenements-familiaux',
      'Il est accordé : mariage du salarié 6 jours ; mariage d’un enfant 2 jours.',
      { days: 6, event: 'mariage du salarié' },
    ],
    [
      'seniority opens at its first bound',
      'conges-supplementaires',
      'Congés d’ancienneté : 1 jour entre 10 et 14 ans d’ancienneté, 2 jours entre 15 et 20 ans.',
      { seniorityYears: 10 },
    ],
    [
      'the better of two categories',
      'mutuelle',
      'La part patronale de la mutuelle est de 55 % pour les cadres.\nPour les ouvriers, la part patronale de la mutuelle est de 65 %.',
      { employerShare: 65 },
    ],
  ])('%s', (_, benefit, text, values) => {
    expect(find(text, benefit)).toMatchObject({ standing: 'granted', values });
  });

  it('gives no amount for a mere increase', () => {
    const text =
      'La dotation au titre des activités sociales et culturelles bénéficie d’une augmentation de la contribution annuelle de 1 600 €.';
    expect(find(text, 'cse-activites')?.values.amount).toBeUndefined();
  });

  it('calls a payment one-off, not its circumstances', () => {
    const paid =
      'À titre exceptionnel, une dotation de 5 000 € est versée au CSE pour ses activités sociales et culturelles.';
    const leave = 'Un congé exceptionnel de deux jours payés est accordé pour enfant malade chaque année.';
    expect(find(paid, 'cse-activites')?.oneOff).not.toBeNull();
    expect(find(leave, 'enfant-malade')?.oneOff).toBeNull();
  });
});
