import * as client from 'openid-client';
import { insertState, takeState } from '#db/app/links.ts';
import type { AppDatabase } from '#db/app/open.ts';
import { InputError } from '#domain/errors.ts';
import { isSiretValid, sirenOf, type Siren } from '#domain/ids.ts';
import { env } from '#env';
import { cleanWords } from '../public-words.ts';
import { hashToken, isSame, isToken, newToken } from '../tokens.ts';
import type { Proven } from './proven.ts';

/** ProConnect's profile (https://partenaires.proconnect.gouv.fr/docs): it refuses shorter states and nonces than 32. */
const SCOPE = 'openid email given_name usual_name siret';
const DEPARTURE_MS = 10 * 60_000;
const ANSWER_WITHIN_SECONDS = 10;
const CLOCK_TOLERANCE_SECONDS = 30;
const KEPT_MS = 3600_000;

export const isOpenidConfigured = (): boolean =>
  Boolean(env.PROCONNECT_ISSUER && env.PROCONNECT_CLIENT_ID && env.PROCONNECT_CLIENT_SECRET);

let known: { at: number; config: Promise<client.Configuration> } | null = null;

/** What the provider says of itself, asked for again after an hour. */
function provider(): Promise<client.Configuration> {
  if (known && Date.now() - known.at < KEPT_MS) return known.config;
  const issuer = new URL(env.PROCONNECT_ISSUER!);
  const isLocal = issuer.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(issuer.hostname);
  const algorithm = env.PROCONNECT_ALGORITHM;
  const config = client.discovery(
    issuer,
    env.PROCONNECT_CLIENT_ID!,
    {
      id_token_signed_response_alg: algorithm,
      userinfo_signed_response_alg: algorithm,
      [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS,
    },
    client.ClientSecretPost(env.PROCONNECT_CLIENT_SECRET),
    {
      // Signatures are verified, although TLS would do for the specification.
      execute: [client.enableNonRepudiationChecks, ...(isLocal ? [client.allowInsecureRequests] : [])],
      timeout: ANSWER_WITHIN_SECONDS,
    },
  );
  known = { at: Date.now(), config };
  config.catch(() => (known = null));
  return config;
}

const returnUrl = (): URL => new URL('/espace/connexion/retour', env.SITE_URL);

/** Where to send the browser, and the state it must bring back, kept in its cookie. */
export async function beginOpenid(
  app: AppDatabase,
  now = new Date(),
): Promise<{ location: string; state: string }> {
  const config = await reach(provider);
  const [state, nonce, verifier] = [newToken(), newToken(), client.randomPKCECodeVerifier()];
  insertState(app, { stateHash: hashToken(state), nonce, verifier, createdAt: now.toISOString() });
  const location = client.buildAuthorizationUrl(config, {
    redirect_uri: returnUrl().href,
    scope: SCOPE,
    state,
    nonce,
    acr_values: env.PROCONNECT_ACR.join(' '),
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { location: location.href, state };
}

/**
 * What the provider has proven, from the address it sent the browser back to. `cookieState` binds the return to the
 * browser that left.
 * @throws InputError whatever is missing, forged, late, or of a lower level than asked for
 */
export async function finishOpenid(
  app: AppDatabase,
  query: URLSearchParams,
  cookieState: string | null,
  now = new Date(),
): Promise<Proven> {
  const state = query.get('state') ?? '';
  if (!cookieState || !isToken(state) || !isSame(state, cookieState)) throw refused('state');
  const departure = takeState(app, hashToken(state));
  if (!departure || now.getTime() - Date.parse(departure.createdAt) > DEPARTURE_MS) throw refused('late');
  if (query.has('error')) throw new InputError('Vous avez quitté ProConnect sans vous identifier.');
  const config = await reach(provider);
  const answer = returnUrl();
  answer.search = query.toString();
  const tokens = await verify(() =>
    client.authorizationCodeGrant(config, answer, {
      expectedState: state,
      expectedNonce: departure.nonce,
      pkceCodeVerifier: departure.verifier,
      idTokenExpected: true,
    }),
  );
  const claims = tokens.claims()!;
  if (!env.PROCONNECT_ACR.includes(String(claims.acr))) throw refused('acr');
  const info = await verify(() => client.fetchUserInfo(config, tokens.access_token, claims.sub));
  return {
    door: 'openid',
    subject: `${claims.iss}|${claims.sub}`,
    label: labelOf(info),
    siren: sirenOfClaim(info.siret),
    idToken: tokens.id_token!,
  };
}

const labelOf = ({ email }: client.UserInfoResponse): string =>
  typeof email === 'string' && email.includes('@')
    ? cleanWords(email).slice(0, 254)
    : 'Personne identifiée par ProConnect';

/** The employer of a `siret` claim, whether or not it has a page here. @throws InputError when it is no SIRET */
function sirenOfClaim(siret: unknown): Siren {
  if (typeof siret !== 'string' || !isSiretValid(siret))
    throw new InputError(
      'ProConnect ne nous a pas transmis de numéro SIRET valide : votre organisation doit le renseigner.',
    );
  return sirenOf(siret);
}

/** Why goes to the log, without anything of the person. */
function refused(why: string): InputError {
  console.error(`openid: refused: ${why}`);
  return new InputError('L’identification n’a pas pu être vérifiée, ou a trop duré. Recommencez.');
}

async function verify<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refused((error as { code?: string }).code ?? 'unreadable answer');
  }
}

async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    console.error(`openid: ${(error as { code?: string }).code ?? 'no answer'} from the provider`);
    throw new InputError('ProConnect ne répond pas. Réessayez dans quelques minutes.');
  }
}

/** Where the provider ends its own session; null when it cannot, or does not answer. */
export async function endSessionUrl(idToken: string): Promise<string | null> {
  if (!isOpenidConfigured()) return null;
  try {
    return client.buildEndSessionUrl(await provider(), {
      id_token_hint: idToken,
      state: newToken(),
      post_logout_redirect_uri: new URL('/espace/deconnexion', env.SITE_URL).href,
    }).href;
  } catch {
    return null;
  }
}
