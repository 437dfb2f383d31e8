import { capitalize } from '#domain/french.ts';
import { items, text } from '../writer.ts';
import type { Provision } from './provision.ts';

export const greenCommute: Provision = {
  benefit: 'mobilites-durables',
  near: ['velo-voiture'],
  headings: ['Forfait mobilités durables', 'Déplacements à vélo et covoiturage'],
  draw: (random) => ({ amount: random.pick([200, 300, 400, 500, 600, 700]) }),
  grants: [
    {
      says: ['amount'],
      blocks: (w, { amount = 300 }) => [
        text(
          `Un forfait mobilités durables de ${w.money(amount)} par an est versé aux ${w.people} qui effectuent leurs trajets domicile-travail :`,
        ),
        ...items(
          'à vélo, avec ou sans assistance électrique ;',
          'en covoiturage, comme conducteur ou comme passager ;',
          'par tout autre mode de mobilité partagée prévu par la réglementation.',
        ),
        text('Une déclaration sur l’honneur est remise chaque année avant le 31 janvier.'),
      ],
    },
  ],
  offer: (w, { amount = 300 }) => `Le forfait mobilités durables est fixé à ${w.money(amount)} par an.`,
  offerSays: ['amount'],
  demand: (w, { amount = 300 }) => `un forfait mobilités durables de ${w.money(amount + 200)} par an`,
};

export const publicTransport: Provision = {
  benefit: 'transport-public',
  headings: ['Transports en commun', 'Abonnements de transport public'],
  draw: (random) => ({ employerShare: random.pick([60, 65, 70, 75, 80, 100]) }),
  grants: [
    {
      says: ['employerShare'],
      blocks: (w, { employerShare = 75 }) => [
        text(
          `${capitalize(w.company)} rembourse ${w.percent(employerShare)} du prix des abonnements de transports publics utilisés pour se rendre de la résidence habituelle au lieu de travail, sur présentation du titre.`,
        ),
      ],
    },
  ],
  offer: (w, { employerShare = 75 }) =>
    `La prise en charge des abonnements de transport en commun est portée à ${w.percent(employerShare)}.`,
  offerSays: ['employerShare'],
  demand: () => 'le remboursement intégral des abonnements de transport',
  recall: (w) =>
    `Conformément aux articles L. 3261-2 et R. 3261-1 du code du travail, l’employeur prend en charge ${w.percent(50)} du prix des titres d’abonnement de transports publics.`,
};

export const cycles: Provision = {
  benefit: 'velo-voiture',
  headings: ['Équipements vélo et recharge', 'Indemnité de trajet'],
  draw: (random) => ({ amount: random.pick([150, 200, 300]) }),
  grants: [
    {
      says: [],
      blocks: () => [
        text(
          'Un abri à vélos fermé, équipé de prises, ainsi que des bornes de recharge pour les véhicules électriques sont mis gratuitement à la disposition du personnel sur le parc de stationnement.',
        ),
      ],
    },
    {
      says: ['amount'],
      blocks: (w, { amount = 200 }) => [
        text(
          `Une prime de transport de ${w.money(amount)} par an est versée aux ${w.people} contraints d’utiliser leur véhicule personnel pour venir travailler, en l’absence de transport collectif à leurs horaires.`,
        ),
      ],
    },
  ],
  offer: (w, { amount = 200 }) =>
    `Une prime de carburant de ${w.money(amount)} par an est versée pour les trajets domicile-travail en véhicule personnel.`,
  offerSays: ['amount'],
  demand: () => 'une prime de carburant pour les trajets domicile-travail',
};

export const training: Provision = {
  benefit: 'formation',
  headings: ['Formation professionnelle', 'Droit individuel à la formation interne'],
  draw: (random) => ({ hours: random.pick([7, 14, 21]), budgetRate: random.pick([2, 2.5, 3]) }),
  grants: [
    {
      says: ['hours'],
      blocks: (w, { hours = 7 }) => [
        text(
          `Chaque ${w.person} bénéficie d’au moins ${w.count(hours, 'heure')} de formation par an, choisies avec son responsable, en plus des formations obligatoires à la sécurité.`,
        ),
      ],
    },
    {
      says: ['budgetRate'],
      blocks: (w, { budgetRate = 2 }) => [
        text(
          `${capitalize(w.company)} consacre chaque année ${w.percent(budgetRate)} de sa masse salariale au développement des compétences, au-delà de ses obligations légales.`,
        ),
      ],
    },
  ],
  offer: (w, { hours = 7 }) =>
    `Un minimum de ${w.count(hours, 'heure')} de formation par an est garanti à chacun.`,
  offerSays: ['hours'],
  demand: () => 'une journée de formation par an pour tous',
  recall: () =>
    'L’entretien de parcours professionnel est organisé dans les conditions de l’article L. 6315-1 du code du travail.',
};

