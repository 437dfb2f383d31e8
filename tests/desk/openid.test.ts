import { DATA_DIR } from '../support/data-dir.ts';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CLIENT,
  identify,
  signToken,
  startProvider,
  tampering,
  type Account,
} from '../support/openid-provider.ts';
import { buildFacts, makeProfile } from '../support/facts.ts';
import type { Siren } from '#domain/ids.ts';

const RETURN = 'https://starfinder.example/espace/connexion/retour';
const account: Account = { sub: '', email: '', siret: '', acr: '' };
const provider = await startProvider(RETURN, account);
Object.assign(process.env, {
  SITE_URL: 'https://starfinder.example',
  PROCONNECT_ISSUER: provider.issuer,
  PROCONNECT_CLIENT_ID: CLIENT.id,
  PROCONNECT_CLIENT_SECRET: CLIENT.secret,
});
const { beginOpenid, endSessionUrl, finishOpenid } = await import('#desk/sign-in/openid.ts');
const { openApp } = await import('#db/app/open.ts');
const { signIn } = await import('#desk/sign-in/proven.ts');
const { readSession } = await import('#desk/sessions.ts');
const { signInStates } = await import('#db/app/schema-accounts.ts');

const SIREN = '732829320' as Siren;
buildFacts(path.join(DATA_DIR, 'facts.db'), [makeProfile({ siren: SIREN })]);
const app = openApp(':memory:');
afterAll(() => provider.stop());
beforeEach(() => {
  Object.assign(account, {
    sub: 'agent-1',
    email: 'agent@ministere.example',
    siret: '73282932000074',
    acr: 'eidas1',
  });
});

/** From the departure to what the browser brings back. */
async function comeBack() {
  const { location, state } = await beginOpenid(app);
  const back = await identify(location, RETURN);
  return { location: new URL(location), state, query: back.searchParams };
}

