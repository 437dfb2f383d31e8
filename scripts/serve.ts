import { SourceError } from '#domain/errors.ts';
import { dataPath } from '#env';
import { runCommand } from '#pipeline/command.ts';
import { LIVE, liveTree } from '#pipeline/publish-tree.ts';
import { recoverIfFree } from '#pipeline/publish.ts';
import { stopSignal } from '#server/stop-signal.ts';
import { serve } from '#server/supervisor.ts';

/** `npm run serve`: the web server and the publisher, until Ctrl-C or SIGTERM. */
await runCommand(
  'serve',
  async () => {
    await recoverIfFree();
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
