import { dataPath } from '#env';
import { LIVE, liveTree } from '#pipeline/publish-tree.ts';
import { recoverSite } from '#pipeline/publish.ts';
import { withRunLock } from '#pipeline/lock.ts';
import { serve } from '#server/supervisor.ts';
import { stopSignal } from '#server/stop-signal.ts';

/** `npm run serve`: the web server and the publisher, until Ctrl-C or SIGTERM. */
await withRunLock('serve', async () => recoverSite());
if (liveTree()) {
  await serve(stopSignal(), { onListening: (url) => console.log(`serve: Star finder is at ${url}`) });
  console.log('serve: stopped');
  process.exit(0);
}
console.error(`serve: ${dataPath(LIVE)} is not there: nothing is published yet. Run npm start.`);
process.exitCode = 1;
