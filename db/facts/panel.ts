import { sql, type SQL } from 'drizzle-orm';
import { LIVE_STATES, type ShownState } from '#domain/claim.ts';
import type { BenefitId } from '#domain/ids.ts';
import type { PanelScope } from '#domain/panel.ts';
import type { FactsDatabase } from './open.ts';

export type YearCount = { year: string; agreements: number; employers: number };
export type WeekCount = { week: string; agreements: number };

const list = (values: readonly string[]): SQL => sql.join(values.map((value) => sql`${value}`), sql`, `); // prettier-ignore

/** `WHERE` of the employers (alias `e`) of a scope, of those that have a published agreement. */
export function inScope({ departments, divisions, bands }: PanelScope): SQL {
  const conditions = [sql`e.has_agreements`];
  if (departments)
    conditions.push(
      sql`e.siren IN (SELECT siren FROM employer_departments WHERE department IN (${list(departments)}))`,
    );
  if (divisions) conditions.push(sql`e.naf_division IN (${list(divisions)})`);
  if (bands) conditions.push(sql`e.headcount_band IN (${list(bands)})`);
  return sql.join(conditions, sql` AND `);
}

/** No list of departments (JSON null) means wherever the employer is. */
const isWhereItCounts = sql`(c.departments IS NULL OR c.departments = 'null' OR d.department IN (SELECT value FROM json_each(c.departments)))`;

/** A claim (alias `c`) counts in a place when its employer is there and its scope covers it there, as in the search. */
export const coversPlace = (departments: readonly string[] | null): SQL =>
  departments
    ? sql`EXISTS (SELECT 1 FROM employer_departments d WHERE d.siren = c.siren AND d.department IN (${list(departments)})
        AND ${isWhereItCounts})`
    : sql`1`;

export const inStates = (states: readonly ShownState[] = LIVE_STATES): SQL =>
  sql`c.state IN (${list(states)})`;

