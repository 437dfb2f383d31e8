import { InputError } from '#domain/errors.ts';
import type { SearchQuery } from '#domain/search.ts';
import type { SearchEngine } from './engine.ts';

export type SearchHealth = {
  /** Who answers now. */
  engine: string;
  /** Since when, in UTC; of a process that just began, since it was first looked at. */
  since: string;
  /** Why the preferred engine does not answer, without the address of any server; null when it does. */
  problem: string | null;
};

export type GuardedEngine = SearchEngine & {
  /** Looks at the preferred engine if its verdict is old, and never fails. */
  health(): Promise<SearchHealth>;
};

type Options = {
  /** Questions the fallback answers better, the preferred engine being well. Orders are the same on both. */
  isForFallback?: (query: SearchQuery) => boolean;
  /** How long a verdict on the preferred engine holds, in milliseconds. */
  recheckAfter?: number;
  /** Told of each change, in words for operators. */
  report?: (message: string) => void;
  now?: () => Date;
  /** Milliseconds that only grow. */
  clock?: () => number;
};

const RECHECK_AFTER = 10_000;
/** An engine that looks well and then fails at answers is left alone for twice as long each time, up to this. */
const MOST_RECHECKS_LEFT_OUT = 32;

/**
 * One engine, and another that answers whenever the first is down, slow, of another version, half-filled or filled
 * from other facts. The first is looked at before its first answer, then every ten seconds while answers go on.
 */
export function guard(
  preferred: SearchEngine,
  fallback: SearchEngine,
  {
    isForFallback = () => false,
    recheckAfter = RECHECK_AFTER,
    report = console.error,
    now = () => new Date(),
    clock = () => performance.now(),
  }: Options = {},
): GuardedEngine {
  let problem: string | null = null;
  let since = now().toISOString();
  let checkedAt = -Infinity;
  let checking: Promise<void> | null = null;
  let patience = 1;
  let failedAt = -Infinity;

  const settle = (found: string | null): void => {
    const isFirst = checkedAt === -Infinity;
    const isChange = (found === null) !== (problem === null);
    checkedAt = clock();
    problem = found;
    if (isFirst || isChange) since = now().toISOString();
    if (!isChange) return;
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
      patience = 1;
      settle(messageOf(error));
    } finally {
      checking = null;
    }
  }

  function look(): Promise<void> | null {
    const isOld = clock() - checkedAt >= recheckAfter * (problem === null ? 1 : patience);
    return checking ?? (isOld ? (checking = check()) : null);
  }

  async function isUsable(): Promise<boolean> {
    const isFirst = checkedAt === -Infinity;
    const looking = look();
    if (isFirst) await looking;
    return problem === null;
  }

  /** It looked well: if it did so just after it failed, it will be looked at again later than last time. */
  function fail(error: unknown): void {
    const isSoon = clock() - failedAt < 2 * recheckAfter * patience;
    patience = isSoon ? Math.min(2 * patience, MOST_RECHECKS_LEFT_OUT) : 1;
    failedAt = clock();
    settle(messageOf(error));
  }

  async function answer<T>(ask: (engine: SearchEngine) => Promise<T>): Promise<T> {
    if (!(await isUsable())) return ask(fallback);
    try {
      return await ask(preferred);
    } catch (error) {
      if (error instanceof InputError) throw error;
      fail(error);
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
    async health() {
      await look();
      const said = problem?.replace(/\bhttps?:\/\/\S+/g, 'the server') ?? null;
      return { engine: problem === null ? preferred.name : fallback.name, since, problem: said };
    },
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
