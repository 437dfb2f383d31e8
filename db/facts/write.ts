import { inArray, sql } from 'drizzle-orm';
import { LIVE_STATES, shownState } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import type { Masked } from '#domain/mask.ts';
import type { WorkPlace } from '#domain/place.ts';
import type { AgreementPage, EmployerProfile, Provenance } from '#domain/profile.ts';
import type { SearchDocument } from '#domain/search.ts';
import type { FactsDatabase } from './open.ts';
import { fileWriter } from './files.ts';
import { mergeNames, nameWriter } from './names.ts';
import { placeWriter, refreshPlaces } from './places.ts';
import type { Figures, Gone } from './reader.ts';
import {
  agreements,
  benefitFigures,
  claims,
  employerDepartments,
  employerFiles,
  employerNames,
  employerPlaces,
  employers,
  gone,
  meta,
  moved,
  searchDocuments,
  sources,
} from './schema.ts';

export type EmployerFacts = {
  profile: Masked<EmployerProfile>;
  document: Masked<SearchDocument>;
  place: string | null;
  places: readonly WorkPlace[];
  digest: string;
  isIndexable: boolean;
};
export type AgreementFacts = { page: Masked<AgreementPage>; digest: string };

/** SQLite takes 32,766 parameters at most. */
const FORGOTTEN_AT_ONCE = 500;

/** Puts rows into facts. What comes in has passed the mask; call inside a transaction. */
export function writerOf(facts: FactsDatabase) {
  const at = sql.placeholder;
  const insertEmployer = facts
    .insert(employers)
    .values({
      siren: at('siren'), name: at('name'), digest: at('digest'), changesOn: at('changesOn'), isFictional: at('isFictional'),
      isIndexable: at('isIndexable'), hasAgreements: at('hasAgreements'), place: at('place'), nafDivision: at('nafDivision'), headcountBand: at('headcountBand'), profile: at('profile'),
    })
    .prepare(); // prettier-ignore
  const insertDepartment = facts
    .insert(employerDepartments)
    .values({ siren: at('siren'), department: at('department') })
    .prepare();
  const insertClaim = facts
    .insert(claims)
    .values({
      siren: at('siren'), id: at('id'), benefit: at('benefit'), state: at('state'), agreementId: at('agreementId'),
      isLead: at('isLead'), effectiveOn: at('effectiveOn'), gap: at('gap'), values: at('values'), departments: at('departments'),
    })
    .prepare(); // prettier-ignore
  const insertDocument = facts
    .insert(searchDocuments)
    .values({ siren: at('siren'), document: at('document') })
    .prepare();
  const insertAgreement = facts
    .insert(agreements)
    .values({
      id: at('id'), siren: at('siren'), digest: at('digest'), isTextRead: at('isTextRead'),
      signedOn: at('signedOn'), filedOn: at('filedOn'), publishedOn: at('publishedOn'), endsOn: at('endsOn'), state: at('state'),
      sourceFile: at('sourceFile'), page: at('page'),
    })
    .prepare(); // prettier-ignore
  const where = placeWriter(facts);
  const putNames = nameWriter(facts);
  const putFiles = fileWriter(facts);

  return {
    putEmployer({ profile, document, place, places: communes, digest, isIndexable }: EmployerFacts): void {
      const { siren, name, changesOn, isFictional } = profile;
      insertEmployer.run({
        siren,
        name,
        digest,
        changesOn,
        isFictional,
        isIndexable,
        hasAgreements: profile.counts.agreements > 0,
        place,
        nafDivision: document.nafDivision,
        headcountBand: document.headcountBand,
        profile,
      });
      for (const department of new Set(profile.departments)) insertDepartment.run({ siren, department });
      where.putPlaces(siren, communes);
      putNames(profile);
      putFiles(profile);
      where.putMoved(siren, profile.identity?.formerSirens ?? []);
      for (const { lead, others } of profile.entries)
        for (const claim of [lead, ...others]) {
          const { id, benefit, values, departments, agreement, term, gap } = claim;
          insertClaim.run({
            siren, id, benefit, values, departments, state: shownState(claim), agreementId: agreement?.id ?? null, isLead: claim === lead,
            effectiveOn: term.effectiveOn, gap: gap?.kind ?? null,
          }); // prettier-ignore
        }
      insertDocument.run({ siren, document });
    },
    putAgreement({ page, digest }: AgreementFacts): void {
      const { id, textStatus, provenance, signedOn, filedOn, publishedOn, term, state } = page.summary;
      insertAgreement.run({
        id,
        siren: page.employer.siren,
        digest,
        isTextRead: textStatus === 'read',
        signedOn,
        filedOn,
        publishedOn,
        endsOn: term.endsOn,
        state,
        sourceFile: provenance.file,
        page,
      });
    },
    /** Everything an employer's derivation wrote: page, claims, search document, agreements it filed. */
    forget(sirens: readonly Siren[]): void {
      for (let start = 0; start < sirens.length; start += FORGOTTEN_AT_ONCE) {
        const some = sirens.slice(start, start + FORGOTTEN_AT_ONCE);
        for (const table of [
          employers,
          employerDepartments,
          employerPlaces,
          employerNames,
          employerFiles,
          moved,
          claims,
          searchDocuments,
          agreements,
        ])
          facts.delete(table).where(inArray(table.siren, some)).run();
      }
    },
    replaceGone(rows: Iterable<Gone>): void {
      facts.delete(gone).run();
      for (const row of rows) facts.insert(gone).values(row).onConflictDoNothing().run();
    },
    putMeta(key: string, value: string): void {
      facts
        .insert(meta)
        .values({ key, value })
        .onConflictDoUpdate({ target: meta.key, set: { value } })
        .run();
    },
  };
}
export type FactsWriter = ReturnType<typeof writerOf>;

