import { SourceError } from '#domain/errors.ts';
import { runCommand } from '#pipeline/command.ts';
import { firstLines, verifySite } from '#pipeline/verify.ts';
import { dataPath } from '#env';

/** Holds every published quote against the stored texts; fails when one was altered. */
await runCommand(
  'verify',
  async (progress) => {
    const report = await verifySite(dataPath('site', 'client'), dataPath('corpus.db'), progress);
    if (report.faults.length > 0)
      throw new SourceError(
        `${firstLines(report.faults)}\nverify: ${report.faults.length} faults on ${report.pages} pages`,
      );
    return report;
  },
  ({ pages, quotes }) => `${quotes} quotes on ${pages} pages stand in their texts`,
);
