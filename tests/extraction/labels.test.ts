import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

const standingOf = (text: string, benefit: string) => findingOf(text, benefit)?.standing;

/** Whose wishes a list prints is said in many ways; none of these lines is a grant. */
describe('lines that open a list of demands', () => {
  it.each([
    ['a label without colon', 'Demandes conjointes : FO / UNSA\nPrime PPV : 400 € pour tous les salariés.'],
    [
      'themes that both sides decide to talk about',
      'Les partenaires sociaux ont décidé de porter la négociation sur ces thèmes :\nAugmentation générale de 3 %\nPrime de partage de la valeur de 2 000 €',
    ],
    [
      'one scenario of three',
      'Propositions de l’employeur :\n1er scénario\nUne prime de partage de la valeur = 500 €/personne\n2e scénario\nEt une prime de partage de la valeur = 900 €/personne',
    ],
    [
      'requests',
      'Rappel des requêtes présentées\nLe versement d’une prime de partage de la valeur de 500 € ;',
    ],
  ])('%s', (_, text) => {
    expect(standingOf(text, 'prime-partage-valeur')).not.toBe('granted');
  });

  it('« Pas de prime » grants nothing', () => {
    const text = 'Réponse de la Direction :\nPas de prime PPV cette année.';
    expect(standingOf(text, 'prime-partage-valeur')).not.toBe('granted');
  });
});
