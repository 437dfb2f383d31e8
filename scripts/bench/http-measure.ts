import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { readFigures } from '#db/facts/read.ts';
import { dataPath } from '#env';
import { publish } from '#pipeline/publish.ts';
import { buildEmbedded } from '#search/embedded.ts';
import { addBenchNames, writeBenchFacts } from './build-facts.ts';
import { benchBenefits, benchDocuments, pick, randomFrom, wordOf } from './search-documents.ts';

const EMPLOYERS = 150_000;
const PAGES = 100;
const SECONDS = 5;
const RATES = [50, 200, 500];
const WARM_UP = { rate: 50, seconds: 8 };
/** How many processes answer, as WEB_PROCESSES says. */
const PROCESSES = [1, 2];
/** One tick of /proc, on every Linux of today. */
const TICK_MS = 10;
/** A rate is not reached when answers wait this long; the next ones are left out. */
const LATE_MS = 1_000;

const catalogue = loadCatalogue();
writeBenchFacts(dataPath('facts.db'), PAGES);
await publish();
const benefits = benchBenefits(catalogue);
buildEmbedded(dataPath('search.db'), benchDocuments(EMPLOYERS, catalogue), { benefits }, readFigures().generation); // prettier-ignore

addBenchNames(dataPath('facts.db'), benchDocuments(EMPLOYERS, catalogue));

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const random = randomFrom(17);

/** One of thousands of searches, nearly all of them asked once and finding nobody: each page is made anew. */
function distinctAddress(): string {
  const params = new URLSearchParams({
    q: wordOf(random).slice(0, 4),
    avantage: pick(random, catalogue.benefits).id,
    departement: pick(random, catalogue.departments).code,
    secteur: pick(random, [...catalogue.nafDivisions.keys()]),
  });
  return `${url}/recherche?${params}`;
}

/** As before, but nine in ten find employers: cards to make, and more of everything to count. */
function foundAddress(): string {
  const params = new URLSearchParams({
    q: wordOf(random).slice(0, 3),
    avantage: pick(random, catalogue.benefits.slice(0, 15)).id,
    departement: pick(random, catalogue.departments).code,
  });
  return `${url}/recherche?${params}`;
}

/** One search in two finds employers. */
const anyAddress = (): string => (random() < 1 / 2 ? foundAddress() : distinctAddress());
/** A search of a list of them, the first ones far more often: most are answered from those kept for a minute. */
const ASKED_AGAIN = Array.from({ length: 300 }, anyAddress);
const repeatedAddress = (): string => ASKED_AGAIN[Math.floor(random() ** 2.5 * ASKED_AGAIN.length)]!;
/** As people search: what many look for comes again and again, one search in three is nobody else's. */
const mixedAddress = (): string => (random() < 1 / 3 ? anyAddress() : repeatedAddress());

/**
 * Milliseconds from when the request was due until the last byte. A connection that the server closes as it is taken is
 * asked anew, as browsers do.
 */
const ask = (at: string, due: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = get(
      at,
      { agent, headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } },
      (response) => {
        const { statusCode } = response;
        response.resume();
        response.on('end', () => {
          if (statusCode === 200) resolve(performance.now() - due);
          else reject(new Error(`${at}: ${statusCode}`));
        });
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) =>
      request.reusedSocket || error.code === 'ECONNRESET' ? resolve(ask(at, due)) : reject(error),
    );
  });

/** Requests leave when they are due, whether or not those before were answered. */
async function measure(address: () => string, rate: number, seconds: number): Promise<number[]> {
  const start = performance.now();
  const answers: Promise<number>[] = [];
  for (let i = 0; i < rate * seconds; i++) {
    const due = start + (i * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    answers.push(ask(address(), due));
  }
  return (await Promise.all(answers)).sort((a, b) => a - b);
}

/** Milliseconds of processor these processes have used, all their threads together; null where the system does not tell. */
function processorTime(webs: readonly Worker[]): number | null {
  try {
    return webs.reduce((sum, { process: { pid } }) => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    }, 0);
  } catch {
    return null;
  }
}

async function startWebs(count: number): Promise<Worker[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const web = cluster.fork({ PORT: port, HOST: '127.0.0.1' });
      await once(web, 'message');
      return web;
    }),
  );
}

async function measureStream(name: string, address: () => string, webs: Worker[]): Promise<void> {
  for (const rate of RATES) {
    const [before, own] = [processorTime(webs), process.cpuUsage()];
    const times = await measure(address, rate, SECONDS);
    const [after, asking] = [processorTime(webs), process.cpuUsage(own)];
    const at = (q: number): string => times[Math.floor(times.length * q)]!.toFixed(1).padStart(8);
    const used = before === null || after === null ? '' : `   ${((after - before) / times.length).toFixed(2)} ms of processor a page`; // prettier-ignore
    const share = (asking.user + asking.system) / 1000 / times.length;
    console.log(`http       ${webs.length} × ${name} ${String(rate).padStart(4)}/s   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms${used}, ${share.toFixed(2)} ms to ask; load ${loadavg()[0]!.toFixed(1)}`); // prettier-ignore
    if (times[Math.floor(times.length * 0.5)]! > LATE_MS) return;
  }
}

console.log(`http       text + 3 filters among ${EMPLOYERS} employers, whole page, compressed, asked from the same machine, of whose ${availableParallelism()} processors who asks takes a share; target p95 <= 15 ms at 500/s`); // prettier-ignore
cluster.schedulingPolicy = cluster.SCHED_NONE;
cluster.setupPrimary({ exec: path.join('src', 'server', 'web.ts'), execArgv: [], args: [] });
for (const count of PROCESSES) {
  const webs = await startWebs(count);
  await measure(distinctAddress, WARM_UP.rate * count, WARM_UP.seconds);
  await measureStream('distinct', distinctAddress, webs);
  await measureStream('found   ', foundAddress, webs);
  await measureStream('mixed   ', mixedAddress, webs);
  await measureStream('repeated', repeatedAddress, webs);
  agent.destroy();
  for (const web of webs) web.send('stop');
  await Promise.all(webs.map((web) => once(web, 'exit')));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const found = server.address();
  server.close();
  await once(server, 'close');
  return typeof found === 'object' && found ? found.port : 0;
}
