import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

/** Classes of errors met while reading real agreements; the sentences are written for the test. */
describe('is no grant', () => {
  it.each([
    [
      'teletravail',
      'a negotiation to come',
      'Les parties conviennent d’ouvrir, avant la fin de l’année, une négociation sur le télétravail.',
    ],
    [
      'interessement',
      'an amendment to negotiate',
      'Les parties ont convenu que l’avenant à l’accord d’intéressement serait négocié au mois de juin.',
    ],
    [
      'tutorat',
      'an agenda',
      'Il a été convenu d’inscrire à l’agenda social la prime de tuteur, dont les modalités sont à retravailler.',
    ],
    ['titres-restaurant', 'a past figure', 'La valeur des titres-restaurant était fixée à 7 €.'],
    [
      'paternite',
      'absences that cost',
      'Les absences pénalisantes, dont le salaire n’est pas maintenu, sont : maladie, congé sans solde, congé paternité.',
    ],
    [
      'creche',
      'a heading over a general phrase',
      'Crèche et berceaux\nAu terme des échanges, les parties ont convenu des mesures suivantes.',
    ],
    [
      'seniors',
      'a subordinate clause',
      'Le barème présenté au comité, établi pour un salarié avant son départ en retraite, est joint au procès-verbal.',
    ],
    [
      'teletravail',
      'work at home of another kind',
      'La sous-traitance passe par un centre de distribution de travail à domicile, qui est maintenu.',
    ],
  ])('%s: %s', (benefit, _, text) => {
    expect(find(text, benefit)?.standing ?? 'none').not.toBe('granted');
  });

  it('what a list in parentheses is made of', () => {
    const text =
      'Une mesure plancher de 450 € est garantie (augmentation générale + augmentation individuelle + prime d’ancienneté).';
    expect(find(text, 'prime-anciennete')?.standing ?? 'none').not.toBe('granted');
  });

  it('a line that the answer below refuses, whatever opens the list', () => {
    const text =
      'La direction a décidé de répondre ainsi :\nVersement d’une prime de partage de la valeur de 1 500 €,\nLa Direction refuse cette demande.';
    expect(find(text, 'prime-partage-valeur')?.standing).not.toBe('granted');
  });

  it('a decision under a title about many things', () => {
    const text =
      'Accord relatif à la rémunération, au temps de travail et au partage de la valeur ajoutée\nLe taux horaire est fixé à 11,10 €.';
    expect(find(text, 'prime-partage-valeur')?.standing ?? 'none').not.toBe('granted');
  });

  it('a demand printed again above its answer', () => {
    const text =
      'Demandes de la CGT :\n- Versement d’une prime de partage de la valeur de 3 000 €\nÉchanges\nVersement d’une prime de partage de la valeur de 3 000 €\nLa Direction ne souhaite pas répondre favorablement à cette demande.';
    expect(find(text, 'prime-partage-valeur')?.standing).not.toBe('granted');
  });
});

describe('is a grant', () => {
  it.each([
    [
      'cse-activites',
      'a counter-proposal',
      'Dotation du CSE pour les activités sociales et culturelles à 1 % de la masse salariale\nLa Direction refuse la proposition.\nLes élus font une contre-proposition à 0,9 %.\nLa Direction accepte la contre-proposition à 0,9 % de la masse salariale.',
      { rate: 0.9 },
    ],
    [
      'grossesse',
      'half an hour',
      'Chaque femme enceinte bénéficie de la diminution d’une demi-heure de travail par jour, à partir du 4e mois de grossesse.',
      { minutesPerDay: 30, fromMonth: 4 },
    ],
    [
      'conges-supplementaires',
      'more than the law in so many words',
      'Le congé annuel est augmenté de 4 jours supplémentaires, au-delà des vingt-cinq jours ouvrés prévus par la loi.',
      {},
    ],
    [
      'mutuelle',
      'staff who are « non-cadre ne relevant pas » of a clause',
      'La part mutuelle de l’employeur pour le personnel non-cadre ne relevant pas de l’article 4 sera revalorisée à 51,50 €.',
      { employerAmount: 51.5 },
    ],
  ])('%s: %s', (benefit, _, text, values) => {
    expect(find(text, benefit)).toMatchObject({ standing: 'granted', values });
  });

  it('quotes the end of a long sentence when the figure stands there', () => {
    const text = `Dans la continuité des engagements pris de longue date par la société en faveur de l’égalité professionnelle entre les femmes et les hommes, et compte tenu des écarts constatés lors du bilan présenté au comité social et économique, les parties conviennent de reconduire l’enveloppe visant à réduire les inégalités de rémunération entre les femmes et les hommes, d’un montant de 12 000 €.`;
    expect(find(text, 'egalite')!.quote).toContain('12 000 €');
  });
});
