import { keepAnswers } from '#db/corpus/archives.ts';
import { openCorpus, type Corpus } from '#db/corpus/open.ts';
import { SireneWriter } from '#db/corpus/sirene-write.ts';
import { listUnknown, listWithoutUnit } from '#db/corpus/sirene.ts';
import type { IsoDate } from '#domain/dates.ts';
import { SourceError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { currentDay, dataPath, env } from '#env';
import type { LookedUp } from '#sources/sirene/api-map.ts';
import { openLookup } from '#sources/sirene/lookup.ts';

export type LookupReport = {
  /** Numbers asked about, from the service or from what was kept of it. */
  asked: number;
  found: { siren: Siren; name: string | null; on: IsoDate }[];
  unknown: Siren[];
};

export type LookupOptions = {
  log?: (line: string) => void;
  corpusFile?: string;
  url?: string;
  perSecond?: number;
  /** First pause before a question is asked again. */
  pauseMs?: number;
  /** Employers of the desk, which may have no agreement (`readClaimed`). */
  claimed?: readonly Siren[];
};

/**
 * Asks the register about these units, and writes into the corpus what it says: an addition to the stock, which the next
 * stock replaces.
 * @throws SourceError when the service fails; what it said before that is written
 */
export async function lookUp(sirens: readonly Siren[], options: LookupOptions = {}): Promise<LookupReport> {
  const { log = () => undefined, corpusFile = dataPath('corpus.db'), url = env.SIRENE_API_URL } = options;
  const lookup = openLookup({
    ...{
      url,
      folder: dataPath('lookups'),
      today: currentDay(),
      perSecond: options.perSecond,
      pauseMs: options.pauseMs,
    },
    userAgent: `star-finder (${env.SITE_URL})`,
  });
  const report: LookupReport = { asked: 0, found: [], unknown: [] };
  const answers: { on: IsoDate; found: LookedUp }[] = [];
  try {
    for (const siren of sirens) {
      const { on, found } = await lookup.find(siren);
      report.asked++;
      if (found) {
        answers.push({ on, found });
        const { isPublishable, legalName } = found.unit;
        report.found.push({ siren, name: isPublishable ? legalName : null, on });
      } else report.unknown.push(siren);
      if (report.asked % 50 === 0) log(`sirene: ${report.asked} of ${sirens.length} looked up`);
    }
  } finally {
    if (answers.length > 0) writeAnswers(corpusFile, url, answers);
  }
  return report;
}

/** Real employers of the corpus, and those claimed in the desk, that the register was not read for, `LOOKUPS_MAX` at most that were not asked about yet. */
export async function lookUpMissing(options: LookupOptions = {}): Promise<LookupReport> {
  const { corpusFile = dataPath('corpus.db') } = options;
  const corpus = openCorpus(corpusFile, { readonly: true });
  const missing = [...new Set([...listWithoutUnit(corpus), ...listUnknown(corpus, options.claimed ?? [])])].sort();
  corpus.$client.close();
  const kept = openLookup({ url: env.SIRENE_API_URL, folder: dataPath('lookups'), today: currentDay(), userAgent: '' });
  const chosen: Siren[] = [];
  let fresh = 0;
  for (const siren of missing) {
    if (!(await kept.isKept(siren)) && ++fresh > env.SIRENE_LOOKUPS_MAX) continue;
    chosen.push(siren);
  }
  return chosen.length > 0 ? lookUp(chosen, options) : { asked: 0, found: [], unknown: [] };
} // prettier-ignore

function writeAnswers(corpusFile: string, url: string, answers: { on: IsoDate; found: LookedUp }[]): void {
  const corpus = openCorpus(corpusFile);
  try {
    const days = [...new Set(answers.map(({ on }) => on))];
    for (const day of days) writeDay(corpus, url, day, answers.filter(({ on }) => on === day).map(({ found }) => found)); // prettier-ignore
  } finally {
    corpus.$client.close();
  }
}

function writeDay(corpus: Corpus, url: string, day: IsoDate, found: readonly LookedUp[]): void {
  const name = `recherche-entreprises-${day}.json`;
  corpus.transaction(() => {
    // The same answers may come back after a newer stock has taken their place: they are written all the same.
    const id = keepAnswers(corpus, {
      source: 'sirene', name, day, url, body: JSON.stringify(found),
      counts: { records: found.length, 'units.kept': found.length },
    });
    const writer = new SireneWriter(corpus, { id, name }, { isAddition: true });
    for (const { unit, establishments } of found) {
      const { type: _type, ...row } = unit;
      writer.writeUnit({ ...row, isFictional: false });
      for (const { type: _of, ...site } of establishments) writer.writeEstablishment({ ...site, isFictional: false });
    }
  });
} // prettier-ignore

/** Nine digits with their key. @throws SourceError for anything else */
export function parseSirens(words: readonly string[]): Siren[] {
  const sirens = words.map((word) => word.replace(/\s/g, ''));
  const bad = sirens.find((word) => !/^\d{9}$/.test(word));
  if (bad !== undefined) throw new SourceError(`lookup: "${bad}" is no SIREN: nine digits are.`);
  return sirens as Siren[];
}
