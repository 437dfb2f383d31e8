import { received, trouble } from '../support/smtp.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { listOpenReports, listReportEvents } from '#db/app/reports.ts';
import { ask, refuse } from '#desk/moderation.ts';
import { tellModerators } from '#desk/moderator-mails.ts';
import { sendNotices } from '#desk/notices.ts';
import { submitReport } from '#desk/reports.ts';
import type { Siren } from '#domain/ids.ts';
import { someone } from '../support/desk.ts';
import { day } from '../support/facts.ts';

let app: AppDatabase;
let receipt: string;
beforeEach(() => {
  app = openApp(':memory:');
  received.length = 0;
  trouble.isOn = false;
  receipt = submitReport(
    app,
    {
      kind: 'claim',
      key: 'ACCOTEXT000000000001-creche',
      siren: '111111111' as Siren,
      shown: { title: 'Crèche', facts: [] },
      reason: 'misread',
      words: 'Une demande, rien de plus.',
      email: 'quelquun@example.org',
      employerPersonId: null,
    },
    new Date('2026-11-20T09:00:00Z'),
  );
});

describe('moderators', () => {
  it('hear of each report once and of its delay once, never of anybody’s words', async () => {
    expect(await tellModerators(app, day('2026-11-21'))).toBe(1);
    expect(await tellModerators(app, day('2026-11-21'))).toBe(0);
    expect(await tellModerators(app, day('2026-11-24'))).toBe(0);
    expect(await tellModerators(app, day('2026-11-25'))).toBe(1);
    expect(await tellModerators(app, day('2026-11-26'))).toBe(0);
    expect(received.map(({ to }) => to)).toEqual([
      ['moderation@starfinder.example'],
      ['moderation@starfinder.example'],
    ]);
    expect(received[0]!.text).toContain('au plus tard le 25 novembre 2026');
    expect(received[0]!.text).toContain('https://starfinder.example/moderation');
    expect(received[1]!.text).toMatch(/finit aujourd’hui/);
    expect(JSON.stringify(received)).not.toMatch(/Une demande|quelquun/);
  });

  it('hear nothing of what was answered, or waits for somebody else', async () => {
    const { id } = listOpenReports(app)[0]!;
    const decision = {
      reportId: id,
      moderatorId: someone(app, 'moderation@starfinder.example').id,
      note: '',
    };
    ask(app, { ...decision, readUpTo: listReportEvents(app, id).at(-1)!.id }, 'which-part');
    expect(await tellModerators(app, day('2026-11-30'))).toBe(0);
  });
});

describe('whoever left an address', () => {
  it('is told once of the answer, where to read it and that the address is gone', async () => {
    const { id } = listOpenReports(app)[0]!;
    const moderatorId = someone(app, 'moderation@starfinder.example').id;
    const told = refuse(
      app,
      { reportId: id, moderatorId, note: 'interne', readUpTo: listReportEvents(app, id).at(-1)!.id },
      'quote-exact',
    );
    await sendNotices(told, 'https://starfinder.example');
    expect(received).toHaveLength(1);
    expect(received[0]!.to).toEqual(['quelquun@example.org']);
    expect(received[0]!.text).toContain(`https://starfinder.example/suivi/${receipt}`);
    expect(received[0]!.text).not.toContain('interne');
    trouble.isOn = true;
    await expect(sendNotices(told, 'https://starfinder.example')).resolves.toBeUndefined();
  });
});
