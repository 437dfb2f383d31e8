import { addDays, addYears, formatDate, type IsoDate } from '#domain/dates.ts';
import type { Employer } from './employer.ts';
import { articleNumber } from './compose.ts';
import { drawLife, lifeFrom, ORDINARY_LIVES, type LifeKind } from './life.ts';
import type { Agreement, Frame, Life, Section } from './model.ts';
import { filedTitle, type Draft, type Planner } from './plan.ts';
import { CONTEXT } from './prose/context.ts';
import { payTalksContext } from './prose/context-social.ts';
import {
  demandsSection,
  intentionSection,
  lastPositions,
  measuresSection,
  repliesSection,
  type Measure,
} from './prose/talks.ts';
import { grant, type Provision } from './provisions/provision.ts';
import { PAY_TALKS, TOPICS, type Topic, type TopicId } from './topics.ts';
import { text, type Writer } from './writer.ts';

export const measureOf = (planner: Planner, provision: Provision): Measure => ({
  provision,
  figures: provision.draw(planner.random, planner.employer),
});

/** Context, grants, context: the sections of a text on one topic. */
export function topicSections(topic: Topic, measures: readonly Measure[]): (w: Writer) => Section[] {
  const { before = [], after = [] } = CONTEXT[topic.id] ?? {};
  return (w) => [
    ...before.map((write) => write(w)),
    ...measures.map(({ provision, figures }) => grant(provision, w, figures)),
    ...w.random.sample(after, Math.min(after.length, 2)).map((write) => write(w)),
  ];
}

export function drawMeasures(planner: Planner, topic: Topic): Measure[] {
  const [low, high] = topic.range;
  const extras = planner.random.sample(topic.extras, planner.random.int(low, high));
  return [...topic.core, ...extras].map((provision) => measureOf(planner, provision));
}

type Options = Partial<Draft> & { measures?: Measure[]; kind?: Frame['kind'] };

/** One text on one topic. */
export function tellAgreement(
  planner: Planner,
  id: TopicId,
  life: Life,
  options: Options = {},
): { agreement: Agreement; measures: Measure[] } {
  const { random } = planner;
  const topic = TOPICS[id];
  const measures = options.measures ?? drawMeasures(planner, topic);
  const subject = options.frame?.subject ?? random.pick(topic.subjects);
  const word =
    options.kind === 'group'
      ? 'Accord de groupe'
      : random.pick(['Accord', 'Accord d’entreprise', 'Accord collectif']);
  const title = options.title ?? filedTitle(random, `${word} ${subject}`);
  const agreement = planner.add({
    genre: 'agreement',
    title,
    life,
    themes: topic.themes,
    write: topicSections(topic, measures),
    ...options,
    frame: { ...options.frame, subject },
  });
  return { agreement, measures };
}

/** The same subject signed again: the second text takes the place of the first. */
export function tellReplacement(planner: Planner, id: TopicId): void {
  const { random, calendar } = planner;
  const old = drawLife(random, calendar, 'indefinite');
  const start =
    old.effectiveOn < addYears(calendar.today, -1) ? old.effectiveOn : addYears(calendar.today, -3);
  const { agreement: first } = tellAgreement(planner, id, lifeFrom(random, start, { kind: 'indefinite' }));
  const from = between(planner, addDays(start, 200), addDays(calendar.today, -45));
  const life = lifeFrom(
    random,
    from,
    random.chance(0.6) ? { kind: 'indefinite' } : { kind: 'fixed', months: 48 },
  );
  tellAgreement(planner, id, life, {
    frame: { subject: first.frame.subject, parent: parentOf(first, 'replaces') },
  });
  first.closures.push({ benefit: '*', state: 'replaced', from });
}

/** A text, then an amendment that rewrites one of its articles or ends one of its benefits. */
export function tellAmendment(planner: Planner, id: TopicId, action: 'rewrite' | 'end', kind: LifeKind = 'indefinite'): void {
  const { random, calendar } = planner;
  const drawn = drawLife(random, calendar, kind);
  const start = drawn.effectiveOn < addDays(calendar.today, -300) ? drawn.effectiveOn : addDays(calendar.today, -700);
  const { agreement: first, measures } = tellAgreement(planner, id, lifeFrom(random, start, drawn.duration));
  const target = measures.find(({ provision }) => action === 'rewrite' || provision.end);
  if (!target) return;
  const latest = first.life.endsOn && first.life.endsOn < calendar.today ? addDays(first.life.endsOn, -60) : addDays(calendar.today, -45);
  const from = between(planner, addDays(start, 150), latest);
  const life: Life = { ...first.life, effectiveOn: from, signedOn: addDays(from, -random.int(0, 40)) };
  const { provision } = target;
  const figures = provision.draw(random, planner.employer);
  const place = articleNumber((CONTEXT[id]?.before.length ?? 0) + measures.indexOf(target));
  const date = formatDate(first.life.signedOn);
  const write = (w: Writer): Section[] =>
    action === 'end'
      ? [{ title: `Suppression de l’article ${place}`, blocks: [text(provision.end!(w)), text(`L’article ${place} de l’accord du ${date} est abrogé. Ses autres dispositions demeurent inchangées.`)], expects: [{ benefit: provision.benefit, standing: 'ended', values: {} }] }]
      : rewritten(grant(provision, w, figures), place, date);
  const title = filedTitle(random, `Avenant n° 1 à l’accord du ${date} ${first.frame.subject}`);
  planner.add({ genre: 'amendment', title, life, themes: first.themes, write, frame: { subject: first.frame.subject, parent: parentOf(first, 'amends') } });
  first.closures.push({ benefit: provision.benefit, state: action === 'end' ? 'ended' : 'replaced', from });
} // prettier-ignore

