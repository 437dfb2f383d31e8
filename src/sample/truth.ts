import type { Calendar } from './life.ts';
import { stateOf } from './life.ts';
import { sectionsOf } from './compose.ts';
import type { Agreement, TruthClaim } from './model.ts';

/** What a careful reader should find in one agreement: nothing where its document cannot be read. */
export function truthOf(seed: string, agreement: Agreement, calendar: Calendar): TruthClaim[] {
  if (agreement.document !== 'docx') return [];
  const expects = sectionsOf(seed, agreement).flatMap((section) => section.expects);
  const decided = new Set(
    expects.filter(({ standing }) => standing !== 'ignore').map(({ benefit }) => benefit),
  );
  return expects
    .filter(({ standing, benefit }) => standing !== 'ignore' || !decided.has(benefit))
    .map((expected) => ({
      id: agreement.id,
      benefit: expected.benefit,
      standing: expected.standing,
      values: expected.values,
      state: stateOf(agreement, expected, calendar.today),
      ...(expected.scope ? { scope: expected.scope } : {}),
    }));
}
