import { capitalize } from '#domain/french.ts';
import { items, table, text } from '../writer.ts';
import type { Provision } from './provision.ts';

const cents = (amount: number): number => Math.round(amount * 100) / 100;

export const mealVouchers: Provision = {
  benefit: 'titres-restaurant',
  headings: [
    'Titres-restaurant',
    'Valeur faciale des titres-restaurant',
    'Tickets-restaurant',
    'Attribution de titres-restaurant',
  ],
  draw: (random) => {
    const faceValue = random.pick([7, 7.5, 8, 8.5, 9, 9.2, 9.5, 10, 10.5, 11, 11.5, 12]);
    const employerShare = random.pick([50, 55, 60, 60]);
    return { faceValue, employerShare, employerAmount: cents((faceValue * employerShare) / 100) };
  },
  grants: [
    {
      says: ['employerAmount', 'faceValue'],
      blocks: (w, { faceValue = 8, employerAmount = 4 }) => [
        text(
          `Il est attribué un titre-restaurant par jour travaillé. Sa valeur est de ${w.money(faceValue)} ; ${w.company} en prend en charge ${w.money(employerAmount)}.`,
          'Cette prise en charge est exonérée de cotisations dans les limites fixées chaque année.',
        ),
        ...items(
          'les apprentis en bénéficient pour leurs jours de présence ;',
          'les repas pris en charge à un autre titre, lors d’un déplacement, n’y ouvrent pas droit.',
        ),
      ],
    },
    {
      says: ['faceValue', 'employerShare'],
      blocks: (w, { faceValue = 8, employerShare = 50 }) => [
        text(
          `Les parties décident de revaloriser les titres-restaurant : leur valeur libératoire passe de ${w.money(faceValue - 0.5)} à ${w.money(faceValue)} par jour. La répartition du financement, de ${w.percent(employerShare)} pour l’employeur et de ${w.percent(100 - employerShare)} pour le ${w.person}, reste inchangée.`,
        ),
      ],
    },
    {
      says: ['faceValue', 'employerShare'],
      blocks: (w, { faceValue = 8, employerShare = 50 }) => [
        text(
          `${capitalize(w.company)} attribue des titres-restaurant d’une valeur faciale de ${w.money(faceValue)}, financés à ${w.percent(employerShare)} par l’employeur et à ${w.percent(100 - employerShare)} par le ${w.person}.`,
        ),
        text(
          'Un titre est attribué par journée de travail comportant un repas. Les journées d’absence, quel qu’en soit le motif, n’ouvrent pas droit à attribution.',
        ),
      ],
    },
    {
      says: ['faceValue', 'employerAmount'],
      blocks: (w, { faceValue = 8, employerAmount = 4 }) => [
        text(
          `La valeur faciale du titre-restaurant est portée à ${w.money(faceValue)} ${w.since()}, avec une part patronale de ${w.money(employerAmount)} et une part salariale de ${w.money(cents(faceValue - employerAmount))}.`,
        ),
        text(
          'Les titres sont délivrés sur une carte, créditée au début de chaque mois au titre du mois précédent.',
        ),
      ],
    },
    {
      says: ['faceValue', 'employerShare', 'employerAmount'],
      blocks: (w, { faceValue = 8, employerShare = 50, employerAmount = 4 }) => [
        text(`Les modalités d’attribution des titres-restaurant sont les suivantes :`),
        table(
          ['Valeur faciale du titre-restaurant', 'Part employeur', `Part ${w.person}`],
          [
            w.money(faceValue),
            `${w.money(employerAmount)} (${w.percent(employerShare)})`,
            `${w.money(cents(faceValue - employerAmount))} (${w.percent(100 - employerShare)})`,
          ],
        ),
        ...items(
          `sont bénéficiaires l’ensemble des ${w.people}, stagiaires et alternants compris ;`,
          'les jours de télétravail ouvrent droit au titre dans les mêmes conditions que les jours travaillés sur site.',
        ),
      ],
    },
    {
      says: ['faceValue', 'employerShare'],
      blocks: (w, { faceValue = 8, employerShare = 50 }) => [
        text(
          `Les parties constatent l’absence de lieu de restauration sur place. Il est donc convenu d’octroyer à chaque ${w.person} comptant trois mois de présence un ticket-restaurant de ${w.money(faceValue)} par jour travaillé. La participation de l’employeur s’élève à ${w.percent(employerShare)} de cette valeur.`,
        ),
      ],
    },
  ],
  offer: (w, { faceValue = 8, employerShare = 50 }) =>
    w.one(
      `La valeur faciale des titres-restaurant est fixée à ${w.money(faceValue)}, dont ${w.percent(employerShare)} à la charge de l’employeur.`,
      `Tickets-restaurant : la valeur du titre passe à ${w.money(faceValue)} et la part patronale est maintenue à ${w.percent(employerShare)}.`,
    ),
  offerSays: ['faceValue', 'employerShare'],
  demand: (w, { faceValue = 8 }) =>
    w.one(
      `des titres-restaurant d’une valeur de ${w.money(faceValue + 1)}`,
      `le passage du ticket-restaurant à ${w.money(faceValue + 2)}`,
    ),
  end: (w) =>
    `L’attribution de titres-restaurant est supprimée ${w.since()}, en raison de l’ouverture d’un réfectoire sur le site.`,
  recall: () =>
    'L’article L. 3262-1 du code du travail permet à l’employeur de remettre à son personnel des titres-restaurant ; il ne lui en fait pas obligation.',
};

