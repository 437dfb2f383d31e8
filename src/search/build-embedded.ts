import { createSearchIndex, type IndexWriter } from '#db/search/store.ts';
import { SHOWN_STATES } from '#domain/claim.ts';
import { SourceError } from '#domain/errors.ts';
import { nameKey } from '#domain/search-order.ts';
import { thousandths } from '#domain/search-values.ts';
import { foldedWords } from '#domain/search-words.ts';
import type { SearchDocument } from '#domain/search.ts';
import type { SearchedBenefit } from './engine.ts';
import { add, emptySet } from './index/bitset.ts';
import {
  ANY_TOPIC,
  benefitTopic,
  type ClaimEntry,
  familyTopic,
  type Topic,
  writeClaims,
} from './index/claims.ts';
import { writeColumn } from './index/columns.ts';
import { packDocument } from './index/packed-document.ts';
import { compareText, writeNumbers, writeTexts } from './index/parts.ts';
import { slotName, type ValueEntry, writeValues } from './index/values.ts';
import { type Field, writeWords } from './index/words.ts';

/** What is kept of a document until all have been seen and can be numbered in order of name. */
type Kept = Pick<SearchDocument, 'siren' | 'departments' | 'branches'> & {
  regions: string[];
  communes: string[];
  departmentRegions: [department: string, region: string][];
  key: string;
  aliases: string[];
  sector: string | null;
  headcount: string | null;
  isPublished: boolean;
  claims: {
    benefit: string;
    state: number;
    /** Where it counts, when not wherever the employer is. */
    scope: { departments: string[]; communes: string[] } | null;
    /** By slot, in thousandths. */
    values: [slot: string, value: number][];
  }[];
};

/**
 * Writes the embedded index of these documents beside `path`, counts it, then puts it in the place of `path`.
 * On any error the index that stood there stays. Returns the number of documents.
 *
 * @param catalogue families of the benefits, and the words that name them
 * @param generation of the facts the documents come from
 * @throws SourceError when a SIREN comes twice
 */
export function buildEmbedded(
  path: string,
  documents: Iterable<SearchDocument>,
  catalogue: { benefits: readonly SearchedBenefit[] },
  generation: string,
): number {
  const writer = createSearchIndex(path);
  try {
    const kept: Kept[] = [];
    const words: Record<Field, Map<string, number[]>> = { name: new Map(), other: new Map() };
    const seen = new Set<string>();
    for (const document of documents) {
      if (seen.has(document.siren))
        throw new SourceError(`search: ${document.siren} has two documents; derive must write one each.`);
      seen.add(document.siren);
      const ordinal = kept.push(keep(document)) - 1;
      writer.addDocument(ordinal, document.siren, packDocument(document));
      collect(words.name, foldedWords(document.name), ordinal);
      const others = [...document.aliases, document.communeName ?? ''].flatMap(foldedWords);
      collect(words.other, [...others, document.siren], ordinal);
    }
    writeParts(writer, kept, words, catalogue.benefits);
    writer.publish({ generation, documents: kept.length });
    return kept.length;
  } catch (error) {
    writer.discard();
    throw error;
  }
}

function keep(document: SearchDocument): Kept {
  const { siren, departments, places, branches } = document;
  const named = places.flatMap(({ communeCode }) => communeCode ?? []);
  return {
    siren,
    regions: [...new Set(places.flatMap(({ regionCode }) => regionCode ?? []))],
    communes: [...new Set(named)],
    departmentRegions: places.flatMap(({ departmentCode, regionCode }) =>
      regionCode === null ? [] : [[departmentCode, regionCode] as [string, string]],
    ),
    branches: [...new Set(branches)],
    departments: [...new Set(departments)],
    key: nameKey(document.name),
    aliases: document.aliases.map(nameKey),
    sector: document.nafDivision,
    headcount: document.headcountBand,
    isPublished: document.agreements > 0,
    claims: document.claims.map((claim) => ({
      benefit: claim.benefit,
      state: SHOWN_STATES.indexOf(claim.state),
      scope: scopeOf(claim, departments, named),
      values: Object.entries(claim.values).flatMap(([slot, value]): [string, number][] => {
        const compared = thousandths(value);
        return compared === null ? [] : [[slot, compared]];
      }),
    })),
  };
}

/** A claim counts where its scope and its employer meet; one that covers every place of its employer is not narrowed. */
function scopeOf(
  claim: Pick<SearchDocument['claims'][number], 'departments' | 'communes'>,
  departments: readonly string[],
  communes: readonly string[],
): Kept['claims'][number]['scope'] {
  if (claim.departments === null) return null;
  const covered = {
    departments: departments.filter((code) => claim.departments!.includes(code)),
    communes: communes.filter((code) => claim.communes?.includes(code)),
  };
  const isWhole = covered.departments.length === departments.length && covered.communes.length === communes.length; // prettier-ignore
  return isWhole && departments.length > 0 ? null : covered;
}

function collect(words: Map<string, number[]>, found: readonly string[], ordinal: number): void {
  for (const word of new Set(found)) {
    const ordinals = words.get(word);
    if (ordinals) ordinals.push(ordinal);
    else words.set(word, [ordinal]);
  }
}

