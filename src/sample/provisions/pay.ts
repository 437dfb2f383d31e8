import { capitalize } from '#domain/french.ts';
import { items, text } from '../writer.ts';
import type { Provision } from './provision.ts';

export const profitBonus: Provision = {
  benefit: 'interessement',
  headings: ['Calcul de l’intéressement', 'Intéressement aux résultats'],
  draw: (random) => ({ rate: random.pick([2, 3, 4, 5, 6]) }),
  grants: [
    {
      says: ['rate'],
      blocks: (w, { rate = 3 }) => [
        text(
          `Il est institué un intéressement collectif des ${w.people} aux résultats. La prime globale d’intéressement est égale à ${w.percent(rate)} de la masse salariale lorsque l’objectif de résultat d’exploitation est atteint.`,
        ),
        text(
          'Elle est répartie pour moitié de façon uniforme et pour moitié proportionnellement à la durée de présence.',
        ),
      ],
    },
  ],
  offer: (w, { rate = 3 }) =>
    `Un accord d’intéressement est conclu ce jour ; la prime peut atteindre ${w.percent(rate)} de la masse salariale.`,
  offerSays: ['rate'],
  demand: () => 'la conclusion d’un accord d’intéressement',
};

export const profitShare: Provision = {
  benefit: 'participation',
  headings: ['Participation des salariés aux résultats', 'Réserve spéciale de participation'],
  draw: () => ({}),
  grants: [
    {
      says: [],
      blocks: (w) => [
        text(
          `Bien que son effectif ne l’y oblige pas, ${w.company} met en place, à titre volontaire, un régime de participation. La réserve spéciale est calculée selon une formule dérogatoire plus favorable que la formule légale, à savoir 8 % du bénéfice net avant impôt.`,
        ),
      ],
    },
  ],
  offer: () => 'Un régime volontaire de participation aux résultats est mis en place.',
  offerSays: [],
  demand: () => 'une formule dérogatoire de participation',
  recall: () =>
    'La réserve spéciale de participation est calculée conformément à la formule de l’article L. 3324-1 du code du travail.',
};

export const savingsPlan: Provision = {
  benefit: 'epargne-salariale',
  headings: ['Plan d’épargne d’entreprise', 'Abondement de l’employeur'],
  draw: (random) => ({
    topUpRate: random.pick([50, 100, 150, 200]),
    topUpCap: random.pick([300, 500, 800, 1200]),
  }),
  grants: [
    {
      says: ['topUpRate', 'topUpCap'],
      blocks: (w, { topUpRate = 100, topUpCap = 500 }) => [
        text(
          `Un plan d’épargne d’entreprise (PEE) est ouvert à tous les ${w.people} comptant trois mois d’ancienneté. ${capitalize(w.company)} abonde les versements volontaires à hauteur de ${w.percent(topUpRate)}, dans la limite de ${w.money(topUpCap)} par an.`,
        ),
      ],
    },
  ],
  offer: (w, { topUpRate = 100, topUpCap = 500 }) =>
    `L’abondement du plan d’épargne d’entreprise est fixé à ${w.percent(topUpRate)} des versements, plafonné à ${w.money(topUpCap)} par an.`,
  offerSays: ['topUpRate', 'topUpCap'],
  demand: () => 'un abondement plus élevé du PEE',
};

