import { InputError } from '#domain/errors.ts';
import type { SearchQuery } from '#domain/search.ts';
import type { SearchEngine } from './engine.ts';

export type SearchHealth = {
  /** Who answers now. */
  engine: string;
  /** Why the preferred engine does not; null when it does. */
  problem: string | null;
};

export type GuardedEngine = SearchEngine & { health(): SearchHealth };

type Options = {
  /** Questions the fallback answers better, the preferred engine being well. Orders are the same on both. */
  isForFallback?: (query: SearchQuery) => boolean;
  /** How long a verdict on the preferred engine holds, in milliseconds. */
  recheckAfter?: number;
  /** Told of each change, in words for operators. */
  report?: (message: string) => void;
};

const RECHECK_AFTER = 10_000;

/**
 * One engine, and another that answers whenever the first is down, slow, of another version, half-filled or filled
 * from other facts. The first is looked at before its first answer, then every ten seconds while answers go on.
 */
export function guard(
  preferred: SearchEngine,
  fallback: SearchEngine,
  { isForFallback = () => false, recheckAfter = RECHECK_AFTER, report = console.error }: Options = {},
): GuardedEngine {
  let problem: string | null = null;
  let checkedAt = -Infinity;
  let checking: Promise<void> | null = null;

  const settle = (found: string | null): void => {
    checkedAt = performance.now();
    if (found === problem) return;
    problem = found;
    report(
      found === null
        ? `search: ${preferred.name} answers again.`
        : `search: ${fallback.name} answers instead of ${preferred.name}: ${found}`,
    );
  };

  async function check(): Promise<void> {
    try {
      const [status, reference] = await Promise.all([
        preferred.status(),
        fallback.status().catch(() => null),
      ]);
      const isOther = reference !== null && reference.generation !== status.generation;
      settle(isOther ? `it holds generation ${status.generation}, not ${reference.generation}.` : null);
    } catch (error) {
      settle(messageOf(error));
    } finally {
      checking = null;
    }
  }

  async function isUsable(): Promise<boolean> {
    if (performance.now() - checkedAt >= recheckAfter) {
      checking ??= check();
      if (checkedAt === -Infinity) await checking;
    }
    return problem === null;
  }

  async function answer<T>(ask: (engine: SearchEngine) => Promise<T>): Promise<T> {
    if (!(await isUsable())) return ask(fallback);
    try {
      return await ask(preferred);
    } catch (error) {
      if (error instanceof InputError) throw error;
      settle(messageOf(error));
      return ask(fallback);
    }
  }

  return {
    name: preferred.name,
    search: (query) =>
      isForFallback(query) ? fallback.search(query) : answer((engine) => engine.search(query)),
    count: (query) => answer((engine) => engine.count(query)),
    suggest: (text, limit) => answer((engine) => engine.suggest(text, limit)),
    status: () => answer((engine) => engine.status()),
    health: () => ({ engine: problem === null ? preferred.name : fallback.name, problem }),
    async close() {
      await checking;
      await Promise.all([preferred.close(), fallback.close()]);
    },
  };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message || error.cause.name})` : '';
  return `${error.message}${cause}`;
}
