import type { Employer } from './employer.ts';
import * as children from './provisions/children.ts';
import * as daily from './provisions/daily.ts';
import * as health from './provisions/health.ts';
import { familyCover, healthCover } from './provisions/health-cover.ts';
import * as leave from './provisions/leave.ts';
import * as meals from './provisions/meals.ts';
import * as parents from './provisions/parents.ts';
import * as pay from './provisions/pay.ts';
import type { Provision } from './provisions/provision.ts';
import { sickChild } from './provisions/sick-child.ts';
import * as telework from './provisions/telework.ts';
import * as worktime from './provisions/worktime.ts';

/** What one agreement is about: the provisions it always grants and those it may add. */
export type Topic = {
  id: TopicId;
  /** After « Accord », e.g. « relatif au télétravail ». */
  subjects: readonly string[];
  themes: readonly string[];
  core: readonly Provision[];
  extras: readonly Provision[];
  /** How many extras, lowest and highest. */
  range: readonly [number, number];
  weight: (employer: Employer) => number;
};

export type TopicId =
  | 'telework' | 'health' | 'quality' | 'equality' | 'time' | 'savings' | 'mobility' | 'meals' | 'bonus' | 'leave'
  | 'solidarity' | 'careers' | 'disability' | 'council'; // prettier-ignore

const isLarge = (employer: Employer): boolean => employer.headcount >= 200;

export const TOPICS: Record<TopicId, Topic> = {
  telework: {
    id: 'telework',
    subjects: ['relatif au télétravail', 'sur le télétravail', 'portant sur l’organisation du télétravail', 'relatif au travail à distance'],
    themes: ['télétravail'],
    core: [telework.telework],
    extras: [telework.teleworkAllowance, worktime.disconnection],
    range: [0, 2],
    weight: (employer) => (employer.sector.isOffice ? 9 : isLarge(employer) ? 4 : 1),
  },
  health: {
    id: 'health',
    subjects: ['relatif au régime complémentaire de frais de santé', 'instituant un régime collectif et obligatoire de remboursement de frais de santé', 'relatif à la complémentaire santé'],
    themes: ['santé'],
    core: [healthCover],
    extras: [familyCover, health.disabilityCover],
    range: [0, 2],
    weight: () => 6,
  },
  quality: {
    id: 'quality',
    subjects: ['relatif à la qualité de vie et des conditions de travail', 'en faveur de la qualité de vie au travail', 'relatif à la qualité de vie au travail et à la parentalité'],
    themes: ['qvt', 'déconnexion'],
    core: [sickChild],
    extras: [children.nursery, children.childcareAid, children.backToSchool, parents.paternity, parents.maternity, parents.pregnancy, parents.carers, parents.donatedDays, parents.violence, worktime.disconnection, worktime.flexibleHours, worktime.workload, health.prevention, health.menstrualLeave, daily.expression, leave.diversity, leave.civicTime],
    range: [2, 6],
    weight: (employer) => (isLarge(employer) ? 8 : 3),
  },
  equality: {
    id: 'equality',
    subjects: ['relatif à l’égalité professionnelle entre les femmes et les hommes', 'sur l’égalité professionnelle et la qualité de vie au travail'],
    themes: ['égalité', 'autres-égalité'],
    core: [leave.equality],
    extras: [parents.maternity, parents.paternity, parents.pregnancy, parents.parentalPartTime, children.nursery, sickChild, leave.diversity, leave.disability, parents.violence],
    range: [1, 4],
    weight: (employer) => (employer.headcount >= 50 ? 6 : 1),
  },
  time: {
    id: 'time',
    subjects: ['relatif à la durée et à l’aménagement du temps de travail', 'sur l’organisation du temps de travail', 'relatif au temps de travail'],
    themes: ['durée', 'aménagement', 'congés'],
    core: [worktime.restDays],
    extras: [worktime.timeSavings, worktime.rosters, worktime.fourDays, worktime.chosenPartTime, worktime.flexibleHours, worktime.workload, leave.extraLeave],
    range: [0, 3],
    weight: () => 8,
  },
  savings: {
    id: 'savings',
    subjects: ['d’intéressement', 'relatif à l’épargne salariale', 'relatif au partage de la valeur'],
    themes: ['intéressement', 'épargne'],
    core: [pay.profitBonus],
    extras: [pay.savingsPlan, pay.profitShare, pay.extraPension],
    range: [0, 2],
    weight: () => 2,
  },
  mobility: {
    id: 'mobility',
    subjects: ['relatif aux mobilités durables', 'relatif à la prise en charge des trajets domicile-travail'],
    themes: ['indemnités', 'autre'],
    core: [daily.greenCommute],
    extras: [daily.publicTransport, daily.cycles],
    range: [0, 2],
    weight: () => 3,
  },
  meals: {
    id: 'meals',
    subjects: ['relatif aux titres-restaurant', 'portant attribution de titres-restaurant'],
    themes: ['autre'],
    core: [meals.mealVouchers],
    extras: [],
    range: [0, 0],
    weight: (employer) => (employer.headcount < 200 ? 4 : 1),
  },
  bonus: {
    id: 'bonus',
    subjects: ['relatif à la prime de partage de la valeur', 'portant versement d’une prime de partage de la valeur'],
    themes: ['partage'],
    core: [pay.sharingBonus],
    extras: [],
    range: [0, 0],
    weight: () => 3,
  },
  leave: {
    id: 'leave',
    subjects: ['relatif aux congés et absences', 'portant sur les congés pour événements familiaux et les congés d’ancienneté'],
    themes: ['congés'],
    core: [leave.familyEvents],
    extras: [leave.extraLeave, sickChild, children.backToSchool, meals.housing],
    range: [1, 3],
    weight: () => 4,
  },
  solidarity: {
    id: 'solidarity',
    subjects: ['relatif au don de jours de repos', 'relatif aux salariés aidants et au don de jours'],
    themes: ['don'],
    core: [parents.donatedDays],
    extras: [parents.carers, leave.civicTime],
    range: [0, 2],
    weight: () => 2,
  },
  careers: {
    id: 'careers',
    subjects: ['relatif à la gestion des emplois et des parcours professionnels', 'en faveur de l’emploi et des compétences'],
    themes: ['gpec', 'formation'],
    core: [daily.training],
    extras: [daily.trainingAccount, daily.tutoring, leave.seniors, daily.hardship],
    range: [1, 3],
    weight: (employer) => (isLarge(employer) ? 3 : 0.5),
  },
  disability: {
    id: 'disability',
    subjects: ['en faveur de l’emploi des personnes en situation de handicap'],
    themes: ['handicap'],
    core: [leave.disability],
    extras: [parents.carers, leave.diversity],
    range: [0, 1],
    weight: (employer) => (isLarge(employer) ? 2 : 0.2),
  },
  council: {
    id: 'council',
    subjects: ['relatif à la mise en place et au fonctionnement du comité social et économique', 'relatif au vote électronique', 'portant prorogation des mandats des représentants du personnel'],
    themes: ['irp'],
    core: [],
    extras: [meals.worksCouncil],
    range: [0, 1],
    weight: () => 3,
  },
}; // prettier-ignore

