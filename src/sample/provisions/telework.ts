import { capitalize } from '#domain/french.ts';
import { items, subheading, table, text } from '../writer.ts';
import type { Provision } from './provision.ts';

export const telework: Provision = {
  benefit: 'teletravail',
  headings: [
    'Rythme de télétravail',
    'Nombre de jours télétravaillés',
    'Fréquence du télétravail',
    'Organisation du télétravail régulier',
  ],
  draw: (random) => {
    const daysPerWeek = random.weighted([[1, 3], [2, 5], [3, 2]] as const);
    return { daysPerWeek, daysPerMonth: random.pick([4, 6, 8, 10]), daysPerYear: random.pick([40, 50, 60, 80, 100]) };
  }, // prettier-ignore
  grants: [
    {
      says: ['daysPerWeek'],
      blocks: (_, { daysPerWeek = 1 }) => [
        text(
          `Le recours au télétravail est autorisé dans les conditions suivantes, selon la nature du poste :`,
        ),
        table(
          ['Catégorie de postes', 'Jours de télétravail par semaine'],
          ['Accueil, maintenance, postes exigeant une présence', 'aucun'],
          ['Fonctions support et études', `${daysPerWeek}`],
        ),
        text('Un calendrier d’équipe est arrêté chaque mois ; un jour de présence commune est garanti.'),
      ],
    },
    {
      near: ['grossesse', 'handicap'],
      says: ['daysPerWeek'],
      blocks: (w, { daysPerWeek = 1 }) => [
        text(
          `Une formule régulière est proposée : les intéressés exercent leur activité en télétravail ${w.count(daysPerWeek, 'jour')} par semaine, fixes ou choisis d’une semaine à l’autre avec l’accord du responsable.`,
        ),
        ...items(
          'les alternants y accèdent après trois mois, un jour par semaine au plus ;',
          'les femmes enceintes et les salariés en situation de handicap peuvent demander un aménagement de la formule ;',
          'une demande refusée peut être réexaminée par le service des ressources humaines.',
        ),
      ],
    },
    {
      says: ['daysPerWeek'],
      blocks: (w, { daysPerWeek = 1 }) => [
        text(
          `Le télétravail régulier est ouvert à hauteur ${w.ofCount(daysPerWeek, 'jour')} par semaine au maximum, sous réserve de l’accord écrit du responsable hiérarchique.`,
        ),
        text(
          `Les jours télétravaillés sont fixés d’un commun accord. Ils ne sont ni cumulables d’une semaine sur l’autre, ni reportables, sauf circonstance particulière validée par la hiérarchie.`,
        ),
      ],
    },
    {
      says: ['daysPerWeek'],
      blocks: (w, { daysPerWeek = 1 }) => [
        text(
          `Chaque ${w.person} éligible peut télétravailler jusqu’à ${w.count(daysPerWeek, 'jour')} par semaine. Une présence minimale sur site de ${5 - daysPerWeek} jours par semaine est maintenue pour une personne à temps complet, afin de préserver le lien avec l’équipe.`,
        ),
        text(
          `Le choix du jour tient compte des contraintes du service ; il est formalisé dans l’outil de gestion des temps au plus tard le jeudi de la semaine précédente.`,
        ),
      ],
    },
    {
      says: ['daysPerMonth'],
      blocks: (w, { daysPerMonth = 4 }) => [
        text(
          `Les parties conviennent d’un volume mensuel : les ${w.people} dont le poste est éligible bénéficient de ${w.count(daysPerMonth, 'jour')} de télétravail par mois, à répartir librement avec leur responsable.`,
        ),
        ...items(
          'les jours peuvent être pris par journée entière ou par demi-journée ;',
          'le solde du mois n’est pas reporté sur le mois suivant ;',
          'deux jours de présence commune sont fixés par équipe.',
        ),
      ],
    },
    {
      says: ['daysPerYear'],
      blocks: (w, { daysPerYear = 40 }) => [
        text(
          `Il est institué un forfait de ${w.count(daysPerYear, 'jour')} de télétravail par an et par ${w.person}, apprécié sur l’année civile et proratisé en cas d’arrivée en cours d’année.`,
        ),
        text(
          `Ce forfait est posé selon les mêmes règles que les congés, avec un délai de prévenance de 48 heures.`,
        ),
      ],
    },
    {
      says: ['daysPerWeek'],
      blocks: (w, { daysPerWeek = 1 }) => [
        subheading('Formule retenue'),
        text(
          `Après un an de pratique, les parties retiennent la formule suivante : ${w.count(daysPerWeek, 'jour')} de télétravail par semaine pour l’ensemble des ${w.people} ayant au moins six mois d’ancienneté, en contrat à durée indéterminée ou déterminée, à temps complet ou à temps partiel d’au moins 80 %.`,
        ),
      ],
    },
  ],
  offer: (w, { daysPerWeek = 1 }) =>
    w.one(
      `Les parties conviennent d’ouvrir le télétravail régulier, à raison ${w.ofCount(daysPerWeek, 'jour')} par semaine, aux postes qui le permettent.`,
      `Télétravail : le nombre de jours autorisés est porté à ${w.count(daysPerWeek, 'jour')} par semaine.`,
    ),
  offerSays: ['daysPerWeek'],
  demand: (w, { daysPerWeek = 1 }) =>
    w.one(
      `${w.count(daysPerWeek + 1, 'jour')} de télétravail par semaine`,
      `la mise en place du télétravail, à raison ${w.ofCount(daysPerWeek, 'jour')} par semaine`,
    ),
  end: (w) =>
    `Il est mis fin au télétravail régulier ${w.since()}. Les avenants individuels conclus en application de l’accord cessent de produire effet à la même date.`,
};

