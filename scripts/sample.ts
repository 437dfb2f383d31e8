import { parseArgs } from 'node:util';
import { parseIsoDate } from '#domain/dates.ts';
import { generateSample } from '#sample/generate.ts';
import { REFERENCE_DAY } from '#sample/life.ts';

const USAGE = `npm run sample -- --employers N --out FILE|FOLDER [--seed S] [--today YYYY-MM-DD] [--truth FILE]
  --employers  how many fictional employers
  --out        a folder (full dump, increment, two Sirene files) or one .tar.gz (full dump alone)
  --seed       any text; the same seed gives the same bytes (default: star-finder)
  --today      day the states are counted from (default: ${REFERENCE_DAY})
  --truth      also write what a careful reader should find, as JSON lines`;

const { values } = parseArgs({
  options: {
    employers: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: 'star-finder' },
    today: { type: 'string', default: REFERENCE_DAY },
    truth: { type: 'string' },
  },
});

const employers = Number(values.employers);
const today = parseIsoDate(values.today);
if (!values.out || !Number.isInteger(employers) || employers < 1 || !today) {
  console.error(USAGE);
  process.exit(2);
}

const start = performance.now();
const rate = (count: number): string => (count / ((performance.now() - start) / 1000)).toFixed(1);
const figures = await generateSample({
  employers,
  seed: values.seed,
  today,
  out: values.out,
  truth: values.truth ?? null,
  onProgress: (done, stage) => console.log(`sample: ${stage} ${done}/${employers}`),
});
const megabytes = figures.bytes / 1_000_000;
console.log(
  `sample: ${figures.employers} employers, ${figures.agreements} records, ${figures.documents} documents, ${megabytes.toFixed(1)} MB in ${((performance.now() - start) / 1000).toFixed(1)} s ` +
    `(${rate(figures.employers)} employers/s, ${rate(figures.documents)} documents/s, ${rate(megabytes)} MB/s)`,
);
for (const file of figures.files) console.log(`  ${file}`);
