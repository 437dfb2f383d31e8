import { eq } from 'drizzle-orm';
import type { AppWriter } from './people.ts';
import { ledger, reports } from './schema-corrections.ts';

/**
 * Carries into an older copy what must not be undone: the public ledger, with what it has stopped repeating since, and
 * the end of cases, with the addresses and words erased by it. @returns how many lines and cases
 */
export function keepCorrections(copy: AppWriter, live: AppWriter): number {
  let kept = 0;
  const before = new Map(copy.select().from(ledger).all().map((line) => [line.id, JSON.stringify(line)])); // prettier-ignore
  for (const line of live.select().from(ledger).all()) {
    if (before.get(line.id) === JSON.stringify(line)) continue;
    copy.insert(ledger).values(line).onConflictDoUpdate({ target: ledger.id, set: line }).run();
    kept += 1;
  }
  for (const { id, receipt, status, answer, closedAt, words, email } of live.select().from(reports).all()) {
    if (closedAt === null) continue;
    const known = copy.select({ receipt: reports.receipt, closedAt: reports.closedAt, words: reports.words }).from(reports).where(eq(reports.id, id)).get(); // prettier-ignore
    if (known?.receipt !== receipt || (known.closedAt === closedAt && known.words === words)) continue;
    copy.update(reports).set({ status, answer, closedAt, words, email }).where(eq(reports.id, id)).run();
    kept += 1;
  }
  return kept;
}
