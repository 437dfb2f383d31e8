import { sql, type SQL } from 'drizzle-orm';
import type { Claim, ShownState } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { AgreementId, BenefitId, Siren } from '#domain/ids.ts';
import type { PanelScope } from '#domain/panel.ts';
import type { AgreementPage, EmployerProfile } from '#domain/profile.ts';
import type { Direction } from '#domain/search-values.ts';
import type { FactsDatabase } from './open.ts';
import { coversPlace, inScope, inStates } from './panel.ts';

export type ClauseFilter = {
  benefits: readonly BenefitId[];
  scope: PanelScope;
  states: readonly ShownState[];
  /** Own commitments only: beyond the law, or where the law asks nothing. */
  isOwn: boolean;
  /** Branch agreement (IDCC) that an establishment of the employer applies. */
  branch: string | null;
  /** At least (or at most, where less is better) this value. */
  bound: { slot: string; value: number; direction: Direction } | null;
};

export type ClauseRow = {
  siren: Siren;
  name: string;
  place: string | null;
  nafDivision: string | null;
  headcountBand: string | null;
  isFictional: boolean;
  claim: Claim;
};

export type Ending = {
  siren: Siren;
  name: string;
  place: string | null;
  isFictional: boolean;
  endsOn: IsoDate;
  page: AgreementPage;
};

/** What the employer binds itself to comes first: beyond the law, then where the law is silent, then the rest. */
const OWN_FIRST = sql`CASE c.gap WHEN 'beyond' THEN 0 WHEN 'optional' THEN 1 WHEN 'not-comparable' THEN 2 WHEN 'at-floor' THEN 3 ELSE 4 END`;

function conditions({ benefits, scope, states, isOwn, branch, bound }: ClauseFilter): SQL {
  const all = [inStates(states), inScope(scope), coversPlace(scope.departments)];
  if (benefits.length > 0) all.push(sql`c.benefit IN (${sql.join(benefits.map((id) => sql`${id}`), sql`, `)})`); // prettier-ignore
  if (isOwn) all.push(sql`c.gap IN ('beyond', 'optional')`);
  if (branch)
    all.push(
      sql`EXISTS (SELECT 1 FROM json_each(e.profile, '$.branches') b WHERE json_extract(b.value, '$.idcc') = ${branch})`,
    );
  if (bound) {
    const value = sql`json_extract(c."values", ${`$.${bound.slot}`})`;
    all.push(bound.direction === 'more' ? sql`${value} >= ${bound.value}` : sql`${value} <= ${bound.value}`);
  }
  return sql.join(all, sql` AND `);
}

type Row = Omit<ClauseRow, 'claim' | 'isFictional'> & { id: string; isFictional: number; profile: string };

function readRow({
  id,
  profile,
  isFictional,
  siren,
  name,
  place,
  nafDivision,
  headcountBand,
}: Row): ClauseRow[] {
  const { entries } = JSON.parse(profile) as EmployerProfile;
  const claim = entries.flatMap(({ lead, others }) => [lead, ...others]).find((each) => each.id === id);
  return claim
    ? [{ siren, name, place, nafDivision, headcountBand, isFictional: isFictional === 1, claim }]
    : [];
}

/** Clauses and texts across employers. A text of several members counts once, under its first SIREN. */
export function clausesOf(facts: FactsDatabase) {
  const from = (filter: ClauseFilter): SQL =>
    sql`FROM claims c JOIN employers e ON e.siren = c.siren WHERE ${conditions(filter)}`;
  return {
    countClauses: (filter: ClauseFilter): number =>
      facts.get<{ n: number }>(sql`SELECT count(DISTINCT c.id) AS n ${from(filter)}`).n,
    /** Own commitments first, then the latest to take effect. */
    listClauses: (filter: ClauseFilter, limit: number, offset = 0): ClauseRow[] =>
      facts
        .all<Row>(
          sql`SELECT c.id AS id, min(c.siren) AS siren, e.name AS name, e.place AS place, e.naf_division AS nafDivision,
                e.headcount_band AS headcountBand, e.is_fictional AS isFictional, e.profile AS profile
              ${from(filter)} GROUP BY c.id
              ORDER BY ${OWN_FIRST}, c.effective_on DESC, c.id LIMIT ${limit} OFFSET ${offset}`,
        )
        .flatMap(readRow),
    /** Employers of a department where a claim of a benefit is live, in order of name, each with its leading one there. */
    listHolders: (benefit: BenefitId, department: string, limit: number): ClauseRow[] =>
      facts
        .all<Row>(
          sql`SELECT c.id AS id, c.siren AS siren, e.name AS name, e.place AS place, e.naf_division AS nafDivision,
                e.headcount_band AS headcountBand, e.is_fictional AS isFictional, e.profile AS profile, max(c.is_lead)
              FROM claims c JOIN employers e ON e.siren = c.siren
              WHERE c.benefit = ${benefit} AND ${inStates()} AND ${coversPlace([department])}
              GROUP BY c.siren ORDER BY e.name, c.siren LIMIT ${limit}`,
        )
        .flatMap(readRow),
    /** Texts in force whose last day lies between two days, soonest first. */
    listEndings: (scope: PanelScope, from: IsoDate, to: IsoDate): Ending[] =>
      facts
        .all<Omit<Ending, 'page' | 'isFictional'> & { id: AgreementId; isFictional: number; page: string }>(
          sql`SELECT a.siren AS siren, e.name AS name, e.place AS place, e.is_fictional AS isFictional,
                a.ends_on AS endsOn, a.page AS page
              FROM agreements a JOIN employers e ON e.siren = a.siren
              WHERE a.ends_on BETWEEN ${from} AND ${to} AND a.state IN ('in-force', 'presumed') AND ${inScope(scope)}
              ORDER BY a.ends_on, a.id`,
        )
        .map(({ page, isFictional, ...row }) => ({
          ...row,
          isFictional: isFictional === 1,
          page: JSON.parse(page) as AgreementPage,
        })),
  };
}
