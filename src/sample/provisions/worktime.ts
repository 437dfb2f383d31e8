import { capitalize } from '#domain/french.ts';
import { items, text } from '../writer.ts';
import type { Provision } from './provision.ts';

export const restDays: Provision = {
  benefit: 'rtt',
  headings: ['Jours de réduction du temps de travail', 'Acquisition des JRTT', 'Jours de repos'],
  draw: (random) => ({ daysPerYear: random.pick([6, 9, 10, 11, 12, 15, 18, 20, 23]) }),
  grants: [
    {
      says: ['daysPerYear'],
      blocks: (w, { daysPerYear = 10 }) => [
        text(
          `La durée hebdomadaire de référence est supérieure à trente-cinq heures. En contrepartie, les ${w.people} à temps complet acquièrent ${w.count(daysPerYear, 'jour')} de réduction du temps de travail (JRTT) par année civile complète.`,
        ),
        text(
          'La moitié des jours, arrondie à l’entier inférieur, est fixée par l’employeur en début d’année ; le reste est pris à l’initiative de l’intéressé.',
        ),
      ],
    },
    {
      says: ['daysPerYear'],
      blocks: (w, { daysPerYear = 10 }) => [
        text(
          `Le nombre de JRTT est fixé forfaitairement à ${w.count(daysPerYear, 'jour')} par an, indépendamment du nombre de jours fériés de l’année.`,
        ),
      ],
    },
  ],
  offer: (w, { daysPerYear = 10 }) =>
    `Le nombre de jours de RTT est porté à ${w.count(daysPerYear, 'jour')} par an.`,
  offerSays: ['daysPerYear'],
  demand: (w) => `${w.count(3, 'jour')} de RTT supplémentaires`,
};

export const timeSavings: Provision = {
  benefit: 'cet',
  headings: ['Compte épargne-temps', 'Ouverture et alimentation du compte'],
  draw: (random) => ({ topUp: random.pick([10, 15, 20]), capDays: random.pick([40, 60, 80, 100]) }),
  grants: [
    {
      says: ['capDays'],
      blocks: (w, { capDays = 60 }) => [
        text(
          `Un compte épargne-temps est ouvert, sur demande, à tout ${w.person} en contrat à durée indéterminée. Il peut être alimenté par la cinquième semaine de congés et par des jours de repos, sans que le total épargné puisse dépasser ${w.count(capDays, 'jour')}.`,
        ),
      ],
    },
    {
      near: ['seniors'],
      says: ['topUp'],
      blocks: (w, { topUp = 10 }) => [
        text(
          `Lorsque les droits inscrits au compte épargne-temps (CET) financent un congé de fin de carrière ou un congé de solidarité, ${w.company} les abonde à hauteur de ${w.percent(topUp)}.`,
        ),
      ],
    },
  ],
  offer: (w, { capDays = 60 }) =>
    `Il est créé un compte épargne-temps, plafonné à ${w.count(capDays, 'jour')}.`,
  offerSays: ['capDays'],
  demand: () => 'l’ouverture d’une négociation sur le compte épargne-temps',
};

export const flexibleHours: Provision = {
  benefit: 'horaires-flexibles',
  headings: ['Horaires individualisés', 'Plages fixes et plages variables'],
  draw: () => ({}),
  grants: [
    {
      says: [],
      blocks: (w) => [
        text(
          `Les ${w.people} des services administratifs et techniques organisent librement leurs horaires à l’intérieur de plages variables :`,
        ),
        ...items(
          'plage variable du matin : de 7 h 30 à 9 h 30 ;',
          'plages fixes : de 9 h 30 à 11 h 45 et de 14 h à 16 h ;',
          'plage variable du soir : de 16 h à 19 h.',
        ),
      ],
    },
  ],
  offer: () =>
    'Un système d’horaires individualisés, avec plages fixes et plages variables, est ouvert aux services administratifs.',
  offerSays: [],
  demand: () => 'des horaires variables pour les services supports',
};

export const disconnection: Provision = {
  benefit: 'deconnexion',
  headings: ['Droit à la déconnexion', 'Régulation des outils numériques'],
  draw: () => ({}),
  grants: [
    {
      says: ['?device'],
      blocks: (w) => [
        text(
          `Pour rendre effectif le droit à la déconnexion, la distribution des courriels est suspendue entre 20 heures et 7 heures ainsi que du vendredi soir au lundi matin. Un message d’alerte signale à l’expéditeur tout envoi en dehors de ces plages, et un référent déconnexion est désigné dans chaque direction pour aider les ${w.people}.`,
        ),
      ],
    },
    {
      says: ['?device'],
      blocks: () => [
        text(
          'Aucune réunion n’est fixée avant 9 heures ni après 17 h 30, ni le mercredi après-midi. Un bilan trimestriel des connexions tardives est adressé aux responsables de service, qui reçoivent toute personne se connectant régulièrement la nuit.',
        ),
      ],
    },
  ],
  offer: () =>
    'Droit à la déconnexion : les serveurs de messagerie cessent de distribuer les courriels entre 20 heures et 7 heures.',
  offerSays: ['?device'],
  demand: () => 'une coupure des messageries professionnelles le soir et le week-end',
  recall: (w) =>
    `Les parties réaffirment l’importance du droit à la déconnexion : chaque ${w.person} a le droit de ne pas être joignable en dehors de son temps de travail.`,
};

