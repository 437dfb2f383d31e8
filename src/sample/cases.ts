import { addDays, addMonths, addYears, type IsoDate } from '#domain/dates.ts';
import { createEmployer } from './employer.ts';
import { drawLife, lifeFrom, type LifeKind } from './life.ts';
import type { Life, Section } from './model.ts';
import { filedTitle, type Planner } from './plan.ts';
import { indexOfCase } from './planted.ts';
import * as falseFriends from './prose/false-friends.ts';
import { intentionSection, measuresSection } from './prose/talks.ts';
import { grant } from './provisions/provision.ts';
import {
  measureOf,
  tellAgreement,
  tellAmendment,
  tellOrdinary,
  tellPayTalks,
  tellReplacement,
} from './stories.ts';
import { PROVISIONS, provisionOf, TOPICS, type TopicId } from './topics.ts';
import type { Writer } from './writer.ts';

const lifeOf = (planner: Planner, kind: LifeKind): Life => drawLife(planner.random, planner.calendar, kind);
const indefinite = (planner: Planner): Life => lifeOf(planner, 'indefinite');
const ago = (planner: Planner, days: number): IsoDate => addDays(planner.calendar.today, -days);

function tellOf(
  planner: Planner,
  subject: string,
  life: Life,
  write: (w: Writer) => Section[],
  themes: string[] = ['autre'],
): void {
  planner.add({
    genre: 'agreement',
    title: filedTitle(planner.random, `Accord d’entreprise ${subject}`),
    life,
    themes,
    write,
    frame: { subject },
  });
}

/** One measure of each benefit named, in one text. */
function tellBenefits(planner: Planner, subject: string, benefits: readonly string[], life: Life): void {
  const measures = benefits.map((benefit) => measureOf(planner, provisionOf(benefit)));
  tellOf(planner, subject, life, (w) =>
    measures.map(({ provision, figures }) => grant(provision, w, figures)),
  );
}

/** Every benefit of the taxonomy, in texts of six. */
function tellEverything(planner: Planner): void {
  const all = [...PROVISIONS.values()].filter(({ isOneOff }) => !isOneOff).map(({ benefit }) => benefit);
  const chapters = ['relatif à la parentalité', 'relatif aux solidarités', 'relatif à la vie quotidienne', 'relatif à la santé', 'relatif au temps', 'relatif à l’inclusion', 'relatif à la rémunération', 'relatif aux parcours', 'relatif au travail']; // prettier-ignore
  const first = ['creche', 'enfant-malade', 'mutuelle', 'teletravail', 'titres-restaurant'];
  const ordered = [...first, ...all.filter((benefit) => !first.includes(benefit))];
  chapters.forEach((subject, at) =>
    tellBenefits(planner, subject, ordered.slice(at * 6, at * 6 + 6), indefinite(planner)),
  );
  tellAgreement(planner, 'bonus', lifeFrom(planner.random, ago(planner, 400), { kind: 'fixed', months: 12 }));
  tellPayTalks(planner, Number(planner.calendar.today.slice(0, 4)), 'replies');
}

/** A text of an employer whose trade uses the words of a benefit. */
function tellFalseFriends(
  planner: Planner,
  write: (w: Writer) => Section[],
  subject: string,
  topic: TopicId,
): void {
  tellOf(planner, subject, indefinite(planner), write);
  tellAgreement(planner, topic, indefinite(planner));
}

function tellUnit(planner: Planner): void {
  const { employer, random, seed } = planner;
  const members = ['ues-member', 'ues-silent-member'].map((id) =>
    createEmployer(seed, indexOfCase(employer.index, id)),
  );
  const frame = {
    subject: TOPICS.telework.subjects[0]!,
    kind: 'ues' as const,
    members: [employer, ...members].map(({ name, siren }) => ({ name, siren })),
  };
  tellAgreement(planner, 'telework', lifeFrom(random, ago(planner, 500), { kind: 'indefinite' }), {
    frame,
    title: 'Accord collectif de l’UES relatif au télétravail',
  });
  tellAgreement(planner, 'meals', indefinite(planner));
}

