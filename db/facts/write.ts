import { inArray, sql } from 'drizzle-orm';
import { LIVE_STATES } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import type { Masked } from '#domain/mask.ts';
import type { AgreementPage, EmployerProfile, Provenance } from '#domain/profile.ts';
import type { SearchDocument } from '#domain/search.ts';
import type { FactsDatabase } from './open.ts';
import type { Figures, Gone } from './reader.ts';
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

export type EmployerFacts = {
  profile: Masked<EmployerProfile>;
  document: Masked<SearchDocument>;
  place: string | null;
  digest: string;
  isIndexable: boolean;
};
export type AgreementFacts = { page: Masked<AgreementPage>; digest: string };

/** Puts rows into facts. What comes in has passed the mask; call inside a transaction. */
export function writerOf(facts: FactsDatabase) {
  const at = sql.placeholder;
  const insertEmployer = facts
    .insert(employers)
    .values({
      siren: at('siren'), name: at('name'), digest: at('digest'), changesOn: at('changesOn'), isFictional: at('isFictional'),
      isIndexable: at('isIndexable'), place: at('place'), profile: at('profile'),
    })
    .prepare(); // prettier-ignore
  const insertClaim = facts
    .insert(claims)
    .values({
      siren: at('siren'), id: at('id'), benefit: at('benefit'), state: at('state'), agreementId: at('agreementId'),
      isLead: at('isLead'), effectiveOn: at('effectiveOn'), values: at('values'), departments: at('departments'),
    })
    .prepare(); // prettier-ignore
  const insertDocument = facts
    .insert(searchDocuments)
    .values({ siren: at('siren'), document: at('document') })
    .prepare();
  const insertAgreement = facts
    .insert(agreements)
    .values({
      id: at('id'), siren: at('siren'), digest: at('digest'), isTextRead: at('isTextRead'), page: at('page'),
    })
    .prepare(); // prettier-ignore

  return {
    putEmployer({ profile, document, place, digest, isIndexable }: EmployerFacts): void {
      const { siren, name, changesOn, isFictional } = profile;
      insertEmployer.run({ siren, name, digest, changesOn, isFictional, isIndexable, place, profile });
      for (const { lead, others } of profile.entries)
        for (const claim of [lead, ...others]) {
          const { id, benefit, state, values, departments, agreement, term } = claim;
          insertClaim.run({
            siren, id, benefit, state, values, departments, agreementId: agreement.id, isLead: claim === lead,
            effectiveOn: term.effectiveOn,
          }); // prettier-ignore
        }
      insertDocument.run({ siren, document });
    },
    putAgreement({ page, digest }: AgreementFacts): void {
      const { id, textStatus } = page.summary;
      insertAgreement.run({
        id,
        siren: page.employer.siren,
        digest,
        isTextRead: textStatus === 'read',
        page,
      });
    },
    /** Everything an employer's derivation wrote: page, claims, search document, agreements it filed. */
    forget(sirens: readonly Siren[]): void {
      const listed = [...sirens];
      facts.delete(employers).where(inArray(employers.siren, listed)).run();
      facts.delete(claims).where(inArray(claims.siren, listed)).run();
      facts.delete(searchDocuments).where(inArray(searchDocuments.siren, listed)).run();
      facts.delete(agreements).where(inArray(agreements.siren, listed)).run();
    },
    replaceGone(rows: Iterable<Gone>): void {
      facts.delete(gone).run();
      for (const row of rows) facts.insert(gone).values(row).onConflictDoNothing().run();
    },
    replaceSources(rows: Iterable<Provenance & { agreements: number; employers: number }>): void {
      facts.delete(sources).run();
      for (const row of rows) facts.insert(sources).values(row).run();
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
  writerOf(facts).putMeta('figures', JSON.stringify(figures));
  return figures;
}
