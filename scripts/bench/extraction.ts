import { loadCatalogue } from '../../src/catalogue/catalogue.ts';
import { createExtractor } from '../../src/extraction/extract.ts';

const CONTEXT = { nafCode: null, title: null, legalName: null };
/** Bytes of UTF-8. */
const TEXT_SIZE = 20_000;
const TEXTS = 300;
const HOSTILE_LENGTH = 500_000;

const PROSE = [
  'Le présent accord a été conclu après plusieurs réunions de négociation entre la Direction et les organisations syndicales.',
  'Il s’applique à l’ensemble des salariés de l’entreprise, quelles que soient la nature et la durée de leur contrat.',
  'Les parties rappellent leur attachement à la qualité de vie et des conditions de travail dans tous les services.',
  'Un bilan sera présenté chaque année au comité social et économique, qui pourra formuler toute observation utile.',
  'La direction des ressources humaines veille à la bonne information des équipes et répond aux questions des salariés.',
  'Le temps de travail est décompté par période hebdomadaire et les repos sont pris par journée entière ou demi-journée.',
];

/** Deterministic agreement text: titles, prose, and sentences of the content files. */
function generateTexts(sentences: readonly string[]): string[] {
  let seed = 42;
  const next = (limit: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % limit;
  };
  return Array.from({ length: TEXTS }, () => {
    const lines: string[] = [];
    let left = TEXT_SIZE;
    for (let article = 1; left > 0; article++) {
      const block = [
        `Article ${article} – Dispositions`,
        ...Array.from({ length: 4 + next(5) }, () =>
          next(8) === 0 ? sentences[next(sentences.length)]! : PROSE[next(PROSE.length)]!,
        ),
      ];
      for (const line of block) {
        left -= Buffer.byteLength(line) + 1;
        if (left > 0) lines.push(line);
      }
    }
    return lines.join('\n');
  });
}

/** One line without a full stop, made of words that many patterns begin with. */
const hostileLine = (words: string): string =>
  words.repeat(Math.ceil(HOSTILE_LENGTH / words.length)).slice(0, HOSTILE_LENGTH);

type Cost = { wall: number; processor: number };

/** Seconds of one run, and of the processor alone: others may load the machine. The fastest of several runs counts. */
function time(run: () => void, runs: number): Cost {
  const best: Cost = { wall: Number.POSITIVE_INFINITY, processor: Number.POSITIVE_INFINITY };
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    const before = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(before);
    best.wall = Math.min(best.wall, (performance.now() - start) / 1000);
    best.processor = Math.min(best.processor, (user + system) / 1e6);
  }
  return best;
}

/** The first ones warm the program up; on a shared machine few of the others run undisturbed. */
const RUNS = 10;

/** Prints agreements/s and MB/s on generated text, then the cost per kB of hostile lines beside it. One core. */
export async function benchExtraction(): Promise<void> {
  const { benefits } = loadCatalogue();
  const extractor = createExtractor(benefits);
  const texts = generateTexts(
    benefits.flatMap((benefit) => benefit.examples.match.map((example) => example.text)),
  );
  const characters = texts.reduce((total, text) => total + text.length, 0);
  const { wall, processor } = time(() => texts.forEach((text) => extractor.extract(text, CONTEXT)), RUNS);
  const perKilobyte = (1e6 * processor) / (characters / 1000);
  const rate = (seconds: number): string => (texts.length / seconds).toFixed(0);
  console.log(
    `texts of 20 kB: ${rate(wall)} agreements/s by the clock, ${rate(processor)} by processor time, ${(characters / 1e6 / processor).toFixed(1)} MB/s (${benefits.length} benefits, best of ${RUNS} runs)`,
  );
  console.log(`prose: ${perKilobyte.toFixed(0)} µs of processor per kB`);
  for (const [name, line] of [
    ['one word', hostileLine('a')],
    ['spaces between letters', hostileLine('a ')],
    ['figures', hostileLine('1 2,3 €/4 % ')],
    ['number words', hostileLine('deux mille quatre-vingt ')],
    ['terms', hostileLine('télétravail mutuelle crèche employeur ')],
    ['marks', hostileLine('part patronale 3 € à 4 jours par mois, ')],
    ['parentheses', hostileLine('((((')],
  ] as const) {
    const spent = time(() => extractor.extract(line, CONTEXT), RUNS).processor;
    const cost = (1e6 * spent) / (line.length / 1000);
    console.log(
      `hostile line of 500 kB (${name}): ${cost.toFixed(0)} µs per kB, ${(cost / perKilobyte).toFixed(1)} × prose`,
    );
  }
}
