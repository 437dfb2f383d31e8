import { capital, items, text } from '../writer.ts';
import type { Provision } from './provision.ts';

export const nursery: Provision = {
  benefit: 'creche',
  headings: [
    'Places en crèche',
    'Réservation de berceaux',
    'Accueil des jeunes enfants',
    'Solutions de garde en crèche',
  ],
  draw: (random, employer) => ({
    cribs:
      employer.headcount > 900
        ? random.int(12, 30)
        : employer.headcount > 250
          ? random.int(4, 12)
          : random.int(2, 5),
    employerShare: random.pick([50, 60, 75, 80]),
  }),
  grants: [
    {
      says: ['cribs'],
      blocks: (w, { cribs = 2 }) => [
        text(
          `Afin d’aider les parents à concilier leur activité avec la garde de leurs jeunes enfants, ${w.company} réserve ${w.count(cribs, 'berceau', 'berceaux')} dans une crèche interentreprises située à moins de dix minutes du site.`,
        ),
        text(
          'Les places sont attribuées par une commission composée de deux membres de la Direction et de deux élus du CSE, selon des critères sociaux connus à l’avance : famille monoparentale, handicap du parent ou de l’enfant, horaires décalés.',
        ),
      ],
    },
    {
      says: ['cribs', 'employerShare'],
      blocks: (w, { cribs = 2, employerShare = 50 }) => [
        text(
          `${capital(w.company)} finance ${w.count(cribs, 'place')} en crèche auprès d’un réseau de gestionnaires présent dans le département. Le coût de chaque berceau est supporté à hauteur de ${w.percent(employerShare)} par l’employeur, le reste étant couvert par la participation de la famille.`,
        ),
        ...items(
          'l’attribution est faite pour une année scolaire, renouvelable ;',
          'le contrat est conclu entre la famille et le gestionnaire ;',
          'en cas de départ, la place est conservée pendant un mois.',
        ),
      ],
    },
    {
      says: ['cribs'],
      blocks: (w, { cribs = 2 }) => [
        text(
          `Le nombre de berceaux réservés par ${w.company} au bénéfice des enfants de ses ${w.people} est porté à ${cribs}, contre ${Math.max(1, Math.floor(cribs / 2))} précédemment.`,
        ),
      ],
    },
    {
      says: [],
      blocks: (w) => [
        text(
          `Une crèche d’entreprise, ouverte de 6 h 45 à 19 h 15, accueille les enfants des ${w.people} de dix semaines à trois ans. Son fonctionnement est financé par ${w.company} et par les participations familiales calculées selon le barème national.`,
        ),
      ],
    },
  ],
  offer: (w, { cribs = 2 }) =>
    w.one(
      `Crèche : ${w.count(cribs, 'berceau', 'berceaux')} sont réservés pour les enfants des ${w.people} ${w.since()}.`,
      `${capital(w.company)} s’engage à réserver ${w.count(cribs, 'place')} en crèche dès la prochaine rentrée.`,
    ),
  offerSays: ['cribs'],
  demand: (w, { cribs = 2 }) =>
    w.one(`la réservation de ${cribs + 3} berceaux en crèche`, 'l’ouverture d’une crèche d’entreprise'),
  end: (w) =>
    `La réservation de berceaux est supprimée ${w.since()}. Les enfants déjà accueillis conservent leur place en crèche jusqu’à la fin de l’année scolaire.`,
};

export const childcareAid: Provision = {
  benefit: 'garde-enfants',
  headings: ['Aide à la garde d’enfants', 'Chèque emploi service universel préfinancé'],
  draw: (random) => ({
    amount: random.pick([200, 300, 400, 500, 600, 800, 1000]),
    employerShare: random.pick([50, 60, 70]),
  }),
  grants: [
    {
      says: ['amount'],
      blocks: (w, { amount = 200 }) => [
        text(
          `Les parents d’un enfant de moins de six ans reçoivent, sur demande, des CESU préfinancés d’un montant de ${w.money(amount)} par an, entièrement pris en charge par ${w.company}.`,
        ),
      ],
    },
    {
      says: ['amount', 'employerShare'],
      blocks: (w, { amount = 200, employerShare = 50 }) => [
        text(
          `Des chèques emploi service universels (CESU) sont proposés aux ${w.people} pour la garde de leurs enfants, dans la limite de ${w.money(amount)} par an et par foyer. ${capital(w.company)} en finance ${w.percent(employerShare)}.`,
        ),
      ],
    },
  ],
  offer: (w, { amount = 200 }) =>
    `Une aide à la garde d’enfants de ${w.money(amount)} par an est versée sous forme de CESU préfinancés.`,
  offerSays: ['amount'],
  demand: () => 'des CESU préfinancés pour la garde d’enfants',
};