/** Counts everything anew, so that pages read their figures in one row. */
export function refreshFigures(
  facts: FactsDatabase,
  context: { dataOn: IsoDate | null; derivedOn: IsoDate; generation: string },
): Figures {
  facts.delete(benefitFigures).run();
  facts.run(sql`
    INSERT INTO benefit_figures (benefit, state, employers)
    SELECT benefit, state, count(*) FROM claims WHERE is_lead GROUP BY benefit, state`);
  const total = (query: ReturnType<typeof sql>): number => facts.get<{ n: number }>(query).n;
  const live = sql.join(LIVE_STATES.map((state) => sql`${state}`), sql`, `); // prettier-ignore
  const figures: Figures = {
    employers: total(sql`SELECT count(*) AS n FROM employers`),
    agreements: total(sql`SELECT count(*) AS n FROM agreements`),
    textsRead: total(sql`SELECT count(*) AS n FROM agreements WHERE is_text_read`),
    claims: total(sql`SELECT count(*) AS n FROM claims`),
    liveClaims: total(sql`SELECT count(*) AS n FROM claims WHERE state IN (${live})`),
    hasFictional: total(sql`SELECT count(*) AS n FROM employers WHERE is_fictional`) > 0,
    ...context,
  };
  refreshPlaces(facts);
  mergeNames(facts);
  writerOf(facts).putMeta('figures', JSON.stringify(figures));
  return figures;
}

/** Lists every file applied, with how many rows of these facts rest on it. */
export function refreshSources(
  facts: FactsDatabase,
  files: readonly (Provenance & { counts?: Record<string, number> })[],
): void {
  const counts = (query: ReturnType<typeof sql>): Map<string, number> =>
    new Map(facts.all<{ file: string; n: number }>(query).map(({ file, n }) => [file, n]));
  const byAgreement = counts(sql`SELECT source_file AS file, count(*) AS n FROM agreements GROUP BY 1`);
  const byEmployer = counts(sql`SELECT file, count(*) AS n FROM employer_files GROUP BY 1`);
  facts.delete(sources).run();
  for (const { source, file, url, publishedOn, sha256, counts: read } of files) {
    const records = read?.['records'] ?? 0;
    const row = { records, agreements: byAgreement.get(file) ?? 0, employers: byEmployer.get(file) ?? 0 };
    facts
      .insert(sources)
      .values({ source, file, url, publishedOn, sha256, ...row })
      .onConflictDoUpdate({ target: sources.file, set: { url, publishedOn, sha256, records } })
      .run();
  }
}