function rewritten(section: Section, place: number, date: string): Section[] {
  const lead = text(
    `L’article ${place} de l’accord du ${date}, intitulé « ${section.title} », est remplacé par les dispositions suivantes :`,
  );
  return [
    { ...section, title: `Modification de l’article ${place}`, blocks: [lead, ...section.blocks] },
    { title: 'Autres dispositions', blocks: [text('Les autres dispositions de l’accord demeurent inchangées et continuent de produire leurs effets.')], expects: [] },
  ]; // prettier-ignore
}

export const parentOf = (
  agreement: Agreement,
  relation: 'amends' | 'replaces',
): NonNullable<Frame['parent']> => ({
  relation,
  title: agreement.title,
  signedOn: agreement.life.signedOn,
  number: agreement.number,
});

function between({ random }: Planner, low: IsoDate, high: IsoDate): IsoDate {
  if (high <= low) return low;
  const days = Math.round((Date.parse(high) - Date.parse(low)) / 86_400_000);
  return addDays(low, random.int(0, days));
}

/** Distinct measures of pay talks. */
export function drawTalks(planner: Planner, count: number): Measure[] {
  const drawn = new Map<string, Provision>();
  for (let tries = 0; drawn.size < count && tries < count * 6; tries++) {
    const provision = planner.random.weighted(PAY_TALKS);
    drawn.set(provision.benefit, provision);
  }
  return [...drawn.values()].map((provision) => measureOf(planner, provision));
}

/** Minutes of the yearly pay talks: demands, replies, measures. */
export function tellPayTalks(planner: Planner, year: number, form: 'measures' | 'replies' | 'no-deal' = 'measures'): Agreement {
  const { random, unions } = planner;
  const union = unions[0] ?? 'CFDT';
  const asked = drawTalks(planner, random.int(4, 8));
  const agreed = new Set(asked.filter((_, i) => i % 2 === 0).map(({ provision }) => provision.benefit));
  const measures = drawTalks(planner, random.int(1, 4));
  const isIndefinite = random.chance(0.5);
  const effectiveOn = `${year}-${random.pick(['01', '01', '02', '03', '04'])}-01` as IsoDate;
  const life = lifeFrom(random, effectiveOn, isIndefinite ? { kind: 'indefinite' } : { kind: 'fixed', months: 12 });
  const write = (w: Writer): Section[] => {
    if (form === 'no-deal') return lastPositions(w, union, asked);
    if (form === 'replies') return [repliesSection(w, asked, agreed)];
    const refused = asked.filter(({ provision }) => !measures.some((one) => one.provision === provision)).slice(0, 3);
    const demands = w.random.chance(0.6) ? [demandsSection(w, union, refused, 'demanded')] : [];
    const study = w.random.chance(0.15) && ![...measures, ...refused].some(({ provision }) => provision.benefit === 'creche');
    return [...(w.random.chance(0.6) ? [payTalksContext(w)] : []), ...demands, measuresSection(w, measures), ...(study ? [intentionSection(w, ['creche'])] : [])];
  };
  const name = form === 'no-deal' ? 'Procès-verbal de désaccord NAO' : random.pick(['Accord NAO', 'Négociation annuelle obligatoire', 'Procès-verbal d’accord NAO']);
  return planner.add({ genre: form === 'no-deal' ? 'no-deal' : 'pay-talks', title: filedTitle(random, `${name} ${year}`), life, themes: ['salaires', random.pick(['primes', 'autre'])], write, frame: { subject: `sur la négociation annuelle obligatoire ${year}`, year } });
} // prettier-ignore

/** The agreements of an ordinary employer: as many as its size makes likely. */
export function tellOrdinary(planner: Planner): void {
  const { random, calendar, employer } = planner;
  const wanted = wantedFor(planner, employer);
  const left = new Set(Object.keys(TOPICS) as TopicId[]);
  const thisYear = Number(calendar.today.slice(0, 4));
  while (planner.agreements.length < wanted && left.size > 0) {
    if (employer.headcount >= 50 && random.chance(0.3)) {
      const year = thisYear - random.int(0, 6);
      if (!planner.agreements.some(({ genre, frame }) => (genre === 'pay-talks' || genre === 'no-deal') && frame.year === year))
        tellPayTalks(planner, year, random.weighted([['measures', 6], ['replies', 3], ['no-deal', 1]] as const)); // prettier-ignore
      continue;
    }
    const id = random.weighted([...left].map((one) => [one, TOPICS[one].weight(employer)] as const));
    left.delete(id);
    const room = wanted - planner.agreements.length;
    const thread = room < 2 ? 'single' : random.weighted([['single', 12], ['replace', 2], ['rewrite', 2], ['end', 1]] as const); // prettier-ignore
    if (thread === 'replace') tellReplacement(planner, id);
    else if (thread !== 'single' && TOPICS[id].core.length > 0) tellAmendment(planner, id, thread);
    else tellAgreement(planner, id, drawLife(random, calendar, random.weighted(ORDINARY_LIVES)));
  }
}

function wantedFor({ random }: Planner, { headcount }: Employer): number {
  if (headcount < 20) return random.weighted([[1, 7], [2, 2], [3, 1]] as const);
  if (headcount < 50) return random.weighted([[1, 5], [2, 4], [3, 2], [4, 1]] as const);
  if (headcount < 200) return random.weighted([[1, 3], [2, 4], [3, 4], [4, 2], [6, 1]] as const);
  return random.weighted([[2, 2], [3, 3], [4, 3], [6, 3], [8, 2], [10, 1]] as const);
} // prettier-ignore
