import { copyFileSync, statSync } from 'node:fs';
import { dataPath } from '#env';
import { dump } from '#pipeline/dump.ts';
import { writeBenchFacts } from './build-facts.ts';

const EMPLOYERS = 150_000;
const TARGETS = { seconds: 60 };

const line = (label: string, value: string, target = '') =>
  console.log(`dump: ${label.padEnd(34)} ${value.padStart(14)}${target && `   target ${target}`}`);

const facts = dataPath('facts.db');
writeBenchFacts(facts, EMPLOYERS, 1, 0, true);
const copyStart = performance.now();
copyFileSync(facts, dataPath('facts.baseline.db'));
const copySeconds = (performance.now() - copyStart) / 1000;

const before = process.cpuUsage();
const report = await dump();
const { user, system } = process.cpuUsage(before);
const bytes = report.files.reduce((sum, file) => sum + file.bytes, 0);

line('employers', EMPLOYERS.toLocaleString('en'));
line('rows', report.tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en'));
line('facts', `${(statSync(facts).size / 1e6).toFixed(0)} MB`);
line('files', `${(bytes / 1e6).toFixed(0)} MB`);
line('whole dump', `${report.seconds.toFixed(1)} s`, `<= ${TARGETS.seconds} s`);
line('processor time, all threads', `${((user + system) / 1e6).toFixed(1)} s`);
line('largest memory', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
line('baseline: copying the facts', `${copySeconds.toFixed(1)} s`);
for (const { name, bytes: size } of report.files.filter((file) => file.bytes > 1e6))
  line(`  ${name}`, `${(size / 1e6).toFixed(0)} MB`);
