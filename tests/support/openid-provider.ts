import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'star-finder', secret: 'un-secret-de-test-assez-long-pour-hs256' };

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY_ID = 'clef-de-test';

/** A token that the provider itself would have signed, whatever it says: what is not looked at would be believed. */
export function signToken(payload: object): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })}.${encode(payload)}`;
  return `${signed}.${signBytes('sha256', Buffer.from(signed), KEY.privateKey).toString('base64url')}`;
}

/** What the provider answers of the person who identifies; changed by tests. */
export type Account = { sub: string; email: string; siret: unknown; acr: string };

/** Stands between the provider and the site, as an attacker would: changes what one address answers. */
export type Tampering = { path: string; change: (body: string) => { body: string; type?: string } } | null;
export const tampering: { now: Tampering } = { now: null };

/**
 * A real OpenID Connect provider with the profile of ProConnect: code flow with PKCE, client_secret_post, identity token
 * and user information signed, `siret` among the claims, levels of identification.
 */
export async function startProvider(
  redirectUri: string,
  account: Account,
  port = 0,
): Promise<{ issuer: string; server: Server; stop(): Promise<void> }> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [new URL('/espace/deconnexion', redirectUri).href],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'RS256',
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    jwks: {
      keys: [{ ...KEY.privateKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }],
    } as never,
    pkce: { required: () => true },
    acrValues: ['eidas1', 'eidas2'],
    claims: { openid: ['sub'], email: ['email'], siret: ['siret'], given_name: ['given_name'], usual_name: ['usual_name'], acr: null } as never, // prettier-ignore
    scopes: ['openid', 'email', 'given_name', 'usual_name', 'siret'],
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    interactions: { url: (_ctx, { uid }) => `/identification/${uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub: account.sub, email: account.email, siret: account.siret }) as never,
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId! }); // prettier-ignore
      grant.addOIDCScope('openid email given_name usual_name siret');
      await grant.save();
      return grant;
    },
    cookies: { keys: ['une-clef-de-test'] },
  });
  provider.on('server_error', (_ctx, error) => console.error('provider:', error));
  const answer = provider.callback();
  server.on('request', (req, res) => {
    if (tampering.now && req.url!.startsWith(tampering.now.path)) tamper(res, tampering.now);
    if (!req.url!.startsWith('/identification/')) return void answer(req, res);
    if (req.method === 'GET') {
      res.setHeader('Content-Type', 'text/html; charset=utf-8');
      return void res.end(
        '<title>Identification</title><form method="post"><button>Je suis cette personne</button></form>',
      );
    }
    const login = { accountId: account.sub, acr: account.acr };
    provider.interactionFinished(req, res, { login }).catch((error: unknown) => res.destroy(error as Error));
  });
  return {
    issuer,
    server,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function tamper(res: ServerResponse, { change }: NonNullable<Tampering>): void {
  const end = res.end.bind(res) as (body: string) => ServerResponse;
  res.end = ((sent: string | Buffer) => {
    const { body, type } = change(sent.toString());
    res.setHeader('content-length', Buffer.byteLength(body));
    if (type) res.setHeader('content-type', type);
    return end(body);
  }) as typeof res.end;
}

/** Walks through the provider's own pages as a browser does. @returns the address it sends the browser back to */
export async function identify(location: string, redirectUri: string): Promise<URL> {
  const jar = new Map<string, string>();
  let address = location;
  let method = 'GET';
  for (let hops = 0; hops < 12; hops++) {
    const answer = await fetch(address, {
      method,
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      jar.set(name!, value!);
    }
    const next = answer.headers.get('location');
    if (next === null) {
      if (!address.includes('/identification/'))
        throw new Error(`${answer.status} at ${address}: ${await answer.text()}`);
      method = 'POST';
      continue;
    }
    address = new URL(next, address).href;
    method = 'GET';
    if (address.startsWith(redirectUri)) return new URL(address);
  }
  throw new Error('the provider leads nowhere');
}
