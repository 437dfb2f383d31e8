import { describe, expect, it } from 'vitest';
import { grantOf } from './support/findings.ts';

const valuesOf = (benefit: string, text: string) => grantOf(benefit, text)?.values ?? null;

describe('shares and parts in words', () => {
  it.each([
    [
      'mutuelle',
      'Les cotisations de la mutuelle sont réparties ainsi : 55 % au minimum à la charge de l’employeur et 45 % au maximum à la charge du salarié.',
      { employerShare: 55 },
    ],
    [
      'mutuelle',
      'La cotisation frais de santé est financée à raison des deux tiers par l’entreprise et d’un tiers par le salarié.',
      { employerShare: 66.67 },
    ],
    [
      'mutuelle',
      'La part de l’employeur dans la complémentaire santé est au moins de la moitié de la cotisation.',
      { employerShare: 50 },
    ],
    [
      'prevoyance',
      'La prévoyance est financée pour 70 p. 100 par l’employeur et pour 30 p. 100 par le salarié.',
      { employerShare: 70 },
    ],
    [
      'titres-restaurant',
      'Les titres-restaurant sont financés à raison de trois cinquièmes par l’employeur.',
      { employerShare: 60 },
    ],
    [
      'treizieme-mois',
      'Chacun perçoit en juin une prime annuelle égale à 1/12 du salaire brut de l’année.',
      { monthsOfPay: 1 },
    ],
    [
      'treizieme-mois',
      'Une prime de fin d’année équivalente à la moitié d’un mois de salaire est versée.',
      { monthsOfPay: 0.5 },
    ],
    [
      'treizieme-mois',
      'La prime de vacances, calculée à raison de 21 € par jour de congé, soit 630 € pour trente jours, est versée en juin.',
      { amount: 630 },
    ],
    [
      'conges-supplementaires',
      'Au-delà de 25 ans de service, une semaine supplémentaire de congés est accordée.',
      { daysPerYear: 5 },
    ],
    [
      'conges-supplementaires',
      'Le nombre de jours de congé passe à 28 après 12 ans d’ancienneté, soit 3 jours de plus.',
      { daysPerYear: 3, seniorityYears: 12 },
    ],
    [
      'evenements-familiaux',
      'Deux jours d’absence payée sont accordés pour le baptême d’un enfant.',
      { days: 2 },
    ],
    [
      'prime-anciennete',
      'Les appointements sont majorés pour ancienneté de 1 % par année de présence, avec un maximum de 12 %.',
      { rate: 12 },
    ],
    [
      'maintien-maladie',
      'Pendant la maladie, le salarié reçoit son plein traitement durant deux mois, puis le demi-traitement durant un mois.',
      { payRate: 100, durationDays: 60 },
    ],
    [
      'maintien-maladie',
      'En cas de maladie, 90 % du salaire est maintenu pendant 45 jours. Ces durées de maintien à 90 % sont majorées de 10 jours par tranche de cinq ans.',
      { payRate: 90, durationDays: 45 },
    ],
    [
      'titres-restaurant',
      'La valeur du titre-restaurant est de 8 €, 55 % restant à la charge de la société.',
      { faceValue: 8, employerShare: 55 },
    ],
    [
      'mutuelle',
      'Frais de santé\n| Cotisation mensuelle | Montant |\n| Employeur | 24,50 € |\n| Salarié | 10,50 € |',
      { employerAmount: 24.5 },
    ],
    ['maternite', 'La salariée en congé de maternité conserve son salaire net.', { payRate: 100 }],
  ])('%s: %s', (benefit, text, values) => expect(valuesOf(benefit, text)).toMatchObject(values));

  it('is the highest step of a scale told in one sentence, and not what covers a family', () => {
    const steps =
      'On peut télétravailler 1 jour par semaine, 3 jours pour ceux qui habitent à plus de 40 km.';
    expect(valuesOf('teletravail', steps)).toEqual({ daysPerWeek: 3 });
    const cover = 'La part de l’employeur dans la mutuelle est de 30 € par mois, 70 € pour les familles.';
    expect(valuesOf('mutuelle', cover)).toEqual({ employerAmount: 30 });
  });

  it('counts no waiting days where none are told', () => {
    const values = valuesOf(
      'maintien-maladie',
      'En cas de maladie, 90 % du salaire est maintenu pendant 45 jours. Ces durées de maintien à 90 % sont majorées de 10 jours par tranche de cinq ans.',
    );
    expect(values).not.toHaveProperty('waitingDays');
  });

  it('is not the length of the period over which it is counted', () => {
    const values = valuesOf(
      'maintien-maladie',
      'L’employeur maintient 100 % du salaire en cas de maladie ; les arrêts sont comptés sur une période de 12 mois consécutifs.',
    );
    expect(values).toEqual({ payRate: 100 });
  });
});

