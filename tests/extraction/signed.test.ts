import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

const ASIDE = 'Les parties ont échangé sur la conjoncture et sur les comptes de la société. ';
const LONG = `${ASIDE.repeat(60)}\n`;

describe('an agreement that a long text says is signed', () => {
  it.each([
    [
      'interessement',
      'Les participants ont rappelé la signature, le 4 mai, d’un accord d’intéressement pour trois exercices.',
    ],
    ['interessement', 'Cette disposition donnera lieu à un avenant à l’accord d’intéressement.'],
    ['cet', 'Les élus rappellent la signature, en septembre, d’un accord relatif au compte épargne-temps.'],
  ])('stands: %s', (benefit, sentence) => {
    expect(findingOf(`${LONG}${sentence}`, benefit)?.standing).toBe('granted');
  });

  it('says nothing where something else is told', () => {
    const text = `${LONG}Les droits sont transférés dans les conditions fixées par l’accord relatif au compte épargne-temps signé en 2017.`;
    expect(findingOf(text, 'cet')?.standing).not.toBe('granted');
  });
});

describe('how a sum is worked out', () => {
  it('takes nothing from the sum', () => {
    const text =
      'Article 2 – Prime de partage de la valeur\nLe montant de la prime est égal à 450 € (quatre cent cinquante euros), modulé selon la présence, à laquelle sont légalement assimilés les congés de maternité.';
    expect(findingOf(text, 'prime-partage-valeur')).toMatchObject({
      standing: 'granted',
      values: { amount: 450 },
    });
  });
});
