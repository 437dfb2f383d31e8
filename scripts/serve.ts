import { SourceError } from '#domain/errors.ts';
import { dataPath } from '#env';
import { runCommand } from '#pipeline/command.ts';
import { withRunLock } from '#pipeline/lock.ts';
import { LIVE, liveTree } from '#pipeline/publish-tree.ts';
import { recoverSite } from '#pipeline/publish.ts';
import { stopSignal } from '#server/stop-signal.ts';
import { serve } from '#server/supervisor.ts';

/** `npm run serve`: the web server and the publisher, until Ctrl-C or SIGTERM. */
await runCommand(
  'serve',
  async () => {
    await withRunLock('serve', async () => recoverSite());
    if (!liveTree())
      throw new SourceError(
        `serve: ${dataPath(LIVE)} is not there: nothing is published yet. Run npm start.`,
      );
    await serve(stopSignal(), { onListening: (url) => console.log(`serve: Star finder is at ${url}`) });
    return {};
  },
  () => 'stopped',
);
process.exit();