describe('guarantees of a provident cover', () => {
  it.each([
    'Le salarié classé en invalidité par la sécurité sociale recevra une rente d’invalidité de 30 % de son salaire.',
    'En cas de décès du salarié, il est versé à ses ayants droit un capital égal à deux fois le salaire annuel.',
    'Le capital décès est majoré de 20 % par enfant à charge.',
  ])('%s', (text) => expect(valuesOf('prevoyance', text)).not.toBeNull());

  it.each([
    'En cas de décès du salarié, les jours de son compte sont payés à ses ayants droit.',
    'En cas de décès d’un collègue, une cellule d’écoute est ouverte pendant deux semaines.',
    'Le fonds verse le capital social en trois ans.',
  ])('%s', (text) => expect(valuesOf('prevoyance', text)).toBeNull());
});

describe('in other words', () => {
  it.each([
    ['deconnexion', 'Aucune réponse n’est attendue aux messages reçus entre 20 h et 7 h.'],
    [
      'prime-anciennete',
      'La valeur du point, qui fixe les minima et sert au calcul de la prime d’ancienneté, est portée à 5,60 €.',
    ],
    ['maternite', 'Après un an, le congé d’adoption est rémunéré intégralement par l’employeur.'],
  ])('%s: %s', (benefit, text) => expect(valuesOf(benefit, text)).not.toBeNull());

  it.each([
    ['aidants', 'L’annonce du handicap d’un enfant donne droit à un congé de 5 jours.'],
    ['deconnexion', 'Aucune réponse n’a été donnée aux demandes reçues entre mars et juin.'],
  ])('%s: %s', (benefit, text) => expect(valuesOf(benefit, text)).toBeNull());
});

describe('a saving plan that becomes another, or takes in a bonus', () => {
  it.each([
    'Le PERCO est transformé en PERECOL à compter du 1er mars.',
    'Le salarié peut demander que sa part d’intéressement soit versée au PEI.',
  ])('%s', (text) => expect(valuesOf('epargne-salariale', text)).not.toBeNull());

  it.each([
    'Le salarié peut demander que sa prime soit versée en deux fois.',
    'La conversion des jours en argent se fait au mois de mai.',
  ])('%s', (text) => expect(valuesOf('epargne-salariale', text)).toBeNull());
});

describe('figures that are none of a contribution', () => {
  it.each([
    [
      'prevoyance',
      'Le capital décès est versé au conjoint ; à défaut, aux enfants par parts égales entre eux.',
    ],
    [
      'prevoyance',
      'En cas de décès d’un salarié, une rente temporaire est versée aux enfants : 5 % du salaire de référence.',
    ],
  ])('%s: %s', (benefit, text) => expect(valuesOf(benefit, text)).toEqual({}));

  it.each([
    [
      'conges-supplementaires',
      'Les temps d’indemnisation sont augmentés de 10 jours par période de 5 ans d’ancienneté.',
    ],
    [
      'prevoyance',
      'L’enfant titulaire de la carte d’invalidité est à charge si son taux dépasse 80 %, au sens du régime de prévoyance.',
    ],
    [
      'cse-activites',
      'Cette somme s’ajoute à la subvention destinée aux activités sociales et culturelles, égale à 0,3 %.',
    ],
  ])('%s: %s', (benefit, text) => expect(valuesOf(benefit, text)).toBeNull());
});

describe('paid leave of fathers', () => {
  it('is made up by the employer where social security pays a part', () => {
    const text =
      'Le père en congé de paternité pris en charge par la sécurité sociale a droit à une indemnisation égale à 100 % de son salaire.';
    expect(valuesOf('paternite', text)).not.toBeNull();
  });
});
