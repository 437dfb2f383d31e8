import { DATA_DIR } from '../support/data-dir.ts';
import { received } from '../support/smtp.ts';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { listInvitations } from '#db/app/invitations.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { exportPerson, erasePerson } from '#db/app/personal-data.ts';
import { listHolders, listRights } from '#db/app/rights.ts';
import { listSessionsOf } from '#db/app/sessions.ts';
import { deskEvents, people } from '#db/app/schema-accounts.ts';
import { acceptInvitation, invitationOf, invitationsOf, invite } from '#desk/invitations.ts';
import { approve, canManage, changeRole, removeAccess } from '#desk/roles.ts';
import { openSession, readSession } from '#desk/sessions.ts';
import { hashToken } from '#desk/tokens.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { someone } from '../support/desk.ts';
import { buildFacts, makeProfile } from '../support/facts.ts';

const [SIREN, OTHER] = ['111111111', '222222222'] as Siren[] as [Siren, Siren];
const base = 'https://starfinder.example';
buildFacts(path.join(DATA_DIR, 'facts.db'), [
  makeProfile(),
  makeProfile({ siren: OTHER, name: 'Autre verrerie', agreements: [], entries: [] }),
]);

let app: AppDatabase;
beforeEach(() => {
  app = openApp(':memory:');
  received.length = 0;
});
const owner = () => someone(app, 'rh@verrerie.example', { siren: SIREN });
const roleOf = (id: number, siren = SIREN) =>
  listRights(app, id).find((right) => right.siren === siren)?.role ?? null;

describe('who decides', () => {
  const waiting = () => someone(app, 'nouveau@verrerie.example', { siren: SIREN, isApproved: false });

  it('is a moderator for the first person of an employer, its owner for the next', () => {
    const first = waiting();
    approve(app, someone(app, 'moderation@starfinder.example', null, true), SIREN, first.id);
    expect(listHolders(app, SIREN)).toMatchObject([{ isApproved: true }]);
    const second = someone(app, 'deux@verrerie.example', { siren: SIREN, role: 'editor', isApproved: false });
    approve(app, someone(app, 'nouveau@verrerie.example', { siren: SIREN }), SIREN, second.id);
    expect(listHolders(app, SIREN).every(({ isApproved }) => isApproved)).toBe(true);
  });

  it.each([
    ['the person itself', (id: number) => ({ ...someone(app, 'nouveau@verrerie.example'), id })],
    [
      'a moderator, for themselves',
      (id: number) => ({ ...someone(app, 'nouveau@verrerie.example', null, true), id }),
    ],
    ['an editor', () => someone(app, 'e@verrerie.example', { siren: SIREN, role: 'editor' })],
    ['a mandate', () => someone(app, 'm@cabinet.example', { siren: SIREN, role: 'mandate' })],
    [
      'an owner not approved yet',
      () => someone(app, 'o@verrerie.example', { siren: SIREN, isApproved: false }),
    ],
    ['the owner of another employer', () => someone(app, 'o@autre.example', { siren: OTHER })],
    ['somebody without any right', () => someone(app, 'x@ailleurs.example')],
  ])('is never %s', (_name, decider) => {
    const person = waiting();
    const by = decider(person.id);
    expect(() => approve(app, by, SIREN, person.id)).toThrow(InputError);
    expect(() => changeRole(app, by, SIREN, person.id, 'owner')).toThrow(InputError);
    if (by.id !== person.id) expect(() => removeAccess(app, by, SIREN, person.id)).toThrow(InputError);
    expect(listRights(app, person.id)).toMatchObject([{ isApproved: false }]);
  });
});

