import { capitalize } from '#domain/french.ts';
import { items, table, text } from '../writer.ts';
import type { Provision } from './provision.ts';

const cents = (amount: number): number => Math.round(amount * 100) / 100;

export const healthCover: Provision = {
  benefit: 'mutuelle',
  headings: [
    'Répartition des cotisations',
    'Financement du régime',
    'Taux et répartition de la cotisation',
    'Participation de l’employeur',
  ],
  draw: (random) => ({
    employerShare: random.weighted([[50, 4], [55, 2], [60, 5], [65, 2], [70, 3], [75, 2], [80, 2], [85, 1], [100, 1]] as const),
    employerAmount: random.pick([28, 31.5, 35, 38.4, 42, 47.25, 52]),
    total: random.pick([48.6, 52.4, 58, 63.5, 71.2, 84]),
  }), // prettier-ignore
  grants: [
    {
      says: ['employerShare'],
      blocks: (w, { employerShare = 50, total = 50 }) => [
        text(
          `La cotisation du régime, exprimée en euros, s’élève à ${w.money(total)} par mois pour la formule « isolé ». Elle est prise en charge par ${w.company} à concurrence de ${w.percent(employerShare)}, le complément étant retenu sur la paie.`,
          'Montant au jour de la signature ; il évolue au 1er janvier de chaque année.',
        ),
        text(
          'L’adhésion à l’option, facultative, reste intégralement à la charge des personnes qui la choisissent.',
        ),
      ],
    },
    {
      says: ['employerShare'],
      blocks: (w, { employerShare = 50 }) => [
        text(
          `Soucieuses de préserver le pouvoir d’achat, les parties fixent à ${w.percent(employerShare)} la participation patronale au financement de la mutuelle obligatoire, pour les cadres comme pour les non-cadres. Les personnes dispensées d’adhésion n’ont droit à aucune compensation.`,
        ),
      ],
    },
    {
      says: ['employerShare'],
      blocks: (w, { employerShare = 50, total = 50 }) => [
        text(
          `La cotisation servant au financement du régime frais de santé est prise en charge à hauteur de ${w.percent(employerShare)} par l’employeur et de ${w.percent(100 - employerShare)} par le ${w.person}.`,
        ),
        text(
          `À titre indicatif, à la date d’effet du présent texte, les cotisations mensuelles s’établissent comme suit :`,
        ),
        table(
          ['Formule', 'Cotisation totale', 'Part employeur', `Part ${w.person}`],
          [
            'Isolé',
            w.money(total),
            w.money(cents((total * employerShare) / 100)),
            w.money(cents((total * (100 - employerShare)) / 100)),
          ],
        ),
      ],
    },
    {
      says: ['employerShare'],
      blocks: (w, { employerShare = 50 }) => [
        text(
          `Les cotisations du contrat collectif obligatoire « remboursement de frais de santé » sont réparties ainsi :`,
        ),
        ...items(
          `part patronale : ${w.percent(employerShare)} ;`,
          `part salariale : ${w.percent(100 - employerShare)}.`,
        ),
        text(
          `Toute évolution ultérieure de la cotisation est répercutée dans les mêmes proportions, dans la limite de 5 % par an ; au-delà, une nouvelle négociation est ouverte.`,
        ),
      ],
    },
    {
      says: ['employerAmount'],
      blocks: (w, { employerAmount = 30 }) => [
        text(
          `${capitalize(w.company)} participe au financement de la mutuelle pour un montant forfaitaire de ${w.money(employerAmount)} par mois et par ${w.person}, quel que soit le niveau de garanties choisi. Le solde de la cotisation est précompté sur le bulletin de paie.`,
        ),
        text(
          'Cette participation ne peut être inférieure à la moitié de la cotisation du socle obligatoire.',
        ),
      ],
    },
    {
      says: ['employerShare'],
      blocks: (w, { employerShare = 50 }) => [
        text(
          employerShare > 50
            ? `Les parties conviennent de faire évoluer la répartition du financement de la complémentaire santé. La part de l’employeur, jusqu’alors fixée à ${w.percent(50)}, est portée à ${w.percent(employerShare)} de la cotisation du régime de base.`
            : `La cotisation du régime de base de la complémentaire santé demeure partagée par moitié : ${w.percent(50)} à la charge de l’employeur, ${w.percent(50)} à la charge du ${w.person}.`,
        ),
      ],
    },
    {
      says: ['employerShare'],
      blocks: (w, { employerShare = 50, total = 50 }) => [
        table(
          ['Régime frais de santé (cotisations mensuelles)', 'Employeur', capitalize(w.person), 'Total'],
          ['Répartition en %', w.percent(employerShare), w.percent(100 - employerShare), w.percent(100)],
          [
            'Montant du socle « isolé »',
            w.money(cents((total * employerShare) / 100)),
            w.money(cents((total * (100 - employerShare)) / 100)),
            w.money(total),
          ],
        ),
        text(
          `L’employeur finance donc ${w.percent(employerShare)} de la cotisation de mutuelle de chaque ${w.person}.`,
        ),
      ],
    },
  ],
  offer: (w, { employerShare = 50 }) =>
    employerShare >= 100
      ? `La cotisation de mutuelle est désormais prise en charge en totalité par l’employeur, soit ${w.percent(100)} de la formule isolé.`
      : w.one(
          `Mutuelle : la prise en charge patronale passe à ${w.percent(employerShare)} de la cotisation.`,
          `La part de l’employeur dans la complémentaire santé est fixée à ${w.percent(employerShare)} ${w.since()}.`,
        ),
  offerSays: ['employerShare'],
  demand: (w, { employerShare = 50 }) =>
    w.one(
      `une prise en charge de la mutuelle à ${w.percent(Math.min(100, employerShare + 20))} par l’employeur`,
      'la gratuité de la mutuelle pour tous',
    ),
  end: (w) =>
    `Il est mis fin à la participation complémentaire de l’employeur à la mutuelle ${w.since()} ; seul demeure le financement prévu par la loi.`,
  recall: (w) =>
    `Il est rappelé qu’en application de l’article L. 911-7 du code de la sécurité sociale, l’employeur assure au minimum la moitié du financement de la couverture collective à adhésion obligatoire des ${w.people} en matière de frais de santé.`,
};

export const familyCover: Provision = {
  benefit: 'mutuelle-famille',
  headings: ['Extension aux ayants droit', 'Couverture de la famille'],
  draw: (random) => ({ employerShare: random.pick([0, 40, 50, 60]) }),
  grants: [
    {
      says: ['employerShare'],
      blocks: (w, { employerShare = 0 }) => [
        employerShare === 0
          ? text(
              `Le ${w.person} peut étendre la couverture santé à son conjoint et à ses enfants à charge. Cette extension est facultative et la cotisation correspondante est intégralement à sa charge.`,
            )
          : text(
              `Le régime couvre à titre obligatoire le conjoint et les enfants à charge. La cotisation « famille » est financée à hauteur de ${w.percent(employerShare)} par l’employeur.`,
            ),
      ],
    },
  ],
  offer: (w, { employerShare = 0 }) =>
    employerShare === 0
      ? 'L’extension de la couverture santé au conjoint et aux enfants reste ouverte, aux frais exclusifs du salarié.'
      : `La cotisation « famille » de la complémentaire santé, qui couvre le conjoint et les enfants, est prise en charge à ${w.percent(employerShare)} par l’employeur.`,
  offerSays: ['employerShare'],
  demand: () => 'l’alignement de la cotisation famille de la mutuelle sur celle de l’isolé',
};
