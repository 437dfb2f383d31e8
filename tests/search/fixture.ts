import type { BenefitId, Siren } from '#domain/ids.ts';
import type { Values } from '#domain/extraction.ts';
import { queryOf, type SearchDocument, type SearchQuery } from '#domain/search.ts';
import type { ShownState } from '#domain/claim.ts';
import type { Place } from '#domain/place.ts';
import type { SearchedBenefit } from '#search/engine.ts';

const benefit = (
  id: string,
  family: string,
  shortLabel: string,
  label: string,
  synonyms: string[],
  values: SearchedBenefit['values'] = {},
): SearchedBenefit => ({
  id: id as BenefitId,
  family,
  shortLabel,
  label,
  synonyms,
  values,
  mainValue: Object.keys(values)[0] ?? null,
});
const slot = (unit: string, better: 'more' | 'less' | 'none' = 'more') => ({ label: unit, unit, better });

/** A small catalogue of its own, so that words of content/ may change without a test knowing. */
export const BENEFITS: SearchedBenefit[] = [
  benefit('creche', 'parentalite', 'Crèche', 'Place en crèche', [
    'berceau',
    'micro-crèche',
    'garde d’enfant',
  ]),
  benefit(
    'enfant-malade',
    'parentalite',
    'Enfant malade',
    'Jours « enfant malade » payés',
    ['absence enfant'],
    { noticeDays: slot('jours', 'less'), isPaid: slot('oui/non') },
  ),
  benefit(
    'mutuelle',
    'sante',
    'Mutuelle',
    'Complémentaire santé : part payée par l’employeur',
    ['frais de santé'],
    { employerShare: slot('%'), employerAmount: slot('€/mois') },
  ),
  benefit('teletravail', 'temps', 'Télétravail', 'Télétravail', ['distanciel', 'travail à distance']),
  benefit('titres-restaurant', 'quotidien', 'Titres-restaurant', 'Titres-restaurant', ['ticket restaurant'], {
    faceValue: slot('€'),
    days: slot('jours', 'none'),
  }),
];

type Claim = [benefit: string, state: ShownState, departments?: string[] | null, values?: Values];
type Options = Partial<
  Pick<
    SearchDocument,
    'aliases' | 'communeName' | 'nafDivision' | 'headcountBand' | 'agreements' | 'branches'
  >
> & {
  /** Instead of the first commune of each department. */
  communes?: string[];
};

/** Communes of the fixture, where they are, and how many kilometres lie between them and Rennes. */
export const COMMUNES: Place[] = (
  [
    ['35238', 'Rennes', '35', '53', 48.11172, -1.68186],
    ['35288', 'Saint-Malo', '35', '53', 48.64906, -1.98892],
    ['35051', 'Cesson-Sévigné', '35', '53', 48.11965, -1.60441],
    ['44109', 'Nantes', '44', '52', 47.23221, -1.54836],
    ['22278', 'Saint-Brieuc', '22', '53', 48.51409, -2.76023],
    ['22050', 'Dinan', '22', '53', 48.45572, -2.05019],
    ['69123', 'Lyon', '69', '84', 45.75801, 4.83516],
    ['2A004', 'Ajaccio', '2A', '94', 41.93478, 8.70125],
    ['97105', 'Basse-Terre', '971', '01', null, null],
  ] as const
).map(([communeCode, communeName, departmentCode, regionCode, lat, lon]) => ({
  communeCode,
  communeName,
  departmentCode,
  regionCode,
  position: lat === null ? null : { lat, lon },
  employers: 1,
}));
const placeAt = ({ employers: _, ...place }: Place): SearchDocument['places'][number] => place;
const placesIn = (departments: string[]): SearchDocument['places'] =>
  departments.map((code) => {
    const known = COMMUNES.find(({ departmentCode }) => departmentCode === code);
    return known
      ? placeAt(known)
      : { communeCode: null, communeName: null, departmentCode: code, regionCode: null, position: null };
  });

