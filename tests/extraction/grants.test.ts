import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

/** The sentences are written for the test. */
describe('values of a scale, a list or a change', () => {
  it.each([
    [
      'the highest item of a list',
      'teletravail-indemnite',
      'L’entreprise décide de créer un forfait télétravail de :\n12 € par mois pour les salariés en télétravail 1 jour par semaine ;\n24 € par mois pour les salariés en télétravail 2 jours par semaine.',
      { amountPerMonth: 24 },
    ],
    [
      'the highest of two figures in one sentence',
      'planning',
      'La prime d’astreinte est portée à 18 € pour les jours ouvrés et 36 € pour les dimanches.',
      { amount: 36 },
    ],
    [
      'what may be had at most',
      'teletravail',
      'L’accord permet de télétravailler 1 jour par semaine, voire 2 jours avec l’accord du responsable.',
      { daysPerWeek: 2 },
    ],
    [
      'a rank of days',
      'teletravail',
      'Un 3ème jour de télétravail par semaine est accordé aux salariés qui habitent à plus de 50 km.',
      { daysPerWeek: 3 },
    ],
    [
      'the ceiling of pay that opens a right is not its amount',
      'prime-partage-valeur',
      'La société attribue une prime de partage de la valeur de :\n900 € pour les salariés dont la rémunération annuelle est inférieure ou égale à 35 000 €,\n700 € pour les autres salariés.',
      { amount: 900 },
    ],
    [
      'days off that somebody else counts',
      'maintien-maladie',
      'La caisse applique trois jours de carence. L’entreprise s’engage à prendre en charge les jours de carence du premier arrêt de l’année.',
      { waitingDays: 0 },
    ],
    [
      'the extra day of carers',
      'aidants',
      'Un jour supplémentaire de congé est accordé aux salariés en situation de proche aidant pour leur emménagement.',
      { paidDays: 1 },
    ],
    [
      'the pay of a part-time job',
      'seniors',
      'Le salarié de plus de 58 ans en temps partiel à hauteur de 80 % est rémunéré à hauteur de 90 %.',
      { partTimePay: 90 },
    ],
    [
      'cents behind the word',
      'titres-restaurant',
      'La valeur faciale du ticket restaurant est portée à 9 euros 50.',
      { faceValue: 9.5 },
    ],
    [
      'the new share in a sentence that recalls the old one',
      'mutuelle',
      'La prise en charge de la mutuelle par l’employeur, fixée à 55 %, est portée à 65 %.',
      { employerShare: 65 },
    ],
    [
      'the new figures, each with its part',
      'titres-restaurant',
      'La valeur du titre-restaurant passera de 8 € (part employeur 4,80 €) à 9 € (part employeur 5,40 €).',
      { faceValue: 9, employerAmount: 5.4 },
    ],
  ])('reads %s', (_, benefit, text, values) => {
    expect(find(text, benefit)?.values).toMatchObject(values);
  });

  it.each([
    [
      'working time',
      'seniors',
      'partTimePay',
      'Les salariés de plus de 57 ans en temps partiel à hauteur de 80 % ont la possibilité de prendre un congé de fin de carrière.',
    ],
    [
      'the ceiling of two benefits together',
      'mobilites-durables',
      'amount',
      'Le forfait mobilités durables est versé chaque année. Le plafond de cumul du forfait mobilités durables et de l’abonnement de transport est porté à 850 €.',
    ],
    [
      'what is exempt of tax',
      'velo-voiture',
      'amount',
      'Une prime de transport est attribuée aux salariés du site. Elle est exonérée de cotisations dans la limite de 250 €.',
    ],
    [
      'a decrease',
      'prevoyance',
      'employerShare',
      'Le contrat de prévoyance est renouvelé avec une baisse des cotisations à hauteur de 12 %.',
    ],
    [
      'a rate as the share of the employer',
      'prevoyance',
      'employerShare',
      'La participation de l’employeur au régime de prévoyance est fixée à 1,42 %.',
    ],
  ])('does not read %s', (_, benefit, slot, text) => {
    expect(find(text, benefit)?.values[slot]).toBeUndefined();
  });
});