export const canteen: Provision = {
  benefit: 'restauration',
  headings: ['Restauration collective', 'Prime de panier', 'Repas'],
  draw: (random) => ({ amount: random.pick([3.2, 4, 4.5, 5.8, 6.5, 7.1]) }),
  grants: [
    {
      says: ['amount'],
      blocks: (w, { amount = 4 }) => [
        text(
          `Les ${w.people} travaillant en équipe successive perçoivent une prime de panier de ${w.money(amount)} par jour travaillé, versée mensuellement.`,
        ),
      ],
    },
    {
      says: ['amount'],
      blocks: (w, { amount = 4 }) => [
        text(
          `L’accès au restaurant d’entreprise est ouvert à tous. ${capitalize(w.company)} participe au prix de chaque repas à hauteur de ${w.money(amount)} par jour.`,
        ),
      ],
    },
  ],
  offer: (w, { amount = 4 }) =>
    `La prime de panier de jour est fixée à ${w.money(amount)} par jour travaillé.`,
  offerSays: ['amount'],
  demand: (w, { amount = 4 }) => `une prime de panier de ${w.money(amount + 2)}`,
};

export const housing: Provision = {
  benefit: 'logement',
  near: ['evenements-familiaux'],
  headings: ['Déménagement', 'Aide à l’installation'],
  draw: (random) => ({ days: random.pick([1, 2]), amount: random.pick([500, 800, 1000, 1500]) }),
  grants: [
    {
      says: ['days'],
      blocks: (w, { days = 1 }) => [
        text(
          `Le ${w.person} qui change de résidence principale bénéficie ${w.ofCount(days, 'jour')} de congé rémunéré pour son déménagement, une fois par période de trois ans.`,
        ),
      ],
    },
    {
      says: ['amount'],
      blocks: (w, { amount = 500 }) => [
        text(
          `Une prime d’installation de ${w.money(amount)} est versée au ${w.person} qui déménage pour se rapprocher de son lieu de travail, sur présentation du nouveau bail ou de l’acte d’achat.`,
        ),
      ],
    },
  ],
  offer: (w, { days = 1 }) =>
    `Un congé de déménagement rémunéré de ${w.count(days, 'jour')} est accordé tous les trois ans.`,
  offerSays: ['days'],
  demand: () => 'un jour de congé pour déménagement',
};

export const worksCouncil: Provision = {
  benefit: 'cse-activites',
  headings: ['Activités sociales et culturelles', 'Contribution aux œuvres sociales'],
  draw: (random) => ({ rate: random.pick([0.4, 0.5, 0.6, 0.8, 1, 1.2]) }),
  grants: [
    {
      says: ['rate'],
      blocks: (w, { rate = 0.5 }) => [
        text(
          `La contribution de l’employeur aux activités sociales et culturelles du comité social et économique est fixée à ${w.percent(rate)} de la masse salariale brute.`,
        ),
      ],
    },
  ],
  offer: (w, { rate = 0.5 }) =>
    `La contribution patronale aux activités sociales et culturelles du CSE est portée à ${w.percent(rate)} de la masse salariale.`,
  offerSays: ['rate'],
  demand: (w, { rate = 0.5 }) =>
    `le relèvement du budget des œuvres sociales du CSE à ${w.percent(Math.round((rate + 0.3) * 10) / 10)} de la masse salariale`,
};
