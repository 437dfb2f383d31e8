import { describe, expect, it } from 'vitest';
import { isConditionalIn } from '#extraction/who/conditions.ts';
import { readQuantities } from '#extraction/numbers/reading.ts';
import { Told } from '#extraction/standing/told.ts';
import { Gates } from '#extraction/text/gates.ts';
import { normalize } from '#extraction/text/normalize.ts';
import { grantOf } from './support/findings.ts';

const anyWord = new Gates([]).opened([], [], false);
const isConditional = (text: string): boolean =>
  isConditionalIn([new Told(readQuantities(normalize(text)), anyWord)]);

describe('a condition is told', () => {
  it.each([
    'Une prime de 600 € est versée aux salariés dont la rémunération est inférieure à trois fois le SMIC annuel.',
    'Elle concerne les salariés dont le salaire de base n’excède pas 38 000 €.',
    'Ces dispositions s’appliquent aux salariés ne bénéficiant pas de la prime de panier.',
    'Cette prime est versée à l’ensemble du personnel ne disposant pas de véhicule de fonction.',
    'Elle est attribuée aux salariés dont la rémunération mensuelle est inférieure, au cours des 12 mois précédant le versement de la prime, à 3 fois le montant du SMIC.',
    'Elle est ouverte à tous ceux dont la rémunération de l’année, soumise à cotisations au sens du code et reçue pendant les douze mois qui précèdent le paiement, est inférieure à 45 000 euros.',
    'L’aide sera portée à 0,15 € du kilomètre si le prix du gazole dépasse 2 € le litre.',
    'Deux primes sont versées sous les conditions suivantes à la date du paiement :',
    'Cette aide est réservée aux parents d’enfants scolarisés.',
    'Ces jours sont accordés sous réserve de l’accord du responsable.',
    'Cette mesure ne concerne que les itinérants.',
    'Une prime de 15 € par mois est versée aux salariés habitant à plus de 12 km du dépôt.',
    'La prime concerne les salariés de l’usine ayant validé leur période d’essai.',
    'Pourront bénéficier de ce dispositif les salariés :',
    'Le parrain reçoit 150 € dès que la formation du nouveau conducteur est validée.',
    'L’aide est payée à tous les collaborateurs pour qui la voiture est indispensable.',
    'Sont éligibles au bénéfice de l’aide aux transports :',
    'Pour les salariés parisiens ne disposant pas d’offres similaires, la part de l’employeur est de 5,69 € (exonération maximale).',
    'Salariés non bénéficiaires : les salariés ayant un véhicule de service ;',
    'La Direction accepte la demande mais dans les conditions suivantes :',
    'Les salariés susvisés bénéficieront de deux jours de congé.',
    'Pour les salariés qui partent en mission, la société prend en charge les frais de garde.',
    'Elle sera versée aux salariés qui remplissent les conditions suivantes :',
    'La prise en charge est de 60 %, à l’exclusion de ceux disposant d’une voiture de fonction.',
    'Une prime de 900 € est versée à l’ensemble des salariés, hors force de vente.',
    'La prime revient à tout le personnel, hormis les bénéficiaires d’une voiture de fonction.',
    'Une prime de 200 € est versée aux salariés habitant à plus de 10 km de leur lieu de travail.',
    'Elle est de 70 € pour les collaborateurs dont le domicile est situé à 40 km ou plus.',
    'L’entreprise prend en charge la carence lors du premier arrêt maladie de chacun.',
    'Les trois jours de carence sont payés, une fois par an.',
    'Deux jours de carence par an sont pris en charge.',
  ])('%s', (text) => expect(isConditional(text)).toBe(true));

  it.each([
    'Une enveloppe est réservée à la correction des écarts de salaire.',
    'Une prime de 600 € est versée à tous les salariés.',
    'La carence est payée dès le premier arrêt de travail.',
    'Pour les salariés dont la rémunération est inférieure à trois fois le SMIC, la prime est exonérée d’impôt.',
    'Pour les salariés qui le souhaitent, un entretien est proposé.',
    'Pour les salariés qui travaillent en 5x8, une prime de feu continu est ajoutée à cette prime.',
    'Le salaire de base est inférieur aux minima : il est relevé.',
    'Les salariés habitant la commune sont invités à la fête.',
  ])('none: %s', (text) => expect(isConditional(text)).toBe(false));
});

describe('who is left out of a rise of pay', () => {
  const isOnCondition = (text: string) => grantOf('prevoyance', text)?.eligibility.isConditional;
  const GRANT = 'La part de l’employeur au régime de prévoyance est portée à 60 %.';

  it('is not left out of what stands above', () =>
    expect(isOnCondition(`${GRANT}\nLes stagiaires ne sont pas concernés par ces augmentations.`)).toBe(
      false,
    ));

  it('is where that is named', () =>
    expect(isOnCondition(`${GRANT}\nLes apprentis ne sont pas concernés par ce régime.`)).toBe(true));
});

it.each([
  [
    'prime-partage-valeur',
    'Une prime de partage de la valeur de 275 €, exonérée de charges sociales (sous conditions), est versée à tous.',
    false,
  ],
  [
    'prime-partage-valeur',
    'Une prime de partage de la valeur de 275 € est versée à tous sous condition de présence en juin.',
    true,
  ],
  [
    'teletravail',
    'La charte du télétravail, 2 jours par semaine, est maintenue au-delà de la période d’expérimentation.',
    false,
  ],
  ['teletravail', 'Le télétravail est mis en place à 2 jours par semaine à titre expérimental.', true],
  [
    'transport-public',
    'La prise en charge des abonnements de transport en commun est portée à 75 %.\nCette mesure est valable uniquement pour l’année 2023.',
    false,
  ],
  [
    'rtt',
    'Les jours de RTT sont au nombre de 13 par an.\nSeules les règles sur les durées de repos s’appliquent.',
    false,
  ],
])('a condition is one of the grant (%s): %s', (benefit, text, isConditional) =>
  expect(grantOf(benefit, text)?.eligibility.isConditional).toBe(isConditional),
);
