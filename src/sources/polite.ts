import { setTimeout as sleep } from 'node:timers/promises';
import { request } from './http.ts';

export type PoliteOptions = {
  /** Questions that the service takes in a second. */
  perSecond: number;
  /** First pause before a question is asked again; doubles each time. */
  pauseMs?: number;
};

/** `status` 0: no answer at all. `times`: how often it was asked. */
export type PoliteAnswer = { status: number; body: string; times: number };

const ATTEMPTS = 5;
const RETRY_AFTER_MAX_SECONDS = 120;

/** Whether the same question may be answered later. */
export const isTransient = ({ status }: Pick<PoliteAnswer, 'status'>): boolean =>
  status === 0 || status === 429 || status >= 500;

/**
 * Asks a public service no faster than it takes questions; after 429, 5xx or silence asks again, five times at most, as
 * late as the service says. The caller judges the status of the last answer.
 */
export function politeGet({ perSecond, pauseMs = 1000 }: PoliteOptions) {
  let nextAt = 0;

  async function waitTurn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + 1000 / perSecond;
    if (at > now) await sleep(at - now);
  }

  return async (address: string, headers: Record<string, string>): Promise<PoliteAnswer> => {
    for (let times = 1, pause = pauseMs; ; times++, pause *= 2) {
      await waitTurn();
      const { status, body, retryAfterMs } = await get(address, headers);
      if (!isTransient({ status }) || times === ATTEMPTS) return { status, body, times };
      nextAt = Math.max(nextAt, performance.now() + Math.max(pause, retryAfterMs));
    }
  };
}

async function get(address: string, headers: Record<string, string>) {
  try {
    const response = await request(address, headers);
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

/** Null for what is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