/** Invented; the SIREN has no valid key, so that it is nobody's. */
export function employer(
  siren: string,
  name: string,
  departments: string[],
  claims: Claim[] = [],
  { communes, ...options }: Options = {},
): SearchDocument {
  const places = communes
    ? COMMUNES.filter(({ communeCode }) => communes.includes(communeCode)).map(placeAt)
    : placesIn(departments);
  return {
    siren: siren as Siren,
    name,
    aliases: [],
    isFictional: true,
    departments,
    placeBasis: departments.length > 0 ? 'establishments' : 'unknown',
    communeName: null,
    places,
    branches: [],
    nafDivision: '62',
    nafLabel: null,
    headcountBand: '11',
    headcountLabel: null,
    agreements: claims.length > 0 ? 1 : 0,
    claims: claims.map(([id, state, scope, values]) => ({
      benefit: id as BenefitId,
      state,
      values: values ?? {},
      departments: scope ?? null,
      communes: scope ? communesIn(places, scope) : null,
    })),
    ...options,
  };
}

/** A claim for some establishments counts in the first commune of each department it names. */
const communesIn = (places: SearchDocument['places'], scope: string[]): string[] =>
  scope.flatMap((code) => places.find(({ departmentCode }) => departmentCode === code)?.communeCode ?? []);

const TRADES = ['Ateliers', 'Transports', 'Biscuiterie', 'Maison', 'Laboratoires'];
const PLACES = [
  'du Gouet',
  'des Monts',
  'de la Rance',
  'du Lac',
  'des Dunes',
  'du Causse',
  'de l’Aubier',
  'du Ried',
];
const DEPARTMENTS = ['35', '44', '22', '69', '2A', '971'];
const CYCLE: Claim[][] = [
  [['teletravail', 'in-force']],
  [['teletravail', 'presumed'], ['mutuelle', 'lapsed']],
  [['mutuelle', 'in-force'], ['mutuelle', 'presumed'], ['creche', 'replaced']],
  [['titres-restaurant', 'declared'], ['enfant-malade', 'restates-law']],
  [],
  [['creche', 'in-force', ['44']], ['teletravail', 'not-agreed']],
  [['enfant-malade', 'in-force'], ['teletravail', 'upcoming'], ['mutuelle', 'to-confirm']],
]; // prettier-ignore

/** Values of every kind, some of them missing, equal, or of a slot the catalogue does not know. */
const VALUES: Record<string, Values[]> = {
  mutuelle: [{ employerShare: 60 }, { employerShare: 72.45 }, { employerAmount: 45 }, { employerShare: 60, employerAmount: 52.5 }, { employerShare: 50 }, {}],
  'titres-restaurant': [{ faceValue: 9.48 }, { faceValue: 9.5, days: 20 }, { faceValue: 9 }, { licorne: 3 }],
  'enfant-malade': [{ noticeDays: 3 }, { noticeDays: 0, isPaid: true }, { noticeDays: 1, isPaid: false }, {}],
}; // prettier-ignore
const withValues = (claims: Claim[], i: number): Claim[] =>
  claims.map(([id, state, scope], at) => {
    const values = VALUES[id] ?? [{}];
    return [id, state, scope ?? null, values[(Math.floor(i / 7) + at) % values.length]!];
  });

/** Forty employers that fill the facets. */
const crowd = TRADES.flatMap((trade, t) =>
  PLACES.map((place, p) => {
    const i = t * PLACES.length + p;
    const home = DEPARTMENTS[i % DEPARTMENTS.length]!;
    const departments = i % 4 === 0 ? [home, '44'] : [home];
    return employer(
      `9000000${String(10 + i)}`,
      `${trade} ${place}`,
      [...new Set(departments)],
      withValues(CYCLE[i % 7]!, i),
      {
        nafDivision: ['10', '49', '62', '86', null][t]!,
        headcountBand: ['00', '11', '21', '32', null][p % 5]!,
        branches: [['1486'], ['0650', '1486'], [], ['2216']][i % 4]!,
        communeName: ['Rennes', 'Nantes', 'Saint-Brieuc', null][i % 4]!,
      },
    );
  }),
);

