import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

describe('what was settled after a demand', () => {
  it('is granted with its own figure', () => {
    const text =
      'Les organisations syndicales ont demandé que la mutuelle soit financée à 85 % par l’employeur. Après échanges, il a été convenu d’un taux de 64 %.';
    expect(findingOf(text, 'mutuelle')).toMatchObject({ standing: 'granted', values: { employerShare: 64 } });
  });

  it('is refused when the line says so at its end, or when the employer maintains its position', () => {
    expect(
      findingOf(
        'Arrêts maladie : suppression de la carence refusée, pour raison de coût.',
        'maintien-maladie',
      )?.standing,
    ).not.toBe('granted');
    expect(
      findingOf(
        'Concernant la carte déjeuner, la Direction maintient sa position : pas d’attribution aux sites dotés d’une cantine.',
        'titres-restaurant',
      )?.standing,
    ).not.toBe('granted');
  });
});

describe('minutes of the end of a negotiation', () => {
  const said = '\nTickets restaurant\nValeur portée à 9,40 €\nPart patronale inchangée (60 %)';
  it('grant what they say was decided', () => {
    const text = `Procès-verbal de fin de négociation\nLes mesures suivantes ont été arrêtées :${said}`;
    expect(findingOf(text, 'titres-restaurant')).toMatchObject({
      standing: 'granted',
      values: { faceValue: 9.4, employerShare: 60 },
    });
  });
  it('grant nothing else', () => {
    const text = `Procès-verbal de fin de négociation\nDernier état des propositions :${said}`;
    expect(findingOf(text, 'titres-restaurant')?.standing).not.toBe('granted');
  });
});

describe('what was offered on the way', () => {
  it.each([
    [
      'the article below gives the same',
      'La Direction propose de porter la part patronale du ticket restaurant à 5,10 €.\nArticle 4 – Tickets restaurant\nLa part patronale du ticket restaurant est portée à 5,10 € dès le mois de mai.',
      /^La part patronale/,
    ],
    [
      'the conclusion under the demand repeats it',
      'Demande de la CFTC :\nPorter la part patronale du ticket restaurant à 5,30 €.\nProposition de la direction :\nLa direction est d’accord.\nConclusions :\nLa part patronale du ticket restaurant passera à 5,30 € en juin.',
      /^La part patronale/,
    ],
    [
      'the final decisions repeat it',
      'II – Propositions de la direction\nRevalorisation des tickets restaurant à 5,30 € de part patronale\nIII – Décisions finales de la direction\nTickets restaurant :\nLa part patronale du ticket restaurant sera de 5,30 €.',
      /La part patronale/,
    ],
    [
      'a detail below takes nothing from it',
      'La Direction propose de porter la part patronale du ticket restaurant à 5,10 €.\nLa carte des titres-restaurant sera remise en mars.',
      /^La Direction propose/,
    ],
  ])('is quoted or not: %s', (_, text, quoted) => {
    const found = findingOf(text, 'titres-restaurant');
    expect(found?.standing).toBe('granted');
    expect(found?.quote).toMatch(quoted);
  });
});

describe('days and nights', () => {
  it('give the night’s figure, which is the highest', () => {
    expect(
      findingOf('Prime de panier de jour portée à 5,20 €, prime de panier de nuit à 8,30 €.', 'restauration')
        ?.values,
    ).toEqual({ amount: 8.3, for: 'de nuit' });
  });
});

describe('what was paid before', () => {
  it.each([
    'Les parties rappellent avoir signé en octobre 2022 un accord sur une prime de partage de la valeur de 1 000 €.\nUne prime de partage de la valeur de 800 € sera versée en février 2023.',
    'Pour mémoire, une prime de partage de la valeur de 900 € a été versée en décembre 2022.\nUne nouvelle prime de partage de la valeur de 800 € sera versée en février 2023.',
    'Article 1 – Rappel\nUne prime de partage de la valeur de 900 € a été versée en décembre 2022.\nArticle 2 – Montant\nLe montant de la prime de partage de la valeur est de 800 €.',
  ])('gives way to what is granted now: %s', (text) => {
    expect(findingOf(text, 'prime-partage-valeur')?.values).toEqual({ amount: 800 });
  });
});

describe('a grant among definitions', () => {
  it('counts when it gives an amount', () => {
    const found = findingOf(
      'Article 2 – Définition et organisation de l’astreinte\nLe salarié d’astreinte perçoit une prime de 140 € par semaine.\nSi au cours d’un mois il en assure deux, il perçoit 280 €.',
      'planning',
    );
    expect(found?.values).toEqual({ amount: 140, per: 'par semaine' });
  });

  it('does not count without one', () => {
    const text =
      'Article 2 – Définition\nL’astreinte est une période pendant laquelle le salarié peut être joint.';
    expect(findingOf(text, 'planning')?.standing).not.toBe('granted');
  });
});
