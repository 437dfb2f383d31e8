import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reject } from '#db/corpus/archives.ts';
import type { ArchiveFile } from '#sources/source.ts';

/** Rejects written out in a report; all of them are in the corpus (table `rejects`). */
const REJECTS_LISTED = 1000;

export type ArchiveReport = Omit<ArchiveFile, 'path'> & {
  /** `known`: applied before, nothing changed. */
  outcome: 'applied' | 'known';
  sha256: string;
  isFictional: boolean;
  seconds: number;
  counts: Record<string, number>;
  rejectCounts: Record<string, number>;
  rejects: Reject[];
  /** Unknown codes and elements, kept and counted. */
  notices: { topic: string; value: string; count: number }[];
};

export type IngestReport = {
  command: 'ingest';
  source: string;
  startedAt: string;
  seconds: number;
  isComplete: boolean;
  error: string | null;
  /** Most memory the process held, worker threads included. */
  peakMemoryMb: number;
  archives: ArchiveReport[];
  totals: Record<string, number>;
};

export function sumCounts(archives: ArchiveReport[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { counts } of archives)
    for (const [name, count] of Object.entries(counts)) totals[name] = (totals[name] ?? 0) + count;
  return totals;
}

/** The first rejects, and how many there are of each kind. */
export function summariseRejects(rejects: Reject[]): Pick<ArchiveReport, 'rejectCounts' | 'rejects'> {
  const rejectCounts: Record<string, number> = {};
  for (const { kind } of rejects) rejectCounts[kind] = (rejectCounts[kind] ?? 0) + 1;
  return { rejectCounts, rejects: rejects.slice(0, REJECTS_LISTED) };
}

/** Writes the report whole or not at all. */
export function writeReport(file: string, report: IngestReport): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(report, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

const number = (value: number): string => value.toLocaleString('en-GB');

/** Lines of the summary printed at the end of a run. */
export function describeReport({ source, archives, totals, seconds, error }: IngestReport): string[] {
  const lines = archives.map((archive) => {
    if (archive.outcome === 'known') return `${archive.name}: applied before, nothing changed`;
    const rejects = Object.values(archive.rejectCounts).reduce((sum, count) => sum + count, 0);
    const rate = (archive.counts['records'] ?? 0) / Math.max(archive.seconds, 0.001);
    return `${archive.name}: ${number(archive.counts['records'] ?? 0)} records, ${number(rejects)} set aside, ${archive.seconds.toFixed(1)} s (${number(Math.round(rate))} records/s)`;
  });
  for (const [name, count] of Object.entries(totals)) lines.push(`  ${name}: ${number(count)}`);
  for (const { notices, rejects, rejectCounts } of archives) {
    for (const { topic, value, count } of notices.slice(0, 20))
      lines.push(`  ${topic}: ${value} (${number(count)})`);
    for (const [kind, count] of Object.entries(rejectCounts))
      lines.push(`  set aside, ${kind}: ${number(count)}`);
    for (const { entry, reason } of rejects.slice(0, 10)) lines.push(`    ${entry}: ${reason}`);
  }
  lines.push(error ? `failed after ${seconds.toFixed(1)} s: ${error}` : `done in ${seconds.toFixed(1)} s`);
  return lines.map((line) => `${source}: ${line}`);
}
