import type { Calendar } from './life.ts';
import { stateOf } from './life.ts';
import { sectionsOf } from './compose.ts';
import type { Agreement, TruthClaim } from './model.ts';

/** What a careful reader should find in one agreement: nothing where its document cannot be read. */
export function truthOf(seed: string, agreement: Agreement, calendar: Calendar): TruthClaim[] {
  if (agreement.document !== 'docx') return [];
  return sectionsOf(seed, agreement).flatMap(({ expects }) =>
    expects.map((expected) => ({
      id: agreement.id,
      benefit: expected.benefit,
      standing: expected.standing,
      values: expected.values,
      state: stateOf(agreement, expected, calendar.today),
      ...(expected.scope ? { scope: expected.scope } : {}),
    })),
  );
}
