import { capitalize } from '#domain/french.ts';
import { text } from '../writer.ts';
import type { Provision } from './provision.ts';

export const disabilityCover: Provision = {
  benefit: 'prevoyance',
  headings: ['Régime de prévoyance', 'Garanties incapacité, invalidité, décès'],
  draw: (random) => ({
    employerShare: random.pick([50, 60, 70, 100]),
    rate: random.pick([0.9, 1.2, 1.8, 2.1]),
  }),
  grants: [
    {
      says: ['employerShare'],
      blocks: (w, { employerShare = 50, rate = 1 }) => [
        text(
          `Un régime de prévoyance « incapacité, invalidité, décès » est institué au profit de l’ensemble des ${w.people} sans condition d’ancienneté.`,
        ),
        text(
          `La cotisation, égale à ${w.percent(rate)} de la tranche 1, est supportée à ${w.percent(employerShare)} par l’employeur${employerShare < 100 ? ` et à ${w.percent(100 - employerShare)} par le ${w.person}` : ''}.`,
        ),
      ],
    },
  ],
  offer: (w, { employerShare = 50 }) =>
    `La part patronale du régime de prévoyance est portée à ${w.percent(employerShare)} pour toutes les catégories.`,
  offerSays: ['employerShare'],
  demand: () => 'un régime de prévoyance identique pour les cadres et les non-cadres',
};

export const sickPay: Provision = {
  benefit: 'maintien-maladie',
  headings: ['Maintien de salaire en cas de maladie', 'Jours de carence'],
  draw: (random) => ({ payRate: 100, durationDays: random.pick([30, 45, 60, 90]), waitingDays: 0 }),
  grants: [
    {
      says: ['waitingDays', 'payRate', 'durationDays'],
      blocks: (w, { durationDays = 30 }) => [
        text(
          `En cas d’arrêt de travail pour maladie, le ${w.person} justifiant d’un an d’ancienneté bénéficie, sans délai de carence, du maintien de ${w.percent(100)} de son salaire net pendant ${w.count(durationDays, 'jour')}, sous déduction des indemnités journalières.`,
        ),
      ],
    },
    {
      says: ['waitingDays'],
      blocks: () => [
        text(
          `Les trois jours de carence sont pris en charge par l’employeur pour le premier arrêt maladie de l’année civile, dès la fin de la période d’essai. Aucun délai de carence n’est donc appliqué à cet arrêt.`,
        ),
      ],
    },
  ],
  offer: () =>
    'Les jours de carence sont pris en charge par l’employeur dès le premier arrêt maladie de l’année.',
  offerSays: ['waitingDays'],
  demand: () => 'la suppression des jours de carence en cas de maladie',
  recall: () =>
    'Le maintien de salaire en cas de maladie demeure régi par les dispositions légales et par la convention collective applicable.',
};

export const prevention: Provision = {
  benefit: 'prevention-sante',
  headings: ['Prévention et santé au travail', 'Écoute et soutien psychologique', 'Activité physique'],
  draw: (random) => ({ amount: random.pick([60, 80, 100, 120, 150]) }),
  grants: [
    {
      says: [],
      blocks: (w) => [
        text(
          `Une ligne d’écoute psychologique, anonyme et gratuite, est accessible à tout moment à l’ensemble des ${w.people}. Elle est animée par un cabinet extérieur et intégralement financée par ${w.company}.`,
        ),
      ],
    },
    {
      says: ['amount'],
      blocks: (w, { amount = 60 }) => [
        text(
          `${capitalize(w.company)} rembourse, sur présentation d’un justificatif, l’abonnement à une salle de sport ou à un club dans la limite de ${w.money(amount)} par an et par ${w.person}.`,
        ),
      ],
    },
    {
      says: [],
      blocks: () => [
        text(
          'Une campagne de vaccination contre la grippe est organisée chaque automne sur le temps de travail et prise en charge par l’employeur.',
        ),
      ],
    },
  ],
  offer: (w, { amount = 60 }) =>
    `Une participation de ${w.money(amount)} par an aux frais d’abonnement sportif est versée sur justificatif.`,
  offerSays: ['amount'],
  demand: () => 'l’ouverture d’une salle de sport sur le site',
};

export const menstrualLeave: Provision = {
  benefit: 'conge-menstruel',
  headings: ['Santé menstruelle', 'Règles douloureuses et endométriose'],
  draw: (random) => ({ days: random.pick([6, 8, 12, 13]) }),
  grants: [
    {
      says: ['days'],
      blocks: (w, { days = 6 }) => [
        text(
          `Les salariées souffrant de règles douloureuses ou d’endométriose peuvent s’absenter, avec maintien de leur rémunération, dans la limite de ${w.count(days, 'jour')} par an, sur simple attestation du médecin du travail valable un an.`,
        ),
      ],
    },
  ],
  offer: (w, { days = 6 }) =>
    `Un congé menstruel rémunéré de ${w.count(days, 'jour')} par an est ouvert aux salariées qui souffrent d’endométriose ou de règles douloureuses.`,
  offerSays: ['days'],
  demand: () => 'un congé menstruel rémunéré',
};
