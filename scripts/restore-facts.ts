import { parseArgs } from 'node:util';
import { runCommand } from '#pipeline/command.ts';
import { restoreFacts, summarizeRestore } from '#pipeline/restore-facts.ts';

/** `npm run restore-facts -- <star-finder.jsonl.gz or its folder>`: facts from the open data alone. */
const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length !== 1) {
  console.error('restore-facts: name one file star-finder.jsonl.gz, or the folder it is in.');
  process.exitCode = 2;
} else {
  await runCommand('restore-facts', (progress) => restoreFacts(positionals[0]!, progress), summarizeRestore);
}
