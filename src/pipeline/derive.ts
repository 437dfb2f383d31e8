import { rmSync } from 'node:fs';
import { SourceError } from '#domain/errors.ts';
import { todayInParis, type IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import { iterateAgreementsOf, type CorpusAgreement } from '#db/corpus/read.ts';
import { compareFacts, type Comparison } from '#db/facts/compare.ts';
import { createFacts, isReadableFacts, openFactsReadOnly, openFactsToUpdate } from '#db/facts/open.ts';
import { readerOf, type Figures } from '#db/facts/reader.ts';
import { sealFacts, swapFacts } from '#db/facts/swap.ts';
import { writerOf } from '#db/facts/write.ts';
import { dataPath, env } from '#env';
import type { Progress } from './command.ts';
import { checkMinimums, checkQuotes, checkShrinkage } from './derive-checks.ts';
import { agreementPath, employerPath } from './derive-gone.ts';
import { latestFirst } from './derive-identity.ts';
import type { TextFigures } from './derive-texts.ts';
import { openWorkshop, type Workshop } from './derive-workshop.ts';
import {
  allEmployers, fingerprint, withNeighbours, writeEmployers, writeFigures, writeGone, type Written,
} from './derive-write.ts'; // prettier-ignore
import { withRunLock, type LockOptions } from './lock.ts';

export type DeriveReport = Omit<Written, 'misquotes' | 'rowsHash'> & {
  today: IsoDate;
  /** True when the facts say what the live ones said: these stay, with their generation. */
  isUnchanged: boolean;
  figures: Figures;
  texts: TextFigures;
  comparison: Omit<Comparison, 'disappeared'> & { disappeared: number };
};

export type DeriveOptions = {
  /** Day of the states; default: settings, else today in Paris. */
  today?: IsoDate;
  /** Takes facts that lost more than 5 % of their employers or claims. */
  acceptShrink?: boolean;
  progress?: Progress;
  lock?: LockOptions;
};

const live = (): string => dataPath('facts.db');
const dayOf = (today?: IsoDate): IsoDate => today ?? (env.TODAY as IsoDate | undefined) ?? todayInParis();

/**
 * Corpus, content files and suppressions become facts, beside the live ones, which stay until the new ones are whole
 * and checked. Killed half-way it keeps what the extractor read, and nothing else changes.
 * @throws SourceError when there is no corpus, a quote is not in its text, or too much would be lost
 */
export const derive = (options: DeriveOptions = {}): Promise<DeriveReport> =>
  withRunLock(
    'derive',
    () => inWorkshop(dayOf(options.today), (workshop) => deriveAll(workshop, options)),
    options.lock,
  );

/**
 * Derives these employers (and those that share a text with them) again into the live facts, in one transaction: the
 * rows of a whole derivation of that day. Where code or content changed since the last one, a whole derivation is
 * made instead, even when nobody is asked for. Readers see the old rows or the new ones.
 */
export const deriveEmployers = (options: DeriveOptions & { sirens: readonly Siren[] }): Promise<void> =>
  withRunLock(
    'derive',
    () =>
      inWorkshop(dayOf(options.today), async (workshop) => {
        if (!isUpToDate(workshop)) await deriveAll(workshop, options);
        else if (options.sirens.length > 0) await deriveSome(workshop, options.sirens, dayOf(options.today));
      }),
    options.lock,
  );

async function inWorkshop<T>(today: IsoDate, work: (workshop: Workshop) => Promise<T>): Promise<T> {
  const workshop = openWorkshop(today);
  try {
    return await work(workshop);
  } finally {
    await workshop.close();
  }
}

async function deriveAll(workshop: Workshop, options: DeriveOptions): Promise<DeriveReport> {
  const { acceptShrink = false, progress = () => {} } = options;
  const today = dayOf(options.today);
  const next = dataPath('facts.next.db');
  const texts = await workshop.texts.readAll(namesOf(workshop), workshop.who.prefetch, progress);
  if (texts.agreements === 0)
    throw new SourceError(
      'derive: the corpus holds no agreement. Run npm run ingest -- acco <archives> first.',
    );
  const previous = isReadableFacts(live()) ? openFactsReadOnly(live()) : null;
  const facts = createFacts(next);
  try {
    const before = previous && readerOf(previous);
    const { misquotes, rowsHash, ...written } = facts.transaction(() => {
      const rows = writeEmployers(workshop, facts, allEmployers(workshop), before, progress);
      writeGone(workshop, facts, [], [], today);
      return rows;
    });
    checkQuotes(misquotes);
    const suppressed = workshop.suppressions.filter(({ kind }) => kind === 'claim').map(({ key }) => key);
    const compared = compareFacts(facts, previous && live(), suppressed);
    checkMinimums(compared, written);
    const isReread =
      before?.readMeta('extractor') !== workshop.version ||
      before.readMeta('catalogue') !== workshop.catalogue.hash;
    checkShrinkage(compared, { isAccepted: acceptShrink, isReread });
    const generation = Number(before?.readMeta('generation') ?? 0) + 1;
    const counted = facts.transaction(() => {
      writeGone(workshop, facts, compared.disappeared, before?.listGone() ?? [], today);
      const run = writeFigures(workshop, facts, { derivedOn: today, generation });
      writerOf(facts).putMeta('generation', String(generation));
      writerOf(facts).putMeta('fingerprint', fingerprint(facts, rowsHash));
      return run;
    });
    const isUnchanged = before?.readMeta('fingerprint') === readerOf(facts).readMeta('fingerprint');
    sealFacts(facts, next);
    if (isUnchanged) rmSync(next);
    else swapFacts(next, live());
    return {
      ...written,
      today,
      isUnchanged,
      figures: isUnchanged ? before!.readFigures() : counted,
      texts,
      comparison: { ...compared, disappeared: compared.disappeared.length },
    };
  } finally {
    facts.$client.close();
    previous?.$client.close();
  }
}

/** Names an employer answers to when a text names its members; none where it may have no page. */
function namesOf({ who }: Workshop) {
  return (siren: Siren, rows: CorpusAgreement[]): string[] => {
    const { name, refusal } = who.identify(siren, rows);
    return refusal ? [] : [name, ...latestFirst(rows).map(({ record }) => record.legalName)];
  };
}

/** Facts made by the same code from the same content: rows may be added to them. */
function isUpToDate({ catalogue, version }: Workshop): boolean {
  if (!isReadableFacts(live())) return false;
  const facts = openFactsReadOnly(live());
  const { readMeta } = readerOf(facts);
  const isSame = readMeta('catalogue') === catalogue.hash && readMeta('extractor') === version;
  facts.$client.close();
  return isSame;
}

async function deriveSome(workshop: Workshop, sirens: readonly Siren[], today: IsoDate): Promise<void> {
  const { corpus, texts } = workshop;
  const employers = withNeighbours(workshop, sirens);
  const filers = employers.flatMap(({ siren }) => texts.members.namedIn(siren).map(({ filer }) => filer));
  await texts.readSome(employers.flatMap(({ filed }) => filed));
  await texts.readSome([...new Set(filers)].flatMap((filer) => iterateAgreementsOf(corpus, filer)));

  const facts = openFactsToUpdate(live());
  try {
    facts.transaction(
      () => {
        const reader = readerOf(facts);
        const kept = employers.flatMap(({ siren }) => pathsOf(reader, siren));
        const before = reader.listGone();
        writerOf(facts).forget(employers.map(({ siren }) => siren));
        const { misquotes } = writeEmployers(workshop, facts, employers, null, () => {});
        checkQuotes(misquotes);
        writeGone(workshop, facts, kept, before, today);
        const { derivedOn } = reader.readFigures();
        const isDue = reader.listChangingBy(today).length > 0;
        const generation = Number(reader.readMeta('generation')) + 1;
        writeFigures(workshop, facts, { derivedOn: isDue ? derivedOn : today, generation });
        writerOf(facts).putMeta('generation', String(generation));
        writerOf(facts).putMeta('fingerprint', '');
      },
      { behavior: 'immediate' },
    );
  } finally {
    facts.$client.close();
  }
}

/** Pages an employer has now: itself, and the agreements it filed. */
function pathsOf(reader: ReturnType<typeof readerOf>, siren: Siren) {
  const profile = reader.readProfile(siren);
  if (!profile) return [];
  const own = profile.agreements.filter(({ isShared }) => !isShared);
  return [
    { path: employerPath(siren), kind: 'employer' as const },
    ...own.map(({ id }) => ({ path: agreementPath(id), kind: 'agreement' as const })),
  ];
}
