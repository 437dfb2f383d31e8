import { capitalize } from '#domain/french.ts';
import { text } from '../writer.ts';
import type { Provision } from './provision.ts';

export const maternity: Provision = {
  benefit: 'maternite',
  headings: ['Congé de maternité et d’adoption', 'Rémunération pendant le congé de maternité'],
  draw: (random) => ({ payRate: 100, extraWeeks: random.pick([2, 4, 6]) }),
  grants: [
    {
      says: ['payRate'],
      blocks: (w) => [
        text(
          `Pendant toute la durée du congé de maternité ou d’adoption, ${w.company} maintient ${w.percent(100)} du salaire de base des salariées ayant un an d’ancienneté, déduction faite des indemnités journalières de la sécurité sociale.`,
        ),
      ],
    },
    {
      says: ['extraWeeks', 'payRate'],
      blocks: (w, { extraWeeks = 2 }) => [
        text(
          `Le congé de maternité est allongé ${w.ofCount(extraWeeks, 'semaine')} à la demande de la salariée. Ces semaines supplémentaires sont rémunérées par ${w.company} à ${w.percent(100)}.`,
        ),
      ],
    },
  ],
  offer: (w) => `Le salaire est maintenu à ${w.percent(100)} pendant le congé de maternité ou d’adoption.`,
  offerSays: ['payRate'],
  demand: () => 'quatre semaines supplémentaires de congé de maternité',
  recall: () =>
    'La durée du congé de maternité est celle fixée par l’article L. 1225-17 du code du travail, soit seize semaines pour un premier ou un deuxième enfant.',
};

export const paternity: Provision = {
  benefit: 'paternite',
  headings: ['Congé de paternité et d’accueil de l’enfant', 'Congé du second parent'],
  draw: (random) => ({ payRate: 100, extraDays: random.pick([3, 5, 7, 10]) }),
  grants: [
    {
      says: ['payRate'],
      blocks: (w) => [
        text(
          `Afin que chaque père ou second parent puisse prendre l’intégralité de son congé de paternité et d’accueil de l’enfant, la rémunération est maintenue à ${w.percent(100)}, sous déduction des indemnités journalières, pendant les 25 jours prévus par la loi.`,
        ),
      ],
    },
    {
      says: ['extraDays'],
      blocks: (w, { extraDays = 5 }) => [
        text(
          `Un congé rémunéré de ${w.count(extraDays, 'jour ouvré', 'jours ouvrés')} s’ajoute au congé légal de paternité. Il est pris dans les six mois de la naissance.`,
        ),
      ],
    },
  ],
  offer: (w, { extraDays = 5 }) =>
    `Le congé de paternité est allongé de ${w.count(extraDays, 'jour')} rémunérés par l’employeur.`,
  offerSays: ['extraDays'],
  demand: () => 'le maintien intégral du salaire pendant le congé de paternité',
  recall: () =>
    'Le congé de paternité et d’accueil de l’enfant est pris dans les conditions de l’article L. 1225-35 du code du travail, soit vingt-cinq jours calendaires.',
};

export const pregnancy: Provision = {
  benefit: 'grossesse',
  headings: ['Aménagement du temps de travail pendant la grossesse', 'Salariées enceintes'],
  draw: (random) => ({ minutesPerDay: random.pick([20, 30, 45, 60]), fromMonth: random.pick([3, 4, 5]) }),
  grants: [
    {
      says: ['minutesPerDay', 'fromMonth'],
      blocks: (_, { minutesPerDay = 30, fromMonth = 3 }) => [
        text(
          `À partir du ${fromMonth}e mois de grossesse, la salariée bénéficie d’une réduction d’horaire de ${minutesPerDay} minutes par jour, sans diminution de salaire. Elle choisit, avec son responsable, d’arriver plus tard ou de partir plus tôt.`,
        ),
      ],
    },
    {
      says: [],
      blocks: () => [
        text(
          'Une place de stationnement proche de l’entrée est attribuée à toute salariée enceinte qui en fait la demande, dès la déclaration de sa grossesse.',
        ),
      ],
    },
  ],
  offer: (_, { minutesPerDay = 30, fromMonth = 3 }) =>
    `Une réduction d’horaire payée de ${minutesPerDay} minutes par jour est accordée aux femmes enceintes dès le ${fromMonth}e mois de grossesse.`,
  offerSays: ['minutesPerDay', 'fromMonth'],
  demand: () => 'une heure de réduction d’horaire par jour pour les femmes enceintes',
  recall: () =>
    'La salariée enceinte bénéficie d’une autorisation d’absence pour se rendre aux examens médicaux obligatoires prévus par le code de la santé publique.',
};