function writeParts(
  writer: IndexWriter,
  kept: Kept[],
  words: Record<Field, Map<string, number[]>>,
  benefits: readonly SearchedBenefit[],
): void {
  const ordinals = Int32Array.from(kept.keys()).sort(
    (a, b) => compareText(kept[a]!.key, kept[b]!.key) || compareText(kept[a]!.siren, kept[b]!.siren),
  );
  const numberOf = new Int32Array(kept.length);
  ordinals.forEach((ordinal, number) => (numberOf[ordinal] = number));
  const inOrder = Array.from(ordinals, (ordinal) => kept[ordinal]!);
  const numbered = (lists: Map<string, number[]>): Map<string, Int32Array> =>
    new Map(Array.from(lists, ([word, of]) => [word, Int32Array.from(of, (o) => numberOf[o]!).sort()]));

  writeTexts(writer, 'benefits', [JSON.stringify(benefits.map(searched))]);
  writeNumbers(writer, 'ordinals', ordinals);
  writeTexts(writer, 'names', inOrder.map(({ key }) => key)); // prettier-ignore
  const aliases = inOrder
    .flatMap((document, number) => document.aliases.map((key) => ({ key, number })))
    .sort((a, b) => compareText(a.key, b.key) || a.number - b.number);
  writeTexts(writer, 'aliases', aliases.map(({ key }) => key)); // prettier-ignore
  writeNumbers(
    writer,
    'aliases.numbers',
    Int32Array.from(aliases, ({ number }) => number),
  );
  writeWords(writer, { name: numbered(words.name), other: numbered(words.other) });
  writeColumn(writer, 'departments', inOrder.map(({ departments }) => departments)); // prettier-ignore
  writeColumn(writer, 'regions', inOrder.map(({ regions }) => regions)); // prettier-ignore
  writeColumn(writer, 'communes', inOrder.map(({ communes }) => communes)); // prettier-ignore
  writeColumn(writer, 'branches', inOrder.map(({ branches }) => branches)); // prettier-ignore
  writeColumn(writer, 'sectors', inOrder.map(({ sector }) => (sector ? [sector] : []))); // prettier-ignore
  writeColumn(writer, 'headcounts', inOrder.map(({ headcount }) => (headcount ? [headcount] : []))); // prettier-ignore
  const published = emptySet(kept.length);
  inOrder.forEach(({ isPublished }, number) => isPublished && add(published, number));
  writeNumbers(writer, 'published', published);
  writeRegions(writer, inOrder);
  writeTopics(writer, inOrder, benefits);
}

const codesOf = (inOrder: Kept[], field: 'departments' | 'regions' | 'communes'): string[] =>
  [...new Set(inOrder.flatMap((document) => document[field]))].sort();

function writeRegions(writer: IndexWriter, inOrder: Kept[]): void {
  const regionOf = new Map(inOrder.flatMap(({ departmentRegions }) => departmentRegions));
  const regions = codesOf(inOrder, 'regions');
  const numbers = codesOf(inOrder, 'departments').map((code) => regions.indexOf(regionOf.get(code) ?? ''));
  writeNumbers(writer, 'departments.regions', Int32Array.from(numbers));
}

function writeTopics(writer: IndexWriter, inOrder: Kept[], benefits: readonly SearchedBenefit[]): void {
  const held = inOrder.flatMap(({ claims }) => claims.map(({ benefit }) => benefit));
  const ids = [...new Set([...benefits.map(({ id }) => id as string), ...held])];
  const families = [...new Set(benefits.map(({ family }) => family))];
  const topics: Topic[] = [...ids.map(benefitTopic), ...families.map(familyTopic), ANY_TOPIC];
  const places = new Map(topics.map((topic, i) => [topic, i]));
  const departments = codesOf(inOrder, 'departments');
  const communes = codesOf(inOrder, 'communes');
  const departmentPlaces = new Map(departments.map((code, i) => [code, i]));
  const communePlaces = new Map(communes.map((code, i) => [code, departments.length + i]));
  const familyOf = new Map(benefits.map(({ id, family }) => [id as string, family]));
  const topicsOf = (benefit: string): number[] => {
    const family = familyOf.get(benefit);
    const all = [benefitTopic(benefit), ANY_TOPIC, ...(family ? [familyTopic(family)] : [])];
    return all.map((topic) => places.get(topic)!);
  };
  /** A claim whose scope meets no known place of its employer is kept apart: it counts until a place is asked for. */
  const placesOf = (scope: NonNullable<Kept['claims'][number]['scope']>): number[] => {
    const found = [
      ...scope.departments.map((code) => departmentPlaces.get(code)!),
      ...scope.communes.map((code) => communePlaces.get(code)!),
    ];
    return found.length > 0 ? found : [departments.length + communes.length];
  };
  function* entries(): Iterable<ClaimEntry> {
    for (const [number, document] of inOrder.entries())
      for (const { benefit, state, scope } of document.claims) {
        const places = scope && placesOf(scope);
        for (const topic of topicsOf(benefit)) yield { topic, state, number, places };
      }
  }
  writeClaims(writer, { topics, documents: inOrder.length }, entries());
  function* values(): Iterable<ValueEntry> {
    for (const [number, { claims }] of inOrder.entries())
      for (const { benefit, state, scope, values } of claims)
        for (const [slot, value] of values)
          yield { slot: slotName(benefit, slot), state, number, value, places: scope && placesOf(scope) };
  }
  writeValues(writer, departments.length + communes.length, values());
}

const searched = (benefit: SearchedBenefit): SearchedBenefit => {
  const { id, family, label, shortLabel, synonyms, values, mainValue } = benefit;
  return { id, family, label, shortLabel, synonyms, values, mainValue };
};
