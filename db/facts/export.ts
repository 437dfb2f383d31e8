import { asc, eq } from 'drizzle-orm';
import type { FactsDatabase } from './open.ts';
import { readerOf } from './reader.ts';
import { benefitFigures, claims } from './schema.ts';

/**
 * The facts as ordered JSON lines, without what tells one run from another (generation, addresses that disappeared on
 * the day of some run): the same corpus, content and day give the same bytes. Rows are read one at a time.
 */
export function* exportFacts(facts: FactsDatabase): Generator<string> {
  const reader = readerOf(facts);
  const line = (table: string, row: object): string => `${JSON.stringify({ table, ...row })}\n`;
  const { generation: _, ...figures } = reader.readFigures();
  yield line('figures', figures);
  for (const { siren, digest, isIndexable } of reader.listProfileKeys())
    yield line('employers', { siren, digest, isIndexable, profile: reader.readProfile(siren) });
  for (const id of reader.listAgreementIds())
    yield line('agreements', { id, page: reader.readAgreement(id) });
  for (const document of reader.listSearchDocuments()) yield line('search', { document });
  for (const { siren } of reader.listProfileKeys()) {
    const rows = facts.select().from(claims).where(eq(claims.siren, siren)).orderBy(asc(claims.id)).all();
    for (const row of rows) yield line('claims', row);
  }
  const counts = facts
    .select()
    .from(benefitFigures)
    .orderBy(asc(benefitFigures.benefit), asc(benefitFigures.state))
    .all();
  for (const row of counts) yield line('benefits', row);
  for (const row of reader.listPlaces()) yield line('places', row);
  for (const row of reader.listSources()) yield line('sources', row);
  for (const row of reader.listGone()) if (row.cause !== 'disappeared') yield line('gone', row);
}
