import { room } from './text/once.ts';
import type { Benefit } from '../domain/benefit.ts';
import type { Extraction, ExtractionContext, ExtractorParts, Finding } from '../domain/extraction.ts';
import { findCandidates } from './candidates.ts';
import type { Subject } from './subject.ts';
import { readUnits } from './context/units.ts';
import type { Heading, Unit } from './context/units.ts';
import { takenBy } from './clusters.ts';
import { endlessIn, outlasting } from './duration/endless.ts';
import { beneficiariesOf, whoTitles } from './who/beneficiaries.ts';
import { fieldsOf, withinFields } from './who/field.ts';
import { buildFindings } from './findings.ts';
import { compileBenefit } from './patterns/compile.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import { withdrawOffers } from './offers.ts';
import { isDisagreement } from './standing/modes.ts';
import { withWho } from './who-said.ts';
import type { Candidate } from './standing/responses.ts';
import { readTerms } from './terms/terms.ts';
import { readBlocks } from './text/blocks.ts';
import { Gates, gatedPatterns } from './text/gates.ts';
import { normalize } from './text/normalize.ts';
import { PhraseFinder, searched } from './text/phrases.ts';
import { hashText } from './version.ts';

/** Raise it with every change of code that can change a finding. */
const CODE_VERSION = 60;
/** Title and opening paragraphs: where a record of disagreement says so. */
const OPENING_LENGTH = 700;
/** Sentences among which the title stands. */
const TITLE_WITHIN = 8;

export type Extractor = {
  /** Changes when a pattern or the code changes what is found. */
  version: string;
  /** Two versions of the same code read alike a text that names none of the benefits in which they differ. */
  parts: ExtractorParts;
  /** Deterministic; never throws on any text. Quotes are literal pieces of `foldWhitespace(text)`. */
  extract(text: string, context: ExtractionContext): Extraction;
  /** Whether words of these benefits stand anywhere in the text: false only where `extract` names none of them. Quick. */
  mentions(text: string): boolean;
  /** Every sentence considered for a benefit, with the reason kept or not. */
  explain(text: string, context: ExtractionContext): Explanation[];
};

export type Explanation = {
  benefit: string;
  quote: string;
  standing: string;
  rules: string[];
  mode: string;
  headings: string[];
};

/** The title in the first lines, when it names one benefit, or two that go together. */
function subjectOf(units: readonly Unit[]): Subject {
  for (const unit of units.slice(0, TITLE_WITHIN)) {
    if (
      !/^\W*(?:projet d')?(?:accord|avenant|decision|charte|protocole|reglement|convention)\b/.test(
        unit.plain,
      ) ||
      /[,;]$/.test(unit.plain)
    )
      continue;
    const owners = new Set(unit.hits.map(({ owner }) => owner));
    if (owners.size === 0 || owners.size > 2 || unit.plain.length > 250 || MANY_SUBJECTS.test(unit.plain))
      continue;
    const { start, end, raw, plain, opened } = unit;
    return {
      heading: { level: 1, start, end, raw, plain, article: null, owners, opened, worked: room() },
      owners,
    };
  }
  return null;
}

/** Whose words stand in these sentences, or in what opens them. */
function ownersNamed(units: readonly Unit[]): Set<number> {
  const owners = new Set<number>();
  const seen = new Set<Unit['headings'] | Heading>();
  for (const { hits, headings, intro } of units) {
    for (const { owner } of hits) owners.add(owner);
    if (!seen.has(headings))
      for (const above of headings) for (const owner of above.owners) owners.add(owner);
    if (intro && !seen.has(intro)) for (const owner of intro.owners) owners.add(owner);
    seen.add(headings);
    if (intro) seen.add(intro);
  }
  return owners;
}

/** A yearly negotiation, or a title that names the blocks of the code: about many things. */
const MANY_SUBJECTS =
  /negociation|\bnao\b|remuneration|salaires?\b|temps de travail|qualite de vie|partage de la valeur ajoutee/;

/** Expressions of benefits that run on many sentences and match few. */
const patternsOf = (benefits: readonly CompiledBenefit[]): RegExp[] =>
  benefits
    .flatMap((benefit) => [
      benefit.needs,
      benefit.excludes,
      benefit.proof?.when,
      benefit.granted,
      benefit.restatesLaw,
      benefit.demanded,
      benefit.refused,
    ])
    .filter((pattern) => pattern instanceof RegExp);

/** Throws SourceError when a pattern of the content files cannot be used. */
export function createExtractor(benefits: readonly Benefit[]): Extractor {
  const compiled = benefits.map(compileBenefit);
  const finder = new PhraseFinder(compiled, new Gates([...gatedPatterns(), ...patternsOf(compiled)]));
  const parts: ExtractorParts = {
    code: CODE_VERSION,
    benefits: Object.fromEntries(
      benefits.map(({ id, patterns, values }) => [id, hashText(JSON.stringify([patterns, values]))]),
    ),
  };

  let words: PhraseFinder | null = null;

  const read = (text: string, context: ExtractionContext) => {
    const blocks = readBlocks(text);
    const { units, openedByBlock } = readUnits(blocks, finder);
    const opening = `${normalize(context.title ?? '')} ${normalize(blocks.folded.slice(0, OPENING_LENGTH))}`;
    const doc = { isDisagreement: isDisagreement(opening) };
    const subject = subjectOf(units);
    const candidates = findCandidates(units, compiled, context, doc, subject);
    if (doc.isDisagreement) withdrawOffers(units, candidates);
    return { blocks, units, openedByBlock, subject, candidates, doc };
  };

  return {
    version: hashText(JSON.stringify(parts)),
    parts,
    extract(text, context) {
      const { blocks, units, openedByBlock, subject, candidates, doc } = read(text, context);
      const byOwner = new Map<number, Candidate[]>();
      for (const candidate of candidates) {
        const list = byOwner.get(candidate.owner);
        if (list) list.push(candidate);
        else byOwner.set(candidate.owner, [candidate]);
      }
      const taken = takenBy(candidates);
      const fields = candidates.length > 0 ? fieldsOf(units, context.legalName) : [];
      const outlives = candidates.length > 0 ? endlessIn(units) : null;
      const titles = whoTitles(units);
      const findings: Finding[] = [];
      for (const owner of [...byOwner.keys()].sort((a, b) => a - b)) {
        const found = buildFindings(blocks.folded, units, compiled[owner]!, byOwner.get(owner)!, taken);
        const sections = beneficiariesOf(units, titles, subject, owner);
        const all = [...fields, ...sections];
        for (const finding of found) {
          const at = blocks.folded.indexOf(finding.quote);
          const limited = withinFields(units, owner, finding, at, all);
          findings.push(withWho(blocks.folded, outlasting(limited, at, owner, outlives), at, all));
        }
      }
      const named = [...ownersNamed(units)].sort((a, b) => a - b).map((owner) => compiled[owner]!.id);
      return { findings, terms: readTerms(blocks, context, openedByBlock, doc.isDisagreement), named };
    },
    mentions(text) {
      words ??= new PhraseFinder(
        compiled.map(({ terms }) => ({ terms, hides: [] })),
        new Gates([]),
      );
      return words.find(searched(text), 0, text.length).hits.length > 0;
    },
    explain(text, context) {
      const { candidates } = read(text, context);
      return candidates.map(({ unit, owner, verdict }) => ({
        benefit: compiled[owner]!.id,
        quote: unit.raw,
        standing: verdict.standing,
        rules: verdict.rules,
        mode: unit.mode,
        headings: unit.headings.map((heading) => heading.plain),
      }));
    },
  };
}
