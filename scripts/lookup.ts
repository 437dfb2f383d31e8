import { readClaimed } from '#pipeline/claimed.ts';
import { runCommand } from '#pipeline/command.ts';
import { withRunLock } from '#pipeline/lock.ts';
import { lookUp, lookUpMissing, parseSirens } from '#pipeline/lookup.ts';

/** `npm run lookup [-- <siren> …]`: what the register says of these units; without any, of employers it was not read for. */
const words = process.argv.slice(2);
await runCommand(
  'lookup',
  () =>
    withRunLock('lookup', () => {
      const options = { log: console.log };
      return words.length > 0
        ? lookUp(parseSirens(words), options)
        : lookUpMissing({ ...options, claimed: readClaimed() });
    }),
  ({ asked, found, unknown }) => {
    for (const { siren, name, on } of found) console.log(`${siren}  ${name ?? '(not publishable)'}  ${on}`);
    for (const siren of unknown) console.log(`${siren}  unknown to the register`);
    return `${asked} asked, ${found.length} found; run npm run derive and npm run publish to show them`;
  },
);
