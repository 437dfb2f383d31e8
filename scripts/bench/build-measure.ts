import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataPath } from '#env';
import { listClientFiles } from '#pipeline/publish-files.ts';
import { clientOf, LIVE } from '#pipeline/publish-tree.ts';
import { publish } from '#pipeline/publish.ts';
import { writeBenchFacts } from './build-facts.ts';

const EMPLOYERS = 10_000;
const CHANGED = 100;
const TARGETS = { pagesPerSecond: 600, megabytes: 900, deltaSeconds: 3 };

const line = (label: string, value: string, target = '') =>
  console.log(`build: ${label.padEnd(34)} ${value.padStart(14)}${target && `   target ${target}`}`);

writeBenchFacts(dataPath('facts.db'), EMPLOYERS);
const { build } = await publish();
if (!build) throw new Error('bench build: nothing was built.');
const rate = build.pages / build.seconds;

const tree = dataPath(LIVE);
const pages = listClientFiles(tree).filter((name) => name.endsWith('.html'));
let plain = 0;
let bytes = 0;
for (const name of pages) {
  const html = readFileSync(path.join(clientOf(tree), name));
  const copy = dataPath('baseline', name);
  mkdirSync(path.dirname(copy), { recursive: true });
  const start = performance.now();
  writeFileSync(copy, html);
  plain += (performance.now() - start) / 1000;
  bytes += html.length;
}

writeBenchFacts(dataPath('facts.db'), EMPLOYERS, 2, CHANGED);
const deltaStart = performance.now();
const delta = await publish();
const deltaSeconds = (performance.now() - deltaStart) / 1000;

line('pages', `${pages.length}`);
line('bytes a page', `${Math.round(bytes / pages.length)}`);
line('full build', `${build.seconds.toFixed(1)} s`);
line('pages a second', rate.toFixed(0), `>= ${TARGETS.pagesPerSecond}`);
line('largest memory of the build', `${(build.rssBytes / 1e6).toFixed(0)} MB`, `<= ${TARGETS.megabytes} MB`);
line('baseline: writing these files', `${(pages.length / plain).toFixed(0)} pages/s`);
line('ratio to the baseline', `${((100 * rate * plain) / pages.length).toFixed(0)} %`);
line(
  `delta of ${delta.changed} pages, index included`,
  `${deltaSeconds.toFixed(2)} s`,
  `<= ${TARGETS.deltaSeconds} s`,
);
line('  of which Astro', `${delta.build!.seconds.toFixed(2)} s`);
line('  of which the index', `${delta.search!.seconds.toFixed(2)} s`);
