import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

describe('a title on the line of its text', () => {
  it.each([
    ['Article 7 – Compte épargne-temps. Il pourra recevoir jusqu’à 50 jours.', 'cet', { capDays: 50 }],
    [
      'Tickets restaurant. Accord sur 9,30 € (60/40).',
      'titres-restaurant',
      { faceValue: 9.3, employerShare: 60 },
    ],
    ['Point n° 4 : prime de Noël. Inchangée (170 €).', 'treizieme-mois', { amount: 170 }],
    ['3. Œuvres sociales. 1,2 % de la masse salariale au lieu de 1 %.', 'cse-activites', { rate: 1.2 }],
  ])('says what it is of: %s', (text, benefit, values) => {
    expect(findingOf(text, benefit)).toMatchObject({ standing: 'granted', values });
  });

  it('is quoted as it is printed', () => {
    const text = 'Prime de Noël. Son montant est de 170 €.';
    expect(findingOf(text, 'treizieme-mois')?.quote).toBe(text);
  });
});

describe('a table of what was and what is', () => {
  it.each([
    ['Mesure | Montant actuel | Nouveau montant', 'Valeur du titre-restaurant | 8,20 € | 9,10 €'],
    ['Mesure | Avant | Après', 'Valeur du titre-restaurant | 8,20 € | 9,10 €'],
    ['Mesure | Au 31/12/2023 | Au 01/01/2024', 'Valeur du titre-restaurant | 8,20 € | 9,10 €'],
    ['Mesure | 2023 | 2024', 'Valeur du titre-restaurant | 8,20 € | 9,10 €'],
  ])('gives what is: %s', (labels, row) => {
    const text = `Les mesures suivantes sont décidées :\n${labels}\n${row}\nPrime de panier | 5 € | 5,60 €`;
    expect(findingOf(text, 'titres-restaurant')?.values).toMatchObject({ faceValue: 9.1 });
    expect(findingOf(text, 'restauration')?.values).toMatchObject({ amount: 5.6 });
  });
});

describe('numbered lines that name and give', () => {
  const text = [
    '5.1 Crèche : 4 berceaux',
    '5.2 RTT : 11 jours pour les cadres autonomes',
    '5.3 Pont : offert',
    '5.4 Tutorat : prime de 70 € par mois',
  ].join('\n');

  it.each([
    ['creche', { cribs: 4 }],
    ['rtt', { daysPerYear: 11 }],
    ['tutorat', { amount: 70 }],
  ])('are no titles, and their number counts nothing: %s', (benefit, values) =>
    expect(findingOf(text, benefit)).toMatchObject({ standing: 'granted', values }),
  );
});

describe('what is counted in a review of the year', () => {
  it.each([
    [
      'Bilan de l’année 2023\nLe nombre moyen de jours de télétravail a été de 1,3 par semaine.',
      'teletravail',
    ],
    ['Rappels légaux\nL’employeur finance au minimum 50 % de la complémentaire santé.', 'mutuelle'],
    [
      'Réponses de la Direction\nSemaine de 4 jours : incompatible avec les horaires du site',
      'semaine-4-jours',
    ],
  ])('grants nothing: %s', (text, benefit) => expect(findingOf(text, benefit)?.standing).not.toBe('granted'));
});
