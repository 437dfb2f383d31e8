import { loadCatalogue } from '../src/catalogue/catalogue.ts';
import { SourceError } from '../src/domain/errors.ts';
import { AgreementId, BenefitId } from '../src/domain/ids.ts';
import { dataPath } from '../src/env.ts';
import { createExtractor } from '../src/extraction/extract.ts';
import type { Explanation } from '../src/extraction/extract.ts';
import { openCorpus } from '../db/corpus/open.ts';
import { iterateAgreements, readText } from '../db/corpus/read.ts';

const USAGE = 'Usage: npm run explain -- ACCOTEXT000012345678 [benefit]';

function printExplanation({ benefit, standing, rules, mode, headings, quote }: Explanation): void {
  console.log(`\n${benefit}: ${standing}  [${rules.join(' → ')}]`);
  console.log(`  section: ${mode}${headings.length > 0 ? `  « ${headings.join(' › ')} »` : ''}`);
  console.log(`  ${quote}`);
}

/** Prints every sentence considered, then what was kept. Throws SourceError when the corpus does not hold the text. */
function explain(id: AgreementId, benefit: BenefitId | null): void {
  const { benefits } = loadCatalogue();
  const kept = benefit ? benefits.filter((item) => item.id === benefit) : benefits;
  if (kept.length === 0) throw new SourceError(`explain: no benefit named ${benefit}. See content/benefits.`);
  const corpus = openCorpus(dataPath('corpus.db'), { readonly: true });
  const found = [...iterateAgreements(corpus)].find((item) => item.record.id === id);
  if (!found) throw new SourceError(`explain: ${id} is not in the corpus. Run npm run ingest first.`);
  const text = found.textHash ? readText(corpus, found.textHash) : null;
  corpus.$client.close();
  if (text === null) throw new SourceError(`explain: ${id} has no text (${found.textStatus}).`);
  // Of all benefits, as in a derivation: a sentence that another benefit takes is not read for this one.
  const extractor = createExtractor(benefits);
  const isKept = (item: { benefit: string }): boolean => kept.some(({ id: one }) => one === item.benefit);
  const { nafCode, title, legalName } = found.record;
  const context = { nafCode, title, legalName };
  console.log(`${id}  ${legalName}  « ${title} »  extractor ${extractor.version}`);
  extractor.explain(text, context).filter(isKept).forEach(printExplanation);
  const { findings, terms } = extractor.extract(text, context);
  console.log('\n== kept');
  for (const finding of findings.filter(isKept)) console.log(JSON.stringify(finding, null, 2));
  console.log('\n== terms');
  console.log(JSON.stringify(terms, null, 2));
}

const [rawId, rawBenefit] = process.argv.slice(2);
const id = AgreementId.safeParse(rawId);
const benefit = BenefitId.nullable().safeParse(rawBenefit ?? null);
if (!id.success || !benefit.success) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    explain(id.data, benefit.data);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