/** Lives that only planted cases need, and the topics they are told with. */
const BY_LIFE: Record<string, readonly (readonly [TopicId, LifeKind])[]> = {
  upcoming: [['telework', 'upcoming'], ['quality', 'upcoming'], ['health', 'indefinite']],
  tacit: [['meals', 'tacit'], ['telework', 'tacit']],
  presumed: [['telework', 'silent'], ['quality', 'silent']],
  'presumed-lapsing': [['telework', 'silent-lapsing'], ['health', 'silent-lapsed'], ['meals', 'silent-lapsing']],
  'fixed-lapsing': [['quality', 'fixed-lapsing'], ['telework', 'fixed-lapsing'], ['equality', 'fixed-lapsing'], ['time', 'fixed-lapsed']],
  'closed-unit': [['telework', 'indefinite'], ['meals', 'fixed-lapsed']],
  'partially-disclosed': [['meals', 'indefinite']],
  'sole-trader': [['meals', 'indefinite']],
  'signature-names': [['time', 'indefinite'], ['health', 'indefinite']],
  'elections-only': [['council', 'indefinite']],
  'ues-member': [['health', 'indefinite']],
  'filed-twice': [['quality', 'indefinite'], ['quality', 'indefinite']],
  republished: [['health', 'indefinite'], ['mobility', 'indefinite']],
  withdrawn: [['telework', 'indefinite']],
  'withdrawn-one': [['meals', 'indefinite'], ['time', 'indefinite']],
  'nursery-guest': [['quality', 'indefinite'], ['time', 'indefinite']],
}; // prettier-ignore

const STORIES: Record<string, (planner: Planner) => void> = {
  everything: tellEverything,
  nursery: (planner) =>
    tellFalseFriends(planner, falseFriends.nurserySections, 'relatif à l’organisation de l’accueil', 'meals'),
  'health-insurer': (planner) =>
    tellFalseFriends(
      planner,
      falseFriends.insurerSections,
      'relatif aux métiers de la relation adhérent',
      'telework',
    ),
  carrier: (planner) =>
    tellFalseFriends(
      planner,
      falseFriends.carrierSections,
      'relatif à la mobilité et à l’exploitation',
      'health',
    ),
  'ues-head': tellUnit,
  'ues-silent-member': (planner) =>
    void tellAgreement(planner, 'council', indefinite(planner), { document: 'absent' }),
  'one-establishment': (planner) => {
    const site = planner.employer.sites[1]!;
    const frame = { subject: 'relatif à l’aide à la parentalité', kind: 'establishment' as const };
    const measures = ['creche', 'enfant-malade'].map((benefit) => measureOf(planner, provisionOf(benefit)));
    tellAgreement(planner, 'quality', indefinite(planner), {
      site,
      frame,
      measures,
      title: `Accord d’établissement ${frame.subject}`,
    });
    tellAgreement(planner, 'time', indefinite(planner));
  },
  'metadata-only': (planner) =>
    void tellAgreement(planner, 'time', indefinite(planner), { document: 'absent' }),
  'missing-document': (planner) => {
    tellAgreement(planner, 'health', indefinite(planner), { document: 'absent' });
    tellAgreement(planner, 'telework', lifeOf(planner, 'fixed'));
  },
  scan: (planner) => void tellAgreement(planner, 'quality', indefinite(planner), { document: 'scan' }),
  damaged: (planner) => void tellAgreement(planner, 'meals', indefinite(planner), { document: 'damaged' }),
  'polluted-name': (planner) => {
    const year = Number(planner.calendar.today.slice(0, 4)) - 1;
    tellAgreement(planner, 'quality', indefinite(planner), {
      legalName: `${planner.employer.legalName} (AVT1 NAO ${year})`,
    });
    tellPayTalks(planner, year);
  },
  'extract-only': (planner) => {
    tellAgreement(planner, 'telework', indefinite(planner), { isComplete: false });
    tellAgreement(planner, 'savings', indefinite(planner), { isComplete: false, document: 'absent' });
  },
  replaced: (planner) => {
    tellReplacement(planner, 'telework');
    tellReplacement(planner, 'health');
  },
  ended: (planner) => {
    tellAmendment(planner, 'meals', 'end');
    tellAmendment(planner, 'quality', 'end');
  },
  'one-off': (planner) => {
    const year = Number(planner.calendar.today.slice(0, 4));
    for (const back of [1, 3])
      tellAgreement(
        planner,
        'bonus',
        lifeFrom(planner.random, `${year - back}-11-15` as IsoDate, { kind: 'silent' }),
      );
  },
  demands: (planner) => {
    const year = Number(planner.calendar.today.slice(0, 4));
    tellPayTalks(planner, year, 'replies');
    tellPayTalks(planner, year - 1, 'replies');
    tellPayTalks(planner, year - 2, 'measures');
  },
  'no-deal': (planner) => void tellPayTalks(planner, Number(planner.calendar.today.slice(0, 4)), 'no-deal'),
  'law-only': (planner) =>
    tellOf(
      planner,
      'relatif au rappel des dispositions légales',
      indefinite(planner),
      falseFriends.recallSections,
    ),
  intention: (planner) => {
    const measures = [measureOf(planner, provisionOf('conges-supplementaires'))];
    tellOf(
      planner,
      'sur la négociation annuelle',
      lifeOf(planner, 'fixed'),
      (w) => [
        measuresSection(w, measures),
        intentionSection(w, ['creche', 'teletravail', 'titres-restaurant', 'mutuelle']),
      ],
      ['salaires'],
    );
  },
  'one-article': (planner) => {
    tellAmendment(planner, 'telework', 'rewrite');
    tellAmendment(planner, 'health', 'rewrite');
  },
  'empty-dates': (planner) => {
    const { agreement } = tellAgreement(planner, 'health', indefinite(planner));
    agreement.dates = { filed: '', effective: '', end: '', published: '' };
  },
  trial: (planner) =>
    tellOf(
      planner,
      'relatif à l’expérimentation du télétravail',
      lifeFrom(planner.random, ago(planner, 120), { kind: 'fixed', months: 12 }),
      falseFriends.trialSections,
      ['télétravail'],
    ),
  'by-category': (planner) =>
    tellOf(planner, 'relatif à la complémentaire santé', indefinite(planner), falseFriends.categorySections, [
      'santé',
    ]),
  'before-2016': (planner) => {
    tellAgreement(
      planner,
      'health',
      lifeFrom(planner.random, '2015-04-01' as IsoDate, { kind: 'indefinite' }),
    );
    tellAgreement(
      planner,
      'time',
      lifeFrom(planner.random, '2014-01-01' as IsoDate, { kind: 'fixed', months: 36 }),
    );
  },
  'exceptional-telework': (planner) =>
    tellOf(
      planner,
      'relatif à la continuité d’activité',
      indefinite(planner),
      falseFriends.exceptionalSections,
      ['autre'],
    ),
  charter: (planner) =>
    tellOf(planner, 'relatif aux engagements sociaux', indefinite(planner), falseFriends.charterSections, [
      'qvt',
    ]),
  group: (planner) => {
    const frame = { kind: 'group' as const, subject: 'relatif à la qualité de vie au travail' };
    tellAgreement(planner, 'quality', lifeOf(planner, 'fixed'), { frame, kind: 'group' });
    for (const id of ['telework', 'savings', 'disability', 'careers', 'mobility'] as const)
      tellAgreement(planner, id, lifeOf(planner, 'indefinite'));
    tellPayTalks(planner, Number(planner.calendar.today.slice(0, 4)), 'measures');
  },
  'nursery-large': (planner) => {
    const life = lifeFrom(planner.random, addMonths(addYears(planner.calendar.today, -2), 2), {
      kind: 'fixed',
      months: 48,
    });
    tellBenefits(
      planner,
      'relatif à la parentalité et à l’égalité',
      ['creche', 'enfant-malade', 'garde-enfants', 'paternite', 'egalite'],
      life,
    );
    tellAgreement(planner, 'health', indefinite(planner));
  },
};

