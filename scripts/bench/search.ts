import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { queryOf, type SearchQuery } from '#domain/search.ts';
import { communesNear } from '#domain/search-place.ts';
import { valueOrderOf } from '#domain/search-values.ts';
import { buildEmbedded, openEmbedded } from '#search/embedded.ts';
import type { SearchEngine } from '#search/engine.ts';
import { loadSearchIndex } from '#search/index/search-index.ts';
import { nearWords } from '#search/index/words.ts';
import { openServer } from './meilisearch.ts';
import { compareAnswers } from './search-agreement.ts';
import { benchBenefits, benchDocuments, benchPlaces, pick, randomFrom, wordOf } from './search-documents.ts';

const EMPLOYERS = 150_000;
const QUERIES = 400;
/** Each query is timed by its best attempt: the machine has other work. No engine caches answers. */
const ATTEMPTS = 3;

/** Never asked of Meilisearch (src/search/open.ts). */
const FAR_PAGE = 'far page';

type Change = (random: () => number) => Partial<SearchQuery>;

const base: SearchQuery = queryOf();

function queryClasses(): Record<string, Change> {
  const catalogue = loadCatalogue();
  const departments = catalogue.departments.map(({ code }) => code);
  const sectors = [...catalogue.nafDivisions.keys()];
  const benefits = benchBenefits(catalogue);
  const sortable = benefits.filter((benefit) => valueOrderOf(benefit) !== null);
  const leastOf: Change = (random) => {
    const { id, mainValue } = pick(random, sortable);
    return { minimums: [{ benefit: id, slot: mainValue!, value: 10 * Math.floor(random() * 10) }] };
  };
  const branches = [...catalogue.idccLabels.keys()];
  const places = benchPlaces(catalogue);
  const near: Change = (random) => ({
    benefits: [pick(random, benefits).id],
    near: communesNear(pick(random, places).communeCode, 30, places),
  });
  const fiveOf = (random: () => number) => [
    ...new Set(Array.from({ length: 5 }, () => pick(random, benefits).id)),
  ];
  const begun = (random: () => number): string => wordOf(random).slice(0, 3 + Math.floor(random() * 3));
  const filters: Change = (random) => ({
    departments: [pick(random, departments), pick(random, departments)],
    sectors: [pick(random, sectors), pick(random, sectors), pick(random, sectors)],
    benefits: [pick(random, benefits).id],
  });
  return {
    'text + 3 filters': (random) => ({ ...filters(random), text: begun(random) }),
    'text only': (random) => ({ text: begun(random) }),
    '3 filters': filters,
    'benefit word + place': (random) => ({
      text: pick(random, benefits).shortLabel,
      departments: [pick(random, departments)],
    }),
    '3 filters + 1 value': (random) => ({ ...filters(random), ...leastOf(random) }),
    '1 value, nationwide': leastOf,
    'by value, any page': (random) => ({
      benefits: [pick(random, sortable).id],
      order: 'value',
      page: 1 + Math.floor(random() * 20),
    }),
    'region, 2 branches': (random) => ({
      regions: [pick(random, catalogue.regions).code],
      branches: [pick(random, branches), pick(random, branches)],
    }),
    '30 km, 1 benefit, by distance': (random) => ({ ...near(random), order: 'distance' }),
    '30 km or télétravail': (random) => ({ ...near(random), isRemoteAccepted: true }),
    '5 priorities': (random) => ({ priorities: fiveOf(random), order: 'priorities' }),
    '5 priorities, 1 department': (random) => ({
      priorities: fiveOf(random),
      order: 'priorities',
      departments: [pick(random, departments)],
    }),
    'misspelt name': (random) => {
      const word = wordOf(random);
      return { text: word.slice(0, 2) + word.slice(3) };
    },
    'nothing asked': () => ({}),
    [FAR_PAGE]: (random) => ({ page: 1 + Math.floor(random() * 7500) }),
  };
}

const quantile = (times: number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * q)]!;
const ms = (value: number): string => value.toFixed(2).padStart(8);

/** An engine, and the processor time that a server of its own took so far, in milliseconds. */
type Measured = { engine: SearchEngine; serverTime: () => number };

type Figures = { times: number[]; processor: number };

