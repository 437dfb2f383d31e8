import { openSearchIndex } from '#db/search/store.ts';
import type { SearchDocument } from '#domain/search.ts';
import type { SearchedBenefit } from '../engine.ts';
import { createVocabulary, type Vocabulary } from '../vocabulary.ts';
import { type Bitset, fullSet } from './bitset.ts';
import { type ClaimIndex, readClaims } from './claims.ts';
import { type Column, readColumn } from './columns.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import { type Homes, homesOf } from './homes.ts';
import { placeCount } from './places.ts';
import { unpackDocument } from './packed-document.ts';
import { readInts, readTexts } from './parts.ts';
import { readValues, type ValueIndex } from './values.ts';
import { readWords, type WordIndex } from './words.ts';

/** An index in memory. Documents are numbered in order of name, ties by SIREN; their text stays on disk. */
export type SearchIndex = {
  generation: string;
  documents: number;
  everyone: Bitset;
  benefits: SearchedBenefit[];
  vocabulary: Vocabulary;
  /** Folded name of each document, sorted. */
  names: string[];
  /** Folded other names, sorted, and the document of each. */
  aliases: string[];
  aliasNumbers: Int32Array;
  words: WordIndex;
  regions: Column;
  departments: Column;
  communes: Column;
  /** Region of each department; -1 where none is known. */
  departmentRegions: Int32Array;
  homes: Homes;
  branches: Column;
  sectors: Column;
  headcounts: Column;
  /** Employers with a published agreement. */
  published: Bitset;
  claims: ClaimIndex;
  holdings: Holdings;
  values: ValueIndex;
  document(number: number): SearchDocument;
  close(): void;
};

/** @throws SourceError when there is no index, or one of another format */
export function loadSearchIndex(file: string): SearchIndex {
  const reader = openSearchIndex(file);
  try {
    const ordinals = readInts(reader, 'ordinals');
    const benefits = JSON.parse(readTexts(reader, 'benefits')[0]!) as SearchedBenefit[];
    const departments = readColumn(reader, 'departments');
    const communes = readColumn(reader, 'communes');
    const regions = readColumn(reader, 'regions');
    const departmentRegions = readInts(reader, 'departments.regions');
    const claims = readClaims(reader);
    const places = placeCount({ departments, communes });
    return {
      generation: reader.generation,
      documents: reader.documents,
      everyone: fullSet(reader.documents),
      benefits,
      vocabulary: createVocabulary(benefits),
      names: readTexts(reader, 'names'),
      aliases: readTexts(reader, 'aliases'),
      aliasNumbers: readInts(reader, 'aliases.numbers'),
      words: readWords(reader),
      regions,
      departments,
      communes,
      departmentRegions,
      homes: homesOf({ regions, departments, communes, departmentRegions }, reader.documents),
      branches: readColumn(reader, 'branches'),
      sectors: readColumn(reader, 'sectors'),
      headcounts: readColumn(reader, 'headcounts'),
      published: readInts(reader, 'published'),
      claims,
      holdings: holdingsOf({ benefits, documents: reader.documents }, claims),
      values: readValues(reader, places),
      document: (number) => unpackDocument(reader.document(ordinals[number]!)),
      close: reader.close,
    };
  } catch (error) {
    reader.close();
    throw error;
  }
}