/** Sixty invented employers: a crowd, and those that each test one thing. */
export const DOCUMENTS: SearchDocument[] = [
  ...crowd,
  employer('900000101', 'Le Nid d’Éole', ['35', '44', '22'], [['creche', 'in-force', ['44', '22']], ['creche', 'presumed', ['44']]], { branches: ['1486'] }),
  employer('900000102', 'Berceau de Lune', ['35'], [['mutuelle', 'in-force', null, { employerShare: 100 }]], { nafDivision: '88', communes: ['35051'] }),
  employer('900000103', 'Crèches Pomme de Pin', ['35'], [], { nafDivision: '88' }),
  employer('900000104', 'Œuvre des Marins', ['22'], [['mutuelle', 'ended']]),
  employer('900000105', 'Orvalia', ['69'], [['teletravail', 'in-force']]),
  employer('900000106', 'Orvalia Sud', ['2A'], [['teletravail', 'lapsed']]),
  employer('900000107', 'Groupe Orvalia Nord', ['69', '35', '2A'], [['mutuelle', 'in-force', ['69'], { employerShare: 80 }], ['mutuelle', 'presumed', null, { employerShare: 55 }], ['mutuelle', 'lapsed', ['35', '2A'], { employerShare: 90 }]], { communes: ['69123', '35238', '35288', '2A004'] }),
  employer('900000108', 'Zénith Participations', ['69'], [], { aliases: ['ORVALIA', 'ZP'] }),
  employer('900000109', 'L’Hôtel-Dieu d’Ancelle', ['69'], [['enfant-malade', 'presumed']], { nafDivision: '86' }),
  employer('900000110', 'Tourneval & Fils', ['971'], [['titres-restaurant', 'in-force', null, { faceValue: 25, days: 3 }]]),
  employer('900000111', 'TOURNEVAL ET FILS', ['971'], [['titres-restaurant', 'one-off']]),
  employer('900000112', 'tourneval et fils', ['22'], [], { communeName: 'Saint-Malo' }),
  employer('900000113', 'Chevaux d’Armor', ['22', '35'], [['titres-restaurant', 'to-confirm', ['22']]], { communes: ['22050', '22278', '35288'] }),
  employer('900000114', 'Mutuelec Bretagne', ['35'], [], { communeName: 'Rennes' }),
  employer('900000115', '3V Industries', ['44'], [['creche', 'presumed']], { headcountBand: '53' }),
  employer('900000116', 'Sans Lieu', [], [['creche', 'in-force', ['44']], ['mutuelle', 'in-force', ['44'], { employerShare: 70 }]]),
  employer('900000117', 'Marbrelle', ['35'], [['mutuelle', 'in-force', null, { employerShare: 0.1 + 0.2 }], ['creche', 'in-force']]),
  employer('900000118', 'Quimpavoine "Les Halles"', ['35'], []),
  employer('900000119', 'A', ['35'], []),
  employer('900000120', 'Île Verte Habitat', ['44'], [['creche', 'not-agreed'], ['mutuelle', 'in-force']]),
]; // prettier-ignore

export const search = (
  query: Partial<Omit<SearchQuery, 'benefits' | 'minimums' | 'priorities'>> & {
    benefits?: string[];
    priorities?: string[];
    minimums?: { benefit: string; slot: string; value: number }[];
  } = {},
): SearchQuery =>
  queryOf({
    pageSize: 100,
    ...query,
    minimums: (query.minimums ?? []) as SearchQuery['minimums'],
    benefits: (query.benefits ?? []) as BenefitId[],
    priorities: (query.priorities ?? []) as BenefitId[],
  });
