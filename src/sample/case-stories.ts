import { addMonths, addYears, type IsoDate } from '#domain/dates.ts';
import {
  ago,
  indefinite,
  lifeOf,
  membersOf,
  old,
  tellBenefits,
  tellEverything,
  tellFalseFriends,
  tellOf,
  tellUnit,
} from './case-tools.ts';
import { lifeFrom } from './life.ts';
import type { Planner } from './plan.ts';
import * as falseFriends from './prose/false-friends.ts';
import { intentionSection, measuresSection } from './prose/talks.ts';
import { measureOf, tellAgreement, tellAmendment, tellPayTalks, tellReplacement } from './stories.ts';
import { provisionOf } from './topics.ts';

/** Stories of planted cases that need more than a topic and a life. */
export const STORIES: Record<string, (planner: Planner) => void> = {
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
    const members = membersOf(planner, ['trial']);
    const frame = { kind: 'group' as const, subject: 'relatif à la qualité de vie au travail', members };
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
  withdrawn: (planner) =>
    void (tellAgreement(planner, 'telework', old(planner)).agreement.isWithdrawn = true),
  'withdrawn-one': (planner) => {
    tellAgreement(planner, 'meals', old(planner)).agreement.isWithdrawn = true;
    tellAgreement(planner, 'time', indefinite(planner));
  },
  republished: (planner) => {
    tellAgreement(planner, 'health', old(planner)).agreement.batch = 'both';
    tellAgreement(planner, 'mobility', indefinite(planner));
  },
  'nursery-guest': (planner) => {
    tellBenefits(
      planner,
      'relatif à la parentalité',
      ['creche', 'enfant-malade', 'aidants'],
      indefinite(planner),
    );
    tellAgreement(planner, 'time', indefinite(planner));
  },
};
