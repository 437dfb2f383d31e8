import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

describe('the figure of the answer', () => {
  it('stands, not that of the demand before it', () => {
    const list = [
      'Demandes de l’intersyndicale et réponses de la séance :',
      'Mutuelle à 65 % – OK pour 58 %',
      'Panier repas à 6,20 € – OK à compter de juin',
      'Prime d’ancienneté à 4 % dès 2 ans – non',
    ].join('\n');
    expect(findingOf(list, 'mutuelle')).toMatchObject({ standing: 'granted', values: { employerShare: 58 } });
    expect(findingOf(list, 'restauration')).toMatchObject({ standing: 'granted', values: { amount: 6.2 } });
    expect(findingOf(list, 'prime-anciennete')?.standing).toBe('refused');
  });

  it('is what the employer concedes', () => {
    const text =
      'Les organisations syndicales proposent une prime de partage de la valeur de 1 400 €. La Direction concède 450 € versés en mai.';
    expect(findingOf(text, 'prime-partage-valeur')).toMatchObject({
      standing: 'granted',
      values: { amount: 450 },
    });
  });

  it('may be applied by the employer alone', () => {
    const text = [
      'PROCÈS-VERBAL DE DÉSACCORD',
      'L’employeur indique qu’il entend toutefois appliquer la revalorisation du titre-restaurant à 9,40 €.',
    ].join('\n');
    expect(findingOf(text, 'titres-restaurant')).toMatchObject({
      standing: 'granted',
      values: { faceValue: 9.4 },
    });
  });
});

describe('hours of the clock', () => {
  it('are no hours that are granted', () => {
    const text =
      'Les réunions se tiennent entre 9 h et 17 h et, le jour de la rentrée scolaire, les parents disposent de 3 h payées.';
    expect(findingOf(text, 'rentree-scolaire')?.values).toEqual({ hours: 3 });
  });
});

describe('answers one below the other', () => {
  it('keep their figures apart', () => {
    const minutes = [
      'Demande de FO : mutuelle, passer de 55 à 70 %.',
      'Réponse de la direction : 62 % au 1er mars.',
      'Demande de FO : prime de transport de 240 €.',
      'Réponse de la direction : favorable, à hauteur de 140 €.',
    ].join('\n');
    expect(findingOf(minutes, 'mutuelle')?.values).toEqual({ employerShare: 62 });
    expect(findingOf(minutes, 'velo-voiture')?.values).toEqual({ amount: 140 });
  });
});
