import { rmSync } from 'node:fs';
import { addDays, todayInParis } from '#domain/dates.ts';
import { foldWhitespace } from '#domain/quote.ts';
import { openCorpus } from '#db/corpus/open.ts';
import { iterateAgreements, readText } from '#db/corpus/read.ts';
import { listProfileKeys } from '#db/facts/read.ts';
import { dataPath } from '#env';
import { derive, deriveEmployers } from '#pipeline/derive.ts';

/** One step of the derive benchmark; see derive.ts. */
const [step = 'cold'] = process.argv.slice(2);
const SOME = 10;

const line = (label: string, value: string): void => console.log(`derive: ${label.padEnd(42)} ${value}`);
const rate = (count: number, seconds: number): string =>
  `${Math.round(count / seconds).toLocaleString('en')}/s`;

async function time<T>(work: () => T | Promise<T>): Promise<{ result: T; seconds: number }> {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

function readEverything(): { agreements: number; characters: number } {
  const corpus = openCorpus(dataPath('corpus.db'), { readonly: true });
  let agreements = 0;
  let characters = 0;
  for (const { textHash } of iterateAgreements(corpus)) {
    agreements += 1;
    if (textHash) characters += foldWhitespace(readText(corpus, textHash) ?? '').length;
  }
  corpus.$client.close();
  return { agreements, characters };
}

if (step === 'baseline') {
  const { result, seconds } = await time(readEverything);
  line('corpus', `${result.agreements} agreements, ${(result.characters / 1e6).toFixed(1)} M characters`);
  line('baseline: reading and folding every text', rate(result.agreements, seconds));
} else if (step === 'some') {
  const sirens = listProfileKeys().slice(0, SOME).map(({ siren }) => siren); // prettier-ignore
  const { seconds } = await time(() => deriveEmployers({ sirens }));
  line(`${SOME} employers into the live facts`, `${(1000 * seconds).toFixed(0)} ms`);
} else {
  if (step === 'cold') rmSync(dataPath('extractions.db'), { force: true });
  // Another day, so that a warm run writes everything anew instead of finding nothing changed.
  const today = step === 'cold' ? todayInParis() : addDays(todayInParis(), 1);
  const { result, seconds } = await time(() => derive({ today }));
  const { employers, agreements } = result.figures;
  line(`${step}: employers`, rate(employers, seconds));
  line(`${step}: agreements`, rate(agreements, seconds));
  line(`${step}: peak memory`, `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}
