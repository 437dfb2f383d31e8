import { and, asc, count, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import { isLiveState, LIVE_STATES, SHOWN_STATES, type Claim, type ShownState } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { AgreementId, BenefitId, Siren } from '#domain/ids.ts';
import type { AgreementPage, EmployerProfile, Provenance } from '#domain/profile.ts';
import type { SearchDocument } from '#domain/search.ts';
import { clausesOf } from './clauses.ts';
import type { FactsDatabase } from './open.ts';
import { nameReader } from './names.ts';
import { placeReader } from './places.ts';
import { panelOf } from './panel.ts';
import {
  agreements,
  benefitFigures,
  claims,
  employers,
  gone,
  meta,
  searchDocuments,
  sources,
} from './schema.ts';

export type Figures = {
  employers: number;
  agreements: number;
  textsRead: number;
  claims: number;
  liveClaims: number;
  hasFictional: boolean;
  /** Day of the latest archive. */
  dataOn: IsoDate | null;
  derivedOn: IsoDate;
  /** A number, as text; another one after each change of the facts. */
  generation: string;
};
/** Employers, counted once each by the state of their leading claim. */
export type BenefitFigures = { employersLive: number; byState: Record<ShownState, number> };
export type BenefitEmployer = {
  siren: Siren;
  name: string;
  /** « Rennes (35) », « Ille-et-Vilaine (35) » … */
  place: string | null;
  claim: Claim;
};
export type Gone = typeof gone.$inferSelect;
export type ProfileKey = { siren: Siren; digest: string; isIndexable: boolean };

const PAGE = 500;
const at = sql.placeholder;

/** The questions pages, search and pipeline ask of one facts database. Statements are prepared once. */
export function readerOf(facts: FactsDatabase) {
  const profileOf = facts
    .select({ profile: employers.profile })
    .from(employers)
    .where(eq(employers.siren, at('siren')))
    .prepare();
  const agreementOf = facts
    .select({ page: agreements.page })
    .from(agreements)
    .where(eq(agreements.id, at('id')))
    .prepare();
  const documentsAfter = facts
    .select({ document: searchDocuments.document })
    .from(searchDocuments)
    .where(gt(searchDocuments.siren, at('after')))
    .orderBy(asc(searchDocuments.siren))
    .limit(PAGE)
    .prepare();
  const goneAt = facts
    .select()
    .from(gone)
    .where(eq(gone.path, at('path')))
    .prepare();
  const metaAt = facts
    .select({ value: meta.value })
    .from(meta)
    .where(eq(meta.key, at('key')))
    .prepare();
  const holders = facts
    .select({ siren: claims.siren, id: claims.id, name: employers.name, place: employers.place, profile: employers.profile })
    .from(claims)
    .innerJoin(employers, eq(employers.siren, claims.siren))
    .where(and(eq(claims.benefit, at('benefit')), eq(claims.isLead, true), inArray(claims.state, [...LIVE_STATES])))
    .orderBy(desc(claims.effectiveOn), asc(claims.siren))
    .limit(at('limit'))
    .prepare(); // prettier-ignore

  const employerAt = facts
    .select({ siren: employers.siren })
    .from(employers)
    .where(eq(employers.siren, at('key')))
    .prepare();
  const agreementAt = facts
    .select({ id: agreements.id })
    .from(agreements)
    .where(eq(agreements.id, at('key')))
    .prepare();
  const digestOf = facts
    .select({ digest: employers.digest })
    .from(employers)
    .where(eq(employers.siren, at('siren')))
    .prepare();

  const readMeta = (key: string): string | null => metaAt.get({ key })?.value ?? null;

  return {
    ...placeReader(facts),
    ...nameReader(facts),
    panel: panelOf(facts),
    clauses: clausesOf(facts),
    readMeta,
    /** Version of the extractor that read the texts of these facts; null before the first derivation. */
    readExtractor: (): string | null => readMeta('extractor'),
    /** In order of SIREN. */
    listProfileKeys: (): ProfileKey[] =>
      facts
        .select({ siren: employers.siren, digest: employers.digest, isIndexable: employers.isIndexable })
        .from(employers)
        .orderBy(asc(employers.siren))
        .all(),
    readProfile: (siren: Siren): EmployerProfile | null => profileOf.get({ siren })?.profile ?? null,
    readAgreement: (id: AgreementId): AgreementPage | null => agreementOf.get({ id })?.page ?? null,
    listAgreementIds: (): AgreementId[] =>
      facts
        .select({ id: agreements.id })
        .from(agreements)
        .orderBy(asc(agreements.id))
        .all()
        .map(({ id }) => id),
    /** In order of SIREN; read in pages, so that a long reader never blocks a writer. */
    *listSearchDocuments(): Iterable<SearchDocument> {
      for (let after = ''; ;) {
        const page = documentsAfter.all({ after });
        for (const { document } of page) yield document;
        if (page.length < PAGE) return;
        after = page.at(-1)!.document.siren;
      }
    },
    readFigures: (): Figures => JSON.parse(readMeta('figures') ?? 'null') as Figures,
    readBenefitFigures(): Map<BenefitId, BenefitFigures> {
      const figures = new Map<BenefitId, BenefitFigures>();
      for (const row of facts.select().from(benefitFigures).orderBy(asc(benefitFigures.benefit)).all()) {
        const known = figures.get(row.benefit) ?? {
          employersLive: 0,
          byState: Object.fromEntries(SHOWN_STATES.map((state) => [state, 0])) as Record<ShownState, number>,
        };
        known.byState[row.state] = row.employers;
        if (isLiveState(row.state)) known.employersLive += row.employers;
        figures.set(row.benefit, known);
      }
      return figures;
    },
    /** Employers whose leading claim is live, the most recently effective first (never a ranking). */
    listBenefitEmployers: (benefit: BenefitId, limit: number): BenefitEmployer[] =>
      holders.all({ benefit, limit }).flatMap(({ siren, id, name, place, profile }) => {
        const lead = profile.entries.find((entry) => entry.benefit === benefit)?.lead;
        return lead?.id === id ? [{ siren, name, place, claim: lead }] : [];
      }),
    /** In order of date, then name of the file. */
    listSources: (): (Provenance & { records: number; agreements: number; employers: number })[] =>
      facts.select().from(sources).orderBy(asc(sources.publishedOn), asc(sources.file)).all(),
    findGone: (path: string): Gone | null => goneAt.get({ path }) ?? null,
    listGone: (): Gone[] => facts.select().from(gone).orderBy(asc(gone.path)).all(),
    /** Employers one of whose states changes on or before this day. */
    listChangingBy: (day: IsoDate): Siren[] =>
      facts
        .select({ siren: employers.siren })
        .from(employers)
        .where(lte(employers.changesOn, day))
        .orderBy(asc(employers.siren))
        .all()
        .map(({ siren }) => siren),
    /** Whether `/employeurs/…` or `/accords/…` has a page. */
    hasPath(path: string): boolean {
      const [, folder, key] = path.split('/');
      return (folder === 'accords' ? agreementAt : employerAt).get({ key }) !== undefined;
    },
    /** Digest of one page; null where there is none. */
    readDigest: (siren: Siren): string | null => digestOf.get({ siren })?.digest ?? null,
    countClaims: (): number => facts.select({ total: count() }).from(claims).get()?.total ?? 0,
  };
}
export type FactsReader = ReturnType<typeof readerOf>;
