import { performance } from 'node:perf_hooks';
import { openEmbedded } from '#search/embedded.ts';

/** Run in a process of its own: `{seconds, rss}` of opening an index, rss in bytes at its highest. */
const start = performance.now();
const engine = openEmbedded(process.argv[2]!);
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, rss: process.resourceUsage().maxRSS * 1024 }));
await engine.close();
