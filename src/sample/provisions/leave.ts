import { items, table, text } from '../writer.ts';
import type { Provision } from './provision.ts';

export const extraLeave: Provision = {
  benefit: 'conges-supplementaires',
  headings: ['Congés d’ancienneté', 'Jours de congé supplémentaires'],
  draw: (random) => ({
    daysPerYear: random.pick([1, 2, 3, 4, 5]),
    seniorityYears: random.pick([5, 10, 15, 20]),
  }),
  grants: [
    {
      says: ['daysPerYear', 'seniorityYears'],
      blocks: (w, { daysPerYear = 1, seniorityYears = 5 }) => [
        text(
          `Il est accordé ${w.count(daysPerYear, 'jour')} de congé supplémentaire par an aux ${w.people} ayant au moins ${w.count(seniorityYears, 'an')} d’ancienneté.`,
        ),
      ],
    },
    {
      says: ['daysPerYear'],
      blocks: (w, { daysPerYear = 1 }) => [
        text(
          `Le congé annuel est augmenté ${w.ofCount(daysPerYear, 'jour')} pour l’ensemble des ${w.people}, au-delà des vingt-cinq jours ouvrés prévus par la loi.`,
        ),
      ],
    },
  ],
  offer: (w, { daysPerYear = 1 }) =>
    `Il est accordé ${w.count(daysPerYear, 'jour')} de congé supplémentaire par an à l’ensemble du personnel.`,
  offerSays: ['daysPerYear'],
  demand: () => 'une sixième semaine de congés payés',
};

export const familyEvents: Provision = {
  benefit: 'evenements-familiaux',
  headings: ['Congés pour événements familiaux', 'Autorisations d’absence'],
  draw: (random) => ({ days: random.pick([5, 6]) }),
  grants: [
    {
      says: ['days'],
      blocks: (w, { days = 5 }) => [
        text(
          `Les ${w.people} bénéficient, sans condition d’ancienneté, d’un congé de ${w.count(days, 'jour ouvré', 'jours ouvrés')} rémunérés à l’occasion de leur mariage ou de la conclusion d’un pacte civil de solidarité, au lieu des quatre jours légaux.`,
        ),
      ],
    },
    {
      says: ['days'],
      blocks: (_, { days = 5 }) => [
        text('Les congés pour événements familiaux, plus favorables que la loi, sont les suivants :'),
        table(
          ['Événement', 'Nombre de jours ouvrés'],
          ['Mariage ou Pacs', String(days)],
          ['Décès du conjoint', '5'],
          ['Décès d’un grand-parent', '2'],
          ['Mariage d’un enfant', '2'],
        ),
      ],
    },
  ],
  offer: (w, { days = 5 }) =>
    `Le congé accordé pour le mariage ou le Pacs est porté à ${w.count(days, 'jour')}.`,
  offerSays: ['days'],
  demand: () => 'deux jours de plus pour le décès d’un proche',
  recall: () =>
    'Les congés pour événements familiaux sont ceux de l’article L. 3142-4 du code du travail, notamment quatre jours pour un mariage ou un Pacs.',
};

export const civicTime: Provision = {
  benefit: 'engagement',
  headings: ['Engagement solidaire', 'Sapeurs-pompiers et réservistes', 'Mécénat de compétences'],
  draw: (random) => ({ days: random.pick([1, 2, 3, 5]) }),
  grants: [
    {
      says: ['days'],
      blocks: (w, { days = 2 }) => [
        text(
          `Chaque ${w.person} peut consacrer ${w.count(days, 'jour')} par an, sur son temps de travail et sans perte de salaire, à une association reconnue d’intérêt général, dans le cadre du mécénat de compétences.`,
        ),
      ],
    },
    {
      says: ['days'],
      blocks: (w, { days = 2 }) => [
        text(
          `Les sapeurs-pompiers volontaires et les réservistes bénéficient du maintien de leur rémunération pendant ${w.count(days, 'jour')} d’absence par an, en plus des autorisations légales.`,
        ),
      ],
    },
  ],
  offer: (w, { days = 2 }) =>
    `Un crédit de ${w.count(days, 'jour')} par an, rémunéré, est ouvert pour une mission bénévole dans une association.`,
  offerSays: ['days'],
  demand: () => 'une journée solidaire payée par an',
};

