import { scopeKey } from '#domain/claim-id.ts';
import type { Candidate } from './derive-claims.ts';
import { firstOf, type ClosedBy, type Life } from './derive-lives.ts';

/**
 * What closed a claim first: its whole text, an amendment that grants the same benefit anew to the same people, or a
 * later text that suppresses it for them.
 */
export function closureOf(candidate: Candidate, all: readonly Candidate[]): ClosedBy | null {
  const { finding, life } = candidate;
  let closure = life.closure;
  for (const other of all) {
    if (other.life === life || other.finding.benefit !== finding.benefit) continue;
    if (regrants(other, candidate)) closure = firstOf(closure, by('replaced', other.life));
    if (suppresses(other, candidate)) closure = firstOf(closure, by('ended', other.life));
  }
  return closure;
}

const by = (kind: ClosedBy['kind'], closer: Life): ClosedBy | null =>
  closer.startsOn && { kind, on: closer.startsOn, by: closer.link };

const isSameScope = (a: Candidate, b: Candidate): boolean =>
  scopeKey(a.finding.scope) === scopeKey(b.finding.scope);

/** An amendment that only mentions the benefit, without any of the figures it had, may leave them: both are shown. */
function regrants(amendment: Candidate, amended: Candidate): boolean {
  if (amendment.finding.standing !== 'granted' || !isSameScope(amendment, amended)) return false;
  if (!amended.life.amendedBy.includes(amendment.life.link.id)) return false;
  const before = Object.keys(amended.finding.values);
  return before.length === 0 || before.some((slot) => slot in amendment.finding.values);
}

/** What an amendment takes away is what the text it amends gave, not what another text gives. */
function suppresses(ending: Candidate, older: Candidate): boolean {
  if (ending.finding.standing !== 'ended') return false;
  if (ending.life.startsOn === null || (older.life.startsOn ?? '') >= ending.life.startsOn) return false;
  if (ending.life.amends && ending.life.root !== older.life.root) return false;
  const isWide = ['employer', 'ues', 'group'].includes(ending.finding.scope.kind);
  return isWide || isSameScope(ending, older);
}
