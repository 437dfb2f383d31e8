import { setTimeout as sleep } from 'node:timers/promises';
import { openApp } from '#db/app/open.ts';
import { listOutbox } from '#db/app/read.ts';
import { runDaily } from '#desk/daily.ts';
import type { IsoDate } from '#domain/dates.ts';
import { currentDay, dataPath } from '#env';
import { identifyClaimed } from '#pipeline/claimed.ts';
import { createDumper } from './dumper.ts';
import { backOff } from './keep-running.ts';
import { publisherTick, type TickReport } from './publisher-tick.ts';

/** The publisher process, started by supervisor.ts: outbox and calendar to pages, within a minute. */
const LOOK_EVERY_MS = 1000;

const stopping = new AbortController();
const stop = () => stopping.abort();
process.on('message', stop);
process.on('disconnect', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', () => {});

const app = openApp(dataPath('app.db'));
const dumper = createDumper();
let calendarDoneOn: IsoDate | null = null;
let failures = 0;
while (!stopping.signal.aborted) {
  const today = currentDay();
  try {
    const isCalendarRun = calendarDoneOn !== today;
    const asked = isCalendarRun ? null : listOutbox(app).map(({ siren }) => siren);
    await identifyClaimed(app, asked);
    const report = await publisherTick(app, { today, isCalendarRun, signal: stopping.signal });
    if (isCalendarRun) await runDaily(app, today);
    calendarDoneOn = today;
    if (report) dumper.look(today);
    failures = 0;
    if (report && (report.requested > 0 || report.publication.mode !== 'nothing'))
      console.log(describe(report));
  } catch (error) {
    if (stopping.signal.aborted) break;
    failures += 1;
    console.error(`publisher: ${error instanceof Error ? error.message : String(error)}`);
  }
  await sleep(LOOK_EVERY_MS + backOff(failures), undefined, { signal: stopping.signal }).catch(() => {});
}
dumper.stop();
app.$client.close();
process.exit(0);

function describe({ requested, byCalendar, publication }: TickReport): string {
  const { mode, changed, gone, build } = publication;
  const seconds = build ? ` in ${build.seconds.toFixed(1)} s` : '';
  return `publisher: ${requested} asked for, ${byCalendar} by the calendar: ${mode}, ${changed} pages rendered, ${gone} deleted${seconds}`;
}
