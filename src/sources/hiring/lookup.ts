import type { IsoDate } from '#domain/dates.ts';
import { SourceError } from '#domain/errors.ts';
import { HIRING_DAYS } from '#domain/hiring.ts';
import type { Siret } from '#domain/ids.ts';
import { answerCache } from '../answer-cache.ts';
import { isTransient, politeGet, readJson } from '../polite.ts';
import { fromAnswer, HiringAnswer } from './api-map.ts';
import { tokenSource, type TokenOptions } from './token.ts';

export type HiringLookupOptions = TokenOptions & {
  /** Address of the API, version included. */
  url: string;
  /** Answers are kept here: a day and yes, no or nothing known. */
  folder: string;
  today: IsoDate;
  userAgent: string;
  /** An application may ask twice a second. */
  perSecond?: number;
  pauseMs?: number;
};

/** `isExpected` null: the service does not know that establishment. */
export type HiringAnswerKept = { on: IsoDate; isExpected: boolean | null };

/** What francetravail.io answers for an establishment it does not know; a wrong path there is 401 or 403. */
const UNKNOWN = new Set([204, 404]);

/** La Bonne Boîte, one question an establishment, asked slowly; an answer stands for thirty days. */
export function openHiringLookup(options: HiringLookupOptions) {
  const { url, folder, today, userAgent, perSecond = 2, pauseMs } = options;
  const get = politeGet({ perSecond, ...(pauseMs === undefined ? {} : { pauseMs }) });
  const cache = answerCache<HiringAnswerKept>(folder, today, HIRING_DAYS);
  const token = tokenSource(options);

  async function ask(siret: Siret): Promise<boolean | null> {
    const answer = await get(`${url.replace(/\/$/, '')}/potentielEmbauche?siret=${siret}`, {
      authorization: `Bearer ${await token()}`,
      ...{ 'user-agent': userAgent, accept: 'application/json' },
    });
    if (UNKNOWN.has(answer.status)) return null;
    if (answer.status !== 200)
      throw new SourceError(
        `hiring: ${url} answers ${answer.status || 'nothing'} for ${siret}${isTransient(answer) ? `, ${answer.times} times` : ''}. Run the command again later.`,
      );
    const parsed = HiringAnswer.safeParse(readJson(answer.body));
    if (parsed.success) return fromAnswer(parsed.data, siret);
    throw new SourceError(
      `hiring: ${url} answers for ${siret} in another shape. Adapt src/sources/hiring/api-map.ts. Signals already known stand until they expire.`,
    );
  }

  return {
    /** The answer at hand that still stands. */
    kept: (siret: Siret): Promise<HiringAnswerKept | null> => cache.fresh(siret),
    /** Day of the last answer, however old; null when it was never asked. */
    lastAsked: async (siret: Siret): Promise<IsoDate | null> => (await cache.last(siret))?.on ?? null,
    /**
     * Asks, and keeps what is answered.
     * @throws SourceError when the service refuses, answers in another shape, or five times with nothing of use
     */
    async ask(siret: Siret): Promise<HiringAnswerKept> {
      const fresh = { on: today, isExpected: await ask(siret) };
      await cache.keep(siret, fresh);
      return fresh;
    },
  };
}
