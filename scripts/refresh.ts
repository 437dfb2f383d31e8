import { formatCount, runCommand } from '#pipeline/command.ts';
import { summarizePublication } from '#pipeline/publish.ts';
import { refresh } from '#pipeline/refresh.ts';

/** `npm run refresh`: what is new at the configured addresses, down to the pages; made for a nightly timer. */
await runCommand(
  'refresh',
  (progress) => refresh({ log: console.log, progress }),
  ({ ingests, publication }) => {
    const applied = ingests
      .flatMap(({ archives }) => archives)
      .filter(({ outcome }) => outcome === 'applied');
    return `${formatCount(applied.length)} new archives; ${summarizePublication(publication)}`;
  },
);