export const equality: Provision = {
  benefit: 'egalite',
  headings: ['Écarts de rémunération', 'Égalité salariale', 'Mesures de rattrapage'],
  draw: (random) => ({
    budget: random.pick([5000, 10000, 20000, 40000]),
    budgetRate: random.pick([0.1, 0.15, 0.2]),
  }),
  grants: [
    {
      says: ['budget'],
      blocks: (w, { budget = 5000 }) => [
        text(
          `Une enveloppe annuelle de ${w.money(budget)} est consacrée à la suppression des écarts de salaire constatés, à poste et ancienneté comparables, entre les femmes et les hommes.`,
        ),
      ],
    },
    {
      says: ['budgetRate'],
      blocks: (w, { budgetRate = 0.1 }) => [
        text(
          `Il est réservé ${w.percent(budgetRate)} de la masse salariale à des mesures de rattrapage en faveur des femmes dont la rémunération est inférieure à celle de leurs homologues masculins.`,
        ),
        ...items(
          'l’analyse est conduite chaque année en mars ;',
          'les ajustements prennent effet au 1er juillet.',
        ),
      ],
    },
  ],
  offer: (w, { budget = 5000 }) =>
    `Une enveloppe de ${w.money(budget)} est affectée au rattrapage des écarts de rémunération entre les femmes et les hommes.`,
  offerSays: ['budget'],
  demand: () => 'un budget dédié à l’égalité salariale entre les femmes et les hommes',
  recall: (w) =>
    `Les parties réaffirment leur attachement au principe d’égalité de traitement entre les femmes et les hommes, qui guide toutes les décisions ${w.ofCompany}.`,
};

export const disability: Provision = {
  benefit: 'handicap',
  headings: ['Salariés en situation de handicap', 'Reconnaissance de la qualité de travailleur handicapé'],
  draw: (random) => ({ days: random.pick([1, 2, 3]), amount: random.pick([500, 1000, 1500]) }),
  grants: [
    {
      says: ['days'],
      blocks: (w, { days = 2 }) => [
        text(
          `Les ${w.people} titulaires d’une reconnaissance de la qualité de travailleur handicapé (RQTH) bénéficient de ${w.count(days, 'jour')} d’absence ${days < 2 ? 'payé' : 'payés'} par an pour leurs démarches et leurs soins.`,
        ),
      ],
    },
    {
      says: ['amount'],
      blocks: (w, { amount = 500 }) => [
        text(
          `Un budget d’aménagement de poste de ${w.money(amount)} est mobilisable, sans attendre l’aide de l’Agefiph, pour chaque ${w.person} en situation de handicap.`,
        ),
      ],
    },
  ],
  offer: (w, { days = 2 }) =>
    `Les salariés reconnus travailleurs handicapés disposent de ${w.count(days, 'jour')} d’absence ${days < 2 ? 'rémunéré' : 'rémunérés'} par an.`,
  offerSays: ['days'],
  demand: () => 'deux jours d’absence payés pour le renouvellement de la RQTH',
  recall: () =>
    'Il est rappelé que tout employeur d’au moins vingt salariés est tenu d’employer des travailleurs handicapés à hauteur de 6 % de son effectif.',
};

export const seniors: Provision = {
  benefit: 'seniors',
  headings: ['Fin de carrière', 'Temps partiel de fin de carrière'],
  draw: (random) => ({ partTimePay: random.pick([85, 90, 95]) }),
  grants: [
    {
      says: ['partTimePay'],
      blocks: (w, { partTimePay = 90 }) => [
        text(
          `À partir de cinquante-huit ans, tout ${w.person} peut demander un temps partiel de fin de carrière à 80 % d’un temps plein, rémunéré ${w.percent(partTimePay)} de son salaire à temps complet. Les cotisations de retraite sont maintenues sur la base d’un temps plein.`,
        ),
      ],
    },
  ],
  offer: (w, { partTimePay = 90 }) =>
    `Un temps partiel senior à 80 %, payé ${w.percent(partTimePay)}, est ouvert aux salariés de plus de cinquante-huit ans.`,
  offerSays: ['partTimePay'],
  demand: () => 'un dispositif de fin de carrière pour les plus de 57 ans',
};

export const diversity: Provision = {
  benefit: 'diversite',
  headings: ['Prévention des discriminations', 'Harcèlement et agissements sexistes'],
  draw: () => ({}),
  grants: [
    {
      says: [],
      blocks: () => [
        text(
          'Une cellule d’écoute indépendante recueille tout signalement de discrimination, de harcèlement ou d’agissement sexiste. Toute personne participant à un recrutement suit, au préalable, une formation obligatoire à la non-discrimination.',
        ),
      ],
    },
  ],
  offer: () =>
    'Une cellule d’écoute et de traitement des signalements de discrimination et de harcèlement est mise en place.',
  offerSays: [],
  demand: () => 'une formation de tous les managers à la non-discrimination',
  recall: () =>
    'Les parties rappellent leur attachement au principe de non-discrimination, tel qu’il résulte de l’article L. 1132-1 du code du travail.',
};
