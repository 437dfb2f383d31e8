import { dump } from './dump.ts';

/** One dump in a process of its own, started by the publisher (src/server/dumper.ts), whose pages do not wait for it. */
process.on('disconnect', () => process.exit(1));
try {
  await dump();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
