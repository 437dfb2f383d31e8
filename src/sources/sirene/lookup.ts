import type { IsoDate } from '#domain/dates.ts';
import { SourceError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { answerCache } from '../answer-cache.ts';
import { isTransient, politeGet, readJson } from '../polite.ts';
import { ApiAnswer, fromApi, type LookedUp } from './api-map.ts';

export type LookupOptions = {
  /** Address of API recherche-entreprises, without path. */
  url: string;
  /** Answers are kept here: what is published of them, without any person. */
  folder: string;
  today: IsoDate;
  /** Who asks: the service wants to be able to write to them. */
  userAgent: string;
  /** The service takes seven questions a second from one address. */
  perSecond?: number;
  /** First pause before a question is asked again; doubles each time. */
  pauseMs?: number;
};

/** `null`: the register does not hold that number. */
type Kept = { on: IsoDate; found: LookedUp | null };

const KEPT_DAYS = 30;
const SITES_MAX = 100;

/** The second door to the register, for employers that the stock does not hold yet: one question each, asked slowly. */
export function openLookup({ url, folder, today, userAgent, perSecond = 7, pauseMs }: LookupOptions) {
  const get = politeGet({ perSecond, ...(pauseMs === undefined ? {} : { pauseMs }) });
  const cache = answerCache<Kept>(folder, today, KEPT_DAYS);

  async function ask(siren: Siren): Promise<LookedUp | null> {
    const query = `q=${siren}&page=1&per_page=1&limite_matching_etablissements=${SITES_MAX}`;
    const answer = await get(new URL(`/search?${query}`, url).href, { 'user-agent': userAgent, accept: 'application/json' });
    if (answer.status !== 200)
      throw new SourceError(`sirene: ${url} answers ${answer.status || 'nothing'} for ${siren}${isTransient(answer) ? `, ${answer.times} times` : ''}. Run the command again later.`);
    const parsed = ApiAnswer.safeParse(readJson(answer.body));
    if (!parsed.success)
      throw new SourceError(`sirene: ${url} answers for ${siren} in another shape. Adapt src/sources/sirene/api-map.ts. Nothing was changed.`);
    const unit = parsed.data.results.find((each) => each.siren === siren);
    return unit ? fromApi(unit) : null;
  } // prettier-ignore

  return {
    /** Whether the answer is at hand. */
    isKept: async (siren: Siren): Promise<boolean> => (await cache.fresh(siren)) !== null,
    /**
     * What the register says of one unit, with its day.
     * @throws SourceError when the service refuses, or answers five times in a row with nothing of use
     */
    async find(siren: Siren): Promise<Kept> {
      const known = await cache.fresh(siren);
      if (known) return known;
      const fresh: Kept = { on: today, found: await ask(siren) };
      await cache.keep(siren, fresh);
      return fresh;
    },
  };
}
export type Lookup = ReturnType<typeof openLookup>;
