import { openCorpus } from '#db/corpus/open.ts';
import { replaceHiring, type SaidHiring } from '#db/corpus/hiring-write.ts';
import { isReadableFacts, openFactsReadOnly } from '#db/facts/open.ts';
import { readerOf } from '#db/facts/reader.ts';
import { SourceError } from '#domain/errors.ts';
import type { Siren, Siret } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { currentDay, dataPath, env } from '#env';
import { hiringCard } from '#sources/hiring/index.ts';
import { openHiringLookup } from '#sources/hiring/lookup.ts';

export type HiringReport = { asked: number; signals: number };

export type HiringOptions = {
  log?: (line: string) => void;
  clientId?: string | undefined;
  clientSecret?: string | undefined;
  url?: string;
  tokenUrl?: string;
  max?: number;
  perSecond?: number;
  pauseMs?: number;
};

type Question = { siren: Siren; siret: Siret };

/**
 * Asks La Bonne Boîte about real employers that have a page, `HIRING_LOOKUPS_MAX` at most, those never asked about
 * first; writes into the corpus every signal that still stands. Null when it is not configured.
 * @throws SourceError when half the settings are missing or the service fails; what it said before that is written
 */
export async function refreshHiring(options: HiringOptions = {}): Promise<HiringReport | null> {
  const {
    log = () => {},
    clientId = env.HIRING_CLIENT_ID,
    clientSecret = env.HIRING_CLIENT_SECRET,
  } = options;
  const { max = env.HIRING_LOOKUPS_MAX, url = env.HIRING_URL, tokenUrl = env.HIRING_TOKEN_URL } = options;
  if (!clientId && !clientSecret) return null;
  if (!clientId || !clientSecret)
    throw new SourceError(
      'hiring: HIRING_CLIENT_ID and HIRING_CLIENT_SECRET go together. Set both, or none to leave La Bonne Boîte unasked.',
    );
  const { perSecond, pauseMs } = options;
  const lookup = openHiringLookup({
    ...{ url, tokenUrl, clientId, clientSecret, folder: dataPath('hiring'), today: currentDay() },
    userAgent: `star-finder (${env.SITE_URL})`,
    ...(perSecond === undefined ? {} : { perSecond }),
    ...(pauseMs === undefined ? {} : { pauseMs }),
  });
  const said: SaidHiring[] = [];
  const due: (Question & { last: string })[] = [];
  for (const question of questions()) {
    const kept = await lookup.kept(question.siret);
    if (!kept) due.push({ ...question, last: (await lookup.lastAsked(question.siret)) ?? '' });
    else if (kept.isExpected) said.push({ ...question, on: kept.on });
  }
  due.sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.siren < b.siren ? -1 : 1));
  let asked = 0;
  try {
    for (const { siren, siret } of due.slice(0, max)) {
      const { on, isExpected } = await lookup.ask(siret);
      if (isExpected) said.push({ siren, siret, on });
      if (++asked % 50 === 0) log(`hiring: ${asked} of ${Math.min(due.length, max)} asked`);
    }
  } finally {
    write(said);
  }
  return { asked, signals: said.length };
}

function write(said: readonly SaidHiring[]): void {
  const corpus = openCorpus(dataPath('corpus.db'));
  try {
    replaceHiring(corpus, said, hiringCard.homepage);
  } finally {
    corpus.$client.close();
  }
}

/** One establishment an employer that has a page; none before the first derivation. */
function questions(): Question[] {
  const file = dataPath('facts.db');
  if (!isReadableFacts(file)) return [];
  const facts = openFactsReadOnly(file);
  try {
    const reader = readerOf(facts);
    return reader.listProfileKeys().flatMap(({ siren }) => {
      const profile = reader.readProfile(siren);
      const siret = profile && !profile.isFictional ? establishmentOf(profile) : null;
      return siret ? [{ siren, siret }] : [];
    });
  } finally {
    facts.$client.close();
  }
}

/** The head office where Sirene publishes one that is open, else the establishment that filed the latest agreement. */
const establishmentOf = ({ identity, agreements }: EmployerProfile): Siret | null =>
  identity?.establishments.find(({ isHeadOffice, isOpen }) => isHeadOffice && isOpen)?.siret ??
  agreements.find(({ isShared }) => !isShared)?.siret ??
  null;