/** Writes the story of a planted case; false when the employer is an ordinary one. */
function tellPlanted(planner: Planner): boolean {
  const id = planner.employer.planted?.id;
  if (!id) return false;
  const lives = BY_LIFE[id];
  if (lives)
    for (const [topic, kind] of lives)
      tellAgreement(planner, topic, lifeOf(planner, kind), nurseryFirst(planner, id, topic));
  else STORIES[id]?.(planner);
  return true;
}

/** The guest of a nursery and the twice filed text are told with measures of their own. */
function nurseryFirst(planner: Planner, id: string, topic: TopicId): Parameters<typeof tellAgreement>[3] {
  if (id === 'nursery-guest' && topic === 'quality')
    return {
      measures: ['creche', 'enfant-malade', 'aidants'].map((benefit) =>
        measureOf(planner, provisionOf(benefit)),
      ),
    };
  return {};
}

/** All the agreements of one employer, in the order they were signed or nearly so. */
export function tell(planner: Planner): void {
  if (!tellPlanted(planner)) tellOrdinary(planner);
  const { agreements, employer } = planner;
  const id = employer.planted?.id;
  if (id === 'filed-twice') twin(planner);
  for (const agreement of agreements) {
    if (id === 'withdrawn' || (id === 'withdrawn-one' && agreement.ordinal === 0)) {
      agreement.batch = 'full';
      agreement.isWithdrawn = true;
    }
    if (id === 'republished' && agreement.ordinal === 0) agreement.batch = 'both';
  }
}

/** The second filing repeats the first, word for word, under another number and id. */
function twin({ agreements }: Planner): void {
  const [first, second] = agreements;
  if (!first || !second) return;
  agreements[1] = { ...first, id: second.id, number: second.number, batch: second.batch, closures: [] };
}