describe('what is no grant', () => {
  it.each([
    [
      'what is done instead of what is refused',
      'mobilites-durables',
      'Forfait mobilités durables\nLa Direction ne prévoit pas d’étendre le forfait mobilités durables au covoiturage. Un outil de diagnostic doit être déployé dans les agences.',
    ],
    [
      'a campaign',
      'mobilites-durables',
      'Une campagne de communication sur le covoiturage et le vélo est mise en place pour les trajets domicile-travail.',
    ],
    [
      'a bicycle bought, which the other benefit counts',
      'mobilites-durables',
      'Une aide de 150 € est versée pour l’achat d’un vélo servant au trajet domicile-travail.',
    ],
    [
      'an allowance by bicycle, which the other benefit counts',
      'velo-voiture',
      'L’indemnité kilométrique vélo de 220 € par an est maintenue.',
    ],
    [
      'a duty of the occupational health service',
      'prevention-sante',
      'Le service de santé au travail devra s’assurer que les vaccins du salarié sont à jour avant la mission.',
    ],
    [
      'a rebate of contributions',
      'prevoyance',
      'L’allègement de cotisations est financé par la réserve du contrat de prévoyance.',
    ],
    [
      'the drift of the payroll',
      'prime-anciennete',
      'L’évolution de la prime d’ancienneté représente un budget de 0,3 % de la masse salariale.',
    ],
    [
      'a bare name in a list',
      'titres-restaurant',
      'La Direction présente ses propositions :\nTickets restaurant\nPrime d’équipe',
    ],
    [
      'who is left out',
      'velo-voiture',
      'Les salariés qui reçoivent des indemnités kilométriques ne pourront pas bénéficier de la prime de transport.',
    ],
  ])('%s', (_, benefit, text) => {
    expect(find(text, benefit)?.standing).not.toBe('granted');
  });

  it.each([
    [
      'mobilites-durables',
      'Une campagne de communication rappellera que le forfait mobilités durables de 300 € par an est versé aux cyclistes.',
    ],
    [
      'velo-voiture',
      'Une aide de 150 € est versée pour l’achat d’un vélo servant au trajet domicile-travail.',
    ],
    ['mobilites-durables', 'L’indemnité kilométrique vélo de 220 € par an est maintenue.'],
    [
      'prevention-sante',
      'Le coût des vaccins demandés avant une mission est pris en charge par l’entreprise.',
    ],
    ['prime-anciennete', 'La prime d’ancienneté évolue : elle est portée à 16 % après seize ans.'],
    ['titres-restaurant', 'La Direction propose :\nTickets restaurant à 9 €'],
  ])('%s is granted all the same', (benefit, text) => {
    expect(find(text, benefit)?.standing).toBe('granted');
  });
});

describe('the quote of a grant', () => {
  it('holds what the scale is about, and not its last step alone', () => {
    const found = find(
      'Article 2 – Prime d’ancienneté\nLes parties décident que la prime d’ancienneté est versée ainsi :\n| Après 10 ans | 10 % |\n| Après 15 ans | 15 % |',
      'prime-anciennete',
    );
    expect(found?.values).toMatchObject({ rate: 15 });
    expect(found?.quote).toMatch(/prime d’ancienneté.*15 %/);
  });

  it('keeps no figure that a far title cannot show', () => {
    const steps = Array.from({ length: 30 }, (_, i) => `| ${i * 10} à ${i * 10 + 10} | ${i + 1},50 € |`).join(
      '\n',
    );
    const found = find(
      `Article 3 – Prime de transport\nUne prime de transport est versée par mois :\n${steps}`,
      'velo-voiture',
    );
    const amount = found?.values['amount'];
    expect(found?.quote).toMatch(/prime de transport|versée/i);
    if (typeof amount === 'number') expect(found?.quote).toContain(String(amount).replace('.', ','));
  });
});
