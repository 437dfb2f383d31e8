import { describe, expect, it } from 'vitest';
import { findingOf, grantOf } from './support/findings.ts';

describe('words of a benefit in a measure on something else', () => {
  it.each([
    [
      'formation',
      'La CGT demande d’appliquer la prime de nuit aux aides en cours de VAE, comme aux autres équipes.',
    ],
    [
      'usure',
      'La société s’engage à proposer des formations en secourisme, en gestes et postures ou en langue étrangère.',
    ],
    [
      'enfant-malade',
      'La journée pour enfant hospitalisé est maintenue, sans incidence sur la prime d’assiduité.',
    ],
    [
      'treizieme-mois',
      'FO demande une prime annuelle de 200 €, équivalente à la prime de sécurité des caristes.',
    ],
    ['cse-activites', 'FO demande un tirage au sort de trois bons d’achat de 30 € chaque mois.'],
    ['prevoyance', 'La CGT demande une prime obsèques de 900 € au décès d’un parent.'],
    ['interessement', 'La CGT fait une demande d’explications sur le calcul de l’intéressement.'],
    [
      'participation',
      'La CGT souhaite plus de transparence sur le calcul de la participation aux bénéfices.',
    ],
    [
      'restauration',
      'Indemnités de petits déplacements :\n- Prime de trajet : selon la zone,\n- Prime de repas à 12 € pour tous les ayants droit,',
    ],
  ])('%s: %s', (benefit, text) => expect(findingOf(text, benefit)).toBeUndefined());

  it.each([
    [
      'usure',
      'Les salariés de l’atelier suivent tous les deux ans une formation aux gestes et postures, financée.',
    ],
    [
      'treizieme-mois',
      'Il est décidé une prime annuelle de 500 €, équivalente à la prime de vacances des cadres.',
    ],
    [
      'enfant-malade',
      'Deux jours payés pour enfant malade sont accordés, sans incidence sur la prime d’assiduité.',
    ],
    ['restauration', 'Avantages du personnel :\n- Prime de repas à 12 € pour tous les salariés,'],
  ])('is granted where it is meant, %s: %s', (benefit, text) => expect(grantOf(benefit, text)).toBeDefined());
});
