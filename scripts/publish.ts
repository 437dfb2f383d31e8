import { parseArgs } from 'node:util';
import { runCommand } from '#pipeline/command.ts';
import { publish, summarizePublication } from '#pipeline/publish.ts';

/** `npm run publish [-- --full]`: pages, JSON, sitemaps and search index of the current facts. */
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });
await runCommand('publish', (progress) => publish({ isFull: values.full, progress }), summarizePublication);
