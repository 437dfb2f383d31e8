import { forEach, lowestBit, type Members, sizeOf } from './bitset.ts';
import { type ClaimIndex, familyTopic, benefitTopic, STATES } from './claims.ts';
import type { Part } from './conditions.ts';
import { offsetsOf } from './parts.ts';
import type { SearchIndex } from './search-index.ts';

/** On what benefits each employer holds claims that count everywhere, one employer after the other. */
export type Holdings = {
  /** Slots of employer `n`: from `offsets[n]` to `offsets[n + 1]`. */
  offsets: Int32Array;
  slots: Uint16Array;
  /** Topic of the family of each benefit, by topic; -1 for all others. */
  families: Int32Array;
};

type Known = Pick<SearchIndex, 'benefits' | 'documents'>;

export function holdingsOf({ benefits, documents }: Known, { topics, wide }: ClaimIndex): Holdings {
  const families = new Int32Array(topics.size).fill(-1);
  for (const { id, family } of benefits) {
    const topic = topics.get(benefitTopic(id));
    if (topic !== undefined) families[topic] = topics.get(familyTopic(family)) ?? -1;
  }
  const eachHeld = (visit: (number: number, slot: number) => void): void =>
    wide.forEach((set, slot) => {
      if (!set || families[Math.floor(slot / STATES)]! < 0) return;
      for (let at = 0; at < set.length; at++)
        for (let word = set[at]!; word !== 0; word &= word - 1) visit((at << 5) + lowestBit(word), slot);
    });
  const offsets = offsetsOf(documents, eachHeld);
  const next = offsets.slice();
  const slots = new Uint16Array(offsets[documents]!);
  eachHeld((number, slot) => (slots[next[number]!++] = slot));
  return { offsets, slots, families };
}

/** To ask every topic for its holders takes as long as to ask this many employers for their topics. */
const FEW = 1000;
export const areFew = (members: Members): boolean => members.used.length <= FEW && sizeOf(members) <= FEW;

/** How many of them hold a claim in one of the states that counts, by topic: benefits and families alone. */
export function countHoldings(
  { claims, holdings }: SearchIndex,
  part: Part,
  states: readonly number[],
): Int32Array {
  const { offsets, slots, families } = holdings;
  const counts = new Int32Array(families.length);
  /** Employer who was counted last, plus one. */
  const counted = new Int32Array(families.length);
  const isAsked = new Uint8Array(STATES);
  for (const state of states) isAsked[state] = 1;
  const count = (topic: number, number: number): void => {
    if (counted[topic] === number + 1) return;
    counted[topic] = number + 1;
    counts[topic]!++;
  };
  const countSlot = (slot: number, number: number): void => {
    const topic = Math.floor(slot / STATES);
    if (isAsked[slot - topic * STATES] === 0) return;
    count(topic, number);
    if (families[topic]! >= 0) count(families[topic]!, number);
  };
  const { where } = part;
  const scoped = where === 'everywhere' ? null : claims.scopedOf();
  forEach(part, (number) => {
    for (let i = offsets[number]!; i < offsets[number + 1]!; i++) countSlot(slots[i]!, number);
    if (!scoped) return;
    for (let row = scoped.offsets[number]!; row < scoped.offsets[number + 1]!; row++)
      if (where === 'anywhere' || (where !== 'everywhere' && where.marks[scoped.places[row]!] === 1))
        countSlot(scoped.slots[row]!, number);
  });
  return counts;
}
