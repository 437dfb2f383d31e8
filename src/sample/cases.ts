import { drawLife, type LifeKind } from './life.ts';
import type { Planner } from './plan.ts';
import { STORIES } from './case-stories.ts';
import { tellAgreement, tellOrdinary } from './stories.ts';
import type { TopicId } from './topics.ts';

/** Lives that only planted cases need, and the topics they are told with. */
const BY_LIFE: Record<string, readonly (readonly [TopicId, LifeKind])[]> = {
  upcoming: [['telework', 'upcoming'], ['quality', 'upcoming'], ['health', 'indefinite']],
  tacit: [['meals', 'tacit'], ['telework', 'tacit']],
  presumed: [['telework', 'silent'], ['quality', 'silent']],
  'presumed-lapsing': [['telework', 'silent-lapsing'], ['health', 'silent-lapsed'], ['meals', 'silent-lapsing']],
  'fixed-lapsing': [['quality', 'fixed-lapsing'], ['telework', 'fixed-lapsing'], ['equality', 'fixed-lapsing'], ['time', 'fixed-lapsed']],
  'closed-unit': [['telework', 'indefinite'], ['meals', 'fixed-lapsed']],
  'partially-disclosed': [['meals', 'indefinite']],
  'sole-trader': [['meals', 'indefinite']],
  'signature-names': [['time', 'indefinite'], ['health', 'indefinite']],
  'elections-only': [['council', 'indefinite']],
  'ues-member': [['health', 'indefinite']],
  'filed-twice': [['quality', 'indefinite'], ['quality', 'indefinite']],
}; // prettier-ignore

/** Writes the story of a planted case; false when the employer is an ordinary one. */
function tellPlanted(planner: Planner): boolean {
  const id = planner.employer.planted?.id;
  if (!id) return false;
  const lives = BY_LIFE[id];
  if (lives)
    for (const [topic, kind] of lives)
      tellAgreement(planner, topic, drawLife(planner.random, planner.calendar, kind));
  else STORIES[id]?.(planner);
  return true;
}

/** All the agreements of one employer, in the order its stories tell them. */
export function tell(planner: Planner): void {
  if (!tellPlanted(planner)) tellOrdinary(planner);
  if (planner.employer.planted?.id === 'filed-twice') twin(planner);
}

/** The second filing repeats the first, word for word, under another number and id. */
function twin({ agreements }: Planner): void {
  const [first, second] = agreements;
  if (!first || !second) return;
  agreements[1] = { ...first, id: second.id, number: second.number, closures: [] };
}
