import { RecordError } from '#domain/errors.ts';
import { compareWords, type Comparison } from './compare-words/compare.ts';
import { listDocuments } from './compare-words/inputs.ts';

/**
 * `npm run test:words -- <archive | folder | file.docx> …`: the words stored for each .docx beside those of mammoth,
 * and where they differ. What the classes mean, and why they stand: tests/sources/acco/WORDS.md.
 */
const WORDS_SHOWN = 30;

function describe(name: string, { verdict, at, onlyOurs, onlyTheirs }: Comparison): string[] {
  const show = (words: string[]): string =>
    words.slice(0, WORDS_SHOWN).join(' ') + (words.length > WORDS_SHOWN ? ` … (${words.length} words)` : '');
  const lines = [`${name}: ${verdict}`, `  here:    ${at?.ours ?? ''}`, `  mammoth: ${at?.theirs ?? ''}`];
  if (onlyOurs.length > 0) lines.push(`  only here:       ${show(onlyOurs)}`);
  if (onlyTheirs.length > 0) lines.push(`  only in mammoth: ${show(onlyTheirs)}`);
  return lines;
}

const inputs = process.argv.slice(2);
const counts: Record<string, number> = {};
try {
  for (const input of inputs)
    for await (const { name, bytes } of listDocuments(input)) {
      const found = await compareWords(bytes).catch((error: unknown) => {
        if (!(error instanceof RecordError)) throw error;
        console.log(`${name}: unreadable: ${error.message}`);
        return null;
      });
      const verdict = found?.verdict ?? 'unreadable';
      counts[verdict] = (counts[verdict] ?? 0) + 1;
      if (found && verdict !== 'same') for (const line of describe(name, found)) console.log(line);
    }
  for (const [verdict, count] of Object.entries(counts)) console.log(`${verdict}: ${count}`);
  if (inputs.length === 0) {
    console.error('compare-words: name an archive, a folder or a .docx.');
    process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
