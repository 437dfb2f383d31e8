import { build } from 'astro';
import { ROOT } from '#env';

/**
 * One `astro build` in a process of its own, started by build.ts: the memory of a build goes back to the system when it
 * ends, and the build ends with the run that asked for it.
 */
export type BuildMessage = { seconds: number; rssBytes: number };

process.on('disconnect', () => process.exit(1));
const start = performance.now();
await build({ root: ROOT });
const message: BuildMessage = {
  seconds: (performance.now() - start) / 1000,
  rssBytes: process.resourceUsage().maxRSS * 1024,
};
process.send?.(message, () => process.exit(0));
