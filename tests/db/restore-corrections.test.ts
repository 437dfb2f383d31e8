import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { backUpApp, restoreApp } from '#db/app/backup.ts';
import { listLedger } from '#db/app/ledger.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { listSuppressions } from '#db/app/read.ts';
import { listReplies } from '#db/app/replies.ts';
import { listReportEvents } from '#db/app/reports.ts';
import { confirm, propose } from '#desk/moderation.ts';
import { publishReply, withdrawReply } from '#desk/replies.ts';
import { readCase, submitReport } from '#desk/reports.ts';
import type { Siren } from '#domain/ids.ts';
import { UNREPEATED } from '#domain/ledger.ts';
import { someone } from '../support/desk.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-restore-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [live, copy, aside] = ['app.db', 'copy.db', 'aside.db'].map((name) => path.join(folder, name)) as [
  string,
  string,
  string,
];
const SIREN = '111111111' as Siren;
const CLAIM = 'ACCOTEXT000000000001-creche';
const target = { siren: SIREN, claimId: CLAIM };

const decide = (app: AppDatabase, receipt: string, moderatorId: number) => {
  const { id } = readCase(app, receipt)!;
  return { reportId: id, moderatorId, note: '', readUpTo: listReportEvents(app, id).at(-1)!.id };
};

it('an older copy brings back neither a claim, a reply, an address nor the words of a ledger that forgot them', async () => {
  const app = openApp(live);
  const owner = someone(app, 'rh@verrerie.example', { siren: SIREN });
  const [first, second] = ['a', 'b'].map(
    (name) => someone(app, `${name}@moderation.example`, null, true).id,
  ) as [number, number];
  publishReply(app, owner, target, 'Ce que dit cette phrase est exact.');
  const receipt = submitReport(
    app,
    {
      ...{
        kind: 'claim',
        key: CLAIM,
        siren: SIREN,
        reason: 'person-named',
        words: 'Un nom.',
        employerPersonId: null,
      },
      ...{ shown: { title: 'Crèche', facts: [] }, email: 'quelquun@example.org' },
    },
    new Date(),
  );
  await backUpApp(live, copy);
  propose(app, decide(app, receipt, first), 'personal-data');
  confirm(app, decide(app, receipt, second), { before: 'un nom', sirens: [SIREN] });
  withdrawReply(app, owner, { siren: SIREN, claimId: CLAIM });
  app.$client.close();

  const restored = await restoreApp(copy, live, aside);
  expect(restored).toMatchObject({ withheldAgain: 1, withdrawnAgain: 1, accountedAgain: 4 });
  const again = openApp(live);
  expect(listSuppressions(again)).toMatchObject([{ kind: 'claim', key: CLAIM, reason: 'personal-data' }]);
  expect(listReplies(again)).toEqual([]);
  expect(readCase(again, receipt)).toMatchObject({
    status: 'accepted',
    answer: 'personal-data',
    email: null,
  });
  expect(listLedger(again).map(({ action, before }) => [action, before])).toEqual([
    ['reply-withdrawn', 'Ce que dit cette phrase est exact.'],
    ['withdrawn', UNREPEATED],
    ['reply-published', UNREPEATED],
  ]);
  again.$client.close();
});
