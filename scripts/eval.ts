import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCatalogue } from '../src/catalogue/catalogue.ts';
import { todayInParis } from '../src/domain/dates.ts';
import { SourceError } from '../src/domain/errors.ts';
import { createExtractor } from '../src/extraction/extract.ts';
import { readPassages, readTexts } from './eval/gold.ts';
import type { GoldText } from './eval/gold.ts';
import { printMeasure } from './eval/print.ts';
import { figuresOf, measure } from './eval/measure.ts';
import type { Figures } from './eval/measure.ts';
import { keptReal, measureQuality, measureReal, measureUnseen, readWith } from './eval/quality.ts';

const USAGE = `Usage: npm run eval -- DIR [--errors] [--json] [--half dev|held-out] [--only benefit,benefit]
       npm run eval -- [DIR] --quality FILE   writes the figures of the quality page (without DIR: own sentences only)
       npm run eval -- DIR --quality FILE --unseen   writes there what came out of passages read for the first time`;

type Options = {
  folder: string;
  showErrors: boolean;
  isJson: boolean;
  half: string | null;
  only: string[] | null;
  quality: string | null;
  isUnseen: boolean;
};

function parseArguments(argv: readonly string[]): Options | null {
  const options: Options = {
    folder: '',
    showErrors: false,
    isJson: false,
    half: null,
    only: null,
    quality: null,
    isUnseen: false,
  };
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!;
    if (argument === '--errors') options.showErrors = true;
    else if (argument === '--json') options.isJson = true;
    else if (argument === '--half') options.half = argv[++i] ?? null;
    else if (argument === '--only') options.only = argv[++i]?.split(',') ?? null;
    else if (argument === '--unseen') options.isUnseen = true;
    else if (argument === '--quality') options.quality = argv[++i] ?? null;
    else if (argument.startsWith('--') || options.folder) return null;
    else options.folder = argument;
  }
  const isUsed = options.isUnseen ? options.folder && options.quality : options.folder || options.quality;
  return isUsed && (options.half === null || /^(?:dev|held-out)$/.test(options.half)) ? options : null;
}

/** The figures that the site shows: both sets whole; without folder, those of the real texts stay as they were. */
function writeQuality(folder: string, file: string): void {
  const { benefits, quality: before } = loadCatalogue();
  const extractor = createExtractor(benefits);
  const today = todayInParis();
  const sets = folder ? { texts: readTexts(folder), passages: readPassages(folder) } : null;
  if (sets && sets.texts.length + sets.passages.length === 0)
    throw new SourceError(`eval: ${folder} holds neither labels.jsonl with texts/ nor passages.jsonl.`);
  const real = sets ? measureReal(benefits, extractor, sets, today) : keptReal(before);
  const quality = {
    ...measureQuality(benefits, extractor, real, today),
    unseen: before.unseen,
    reading: before.reading,
    cards: before.cards,
  };
  writeFileSync(file, `${JSON.stringify(quality, null, 2)}\n`);
  console.log(
    `${file}: ${benefits.length} benefits; own set by extractor ${quality.own.extractor}, real texts by ${quality.real.extractor}.`,
  );
}

/** What came out of passages that these rules read for the first time; the other figures of the file stay. */
function writeUnseen(folder: string, file: string): void {
  const { benefits, quality } = loadCatalogue();
  const passages = readPassages(folder);
  if (passages.length === 0) throw new SourceError(`eval: ${folder} holds no passages.jsonl.`);
  const unseen = measureUnseen(benefits, createExtractor(benefits), passages, todayInParis());
  writeFileSync(file, `${JSON.stringify({ ...quality, unseen }, null, 2)}\n`);
  console.log(
    `${file}: ${passages.length} passages read for the first time by extractor ${unseen.extractor}.`,
  );
}

function run({ folder, showErrors, isJson, half, only }: Options): void {
  const { benefits } = loadCatalogue();
  const extractor = createExtractor(benefits);
  const names = new Set(
    benefits.map((benefit) => benefit.id as string).filter((id) => !only || only.includes(id)),
  );
  const keep = (gold: GoldText): boolean => half === null || gold.isHeldOut === (half === 'held-out');
  const report: Record<string, Figures> = {};
  for (const [name, all] of [
    ['texts', readTexts(folder)],
    ['passages', readPassages(folder)],
  ] as const) {
    const golds = all.filter(keep);
    const result = measure(golds, readWith(extractor), names);
    report[name] = figuresOf(result.overall, golds.length);
    if (!isJson) printMeasure(name, result, showErrors);
  }
  if (isJson) console.log(JSON.stringify(report));
}

const options = parseArguments(process.argv.slice(2));
if (!options) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    const folder = options.folder && path.resolve(options.folder);
    if (options.quality && options.isUnseen) writeUnseen(folder, options.quality);
    else if (options.quality) writeQuality(folder, options.quality);
    else run({ ...options, folder });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