export const sickChild: Provision = {
  benefit: 'enfant-malade',
  headings: [
    'Jours « enfant malade »',
    'Absence pour enfant malade',
    'Congé pour enfant malade',
    'Garde d’un enfant malade',
  ],
  draw: (random) => ({ paidDays: random.weighted([[1, 1], [2, 3], [3, 5], [4, 3], [5, 3], [6, 1]] as const) }), // prettier-ignore
  grants: [
    {
      says: ['paidDays'],
      blocks: (w, { paidDays = 1 }) => [
        text(
          `Sur présentation d’un certificat médical, tout ${w.person} peut s’absenter pour soigner un enfant malade de moins de seize ans dont il assume la charge. Cette absence est rémunérée à ${w.percent(100)} dans la limite ${w.ofCount(paidDays, 'jour')} par année civile.`,
        ),
      ],
    },
    {
      says: ['paidDays'],
      blocks: (w, { paidDays = 1 }) => [
        text(
          `La loi ouvre un congé non rémunéré pour enfant malade. Allant au-delà, les parties conviennent que ${w.count(paidDays, 'jour')} d’absence par an et par ${w.person}, quel que soit le nombre d’enfants, ${paidDays < 2 ? 'donne' : 'donnent'} lieu à maintien intégral de la rémunération.`,
        ),
        text(
          'Le certificat médical est remis au service du personnel dans les 48 heures. La journée peut être prise par demi-journée.',
        ),
      ],
    },
    {
      says: ['paidDays'],
      blocks: (w, { paidDays = 1 }) => [
        text(
          `Il est accordé ${w.count(paidDays, 'jour')} « enfant malade » ${paidDays < 2 ? 'payé' : 'payés'} par an aux parents d’enfants de moins de douze ans, sans condition d’ancienneté. Lorsque les deux parents travaillent dans ${w.company}, chacun dispose de son propre droit.`,
        ),
      ],
    },
    {
      says: ['paidDays'],
      blocks: (w, { paidDays = 1 }) => [
        text(`Le congé pour enfant malade ou hospitalisé est régi par les règles suivantes :`),
        ...items(
          `durée : ${w.count(paidDays, 'jour ouvré', 'jours ouvrés')} par an, ${paidDays < 2 ? 'rémunéré' : 'rémunérés'} comme du temps de travail ;`,
          'âge de l’enfant : seize ans au plus, sans limite d’âge en cas de handicap ;',
          'justificatif : certificat établissant la nécessité de la présence d’un parent.',
        ),
      ],
    },
  ],
  offer: (w, { paidDays = 1 }) =>
    w.one(
      `${capital(w.count(paidDays, 'jour'))} pour enfant malade ${paidDays < 2 ? 'est rémunéré' : 'sont rémunérés'} chaque année, sur certificat médical.`,
      `Enfant malade : le nombre de jours payés est fixé à ${paidDays} par an et par ${w.person}.`,
    ),
  offerSays: ['paidDays'],
  demand: (w, { paidDays = 1 }) => `${w.count(paidDays + 2, 'jour')} payés par an pour enfant malade`,
  end: (w) => `Le bénéfice des jours rémunérés pour enfant malade est supprimé ${w.since()}.`,
  recall: (w) =>
    `Les parties rappellent que, conformément à l’article L. 1225-61 du code du travail, tout ${w.person} bénéficie d’un congé non rémunéré de trois jours par an en cas de maladie ou d’accident d’un enfant de moins de seize ans, porté à cinq jours si l’enfant a moins d’un an ou si le parent assume la charge de trois enfants ou plus.`,
};

export const backToSchool: Provision = {
  benefit: 'rentree-scolaire',
  headings: ['Rentrée scolaire'],
  draw: (random) => ({ hours: random.pick([1, 2, 3, 4]) }),
  grants: [
    {
      says: ['hours'],
      blocks: (w, { hours = 1 }) => [
        text(
          `Le jour de la rentrée scolaire, les parents d’enfants scolarisés jusqu’à l’entrée en sixième disposent ${w.ofCount(hours, 'heure')} d’absence rémunérée pour les accompagner.`,
        ),
      ],
    },
    {
      says: [],
      blocks: (w) => [
        text(
          `Chaque ${w.person} peut décaler son heure d’arrivée le jour de la rentrée des classes de ses enfants, sans perte de salaire, en accord avec son responsable.`,
        ),
      ],
    },
  ],
  offer: (w, { hours = 1 }) =>
    `${capital(w.count(hours, 'heure'))} d’absence ${hours < 2 ? 'payée est accordée' : 'payées sont accordées'} aux parents le jour de la rentrée scolaire.`,
  offerSays: ['hours'],
  demand: () => 'une demi-journée payée pour la rentrée scolaire',
};
