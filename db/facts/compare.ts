import { sql, type SQL } from 'drizzle-orm';
import type { FactsDatabase } from './open.ts';

/** What the sources say: employers that only declare, and declared claims, come and go as these people decide. */
export type Counts = { employers: number; agreements: number; claims: number };
export type Comparison = {
  before: Counts;
  after: Counts;
  /** Rows of before that the inputs withhold since: withdrawn or suppressed, with what hangs on them. */
  withheld: Counts;
  /** Published before, there no more, and neither withdrawn nor suppressed. */
  disappeared: { path: string; kind: 'employer' | 'agreement' }[];
};

const EMPTY: Counts = { employers: 0, agreements: 0, claims: 0 };

/**
 * What changes when `next` takes the place of the facts in `previousFile` (null: there are none yet). Done by the
 * database, so that it costs no memory. Call after the tombstones of `next` are written.
 */
export function compareFacts(
  next: FactsDatabase,
  previousFile: string | null,
  suppressedClaims: readonly string[],
): Comparison {
  const count = (query: SQL): number => next.get<{ n: number }>(query).n;
  const countsOf = (schema: SQL): Counts => ({
    employers: count(sql`SELECT count(*) AS n FROM ${schema}.employers WHERE has_agreements`),
    agreements: count(sql`SELECT count(*) AS n FROM ${schema}.agreements`),
    claims: count(sql`SELECT count(*) AS n FROM ${schema}.claims WHERE agreement_id IS NOT NULL`),
  });
  const after = countsOf(sql.raw('main'));
  if (previousFile === null) return { before: EMPTY, after, withheld: EMPTY, disappeared: [] };

  next.run(sql`ATTACH ${previousFile} AS previous`);
  try {
    const isGone = (path: SQL): SQL => sql`EXISTS (SELECT 1 FROM main.gone g WHERE g.path = ${path})`;
    const employer = sql`'/employeurs/' || p.siren`;
    const agreement = sql`'/accords/' || p.id`;
    const disappeared = (table: SQL, key: SQL, path: SQL, kind: 'employer' | 'agreement') =>
      next
        .all<{ path: string }>(
          sql`SELECT ${path} AS path FROM previous.${table} p
              WHERE NOT EXISTS (SELECT 1 FROM main.${table} n WHERE n.${key} = p.${key}) AND NOT ${isGone(path)}
              ORDER BY 1`,
        )
        .map(({ path: each }) => ({ path: each, kind }));
    return {
      before: countsOf(sql.raw('previous')),
      after,
      withheld: {
        employers: count(
          sql`SELECT count(*) AS n FROM previous.employers p WHERE p.has_agreements AND ${isGone(employer)}`,
        ),
        agreements: count(sql`SELECT count(*) AS n FROM previous.agreements p WHERE ${isGone(agreement)}`),
        claims: count(
          sql`SELECT count(*) AS n FROM previous.claims p
              WHERE p.agreement_id IS NOT NULL AND (${isGone(employer)} OR ${isGone(sql`'/accords/' || p.agreement_id`)}
                OR p.id IN (SELECT value FROM json_each(${JSON.stringify(suppressedClaims)})))`,
        ),
      },
      disappeared: [
        ...disappeared(sql.raw('agreements'), sql.raw('id'), agreement, 'agreement'),
        ...disappeared(sql.raw('employers'), sql.raw('siren'), employer, 'employer'),
      ],
    };
  } finally {
    next.run(sql`DETACH previous`);
  }
}
