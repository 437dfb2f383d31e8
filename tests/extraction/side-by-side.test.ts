import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

describe('measures side by side in one sentence', () => {
  it('are each read without the words of the other', () => {
    const text =
      'La charte porte à deux jours par semaine le travail à distance des équipes d’appui et revalorise l’allocation de télétravail à 3 € par jour.';
    expect(findingOf(text, 'teletravail')?.values).toEqual({ daysPerWeek: 2 });
    expect(findingOf(text, 'teletravail-indemnite')?.standing).toBe('granted');
  });

  it('leave a false friend where the sentence holds one measure', () => {
    const text = 'Une allocation de 3 € par jour de télétravail est versée chaque mois.';
    expect(findingOf(text, 'teletravail')).toBeUndefined();
  });
});

describe('a line that holds its own answer', () => {
  const line = (answer: string) => `Demande n° 4 : un troisième jour pour enfant malade – ${answer}`;

  it('is granted or refused by it', () => {
    expect(findingOf(line('Accordé'), 'enfant-malade')?.standing).toBe('granted');
    expect(findingOf(line('Refusé'), 'enfant-malade')?.standing).toBe('refused');
    expect(findingOf(line('en cours d’étude'), 'enfant-malade')?.standing).not.toBe('granted');
  });
});

describe('what stands beside the law', () => {
  it('is more than the law', () => {
    const text =
      'Deux journées payées pour enfant malade sont ouvertes à chaque parent, cumulables avec les jours non rémunérés de la loi.';
    expect(findingOf(text, 'enfant-malade')).toMatchObject({ standing: 'granted', values: { paidDays: 2 } });
  });
});

describe('the year in brackets in which nothing was done', () => {
  it('refuses nothing of what holds now', () => {
    const text =
      'Depuis le 1er mars 2022 (pas de revalorisation en 2021), la valeur du titre-restaurant est de 9,20 €.';
    expect(findingOf(text, 'titres-restaurant')).toMatchObject({
      standing: 'granted',
      values: { faceValue: 9.2 },
    });
  });
});

describe('subjects that were opened, and the agreement below', () => {
  it('are wishes and a grant', () => {
    const text = [
      'Les deux parties ont engagé les thèmes suivants lors de la réunion du 8 mars :',
      '- Deux jours de congé supplémentaires après dix ans d’ancienneté',
      '- Des titres-restaurant',
      'La réunion a pu aboutir à un accord sur le point suivant :',
      'Prime de partage de la valeur de 450 € versée en avril.',
    ].join('\n');
    expect(findingOf(text, 'conges-supplementaires')?.standing).not.toBe('granted');
    expect(findingOf(text, 'titres-restaurant')?.standing).not.toBe('granted');
    expect(findingOf(text, 'prime-partage-valeur')).toMatchObject({
      standing: 'granted',
      values: { amount: 450 },
    });
  });
});

describe('a number before what it counts', () => {
  it('has its unit', () => {
    const text = 'L’entreprise accepte de porter de 3 à 4 le nombre de jours payés pour enfant malade.';
    expect(findingOf(text, 'enfant-malade')?.values).toEqual({ paidDays: 4 });
  });
});
