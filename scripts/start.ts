import './start-settings.ts';
import { runCommand } from '#pipeline/command.ts';
import { prepareSite } from '#pipeline/first-start.ts';
import { serve } from '#server/supervisor.ts';
import { stopSignal } from '#server/stop-signal.ts';

/**
 * `npm start`: the whole of Star finder on this machine. Without data it begins with the sample archives; with data it
 * serves at once, and the publisher renders what a change of code or facts asks for.
 */
const prepared = await runCommand(
  'start',
  (progress) => prepareSite(console.log, progress),
  ({ hasSample, hasDerived, hasPublished }) =>
    [hasSample && 'sample ingested', hasDerived && 'facts derived', hasPublished && 'site published']
      .filter(Boolean)
      .join(', ') || 'the site is there',
);
if (prepared)
  await runCommand(
    'serve',
    async () => {
      await serve(stopSignal(), {
        onListening: (url) => console.log(`start: Star finder is at ${url} (Ctrl-C stops it)`),
      });
      return {};
    },
    () => 'stopped',
  );
process.exit();
