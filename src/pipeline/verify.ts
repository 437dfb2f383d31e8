import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { iterateAgreements, readText } from '#db/corpus/read.ts';
import { openCorpus, type Corpus } from '#db/corpus/open.ts';
import type { Claim } from '#domain/claim.ts';
import { SourceError } from '#domain/errors.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { foldWhitespace, literalsOf, misquotedIn } from '#domain/quote.ts';
import { isPublishableText } from '#domain/mask.ts';
import type { Progress } from './command.ts';

/** One thing on a published page that may not stand there. */
export type Fault = { page: string; claim: string | null; problem: string };
export type VerifyReport = { pages: number; quotes: number; faults: Fault[] };

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };
const unescapeHtml = (html: string): string =>
  html.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

const BLOCKQUOTE = /<blockquote\b[^>]*>\s*<p>«\s([\s\S]*?)\s»<\/p>/g;
const AROUND = /<q>«\s([\s\S]*?)\s»<\/q>/g;
/** « n’offre pas », whatever the apostrophe: silence is never "no". */
const FORBIDDEN = /n(?:['’]|&#39;|&rsquo;)offre pas/i;

/**
 * Reads every published employer page and its JSON, and holds each quote against the stored text of its agreement.
 * Independent of the run that made the pages: it believes files and corpus only.
 * @param site folder of the public files (`…/client`)
 * @throws SourceError when there is no site or no corpus
 */
export async function verifySite(
  site: string,
  corpusFile: string,
  progress: Progress = () => {},
): Promise<VerifyReport> {
  const folder = path.join(site, 'employeurs');
  if (!existsSync(folder))
    throw new SourceError(`verify: no employer page under ${site}. Run \`npm run publish\` first.`);
  const corpus = openCorpus(corpusFile, { readonly: true });
  try {
    const texts = textsOf(corpus);
    const report: VerifyReport = { pages: 0, quotes: 0, faults: [] };
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    for (const name of names.sort()) {
      const page = path.join(folder, name.replace(/\.json$/, '.html'));
      verifyEmployer(path.join(folder, name), page, texts, report);
      progress('pages', ++report.pages, names.length);
    }
    for (const name of readdirSync(folder))
      if (name.endsWith('.html') && !existsSync(path.join(folder, name.replace(/\.html$/, '.json'))))
        report.faults.push({ page: name, claim: null, problem: 'page without its JSON' });
    return report;
  } finally {
    corpus.$client.close();
  }
}

/** Folded text of an agreement, the last one kept: claims of one agreement follow one another. */
function textsOf(corpus: Corpus): (agreement: string) => string | null {
  const hashes = new Map<string, string>();
  for (const { record, textHash } of iterateAgreements(corpus)) if (textHash) hashes.set(record.id, textHash);
  let last = { id: '', text: null as string | null };
  return (id) => {
    if (last.id !== id) {
      const hash = hashes.get(id);
      const text = hash === undefined ? null : readText(corpus, hash);
      last = { id, text: text === null ? null : foldWhitespace(text) };
    }
    return last.text;
  };
}

function verifyEmployer(
  jsonFile: string,
  htmlFile: string,
  texts: (id: string) => string | null,
  report: VerifyReport,
): void {
  const page = path.basename(htmlFile);
  const fault = (claim: string | null, problem: string) => report.faults.push({ page, claim, problem });
  const profile = JSON.parse(readFileSync(jsonFile, 'utf8')) as EmployerProfile;
  if (!existsSync(htmlFile)) return void fault(null, 'JSON without its page');
  const html = readFileSync(htmlFile, 'utf8');
  if (FORBIDDEN.test(html)) fault(null, 'the page says « n’offre pas »');
  if (profile.isFictional && !/fictif|fictive/i.test(html))
    fault(null, 'a fictional employer is not marked as such');
  const claims: Claim[] = profile.entries.flatMap(({ lead, others }) => [lead, ...others]);
  const verified = new Set<string>();
  for (const claim of claims) {
    // The words of a declaration are all its text.
    const text = claim.agreement ? texts(claim.agreement.id) : claim.quote;
    if (text === null) fault(claim.id, 'its agreement has no stored text');
    else if (misquotedIn(claim, text) !== null)
      fault(claim.id, 'its quote, or what stands around it, does not stand in the text');
    else for (const piece of literalsOf(claim)) verified.add(piece);
    if (!literalsOf(claim).every(isPublishableText))
      fault(claim.id, 'its quote names a person or a way to reach one');
  }
  const printed = [...html.matchAll(BLOCKQUOTE)].map((match) => unescapeHtml(match[1]!));
  if (printed.length !== html.split('<blockquote').length - 1)
    fault(null, 'a quote is printed in a form this check cannot read');
  if (printed.length < claims.length)
    fault(null, `${claims.length} claims, ${printed.length} quotes printed`);
  const around = [...html.matchAll(AROUND)].map((match) => unescapeHtml(match[1]!));
  if (around.length !== html.split('<q>').length - 1)
    fault(null, 'what stands around a quote is printed in a form this check cannot read');
  for (const piece of [...printed, ...around])
    if (!verified.has(piece)) fault(null, `printed quote is not verified: ${piece.slice(0, 80)}`);
  report.quotes += printed.length;
}

/** Lines of a long listing, for commands that print faults. */
export const firstLines = (faults: Fault[], limit = 20): string =>
  faults
    .slice(0, limit)
    .map(({ page, claim, problem }) => `${page}${claim ? ` ${claim}` : ''}: ${problem}`)
    .join('\n');
