import { declarationClaimId } from '#domain/declared-claim.ts';
import { establishmentScope } from '../declarations/steps.ts';
import type { BulkContext, BulkValid } from './check.ts';

/** `isOneSite`: the line names one establishment in the place of its employer. */
export type CheckedLine = BulkValid & { isOneSite: boolean };

/** Establishments that one declaration may name. */
const SITES_MAX = 20;

/**
 * Lines that say the same of several establishments make one declaration, by twenty: a table with a line for each
 * establishment would fill the page with one sentence. In the order of their first lines; `twins` name an establishment
 * that an earlier line of theirs named.
 */
export function mergeSites(
  lines: readonly CheckedLine[],
  { employerOf }: Pick<BulkContext, 'employerOf'>,
): { merged: BulkValid[]; twins: { line: number; first: number }[] } {
  const twins: { line: number; first: number }[] = [];
  const groups = Map.groupBy(lines, ({ isOneSite, line, siren, content }) =>
    isOneSite ? JSON.stringify([siren, { ...content, scope: null }]) : String(line),
  );
  const merged = [...groups.values()].flatMap((same): BulkValid[] => {
    const [{ siren, content, isOneSite }] = same as [CheckedLine];
    if (!isOneSite) return same.map(({ isOneSite: _is, ...line }) => line);
    const lineOf = new Map<string, number>();
    for (const { line, content: { scope } } of same) {
      const first = lineOf.get(scope.sirets[0]!);
      if (first === undefined) lineOf.set(scope.sirets[0]!, line);
      else twins.push({ line, first });
    }
    const sirets = [...lineOf.keys()];
    return Array.from({ length: Math.ceil(sirets.length / SITES_MAX) }, (_, part) => {
      const some = sirets.slice(part * SITES_MAX, (part + 1) * SITES_MAX);
      const whole = { ...content, scope: establishmentScope(some, employerOf(siren)!)! };
      return { line: lineOf.get(some[0]!)!, lines: some.length, siren, claimId: declarationClaimId(siren, whole), content: whole };
    });
  });
  return { merged: merged.sort((a, b) => a.line - b.line), twins };
} // prettier-ignore
