import { z } from 'zod';
import { SourceError } from '#domain/errors.ts';

export type TokenOptions = { tokenUrl: string; clientId: string; clientSecret: string };

/** All three are wanted: with the first alone a token is given, and every question is refused. */
const SCOPES = 'api_labonneboitev2 search office';
const TIMEOUT_MS = 30_000;
/** A token is taken for over this long before it is. */
const MARGIN_MS = 60_000;

const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/**
 * Tokens of francetravail.io (OAuth 2, client credentials), good for about 25 minutes each; kept in memory only.
 * @throws SourceError when none is given; its message names neither identifier nor secret
 */
export function tokenSource({ tokenUrl, clientId, clientSecret }: TokenOptions) {
  let held = { value: '', until: 0 };
  return async (): Promise<string> => {
    if (Date.now() < held.until) return held.value;
    const { access_token: value, expires_in: seconds } = await ask(tokenUrl, clientId, clientSecret);
    held = { value, until: Date.now() + seconds * 1000 - MARGIN_MS };
    return value;
  };
}

async function ask(tokenUrl: string, clientId: string, clientSecret: string) {
  const body = new URLSearchParams({
    ...{ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
    scope: SCOPES,
  });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await fetch(tokenUrl, { method: 'POST', body, signal, redirect: 'error' }).catch(() => null);
  if (!answer) throw new SourceError(`hiring: ${tokenUrl} cannot be reached. Run the command again later.`);
  const token = TokenAnswer.safeParse(await answer.json().catch(() => null));
  if (answer.ok && token.success) return token.data;
  throw new SourceError(
    `hiring: ${tokenUrl} gives no token (answer ${answer.status}). Check HIRING_CLIENT_ID and HIRING_CLIENT_SECRET, and that the application is subscribed to La Bonne Boîte v2 on francetravail.io.`,
  );
}