/** Figures over groups of employers that have a published agreement; those that only declare are beside them. */
export function panelOf(facts: FactsDatabase) {
  const pairs = <K extends string>(query: SQL): Map<K, number> =>
    new Map(facts.all<{ key: K; n: number }>(query).map(({ key, n }) => [key, n]));
  return {
    countEmployers: (scope: PanelScope): number =>
      facts.get<{ n: number }>(sql`SELECT count(*) AS n FROM employers e WHERE ${inScope(scope)}`).n,
    /** Employers that filed at least one text that could be read. */
    countRead: (scope: PanelScope): number =>
      facts.get<{ n: number }>(
        sql`SELECT count(*) AS n FROM employers e WHERE ${inScope(scope)}
            AND EXISTS (SELECT 1 FROM agreements a WHERE a.siren = e.siren AND a.is_text_read)`,
      ).n,
    /** Employers by benefit of which a claim is live there. */
    countByBenefit: (scope: PanelScope): Map<BenefitId, number> =>
      pairs(sql`
        SELECT c.benefit AS key, count(DISTINCT c.siren) AS n FROM claims c JOIN employers e ON e.siren = c.siren
        WHERE ${inStates()} AND ${inScope(scope)} AND ${coversPlace(scope.departments)} GROUP BY 1 ORDER BY 1`),
    /** Employers by SIRENE band; those of unknown size are left out. */
    countByBand: (scope: PanelScope): Map<string, number> =>
      pairs(sql`
        SELECT e.headcount_band AS key, count(*) AS n FROM employers e
        WHERE ${inScope(scope)} AND e.headcount_band IS NOT NULL GROUP BY 1 ORDER BY 1`),
    /** Employers by NAF division. */
    countByDivision: (scope: PanelScope): Map<string, number> =>
      pairs(sql`
        SELECT e.naf_division AS key, count(*) AS n FROM employers e
        WHERE ${inScope(scope)} AND e.naf_division IS NOT NULL GROUP BY 1 ORDER BY 1`),
    /** Employers by department: those in several count in each. */
    countByDepartment: (scope: PanelScope): Map<string, number> =>
      pairs(sql`
        SELECT d.department AS key, count(*) AS n FROM employer_departments d JOIN employers e ON e.siren = d.siren
        WHERE ${inScope(scope)} GROUP BY 1 ORDER BY 1`),
    /** Employers by department where a claim of one of these benefits is live. */
    countGrantingByDepartment: (benefits: readonly BenefitId[], scope: PanelScope): Map<string, number> =>
      pairs(sql`
        SELECT d.department AS key, count(DISTINCT d.siren) AS n
        FROM employer_departments d JOIN claims c ON c.siren = d.siren JOIN employers e ON e.siren = d.siren
        WHERE c.benefit IN (${list(benefits)}) AND ${inStates()} AND ${inScope(scope)}
          AND ${isWhereItCounts}
        GROUP BY 1 ORDER BY 1`),
    /** Benefits and departments where at least `minimum` employers have a live claim, in order. */
    listCovered: (minimum: number): { benefit: BenefitId; department: string; employers: number }[] =>
      facts.all(sql`
        SELECT c.benefit AS benefit, d.department AS department, count(DISTINCT c.siren) AS employers
        FROM claims c JOIN employer_departments d ON d.siren = c.siren JOIN employers e ON e.siren = c.siren
        WHERE e.has_agreements AND ${inStates()} AND ${isWhereItCounts} GROUP BY 1, 2 HAVING count(DISTINCT c.siren) >= ${minimum} ORDER BY 1, 2`),
    /** Employers of a department without any agreement that declare this benefit there. */
    countAlone: (benefit: BenefitId, department: string): number =>
      facts.get<{ n: number }>(sql`
        SELECT count(DISTINCT c.siren) AS n FROM claims c JOIN employers e ON e.siren = c.siren
        WHERE c.benefit = ${benefit} AND NOT e.has_agreements AND ${inStates()} AND ${coversPlace([department])}`)
        .n,
    /** Employers by NAF division that have a live claim of one of these benefits. */
    countGrantingByDivision: (benefits: readonly BenefitId[], scope: PanelScope): Map<string, number> =>
      pairs(sql`
        SELECT e.naf_division AS key, count(DISTINCT c.siren) AS n FROM claims c JOIN employers e ON e.siren = c.siren
        WHERE c.benefit IN (${list(benefits)}) AND ${inStates()} AND e.naf_division IS NOT NULL AND ${inScope(scope)}
        GROUP BY 1 ORDER BY 1`),
    /** Employers by branch agreement (IDCC) that one of their establishments applies. */
    countByBranch: (scope: PanelScope): Map<string, number> =>
      pairs(sql`
        SELECT json_extract(b.value, '$.idcc') AS key, count(DISTINCT e.siren) AS n
        FROM employers e, json_each(e.profile, '$.branches') b WHERE ${inScope(scope)} GROUP BY 1 ORDER BY 1`),
    /** Texts by the year of their signature, oldest first; shared texts count for the employer that filed. */
    countByYear: (scope: PanelScope): YearCount[] =>
      facts.all<YearCount>(sql`
        SELECT substr(a.signed_on, 1, 4) AS year, count(*) AS agreements, count(DISTINCT a.siren) AS employers
        FROM agreements a JOIN employers e ON e.siren = a.siren
        WHERE a.signed_on IS NOT NULL AND ${inScope(scope)} GROUP BY 1 ORDER BY 1`),
    /** Texts by week of publication (ISO, « 2026-W17 »), without the weeks that have none. */
    countByWeek: (since: string): WeekCount[] =>
      facts.all<WeekCount>(sql`
        SELECT strftime('%G-W%V', published_on) AS week, count(*) AS agreements
        FROM agreements WHERE published_on >= ${since} GROUP BY 1 ORDER BY 1`),
  };
}
export type Panel = ReturnType<typeof panelOf>;