async function measure({ engine, serverTime }: Measured, change: Change, runs: number): Promise<Figures> {
  const random = randomFrom(11);
  const times: number[] = [];
  const [own, server] = [process.cpuUsage(), serverTime()];
  for (let i = -5; i < runs; i++) {
    const query = { ...base, ...change(random) };
    let best = Infinity;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const start = performance.now();
      await engine.search(query);
      best = Math.min(best, performance.now() - start);
    }
    if (i >= 0) times.push(best);
  }
  const { user, system } = process.cpuUsage(own);
  return { times, processor: ((user + system) / 1000 + serverTime() - server) / ((runs + 5) * ATTEMPTS) };
}

/** Answers wait for a processor that others use; the time they take of it does not. */
async function compare(measured: Measured[]): Promise<void> {
  console.log(
    'best of 3, ms: p50 / p95, then mean processor time of a search, with that of a server of its own',
  );
  console.log(''.padEnd(28) + measured.map(({ engine }) => engine.name.padStart(31)).join(''));
  for (const [name, change] of Object.entries(queryClasses())) {
    const cells: string[] = [];
    for (const one of measured) {
      const isEmbedded = one.engine.name === 'embedded';
      if (name === FAR_PAGE && !isEmbedded) {
        cells.push('left to embedded'.padStart(31));
        continue;
      }
      const { times, processor } = await measure(one, change, isEmbedded ? QUERIES : QUERIES / 20);
      cells.push(`  ${ms(quantile(times, 0.5))} /${ms(quantile(times, 0.95))}  ${ms(processor)}`);
    }
    console.log(name.padEnd(28) + cells.join(''));
  }
}

/** Embedded engine at 150,000 invented employers: build, start-up, memory, answers; each beside a plain reading of the file. */
export async function benchSearch(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-bench-'));
  const file = path.join(folder, 'search.db');
  const catalogue = loadCatalogue();
  try {
    const start = performance.now();
    buildEmbedded(
      file,
      benchDocuments(EMPLOYERS, catalogue),
      { benefits: benchBenefits(catalogue) },
      'bench',
    );
    console.log(`build      ${((performance.now() - start) / 1000).toFixed(1)} s, ${(statSync(file).size / 1e6).toFixed(0)} MB on disk`); // prettier-ignore
    measureStart(file);
    benchTypos(file);
    benchPlainSql(file);
    const server = await openServer(EMPLOYERS, catalogue);
    const embedded = openEmbedded(file);
    await compare([{ engine: embedded, serverTime: () => 0 }, ...(server ? [server] : [])]);
    if (server) await compareAnswers([embedded, server.engine], catalogue);
    server?.printMemory();
    await server?.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Start-up and memory of a fresh process. */
function measureStart(file: string): void {
  const script = path.join('scripts', 'bench', 'search-start.ts');
  const printed = execFileSync(process.execPath, [script, file], { encoding: 'utf8' });
  const { seconds, rss } = JSON.parse(printed) as { seconds: number; rss: number };
  console.log(`start-up   ${seconds.toFixed(2)} s, ${(rss / 1e6).toFixed(0)} MB resident`);
}

function benchTypos(file: string): void {
  const index = loadSearchIndex(file);
  const random = randomFrom(13);
  const times: number[] = [];
  for (let i = -100; i < 2000; i++) {
    const word = pick(random, index.words.words);
    const at = Math.floor(random() * word.length);
    const start = performance.now();
    nearWords(index.words, word.slice(0, at) + word.slice(at + 1));
    if (i >= 0) times.push(performance.now() - start);
  }
  console.log(`typo       ${quantile(times, 0.5).toFixed(3)} / ${quantile(times, 0.95).toFixed(3)} ms among ${index.words.words.length} words`); // prettier-ignore
  index.close();
}

/** The least SQL can do for one text and one filter, without any facet: reads every document of the same file. */
function benchPlainSql(file: string): void {
  const client = new Database(file, { readonly: true });
  const count = client.prepare(
    `SELECT count(*) FROM documents WHERE document LIKE ? AND document ->> 'nafDivision' = ?`,
  );
  const random = randomFrom(11);
  const times = Array.from({ length: 10 }, () => {
    const start = performance.now();
    count.get(`%"name":"%${wordOf(random).slice(0, 4)}%`, '62');
    return performance.now() - start;
  });
  console.log(`baseline   ${quantile(times, 0.5).toFixed(0)} ms for one count by plain SQL (text and one filter, no facet)`); // prettier-ignore
  client.close();
}
