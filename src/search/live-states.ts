import { type ShownState, LIVE_STATES } from '../domain/claim.ts';

/** Are these the states that satisfy a filter by default? */
export function areLive(states: readonly ShownState[]): boolean {
  const given = new Set(states);
  return given.size === LIVE_STATES.length && LIVE_STATES.every((state) => given.has(state));
}
