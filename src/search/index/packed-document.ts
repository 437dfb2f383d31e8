import type { SearchDocument } from '#domain/search.ts';

/*
 * A document as its file holds it: values alone, in this order, for the names of the fields were half of it, and a page
 * of results reads twenty of them.
 */

type Place = SearchDocument['places'][number];
type Claim = SearchDocument['claims'][number];
type ValuesOf<T, Keys extends readonly (keyof T)[]> = { -readonly [I in keyof Keys]: T[Keys[I]] };

const PLACE = ['communeCode', 'communeName', 'departmentCode', 'regionCode', 'position'] as const;
const CLAIM = ['benefit', 'state', 'values', 'departments', 'communes'] as const;
const PLAIN = [
  'siren',
  'name',
  'aliases',
  'isFictional',
  'departments',
  'placeBasis',
  'communeName',
  'branches',
  'nafDivision',
  'nafLabel',
  'headcountBand',
  'headcountLabel',
  'agreements',
] as const;

type Packed = [
  ValuesOf<SearchDocument, typeof PLAIN>,
  ValuesOf<Place, typeof PLACE>[],
  ValuesOf<Claim, typeof CLAIM>[],
];

const valuesOf = <T, const Keys extends readonly (keyof T)[]>(of: T, keys: Keys): ValuesOf<T, Keys> =>
  keys.map((key) => of[key]) as ValuesOf<T, Keys>;

export function packDocument(document: SearchDocument): string {
  const packed: Packed = [
    valuesOf(document, PLAIN),
    document.places.map((place) => valuesOf(place, PLACE)),
    document.claims.map((claim) => valuesOf(claim, CLAIM)),
  ];
  return JSON.stringify(packed);
}

export function unpackDocument(text: string): SearchDocument {
  const [plain, places, claims] = JSON.parse(text) as Packed;
  return {
    siren: plain[0],
    name: plain[1],
    aliases: plain[2],
    isFictional: plain[3],
    departments: plain[4],
    placeBasis: plain[5],
    communeName: plain[6],
    places: places.map((place) => ({
      communeCode: place[0],
      communeName: place[1],
      departmentCode: place[2],
      regionCode: place[3],
      position: place[4],
    })),
    branches: plain[7],
    nafDivision: plain[8],
    nafLabel: plain[9],
    headcountBand: plain[10],
    headcountLabel: plain[11],
    agreements: plain[12],
    claims: claims.map((claim) => ({
      benefit: claim[0],
      state: claim[1],
      values: claim[2],
      departments: claim[3],
      communes: claim[4],
    })),
  };
}