export const teleworkAllowance: Provision = {
  benefit: 'teletravail-indemnite',
  headings: ['Prise en charge des frais', 'Indemnité de télétravail', 'Équipement du télétravailleur'],
  draw: (random) => ({
    amountPerDay: random.pick([2, 2.5, 2.6, 2.7]),
    amountPerMonth: random.pick([10, 15, 20, 25, 30]),
    amountOnce: random.pick([100, 150, 200, 250]),
  }),
  grants: [
    {
      says: ['amountPerDay'],
      blocks: (w, { amountPerDay = 2 }) => [
        text(
          `${capitalize(w.company)} verse une indemnité forfaitaire de ${w.money(amountPerDay)} par jour effectivement télétravaillé, destinée à couvrir les dépenses d’énergie et de connexion.`,
        ),
      ],
    },
    {
      says: ['amountPerMonth'],
      blocks: (w, { amountPerMonth = 10 }) => [
        text(
          `Une indemnité forfaitaire de télétravail de ${w.money(amountPerMonth)} par mois est versée à chaque télétravailleur régulier, avec la paie du mois suivant. Elle n’est pas due pendant les mois d’absence complète.`,
        ),
      ],
    },
    {
      says: ['amountOnce'],
      blocks: (w, { amountOnce = 100 }) => [
        text(
          `Lors de son passage en télétravail, le ${w.person} peut demander le remboursement, sur facture, de l’achat d’un siège, d’un bureau ou d’un écran, dans la limite de ${w.money(amountOnce)}.`,
        ),
        text(
          `L’ordinateur portable et le téléphone professionnels restent fournis et entretenus par ${w.company}.`,
        ),
      ],
    },
  ],
  offer: (w, { amountPerDay = 2 }) =>
    `L’indemnité de télétravail est fixée à ${w.money(amountPerDay)} par jour télétravaillé.`,
  offerSays: ['amountPerDay'],
  demand: (w, { amountPerMonth = 10 }) =>
    `une indemnité de télétravail de ${w.money(amountPerMonth + 10)} par mois`,
  end: (w) => `L’indemnité forfaitaire de télétravail est supprimée ${w.since()}.`,
};
