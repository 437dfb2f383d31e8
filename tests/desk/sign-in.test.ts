import { DATA_DIR } from '../support/data-dir.ts';
import { received, trouble } from '../support/smtp.ts';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { countLinksSince } from '#db/app/links.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { findSession, listSessionsOf } from '#db/app/sessions.ts';
import { signInLinks, webSessions } from '#db/app/schema-accounts.ts';
import { IDLE_MS, LONGEST_MS, openSession, readSession, rotateSession } from '#desk/sessions.ts';
import { isAttemptAllowed, sendLink, signInByLink, stateOfLink } from '#desk/sign-in/email.ts';
import { signIn } from '#desk/sign-in/proven.ts';
import { hashToken, newToken } from '#desk/tokens.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { buildFacts, makeProfile } from '../support/facts.ts';

const SIREN = '111111111' as Siren;
const employer = { siren: SIREN, name: 'Verrerie du Couesnon' };
const base = 'https://starfinder.example';
const NOW = new Date('2026-11-21T10:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const MINUTE = 60_000;
buildFacts(path.join(DATA_DIR, 'facts.db'), [makeProfile()]);

let app: AppDatabase;
beforeEach(() => {
  app = openApp(':memory:');
  received.length = 0;
  trouble.isOn = false;
});
const ask = (email = 'rh@verrerie.example', now = NOW) => sendLink(app, { email, employer, base }, now);
const tokenOf = (text: string): string => /jeton=([\w-]{43})/.exec(text)![1]!;

describe('a link by mail', () => {
  it('leaves through the SMTP server with the public address, and signs in once', async () => {
    await ask('  RH@Verrerie.example ');
    const [mail] = received;
    expect(mail).toMatchObject({ from: 'bonjour@starfinder.example', to: ['rh@verrerie.example'] });
    expect(mail!.text).toContain('https://starfinder.example/espace/connexion/lien?jeton=');
    const token = tokenOf(mail!.text);
    expect(stateOfLink(app, token, NOW)).toBe('valid');
    const opened = signInByLink(app, token, '', later(MINUTE))!;
    expect(opened.siren).toBe(SIREN);
    const { person } = readSession(app, opened.session, later(MINUTE))!;
    expect(person).toMatchObject({
      email: 'rh@verrerie.example',
      isModerator: false,
      rights: [{ siren: SIREN, role: 'owner', isApproved: false }],
    });
    expect(signInByLink(app, token, '', later(2 * MINUTE))).toBeNull();
    expect(stateOfLink(app, token, later(2 * MINUTE))).toBe('used');
  });

  it('is not used by being looked at, as scanners of mailboxes do', async () => {
    await ask();
    const token = tokenOf(received[0]!.text);
    for (let i = 0; i < 5; i++) expect(stateOfLink(app, token, NOW)).toBe('valid');
    expect(signInByLink(app, token, '', NOW)).not.toBeNull();
  });

  it('is over after fifteen minutes', async () => {
    await ask();
    const token = tokenOf(received[0]!.text);
    expect(stateOfLink(app, token, later(15 * MINUTE))).toBe('valid');
    expect(stateOfLink(app, token, later(15 * MINUTE + 1))).toBe('expired');
    expect(signInByLink(app, token, '', later(16 * MINUTE))).toBeNull();
  });

  it('is kept as a hash', async () => {
    await ask();
    const token = tokenOf(received[0]!.text);
    const [row] = app.select().from(signInLinks).all();
    expect(row!.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it.each(['', 'x', 'a'.repeat(43), '../../etc', "' OR 1=1 --".padEnd(43, 'x'), newToken()])(
    'is not guessed: %s',
    (token) => {
      expect(stateOfLink(app, token, NOW)).toBe('unknown');
      expect(signInByLink(app, token, '', NOW)).toBeNull();
    },
  );

  it.each([
    'personne',
    'a@b',
    'rh@verrerie.example\r\nBcc: autre@ailleurs.example',
    'rh@verrerie.example, autre@ailleurs.example',
    '"rh"@verrerie.example',
    'rh@verrerie..example',
    `${'a'.repeat(70)}@verrerie.example`,
  ])('goes to no such address: %s', async (email) => {
    await expect(ask(email)).rejects.toThrow(InputError);
    expect(received).toEqual([]);
  });

  it('asks for the address of the employer, not for a free mailbox', async () => {
    await expect(ask('quelqu.un@gmail.com')).rejects.toThrow(/adresse professionnelle/);
    await sendLink(app, { email: 'quelqu.un@gmail.com', employer: null, base }, NOW);
    expect(received).toHaveLength(1);
  });

  it('is sent three times to a mailbox, not more, whoever asks', async () => {
    for (let i = 0; i < 3; i++) await ask();
    await expect(ask()).rejects.toThrow(/Trop de liens/);
    await ask('autre@verrerie.example');
    await ask(undefined, later(16 * MINUTE));
    expect(received).toHaveLength(5);
  });

  it('leaves nothing behind when the server refuses it, and says what to do', async () => {
    trouble.isOn = true;
    await expect(ask()).rejects.toThrow(/Réessayez dans quelques minutes/);
    expect(countLinksSince(app, 'rh@verrerie.example', later(-MINUTE))).toBe(0);
  });

  it('locks out whoever tries many', () => {
    const visitor = newToken();
    const tries = Array.from({ length: 12 }, () => isAttemptAllowed(visitor));
    expect(tries.filter(Boolean)).toHaveLength(10);
    expect(isAttemptAllowed(newToken())).toBe(true);
  });
});

describe('rights at sign-in', () => {
  it('wait for approval; who comes after an approved owner asks to be an editor', () => {
    const by = (email: string) =>
      readSession(app, signIn(app, { door: 'email', email, siren: SIREN }, '', NOW), NOW)!.person;
    const first = by('rh@verrerie.example');
    app.$client.prepare('UPDATE rights SET is_approved = 1 WHERE person_id = ?').run(first.id);
    expect(by('autre@verrerie.example').rights).toEqual([
      { siren: SIREN, role: 'editor', isApproved: false },
    ]);
    expect(by('rh@verrerie.example').rights).toEqual([{ siren: SIREN, role: 'owner', isApproved: true }]);
  });

  it('make a moderator of a listed mailbox, and never of what a provider says', () => {
    const proven = { door: 'email', email: 'moderation@starfinder.example', siren: null } as const;
    expect(readSession(app, signIn(app, proven, '', NOW), NOW)!.person.isModerator).toBe(true);
    const said = { door: 'openid', subject: 'x|1', label: 'moderation@starfinder.example', idToken: 'x', siren: null } as const; // prettier-ignore
    const { person } = readSession(app, signIn(app, said, '', NOW), NOW)!;
    expect(person).toMatchObject({ isModerator: false, email: null });
  });
});

describe('a session', () => {
  const open = () => signIn(app, { door: 'email', email: 'rh@verrerie.example', siren: null }, '', NOW);

  it('is kept as a hash, and has another token at each sign-in', () => {
    const [first, second] = [open(), open()];
    expect(first).not.toBe(second);
    expect(JSON.stringify(app.select().from(webSessions).all())).not.toContain(first);
  });

  it('planted before the sign-in is worth nothing after it', () => {
    const planted = open();
    const token = signIn(
      app,
      { door: 'email', email: 'victime@verrerie.example', siren: null },
      hashToken(planted),
      NOW,
    );
    expect(readSession(app, planted, NOW)).toBeNull();
    expect(readSession(app, token, NOW)!.person.email).toBe('victime@verrerie.example');
  });

  it('closes when left alone, and after twelve hours whatever happens', () => {
    const token = open();
    expect(readSession(app, token, later(IDLE_MS))).not.toBeNull();
    expect(readSession(app, token, later(2 * IDLE_MS + 1))).toBeNull();
    expect(findSession(app, hashToken(token))).toBeNull();
    const busy = open();
    for (let at = 0; at < LONGEST_MS; at += IDLE_MS) expect(readSession(app, busy, later(at))).not.toBeNull();
    expect(readSession(app, busy, later(LONGEST_MS + 1))).toBeNull();
  });

  it('takes another token when rights change', () => {
    const token = open();
    const next = rotateSession(app, hashToken(token));
    expect(readSession(app, token, NOW)).toBeNull();
    const { person } = readSession(app, next, NOW)!;
    expect(listSessionsOf(app, person.id)).toHaveLength(1);
  });

  it('is not opened by anything but its token', () => {
    const token = open();
    openSession(app, 1, { door: 'email', idToken: null }, NOW);
    for (const forged of [hashToken(token), token.slice(1), `${token}x`, token.toUpperCase(), ''])
      expect(readSession(app, forged, NOW)).toBeNull();
  });
});
