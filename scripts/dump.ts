import { runCommand } from '#pipeline/command.ts';
import { dump, summarizeDump } from '#pipeline/dump.ts';

/** `npm run dump`: the open data of the current facts, as CSV, JSON lines, SQLite and Parquet. */
await runCommand('dump', (progress) => dump({ progress }), summarizeDump);
