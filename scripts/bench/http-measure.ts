import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { readFigures } from '#db/facts/read.ts';
import { dataPath } from '#env';
import { publish } from '#pipeline/publish.ts';
import { buildEmbedded } from '#search/embedded.ts';
import { writeBenchFacts } from './build-facts.ts';
import { benchBenefits, benchDocuments, pick, randomFrom, wordOf } from './search-documents.ts';

const EMPLOYERS = 150_000;
const PAGES = 100;
const SECONDS = 5;
const RATES = [50, 100, 200, 300, 500];
/** One tick of /proc, on every Linux of today. */
const TICK_MS = 10;
/** A rate is not reached when answers wait this long; the next ones are left out. */
const LATE_MS = 1_000;

const catalogue = loadCatalogue();
writeBenchFacts(dataPath('facts.db'), PAGES);
await publish();
const benefits = benchBenefits(catalogue);
buildEmbedded(dataPath('search.db'), benchDocuments(EMPLOYERS, catalogue), { benefits }, readFigures().generation); // prettier-ignore

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const web = spawn(process.execPath, ['src/server/web.ts'], {
  env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' },
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
await once(web, 'message');
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const random = randomFrom(17);

/** One of thousands of searches, nearly all of them asked once: each page is made anew. */
function distinctAddress(): string {
  const params = new URLSearchParams({
    q: wordOf(random).slice(0, 4),
    avantage: pick(random, catalogue.benefits).id,
    departement: pick(random, catalogue.departments).code,
    secteur: pick(random, [...catalogue.nafDivisions.keys()]),
  });
  return `${url}/recherche?${params}`;
}

/** A search of a list of them, the first ones far more often: most are answered from those kept for a minute. */
const ASKED_AGAIN = Array.from({ length: 300 }, distinctAddress);
const repeatedAddress = (): string => ASKED_AGAIN[Math.floor(random() ** 2.5 * ASKED_AGAIN.length)]!;

/**
 * Milliseconds from when the request was due until the last byte. A kept connection that the server closes as it is
 * taken again is asked anew, as browsers do.
 */
const ask = (at: string, due: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = get(at, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      const { statusCode } = response;
      response.resume();
      response.on('end', () => {
        if (statusCode === 200) resolve(performance.now() - due);
        else reject(new Error(`${at}: ${statusCode}`));
      });
    });
    request.on('error', (error) => (request.reusedSocket ? resolve(ask(at, due)) : reject(error)));
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

/** Milliseconds of processor the server has used, all its threads together; null where the system does not tell. */
function processorTime(): number | null {
  try {
    const fields = readFileSync(`/proc/${web.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}

await measure(distinctAddress, 20, 3);
console.log(`http       text + 3 filters among ${EMPLOYERS} employers, whole page, compressed, one process, asked from the same machine; target p95 <= 15 ms at 500/s`); // prettier-ignore
for (const [name, address] of [
  ['distinct', distinctAddress],
  ['repeated', repeatedAddress],
] as const)
  for (const rate of RATES) {
    const before = processorTime();
    const times = await measure(address, rate, SECONDS);
    const after = processorTime();
    const at = (q: number): string => times[Math.floor(times.length * q)]!.toFixed(1).padStart(8);
    const used = before === null || after === null ? '' : `   ${((after - before) / times.length).toFixed(2)} ms of processor a page`; // prettier-ignore
    console.log(
      `http       ${name} ${String(rate).padStart(4)}/s   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms${used}`,
    );
    if (times[Math.floor(times.length * 0.5)]! > LATE_MS) break;
  }
agent.destroy();
web.send('stop');
await once(web, 'exit');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const found = server.address();
  server.close();
  await once(server, 'close');
  return typeof found === 'object' && found ? found.port : 0;
}
