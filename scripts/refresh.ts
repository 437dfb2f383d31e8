import { formatCount, runCommand } from '#pipeline/command.ts';
import { summarizePublication } from '#pipeline/publish.ts';
import { refresh } from '#pipeline/refresh.ts';
import { openApp } from '#db/app/open.ts';
import { runDaily } from '#desk/daily.ts';
import { currentDay, dataPath } from '#env';

/** `npm run refresh`: what is new at the configured addresses, down to the pages; made for a nightly timer. */
await runCommand(
  'refresh',
  async (progress) => {
    const report = await refresh({ log: console.log, progress });
    const app = openApp(dataPath('app.db'));
    try {
      return { ...report, desk: await runDaily(app, currentDay()) };
    } finally {
      app.$client.close();
    }
  },
  ({ ingests, publication }) => {
    const applied = ingests
      .flatMap(({ archives }) => archives)
      .filter(({ outcome }) => outcome === 'applied');
    return `${formatCount(applied.length)} new archives; ${summarizePublication(publication)}`;
  },
);