export const parentalPartTime: Provision = {
  benefit: 'temps-partiel-parental',
  headings: ['Congé parental et temps partiel', 'Parents à temps partiel'],
  draw: () => ({}),
  grants: [
    {
      says: ['?pensionOnFullTime'],
      blocks: (w) => [
        text(
          `Le parent qui réduit son activité dans le cadre d’un congé parental à temps partiel peut demander que ses cotisations d’assurance vieillesse soient calculées sur la base d’un temps plein. ${capitalize(w.company)} prend alors en charge la part patronale et la part salariale du supplément, pendant vingt-quatre mois.`,
        ),
      ],
    },
    {
      says: [],
      blocks: (w) => [
        text(
          `À l’issue du congé parental d’éducation à temps partiel, le ${w.person} retrouve de plein droit son poste à temps complet, dans un délai d’un mois à compter de sa demande. Pendant le temps partiel, son ancienneté est décomptée en totalité.`,
        ),
      ],
    },
  ],
  offer: () =>
    'Les cotisations de retraite des parents en congé parental à temps partiel sont calculées sur un temps plein, le surcoût étant pris en charge par l’employeur.',
  offerSays: ['?pensionOnFullTime'],
  demand: () => 'la cotisation à taux plein des congés parentaux à temps partiel',
  recall: (w) =>
    `Tout ${w.person} justifiant d’un an d’ancienneté peut demander un congé parental d’éducation dans les conditions des articles L. 1225-47 et suivants du code du travail.`,
};

export const carers: Provision = {
  benefit: 'aidants',
  headings: ['Salariés aidants', 'Soutien aux proches aidants'],
  draw: (random) => ({ paidDays: random.pick([2, 3, 5, 6]), amount: random.pick([300, 500]) }),
  grants: [
    {
      says: ['paidDays'],
      blocks: (w, { paidDays = 2 }) => [
        text(
          `Les ${w.people} aidants d’un proche en situation de handicap ou de perte d’autonomie disposent ${w.ofCount(paidDays, 'jour')} d’absence rémunérés par an, fractionnables en demi-journées.`,
        ),
      ],
    },
    {
      says: [],
      blocks: (w) => [
        text(
          `Une plateforme d’accompagnement des aidants est mise à la disposition de l’ensemble des ${w.people}. Elle propose un bilan de situation, une aide aux démarches et la recherche de solutions de répit. Son coût est supporté par ${w.company}.`,
        ),
      ],
    },
  ],
  offer: (w, { paidDays = 2 }) =>
    `Les salariés aidants bénéficient de ${w.count(paidDays, 'jour')} d’absence rémunérés par an.`,
  offerSays: ['paidDays'],
  demand: () => 'cinq jours payés par an pour les salariés aidants',
  recall: () =>
    'Le congé de proche aidant est ouvert dans les conditions et limites fixées par les articles L. 3142-16 et suivants du code du travail.',
};

export const donatedDays: Provision = {
  benefit: 'don-de-jours',
  headings: ['Don de jours de repos', 'Fonds de solidarité de jours'],
  draw: (random) => ({ topUp: random.pick([10, 20, 50, 100]), matchedDays: random.pick([3, 5, 10]) }),
  grants: [
    {
      says: ['topUp'],
      blocks: (w, { topUp = 10 }) => [
        text(
          `Tout ${w.person} peut renoncer anonymement à des jours de repos au profit d’un collègue dont un enfant ou un proche est gravement malade. Les dons alimentent un fonds de solidarité que ${w.company} abonde à hauteur de ${w.percent(topUp)} des jours donnés.`,
        ),
      ],
    },
    {
      says: ['matchedDays'],
      blocks: (w, { matchedDays = 3 }) => [
        text(
          `Un dispositif de don de jours est ouvert. Peuvent être donnés les jours de repos et la cinquième semaine de congés. Pour chaque bénéficiaire, l’employeur ajoute ${w.count(matchedDays, 'jour')} aux jours recueillis.`,
        ),
      ],
    },
  ],
  offer: (w, { matchedDays = 3 }) =>
    `Un dispositif de don de jours de repos est mis en place ; l’employeur y ajoute ${w.count(matchedDays, 'jour')} par bénéficiaire.`,
  offerSays: ['matchedDays'],
  demand: () => 'un abondement de l’employeur au don de jours',
  recall: () =>
    'Le don de jours de repos à un parent d’enfant gravement malade est possible dans les conditions de l’article L. 1225-65-1 du code du travail.',
};

export const violence: Provision = {
  benefit: 'violences',
  headings: ['Victimes de violences conjugales', 'Violences intrafamiliales'],
  draw: (random) => ({ days: random.pick([3, 5, 10]) }),
  grants: [
    {
      says: ['days'],
      blocks: (w, { days = 3 }) => [
        text(
          `La personne victime de violences conjugales ou intrafamiliales peut s’absenter avec maintien de salaire pendant ${w.count(days, 'jour')} par an pour effectuer ses démarches. Une avance sur salaire et un relogement d’urgence peuvent lui être proposés.`,
        ),
      ],
    },
  ],
  offer: (w, { days = 3 }) =>
    `Un congé rémunéré de ${w.count(days, 'jour')} est ouvert aux victimes de violences conjugales.`,
  offerSays: ['days'],
  demand: () => 'un congé rémunéré pour les victimes de violences conjugales',
};
