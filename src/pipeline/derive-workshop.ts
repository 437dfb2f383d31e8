import { existsSync } from 'node:fs';
import { loadCatalogue, type Catalogue } from '#catalogue/catalogue.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import { createMask } from '#domain/mask.ts';
import { isOurFault } from '#domain/suppression.ts';
import { signatureDay } from '#domain/term.ts';
import { hasPerson } from '#extraction/persons.ts';
import { listSuppressions, type Suppression } from '#db/app/read.ts';
import { listPublishedDeclarations } from '#db/app/declarations.ts';
import { listPublishedQvct } from '#db/app/qvct.ts';
import { listReplies } from '#db/app/replies.ts';
import { openApp } from '#db/app/open.ts';
import { openCorpus } from '#db/corpus/open.ts';
import { readIndicators } from '#db/corpus/indicators.ts';
import { iterateAgreementsOf, type CorpusAgreement } from '#db/corpus/read.ts';
import { openExtractions } from '#db/extractions/open.ts';
import { dataPath, env } from '#env';
import { identifier, type Identified } from './derive-identity.ts';
import type { EmployerText } from './derive-lives.ts';
import { deriveProfile, type Derived } from './derive-profile.ts';
import { textReader } from './derive-texts.ts';
import { createExtractPool } from './extract-pool.ts';

export type Refused = { siren: Siren; refusal: NonNullable<Identified['refusal']> | 'suppressed' | 'empty' };

/** What people decided and wrote, whatever the sources say: withheld things, replies, declarations. No app.db yet: nothing. */
function readDesk() {
  const file = dataPath('app.db');
  const app = openApp(existsSync(file) ? file : ':memory:');
  try {
    return app.transaction((desk) => ({
      suppressions: listSuppressions(desk),
      replies: listReplies(desk),
      declarations: listPublishedDeclarations(desk),
      qvct: listPublishedQvct(desk),
    }));
  } finally {
    app.$client.close();
  }
}

/** Something that the employer declares holds today. */
const standsAlone = ({ employer: { profile } }: Derived): boolean =>
  profile.counts.live > 0 || profile.qvct.some(({ declaration }) => declaration?.isLapsed === false);

/**
 * Everything a derivation works with, opened together. `deriveOne` is the same for a whole run and for one employer:
 * that is why both give the same bytes.
 * @throws SourceError when there is no corpus, or content/ cannot be read
 */
export function openWorkshop(today: IsoDate) {
  const catalogue: Catalogue = loadCatalogue();
  const corpus = openCorpus(dataPath('corpus.db'), { readonly: true });
  const cache = openExtractions(dataPath('extractions.db'));
  const pool = createExtractPool(catalogue.benefits, env.WORKERS);
  const texts = textReader(corpus, cache, pool, catalogue.benefits);
  const who = identifier(corpus);
  const { suppressions, replies, declarations, qvct } = readDesk();
  const repliesOf = Map.groupBy(replies, ({ siren }) => siren);
  const keysOf = (kind: Suppression['kind']): Set<string> =>
    new Set(suppressions.filter((each) => each.kind === kind).map(({ key }) => key));
  const suppressed = { agreement: keysOf('agreement'), claim: keysOf('claim'), employer: keysOf('employer') };
  const misread = new Set(suppressions.filter(({ reason }) => isOurFault(reason)).map(({ key }) => key));
  const context = {
    catalogue,
    today,
    mask: createMask(hasPerson),
    isSuppressed: (claim: string): boolean => suppressed.claim.has(claim),
    isMisread: (claim: string): boolean => misread.has(claim),
  };

  /** Why an employer has no page; null when it has one, provided a text names it. */
  function refusalOf(siren: Siren, filed?: readonly CorpusAgreement[]): Refused['refusal'] | null {
    return suppressed.employer.has(siren) ? 'suppressed' : who.identify(siren, filed).refusal;
  }

  function toText(row: CorpusAgreement, members: Siren[], isShared: boolean): EmployerText {
    const { siren } = row.record;
    const named = (each: Siren) => ({ siren: each, name: who.identify(each).name });
    const extraction = texts.extractionOf(row);
    const signedOn = signatureDay(row.record, extraction?.terms.signedOn ?? null);
    return {
      ...row,
      record: { ...row.record, signedOn },
      signedOnStated: row.record.signedOn,
      extraction,
      filer: named(siren),
      members: members.filter((member) => refusalOf(member) === null).map(named),
      isShared,
    };
  }

  /** Own agreements and those of others that name this employer, without what is suppressed. */
  function textsOf(siren: Siren, filed: readonly CorpusAgreement[]): EmployerText[] {
    const members = texts.members.membersByAgreement(siren);
    const own = filed.map((row) => toText(row, members.get(row.record.id) ?? [], false));
    const shared = texts.members.namedIn(siren).flatMap(({ filer, agreements }) => {
      if (refusalOf(filer) !== null) return [];
      const named = texts.members.membersByAgreement(filer);
      return iterateAgreementsOf(corpus, filer)
        .filter(({ record }) => agreements.includes(record.id))
        .map((row) => toText(row, named.get(row.record.id) ?? [], true));
    });
    return [...own, ...shared].filter(({ record }) => !suppressed.agreement.has(record.id));
  }

  return {
    catalogue,
    corpus,
    texts,
    suppressions,
    /** Employers that declare something, in order: some have no agreement at all. */
    declaring: [...new Set([...declarations.keys(), ...qvct.keys()])].sort(),
    version: pool.version,
    who,
    /** One employer's rows of the facts, or why it has none. Its texts have been read. */
    deriveOne(siren: Siren, filed: readonly CorpusAgreement[]): Derived | Refused {
      const refusal = refusalOf(siren, filed);
      if (refusal) return { siren, refusal };
      const own = textsOf(siren, filed);
      const said = { declarations: declarations.get(siren) ?? [], qvct: qvct.get(siren) ?? [] };
      if (own.length + said.declarations.length + said.qvct.length === 0) return { siren, refusal: 'empty' };
      const unit = who.unitOf(siren, catalogue, (linked) => suppressed.employer.has(linked));
      const indicators = readIndicators(corpus, siren);
      const replied = repliesOf.get(siren) ?? [];
      const derived = deriveProfile(
        {
          who: who.identify(siren, filed),
          ...unit,
          ...said,
          texts: own,
          indicators,
          replies: replied,
        },
        context,
      );
      // What is declared makes a page for as long as it holds; what it once was does not.
      return own.length > 0 || standsAlone(derived) ? derived : { siren, refusal: 'empty' };
    },
    async close(): Promise<void> {
      await pool.close();
      cache.$client.close();
      corpus.$client.close();
    },
  };
}
export type Workshop = ReturnType<typeof openWorkshop>;
