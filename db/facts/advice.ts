import type { IsoDate } from '#domain/dates.ts';
import type { BenefitId } from '#domain/ids.ts';
import type { PanelScope } from '#domain/panel.ts';
import type { ClauseFilter } from './clauses.ts';
import { askFacts, readFigures } from './read.ts';
import type { FactsReader } from './reader.ts';

/** Figures kept at once: a few kilobytes each. */
const KEPT = 2000;
let generation = '';
const known = new Map<string, unknown>();

/** An answer over many employers is counted once for each generation of the facts. */
function remembered<A extends unknown[], T>(name: string, question: (reader: FactsReader, ...args: A) => T) {
  return (...args: A): T => {
    const current = readFigures().generation;
    if (current !== generation || known.size >= KEPT) known.clear();
    generation = current;
    const key = `${name} ${JSON.stringify(args)}`;
    if (!known.has(key)) known.set(key, askFacts((reader) => question(reader, ...args))); // prettier-ignore
    return known.get(key) as T;
  };
}

export const countEmployers = remembered('employers', ({ panel }, scope: PanelScope) =>
  panel.countEmployers(scope),
);
export const countRead = remembered('read', ({ panel }, scope: PanelScope) => panel.countRead(scope));
export const countByBenefit = remembered('benefit', ({ panel }, scope: PanelScope) =>
  panel.countByBenefit(scope),
);
export const countByBand = remembered('band', ({ panel }, scope: PanelScope) => panel.countByBand(scope));
export const countByDivision = remembered('division', ({ panel }, scope: PanelScope) =>
  panel.countByDivision(scope),
);
export const countByDepartment = remembered('department', ({ panel }, scope: PanelScope) =>
  panel.countByDepartment(scope),
);
export const countGrantingByDepartment = remembered(
  'granting',
  ({ panel }, ...args: Parameters<FactsReader['panel']['countGrantingByDepartment']>) =>
    panel.countGrantingByDepartment(...args),
);
export const countAlone = remembered('alone', ({ panel }, benefit: BenefitId, department: string) =>
  panel.countAlone(benefit, department),
);
export const countGrantingByDivision = remembered(
  'granting-division',
  ({ panel }, ...args: Parameters<FactsReader['panel']['countGrantingByDivision']>) =>
    panel.countGrantingByDivision(...args),
);
export const countByBranch = remembered('branch', ({ panel }, scope: PanelScope) =>
  panel.countByBranch(scope),
);
export const countByYear = remembered('year', ({ panel }, scope: PanelScope) => panel.countByYear(scope));
export const countByWeek = remembered('week', ({ panel }, since: IsoDate) => panel.countByWeek(since));
export const countClauses = remembered('clauses', ({ clauses }, filter: ClauseFilter) =>
  clauses.countClauses(filter),
);

/** Benefits and departments where at least `minimum` employers have a live claim. */
export const listCovered = remembered('covered', ({ panel }, minimum: number) => panel.listCovered(minimum));

/** Employers of a department where a claim of a benefit is live, in order of name. */
export const listHolders = (...args: Parameters<FactsReader['clauses']['listHolders']>) =>
  askFacts(({ clauses }) => clauses.listHolders(...args));
/** Own commitments first, then the latest to take effect. */
export const listClauses = (filter: ClauseFilter, limit: number, offset = 0) =>
  askFacts(({ clauses }) => clauses.listClauses(filter, limit, offset));
/** Texts in force whose last day lies between two days, soonest first. */
export const listEndings = (scope: PanelScope, from: IsoDate, to: IsoDate) =>
  askFacts(({ clauses }) => clauses.listEndings(scope, from, to));

export type { ClauseFilter, ClauseRow, Ending } from './clauses.ts';