export const trainingAccount: Provision = {
  benefit: 'abondement-cpf',
  headings: ['Abondement du compte personnel de formation'],
  draw: (random) => ({ amount: random.pick([300, 500, 800, 1000]) }),
  grants: [
    {
      says: ['amount'],
      blocks: (w, { amount = 500 }) => [
        text(
          `Lorsque le projet est en lien avec un métier de ${w.company}, l’employeur abonde le compte personnel de formation (CPF) dans la limite de ${w.money(amount)} par ${w.person} et par an.`,
        ),
      ],
    },
  ],
  offer: (w, { amount = 500 }) =>
    `L’employeur abonde le compte personnel de formation à hauteur de ${w.money(amount)} pour les projets validés.`,
  offerSays: ['amount'],
  demand: () => 'un abondement du CPF par l’employeur',
};

export const tutoring: Provision = {
  benefit: 'tutorat',
  headings: ['Tutorat', 'Maîtres d’apprentissage'],
  draw: (random) => ({ amount: random.pick([150, 200, 250, 300, 500]) }),
  grants: [
    {
      says: ['amount'],
      blocks: (w, { amount = 200 }) => [
        text(
          `Une prime de tutorat de ${w.money(amount)} bruts est versée, pour chaque année de contrat, au maître d’apprentissage ou au tuteur, dont la charge de travail est allégée d’autant de temps que l’accompagnement l’exige.`,
        ),
      ],
    },
  ],
  offer: (w, { amount = 200 }) =>
    `La prime versée aux tuteurs d’alternants est fixée à ${w.money(amount)} bruts par an.`,
  offerSays: ['amount'],
  demand: () => 'la revalorisation de la prime de tuteur',
};

export const expression: Provision = {
  benefit: 'expression',
  headings: ['Expression directe des salariés', 'Espaces de discussion sur le travail'],
  draw: (random) => ({ frequency: random.pick([2, 3, 4]) }),
  grants: [
    {
      says: ['frequency'],
      blocks: (_, { frequency = 2 }) => [
        text(
          `Des groupes d’expression d’une dizaine de personnes se réunissent ${frequency} fois par an, pendant le temps de travail, pour proposer des améliorations de l’organisation et des conditions de travail. La Direction répond par écrit dans le mois.`,
        ),
      ],
    },
  ],
  offer: (_, { frequency = 2 }) =>
    `Des espaces de discussion sur le travail sont organisés ${frequency} fois par an dans chaque service.`,
  offerSays: ['frequency'],
  demand: () => 'la relance des groupes d’expression',
  recall: () =>
    'Les salariés bénéficient d’un droit à l’expression directe et collective sur le contenu, les conditions d’exercice et l’organisation de leur travail.',
};

export const hardship: Provision = {
  benefit: 'usure',
  headings: ['Prévention de l’usure professionnelle', 'Ergonomie des postes'],
  draw: (random) => ({ budget: random.pick([15000, 20000, 30000, 50000]) }),
  grants: [
    {
      says: ['budget'],
      blocks: (w, { budget = 20000 }) => [
        text(
          `Un budget de ${w.money(budget)} est consacré, sur la durée de l’accord, à la prévention de l’usure professionnelle : achat d’aides à la manutention, étude ergonomique des postes les plus exposés et rotation des équipes.`,
        ),
      ],
    },
  ],
  offer: (w, { budget = 20000 }) =>
    `Un budget de ${w.money(budget)} est réservé à l’amélioration ergonomique des postes pénibles.`,
  offerSays: ['budget'],
  demand: () => 'des aides à la manutention sur les postes pénibles',
  recall: () =>
    'Les droits liés au compte professionnel de prévention sont ouverts dans les conditions fixées par la loi.',
};