describe('an employer', () => {
  it('changes hands, and is never left without an owner', () => {
    const first = owner();
    const next = someone(app, 'suite@verrerie.example', { siren: SIREN, role: 'editor' });
    expect(() => removeAccess(app, first, SIREN, first.id)).toThrow(/au moins une personne responsable/);
    expect(() => changeRole(app, first, SIREN, first.id, 'editor')).toThrow(/au moins une/);
    changeRole(app, first, SIREN, next.id, 'owner');
    removeAccess(app, first, SIREN, first.id);
    expect([roleOf(first.id), roleOf(next.id)]).toEqual([null, 'owner']);
  });

  it('signs out at once whom it removes, and knows several people of several employers', () => {
    const first = owner();
    const both = someone(app, 'cabinet@cabinet.example', { siren: SIREN, role: 'mandate' });
    someone(app, 'cabinet@cabinet.example', { siren: OTHER, role: 'mandate' });
    openSession(app, both.id, { door: 'email', idToken: null });
    removeAccess(app, first, SIREN, both.id);
    expect(listSessionsOf(app, both.id)).toEqual([]);
    expect([roleOf(both.id), roleOf(both.id, OTHER)]).toEqual([null, 'mandate']);
  });

  it('has no say over the people of another one', () => {
    const stranger = someone(app, 'o@autre.example', { siren: OTHER });
    expect(() => removeAccess(app, stranger, SIREN, owner().id)).toThrow(InputError);
    expect(canManage(stranger, SIREN)).toBe(false);
  });
});

describe('an invitation', () => {
  const tokenOf = () => /jeton=([\w-]{43})/.exec(received.at(-1)!.text)![1]!;
  const send = (email = 'invite@verrerie.example', role: 'editor' | 'owner' = 'editor', now = new Date()) =>
    invite(app, owner(), { siren: SIREN, role, email, base }, now);

  it('gives an approved right once, and another token to the session', async () => {
    await send();
    const guest = someone(app, 'invite@verrerie.example');
    const token = openSession(app, guest.id, { door: 'email', idToken: null });
    const invitation = invitationOf(app, tokenOf())!;
    const next = acceptInvitation(app, guest, invitation, hashToken(token));
    expect(readSession(app, token)).toBeNull();
    expect(readSession(app, next)!.person.rights).toEqual([
      { siren: SIREN, role: 'editor', isApproved: true },
    ]);
    expect(invitationOf(app, tokenOf())).toBeNull();
    expect(() => acceptInvitation(app, guest, invitation, hashToken(next))).toThrow(/déjà servi/);
  });

  it('is offered to the mailbox it was sent to, and to no other', async () => {
    await send();
    expect(invitationsOf(app, someone(app, 'invite@verrerie.example'))).toHaveLength(1);
    expect(invitationsOf(app, someone(app, 'autre@verrerie.example'))).toEqual([]);
    expect(invitationsOf(app, { ...owner(), email: null })).toEqual([]);
  });

  it('never takes an owner’s role down', async () => {
    await invite(app, owner(), { siren: SIREN, role: 'editor', email: 'rh@verrerie.example', base });
    const self = owner();
    acceptInvitation(app, self, invitationOf(app, tokenOf())!, '');
    expect(roleOf(self.id)).toBe('owner');
  });

  it('is over after fourteen days, not sent twice, and not by an editor', async () => {
    await send(undefined, undefined, new Date(Date.now() - 15 * 24 * 3600_000));
    expect(invitationOf(app, tokenOf())).toBeNull();
    await send('deux@verrerie.example');
    await expect(send('deux@verrerie.example')).rejects.toThrow(/déjà partie/);
    const editor = someone(app, 'e@verrerie.example', { siren: SIREN, role: 'editor' });
    await expect(
      invite(app, editor, { siren: SIREN, role: 'owner', email: 'x@y.example', base }),
    ).rejects.toThrow(InputError);
    expect(listInvitations(app, SIREN, new Date(0))).toHaveLength(2);
  });
});

describe('a person', () => {
  it('gets everything kept about them, and is forgotten without the employer losing anything', async () => {
    const person = owner();
    openSession(app, person.id, { door: 'email', idToken: 'secret' });
    await invite(app, person, { siren: SIREN, role: 'editor', email: 'invite@verrerie.example', base });
    const data = JSON.stringify(exportPerson(app, person.id));
    expect(data).toContain('rh@verrerie.example');
    expect(data).not.toMatch(/secret|tokenHash|token_hash/);
    app.transaction((change) => erasePerson(change, person.id));
    expect(exportPerson(app, person.id)).toBeNull();
    expect(app.select().from(people).all()).toEqual([]);
    const events = app.select().from(deskEvents).all();
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toContain('@');
    for (const table of ['rights', 'web_sessions'])
      expect(app.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  });
});
