import { capitalize } from '#domain/french.ts';
import { items, text } from '../writer.ts';
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
          `Un contrat de réservation est conclu avec un gestionnaire de crèches : il ouvre ${w.count(cribs, 'berceau', 'berceaux')} aux enfants du personnel, de la naissance à l’entrée à l’école. Le coût de la réservation est entièrement supporté par ${w.company} ; la famille règle le seul tarif horaire.`,
        ),
        text(
          'Lorsque les demandes dépassent les places disponibles, la priorité est donnée aux enfants dont les deux parents travaillent en horaires décalés.',
        ),
      ],
    },
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
          `${capitalize(w.company)} finance ${w.count(cribs, 'place')} en crèche auprès d’un réseau de gestionnaires présent dans le département. Le coût de chaque berceau est supporté à hauteur de ${w.percent(employerShare)} par l’employeur, le reste étant couvert par la participation de la famille.`,
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
      `${capitalize(w.company)} s’engage à réserver ${w.count(cribs, 'place')} en crèche dès la prochaine rentrée.`,
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
          `Des chèques emploi service universels (CESU) sont proposés aux ${w.people} pour la garde de leurs enfants, dans la limite de ${w.money(amount)} par an et par foyer. ${capitalize(w.company)} en finance ${w.percent(employerShare)}.`,
        ),
      ],
    },
  ],
  offer: (w, { amount = 200 }) =>
    `Une aide à la garde d’enfants de ${w.money(amount)} par an est versée sous forme de CESU préfinancés.`,
  offerSays: ['amount'],
  demand: () => 'des CESU préfinancés pour la garde d’enfants',
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
    `${capitalize(w.count(hours, 'heure'))} d’absence ${hours < 2 ? 'payée est accordée' : 'payées sont accordées'} aux parents le jour de la rentrée scolaire.`,
  offerSays: ['hours'],
  demand: () => 'une demi-journée payée pour la rentrée scolaire',
};