export const workload: Provision = {
  benefit: 'charge-travail',
  headings: ['Suivi de la charge de travail', 'Dispositif d’alerte'],
  draw: (random) => ({ frequency: random.pick([2, 3, 4]) }),
  grants: [
    {
      says: ['frequency'],
      blocks: (w, { frequency = 2 }) => [
        text(
          `La charge de travail de chaque ${w.person} en forfait-jours fait l’objet de ${w.count(frequency, 'entretien')} par an. Entre deux entretiens, une alerte peut être déposée à tout moment ; la Direction reçoit alors l’intéressé sous huit jours et formalise les mesures prises.`,
        ),
      ],
    },
  ],
  offer: (w, { frequency = 2 }) =>
    `Le suivi de la charge de travail est renforcé : ${w.count(frequency, 'entretien')} par an et une procédure d’alerte écrite.`,
  offerSays: ['frequency'],
  demand: () => 'un véritable suivi de la charge de travail des forfaits-jours',
  recall: () =>
    'Conformément à la loi, un entretien annuel porte sur la charge de travail du salarié en forfait-jours et sur l’articulation entre son activité professionnelle et sa vie personnelle.',
};

export const fourDays: Provision = {
  benefit: 'semaine-4-jours',
  headings: ['Semaine de quatre jours', 'Organisation en quatre jours'],
  draw: (random) => ({ weeklyHours: random.pick([32, 34, 35, 36]) }),
  grants: [
    {
      says: ['weeklyHours'],
      blocks: (_, { weeklyHours = 35 }) => [
        text(
          `Les équipes volontaires peuvent organiser leur travail sur quatre jours. La durée hebdomadaire est alors de ${weeklyHours} heures, réparties du lundi au jeudi ou du mardi au vendredi, avec maintien de la rémunération.`,
        ),
      ],
    },
  ],
  offer: (_, { weeklyHours = 35 }) =>
    `La semaine de quatre jours est ouverte aux volontaires, sur la base de ${weeklyHours} heures.`,
  offerSays: ['weeklyHours'],
  demand: () => 'une réflexion sur la semaine de quatre jours',
};

export const chosenPartTime: Provision = {
  benefit: 'temps-partiel-choisi',
  headings: ['Temps partiel choisi', 'Temps réduit à la demande du salarié'],
  draw: () => ({}),
  grants: [
    {
      says: [],
      blocks: (w) => [
        text(
          `Le temps partiel choisi est accordé pour une durée d’un an renouvelable à tout ${w.person} qui le demande deux mois à l’avance ; le refus est motivé par écrit. Le retour à temps complet est garanti au terme de la période.`,
        ),
      ],
    },
  ],
  offer: () =>
    'Le retour à temps plein est garanti à toute personne ayant choisi un temps partiel pour une durée déterminée.',
  offerSays: [],
  demand: () => 'l’acceptation de toutes les demandes de temps partiel choisi',
};

export const rosters: Provision = {
  benefit: 'planning',
  headings: ['Programmation des horaires', 'Astreintes'],
  draw: (random) => ({ noticeDays: random.pick([14, 15, 21, 30]), amount: random.pick([80, 120, 150, 180]) }),
  grants: [
    {
      says: ['noticeDays'],
      blocks: (w, { noticeDays = 15 }) => [
        text(
          `Les plannings individuels sont remis aux ${w.people} au moins ${w.count(noticeDays, 'jour')} à l’avance. Toute modification dans ce délai requiert l’accord de l’intéressé, sauf remplacement imprévisible.`,
        ),
      ],
    },
    {
      says: ['amount'],
      blocks: (w, { amount = 100 }) => [
        text(
          `Chaque semaine d’astreinte est compensée par une indemnité forfaitaire de ${w.money(amount)}, que l’intervention ait lieu ou non. ${capitalize(w.company)} établit le calendrier des astreintes par trimestre.`,
        ),
      ],
    },
  ],
  offer: (w, { amount = 100 }) => `L’indemnité d’astreinte est portée à ${w.money(amount)} par semaine.`,
  offerSays: ['amount'],
  demand: () => 'un délai de prévenance d’un mois pour les plannings',
};
