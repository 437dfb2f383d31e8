import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, type IsoDate } from '#domain/dates.ts';
import { SourceError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { request } from '../http.ts';
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

const ATTEMPTS = 5;
const KEPT_DAYS = 30;
const RETRY_AFTER_MAX_SECONDS = 120;
const SITES_MAX = 100;

/** The second door to the register, for employers that the stock does not hold yet: one question each, asked slowly. */
export function openLookup({ url, folder, today, userAgent, perSecond = 7, pauseMs = 1000 }: LookupOptions) {
  let nextAt = 0;

  async function waitTurn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + 1000 / perSecond;
    if (at > now) await sleep(at - now);
  }

  async function ask(siren: Siren): Promise<LookedUp | null> {
    const query = `q=${siren}&page=1&per_page=1&limite_matching_etablissements=${SITES_MAX}`;
    const address = new URL(`/search?${query}`, url).href;
    for (let attempt = 1, pause = pauseMs; ; attempt++, pause *= 2) {
      await waitTurn();
      const answer = await get(address, userAgent);
      if (answer.status === 200) {
        const parsed = ApiAnswer.safeParse(readJson(answer.body));
        if (!parsed.success)
          throw new SourceError(`sirene: ${url} answers for ${siren} in another shape. Adapt src/sources/sirene/api-map.ts. Nothing was changed.`);
        const unit = parsed.data.results.find((each) => each.siren === siren);
        return unit ? fromApi(unit) : null;
      }
      const isTransient = answer.status === 0 || answer.status === 429 || answer.status >= 500;
      if (!isTransient || attempt === ATTEMPTS)
        throw new SourceError(`sirene: ${url} answers ${answer.status || 'nothing'} for ${siren}${isTransient ? `, ${ATTEMPTS} times` : ''}. Run the command again later.`);
      const wait = Math.max(pause, answer.retryAfterMs);
      nextAt = Math.max(nextAt, performance.now() + wait);
    }
  } // prettier-ignore

  const fileOf = (siren: Siren): string => path.join(folder, siren.slice(-2), `${siren}.json`);

  async function kept(siren: Siren): Promise<Kept | null> {
    const text = await readFile(fileOf(siren), 'utf8').catch(() => null);
    const known = text === null ? null : (readJson(text) as Kept | null);
    return known && known.on > addDays(today, -KEPT_DAYS) ? known : null;
  }

  return {
    /** Whether the answer is at hand. */
    isKept: async (siren: Siren): Promise<boolean> => (await kept(siren)) !== null,
    /**
     * What the register says of one unit, with its day.
     * @throws SourceError when the service refuses, or answers five times in a row with nothing of use
     */
    async find(siren: Siren): Promise<Kept> {
      const known = await kept(siren);
      if (known) return known;
      const fresh: Kept = { on: today, found: await ask(siren) };
      const file = fileOf(siren);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(`${file}.new`, JSON.stringify(fresh));
      await rename(`${file}.new`, file);
      return fresh;
    },
  };
}
export type Lookup = ReturnType<typeof openLookup>;

type Answer = { status: number; body: string; retryAfterMs: number };

/** Status 0: no answer at all. */
async function get(address: string, userAgent: string): Promise<Answer> {
  try {
    const response = await request(address, { 'user-agent': userAgent, accept: 'application/json' });
    const pieces: Buffer[] = [];
    for await (const piece of response) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces).toString('utf8');
    return { status: response.statusCode ?? 0, body, retryAfterMs: readRetryAfter(response.headers['retry-after']) };
  } catch {
    return { status: 0, body: '', retryAfterMs: 0 };
  }
} // prettier-ignore

/** Seconds, or a date; never more than two minutes. */
function readRetryAfter(value: string | undefined): number {
  if (!value) return 0;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), RETRY_AFTER_MAX_SECONDS) * 1000 : 0;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
