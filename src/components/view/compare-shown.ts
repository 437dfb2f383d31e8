import type { Shown } from '#domain/report.ts';

export type ShownRow = { label: string; before: string | null; now: string | null; isSame: boolean };

/** What a page showed and shows, line by line, in the order of what it showed; new lines come last. */
export function compareShown(before: Shown, now: Shown | null): ShownRow[] {
  const textOf = (shown: Shown | null, label: string): string | null =>
    shown?.facts.find((fact) => fact.label === label)?.text ?? null;
  const labels = new Set([...before.facts, ...(now?.facts ?? [])].map(({ label }) => label));
  return [...labels].map((label) => {
    const [old, fresh] = [textOf(before, label), textOf(now, label)];
    return { label, before: old, now: fresh, isSame: old === fresh };
  });
}