/** Provisions met in pay talks, with their weight. */
export const PAY_TALKS: readonly (readonly [Provision, number])[] = [
  [meals.mealVouchers, 6], [healthCover, 6], [pay.sharingBonus, 5], [telework.telework, 3], [sickChild, 4],
  [pay.thirteenth, 4], [daily.publicTransport, 3], [daily.greenCommute, 4], [meals.canteen, 4], [pay.seniorityBonus, 2],
  [worktime.restDays, 2], [children.nursery, 2], [meals.worksCouncil, 3], [daily.tutoring, 2], [leave.extraLeave, 3],
  [health.sickPay, 3], [health.disabilityCover, 2], [worktime.rosters, 2], [leave.equality, 2], [daily.cycles, 2],
  [health.prevention, 1], [leave.disability, 1], [telework.teleworkAllowance, 2], [children.childcareAid, 2],
  [children.backToSchool, 1], [worktime.timeSavings, 1], [pay.savingsPlan, 1], [meals.housing, 1], [parents.paternity, 1],
  [worktime.fourDays, 1],
]; // prettier-ignore

const EVERY = [children, daily, health, leave, meals, parents, pay, telework, worktime]
  .flatMap((room) => Object.values(room))
  .concat(familyCover, healthCover, sickChild);

/** Every benefit of the taxonomy, one provision each. */
export const PROVISIONS: ReadonlyMap<string, Provision> = new Map(EVERY.map((one) => [one.benefit, one]));

export function provisionOf(benefit: string): Provision {
  const provision = PROVISIONS.get(benefit);
  if (!provision) throw new Error(`sample: no provision for ${benefit}`);
  return provision;
}

/** Labels of themes as DILA prints them; code and group where they are public, else empty: made-up ones could mean something else. */
export const THEMES: Record<string, readonly [code: string, label: string, group: string]> = {
  intéressement: ['011', 'Intéressement', ''],
  épargne: ['', 'PEE ou PEG', ''],
  partage: ['', 'Prime de partage des profits', ''],
  salaires: ['', 'Evolution des salaires (augmentation, gel, diminution)', ''],
  primes: ['', 'Evolution des primes', ''],
  indemnités: ['', 'Indemnités (dont kilométrique)', ''],
  durée: ['051', 'Durée collective du temps de travail', '03'],
  congés: ['058', 'Fixation des congés (jours fériés, ponts, RTT)', '03'],
  aménagement: ['059', 'Aménagement du temps de travail (modulation, annualisation, cycles)', '03'],
  don: ['', 'Dispositifs don de jour et jour de solidarité', ''],
  gpec: ['', 'GPEC', ''],
  formation: ['', 'Formation professionnelle', ''],
  égalité: ['081', 'Egalité salariale F/H', ''],
  'autres-égalité': ['', 'Autres dispositions Egalité professionnelle', ''],
  handicap: ['', 'Travailleurs handicapés', ''],
  qvt: ['', 'QVT, conciliation vie personnelle/vie professionnelle', ''],
  télétravail: ['', 'Télétravail', ''],
  déconnexion: ['', 'Droit à la déconnexion et outils numériques', ''],
  irp: ['', 'Droit syndical, IRP, expression des salariés', ''],
  élections: ['', 'Elections professionnelles, prorogations de mandat et vote électronique', ''],
  santé: ['111', 'Couverture complémentaire santé - maladie', '09'],
  prévoyance: ['112', 'Prévoyance collective, autre que santé maladie', '09'],
  calendrier: ['123', 'Calendrier des négociations', '10'],
  autre: ['131', 'Autre, précisez', '11'],
};
