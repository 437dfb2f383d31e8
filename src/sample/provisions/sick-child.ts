import { capitalize } from '#domain/french.ts';
import { items, table, text } from '../writer.ts';
import type { Provision } from './provision.ts';

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
          `Tout parent peut être appelé à s’occuper d’un enfant souffrant. ${capitalize(w.company)} maintient dans ce cas la rémunération pendant ${w.count(paidDays, 'jour')} par année civile, dès lors que l’enfant malade a moins de quatorze ans et qu’un certificat est produit. Au-delà, l’absence est autorisée sans solde.`,
        ),
      ],
    },
    {
      says: ['paidDays'],
      blocks: (w, { paidDays = 1 }) => [
        table(
          ['Motif de l’absence', 'Durée', 'Rémunération'],
          ['Enfant malade de moins de 16 ans', `${w.count(paidDays, 'jour')} par an`, 'maintenue à 100 %'],
          ['Au-delà, dans la limite légale', 'selon la loi', 'non maintenue'],
        ),
      ],
    },
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
      `${capitalize(w.count(paidDays, 'jour'))} pour enfant malade ${paidDays < 2 ? 'est rémunéré' : 'sont rémunérés'} chaque année, sur certificat médical.`,
      `Enfant malade : le nombre de jours payés est fixé à ${paidDays} par an et par ${w.person}.`,
    ),
  offerSays: ['paidDays'],
  demand: (w, { paidDays = 1 }) => `${w.count(paidDays + 2, 'jour')} payés par an pour enfant malade`,
  end: (w) => `Le bénéfice des jours rémunérés pour enfant malade est supprimé ${w.since()}.`,
  recall: (w) =>
    `Les parties rappellent que, conformément à l’article L. 1225-61 du code du travail, tout ${w.person} bénéficie d’un congé non rémunéré de trois jours par an en cas de maladie ou d’accident d’un enfant de moins de seize ans, porté à cinq jours si l’enfant a moins d’un an ou si le parent assume la charge de trois enfants ou plus.`,
};
