import { describe, expect, it } from 'vitest';
import { grantOf } from './support/findings.ts';

describe('who gets a benefit, told apart from its amount', () => {
  const labelOf = (text: string) => grantOf('titres-restaurant', text)?.scope.label;
  const BY_DAY =
    'Pour les salariés travaillant en journée :\nUn ticket restaurant est attribué pour chaque jour travaillé.';
  const BY_SHIFT =
    'Pour les salariés travaillant en équipes :\nUne indemnité de panier est versée pour chaque poste.';
  const AMOUNT = 'Montant :\nMontant du ticket restaurant : 9 €. Part patronale : 5,40 €\nPanier : 5 €';
  it('under a group of its own in the same article', () => {
    expect(labelOf(`1.6 – Les repas\n${BY_DAY}\n${BY_SHIFT}\n${AMOUNT}`)).toBe('travaillant en journée');
  });
  it.each([
    `1.6 – Les repas\n${BY_DAY}\n${BY_SHIFT}\nUn ticket restaurant est attribué aussi à l’ensemble des salariés absents.\n${AMOUNT}`,
    `1.5 – Les postes\n${BY_DAY}\n1.6 – Les repas\n${AMOUNT}`,
  ])('and not where all get it, or in another article: %s', (text) => expect(labelOf(text)).toBeNull());

  it('in a sister article of the same annex', () =>
    expect(
      labelOf(
        'ANNEXE 5\nArticle 4 – Attribution de titres-restaurant\nChaque midi, un titre-restaurant est attribué aux salariés travaillant en horaire de journée.\nAinsi, tout salarié présent reçoit ses titres-restaurant.\nArticle 6 – Montant des titres-restaurant\nLe titre-restaurant a une valeur de 9 €, financée à 60 % par l’entreprise.',
      ),
    ).toBe('travaillant en horaire de journée'));

  const paid = (opener: string) =>
    grantOf(
      'prime-partage-valeur',
      `Primes de partage de la valeur\nIl est convenu de deux primes sous ces conditions :\n${opener}\nFonderie Tulle (3 rue du Port – 19000 Tulle)\nAtelier Brive (5 rue Haute – 19100 Brive)\nÊtre présent au 1er mars.\nSous réserve des conditions ci-dessus, une prime de partage de la valeur de 500 € est versée en mars 2024.`,
    )?.scope;
  it('to the staff of the places that the article lists', () =>
    expect(
      paid(
        'Être salarié en contrat à durée indéterminée ou déterminée, ou intérimaire mis à disposition de l’un des établissements suivants :',
      ),
    ).toMatchObject({
      kind: 'establishment',
      label: 'Fonderie Tulle et Atelier Brive',
    }));
  it('places left out, or none of staff, are no limit', () => {
    expect(
      paid(
        'Être salarié en contrat à durée indéterminée ou déterminée, ou intérimaire mis à disposition, hors salariés des établissements suivants :',
      )?.label,
    ).not.toBe('Fonderie Tulle et Atelier Brive');
    expect(
      paid(
        'La prime, son montant et ses conditions de versement sont affichés dès la signature dans les établissements suivants :',
      )?.kind,
    ).toBe('employer');
  });
});

describe('a length of service between brackets, alone below its title', () => {
  const asked = (line: string) =>
    grantOf(
      'maintien-maladie',
      `4.1 – Maintien de salaire\nLe salaire est maintenu à 100 % en cas de maladie.\nAncienneté | ETAM | Cadres\nMALADIE\n${line}\n1 à 5 ans | 90 jours | 90 jours`,
    )?.eligibility.seniorityMonths;
  it('is asked for', () => expect(asked('(Après 1 an de présence continue dans la société)')).toBe(12));
  it('is not asked for by other brackets', () => expect(asked('(Avant 3 jours de carence)')).toBeNull());
});

describe('a line that is a title in all but its shape', () => {
  const quoteOf = (line: string) =>
    grantOf(
      'prime-partage-valeur',
      `Mesures salariales\nLes mesures suivantes sont arrêtées :\n- ${line}\n- Les parties conviennent de verser une prime de partage de la valeur aux salariés présents.`,
    )?.quote;
  it('stands behind the sentence that decides below it', () =>
    expect(quoteOf('Versement d’une prime de partage de la valeur')).toMatch(/parties conviennent/));
  it('and not when it says the figure', () =>
    expect(quoteOf('Versement d’une prime de partage de la valeur de 500 €')).toMatch(/500 €/));
});