export const sharingBonus: Provision = {
  benefit: 'prime-partage-valeur',
  headings: ['Prime de partage de la valeur', 'Versement d’une prime de partage de la valeur'],
  draw: (random) => ({ amount: random.pick([200, 300, 400, 500, 600, 800, 1000, 1500]) }),
  grants: [
    {
      says: ['amount'],
      blocks: (w, { amount = 300 }) => [
        text(
          `Une prime de partage de la valeur d’un montant de ${w.money(amount)} est versée, en une seule fois, avec la paie de décembre ${w.life.effectiveOn.slice(0, 4)}, aux ${w.people} présents à cette date.`,
        ),
        ...items(
          'le montant est modulé selon la durée de présence sur les douze derniers mois ;',
          'la prime ne se substitue à aucun élément de rémunération.',
        ),
      ],
    },
    {
      says: ['amount'],
      blocks: (w, { amount = 300 }) => [
        text(
          `Les parties conviennent du versement exceptionnel, au titre de l’année ${w.life.effectiveOn.slice(0, 4)}, d’une prime de partage de la valeur de ${w.money(amount)} par ${w.person}. Ce versement unique ne crée aucun droit pour les années suivantes.`,
        ),
      ],
    },
  ],
  offer: (w, { amount = 300 }) =>
    `Une prime de partage de la valeur de ${w.money(amount)} est versée une fois, en décembre ${w.life.effectiveOn.slice(0, 4)}.`,
  offerSays: ['amount'],
  demand: (w, { amount = 300 }) => `une prime de partage de la valeur de ${w.money(amount * 2)}`,
  isOneOff: true,
};

export const thirteenth: Provision = {
  benefit: 'treizieme-mois',
  headings: ['Treizième mois', 'Prime de fin d’année', 'Prime de vacances'],
  draw: (random) => ({ monthsOfPay: 1, amount: random.pick([300, 450, 600, 800]) }),
  grants: [
    {
      says: ['monthsOfPay'],
      blocks: (w) => [
        text(
          `Un treizième mois, égal à un mois de salaire de base, est versé aux ${w.people} en deux fois, avec les paies de juin et de novembre.`,
        ),
      ],
    },
    {
      says: ['amount'],
      blocks: (w, { amount = 300 }) => [
        text(
          `Une prime de vacances de ${w.money(amount)} bruts est versée chaque année avec la paie de juin.`,
        ),
      ],
    },
  ],
  offer: (w, { amount = 300 }) => `La prime de fin d’année est fixée à ${w.money(amount)} bruts.`,
  offerSays: ['amount'],
  demand: () => 'un 13e mois pour tous',
};

export const seniorityBonus: Provision = {
  benefit: 'prime-anciennete',
  headings: ['Prime d’ancienneté'],
  draw: (random) => ({ rate: random.pick([12, 15, 16, 18]) }),
  grants: [
    {
      says: ['rate'],
      blocks: (w, { rate = 15 }) => [
        text(
          `Au-delà du barème de la branche, la prime d’ancienneté progresse de 1 % par an et atteint ${w.percent(rate)} du salaire de base après ${w.count(rate, 'an')} de présence.`,
        ),
      ],
    },
  ],
  offer: (w, { rate = 15 }) =>
    `Le plafond de la prime d’ancienneté est relevé à ${w.percent(rate)} du salaire de base.`,
  offerSays: ['rate'],
  demand: () => 'le déplafonnement de la prime d’ancienneté',
  recall: () =>
    'La prime d’ancienneté demeure calculée selon le barème de la convention collective de branche.',
};

export const extraPension: Provision = {
  benefit: 'retraite-supplementaire',
  headings: ['Retraite supplémentaire'],
  draw: (random) => ({ employerRate: random.pick([1, 1.5, 2, 3]) }),
  grants: [
    {
      says: ['employerRate'],
      blocks: (w, { employerRate = 1 }) => [
        text(
          `Un plan d’épargne retraite obligatoire (PERO) est souscrit au profit de l’ensemble des ${w.people}. Il est financé par une cotisation patronale égale à ${w.percent(employerRate)} du salaire brut.`,
        ),
      ],
    },
  ],
  offer: (w, { employerRate = 1 }) =>
    `La cotisation patronale au régime de retraite supplémentaire est portée à ${w.percent(employerRate)}.`,
  offerSays: ['employerRate'],
  demand: () => 'un régime de retraite supplémentaire pour les non-cadres',
};
