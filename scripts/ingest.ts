import { ingest } from '#pipeline/ingest.ts';
import { describeReport } from '#pipeline/ingest-report.ts';
import { withRunLock } from '#pipeline/lock.ts';

/**
 * `npm run ingest -- <source> [--accept-shrink] [file | folder | URL …]`; nothing after the source = its configured
 * address.
 */
const ACCEPT = '--accept-shrink';
const [source = '', ...inputs] = process.argv.slice(2).filter((argument) => argument !== ACCEPT);
const acceptShrink = process.argv.includes(ACCEPT);
try {
  const report = await withRunLock(
    'ingest',
    () => ingest(source, inputs, { log: console.log, acceptShrink }),
    {
      onWait: (holder) => console.log(`ingest: waiting for ${holder}`),
    },
  );
  for (const line of describeReport(report)) console.log(line);
  if (report.error !== null) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