describe('ProConnect', () => {
  it('identifies a person and their SIRET, with PKCE, state and nonce', async () => {
    const { location, state, query } = await comeBack();
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      acr_values: 'eidas1',
      redirect_uri: RETURN,
      scope: expect.stringContaining('siret') as string,
    });
    for (const name of ['state', 'nonce'])
      expect(location.searchParams.get(name)!.length).toBeGreaterThanOrEqual(32);
    const proven = await finishOpenid(app, query, state);
    expect(proven).toMatchObject({ door: 'openid', subject: `${provider.issuer}|agent-1`, label: 'agent@ministere.example', siren: SIREN }); // prettier-ignore
    const { person, session } = readSession(app, signIn(app, proven, ''))!;
    // A SIRET is no right to publish: somebody approves.
    expect(person).toMatchObject({
      email: null,
      isModerator: false,
      rights: [{ siren: SIREN, isApproved: false }],
    });
    const out = new URL((await endSessionUrl(session.idToken!))!);
    expect(out.origin).toBe(provider.issuer);
    expect(out.searchParams.get('post_logout_redirect_uri')).toBe(
      'https://starfinder.example/espace/deconnexion',
    );
    expect((await fetch(out, { redirect: 'manual' })).status).toBe(200);
  });

  it('is believed once for each departure', async () => {
    const { state, query } = await comeBack();
    await finishOpenid(app, query, state);
    await expect(finishOpenid(app, query, state)).rejects.toThrow(/n’a pas pu être vérifiée/);
  });

  it('is believed by the browser that left, and not by another one', async () => {
    const mine = await comeBack();
    const theirs = await comeBack();
    await expect(finishOpenid(app, theirs.query, mine.state)).rejects.toThrow(/vérifiée/);
    await expect(finishOpenid(app, mine.query, null)).rejects.toThrow(/vérifiée/);
    await expect(finishOpenid(app, new URLSearchParams(), mine.state)).rejects.toThrow(/vérifiée/);
  });

  it('is late after ten minutes', async () => {
    const { state, query } = await comeBack();
    const late = new Date(Date.now() + 11 * 60_000);
    await expect(finishOpenid(app, query, state, late)).rejects.toThrow(/trop duré/);
  });

  it('is refused with a code of somebody else, another issuer or another nonce', async () => {
    const [one, two] = [await comeBack(), await comeBack()];
    const swapped = new URLSearchParams(one.query);
    swapped.set('code', two.query.get('code')!);
    await expect(finishOpenid(app, swapped, one.state)).rejects.toThrow(/vérifiée/);
    const three = await comeBack();
    three.query.set('iss', 'https://ailleurs.example');
    await expect(finishOpenid(app, three.query, three.state)).rejects.toThrow(/vérifiée/);
    const four = await comeBack();
    app
      .update(signInStates)
      .set({ nonce: 'x'.repeat(43) })
      .run();
    await expect(finishOpenid(app, four.query, four.state)).rejects.toThrow(/vérifiée/);
    const five = await comeBack();
    app
      .update(signInStates)
      .set({ verifier: 'x'.repeat(43) })
      .run();
    await expect(finishOpenid(app, five.query, five.state)).rejects.toThrow(/vérifiée/);
  });

  it('is refused below the level that is asked for', async () => {
    account.acr = 'eidas2';
    Object.assign(account, { sub: 'agent-2' });
    const { state, query } = await comeBack();
    await expect(finishOpenid(app, query, state)).rejects.toThrow(/vérifiée/);
  });

  it.each([undefined, '', '123', '73282932000075', 73282932000074, ['73282932000074']])('is refused without a true SIRET: %s', async (siret) => {
    Object.assign(account, { siret });
    const { state, query } = await comeBack();
    await expect(finishOpenid(app, query, state)).rejects.toThrow(/SIRET valide/);
  }); // prettier-ignore

  it('names the employer that has no page as well: its page comes with its first declaration', async () => {
    account.siret = '55210055400013';
    const { state, query } = await comeBack();
    expect(await finishOpenid(app, query, state)).toMatchObject({ siren: '552100554' });
  });

  describe('with forged tokens', () => {
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const payloadOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>; // prettier-ignore
    const unsigned = (payload: object): string => `${encode({ alg: 'none' })}.${encode(payload)}.`;
    /** Another payload under the signature of the true one. */
    const altered = (token: string, change: object): string => {
      const [head, , signature] = token.split('.');
      return `${head}.${encode({ ...payloadOf(token), ...change })}.${signature}`;
    };
    const inTokens = (forge: (token: string) => string) => (body: string) => {
      const answer = JSON.parse(body) as { id_token: string };
      return { body: JSON.stringify({ ...answer, id_token: forge(answer.id_token) }) };
    };
    afterEach(() => {
      tampering.now = null;
    });

    it.each([
      ['an unsigned identity', '/token', inTokens((token) => unsigned(payloadOf(token)))],
      ['an identity of somebody else', '/token', inTokens((token) => altered(token, { sub: 'autre' }))],
      ['an identity for another site', '/token', inTokens((token) => altered(token, { aud: 'autre-site' }))],
      [
        'an identity by another provider',
        '/token',
        inTokens((token) => altered(token, { iss: 'https://ailleurs.example' })),
      ],
      [
        'an identity without its signature',
        '/token',
        inTokens((token) => token.slice(0, token.lastIndexOf('.') + 1)),
      ],
      ['another SIRET', '/me', (body: string) => ({ body: altered(body, { siret: '55210055400013' }) })],
      ['unsigned information', '/me', (body: string) => ({ body: unsigned(payloadOf(body)) })],
      [
        'plain information',
        '/me',
        (body: string) => ({ body: JSON.stringify(payloadOf(body)), type: 'application/json' }),
      ],
    ])('%s is refused', async (_name, path, change) => {
      const { state, query } = await comeBack();
      tampering.now = { path, change };
      await expect(finishOpenid(app, query, state)).rejects.toThrow(/n’a pas pu être vérifiée/);
    });
  });

  describe('with tokens that the provider truly signed', () => {
    const payloadOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>; // prettier-ignore
    const seconds = (more: number): number => Math.floor(Date.now() / 1000) + more;
    /** Tells the site something else, under the provider's own signature. */
    const say = async (path: '/token' | '/me', change: () => object) => {
      const { state, query } = await comeBack();
      const resign = (token: string): string => signToken({ ...payloadOf(token), ...change() });
      tampering.now = {
        path,
        change: (body) => {
          if (path === '/me') return { body: resign(body) };
          const answer = JSON.parse(body) as { id_token: string };
          return { body: JSON.stringify({ ...answer, id_token: resign(answer.id_token) }) };
        },
      };
      return finishOpenid(app, query, state);
    };
    afterEach(() => {
      tampering.now = null;
    });

    it('believes them as they are', async () => {
      expect(await say('/token', () => ({}))).toMatchObject({ siren: SIREN });
      expect(await say('/me', () => ({}))).toMatchObject({ siren: SIREN });
    });

    it.each([
      ['for another site', '/token', () => ({ aud: 'autre-site' })],
      ['by another issuer', '/token', () => ({ iss: 'https://ailleurs.example' })],
      ['for another departure', '/token', () => ({ nonce: 'x'.repeat(43) })],
      ['without a nonce', '/token', () => ({ nonce: undefined })],
      ['of a level nobody asked for', '/token', () => ({ acr: 'eidas0' })],
      ['that is over', '/token', () => ({ exp: seconds(-60) })],
      ['that is not valid yet', '/token', () => ({ nbf: seconds(60) })],
      ['without an end', '/token', () => ({ exp: undefined })],
      ['of somebody else', '/me', () => ({ sub: 'agent-9' })],
      ['about another site', '/me', () => ({ aud: 'autre-site' })],
      ['by another issuer of information', '/me', () => ({ iss: 'https://ailleurs.example' })],
    ] as const)('refuses one %s', async (_what, path, change) => {
      await expect(say(path, change)).rejects.toThrow(/n’a pas pu être vérifiée/);
    });

    it.each([
      ['ended a moment ago', () => ({ exp: seconds(-15) })],
      ['begins in a moment', () => ({ nbf: seconds(15) })],
    ])('forgives a clock that is somewhat off: one that %s', async (_what, change) => {
      expect(await say('/token', change)).toMatchObject({ siren: SIREN });
    });
  });

  it('may be left on the way', async () => {
    const { state } = await beginOpenid(app);
    await expect(
      finishOpenid(app, new URLSearchParams({ state, error: 'access_denied' }), state),
    ).rejects.toThrow(/quitté/);
  });
});
