import type { Siren, Siret } from '#domain/ids.ts';
import { plantedCase, type PlantedCase } from './planted.ts';
import { fictionalSiren, fictionalSiret } from './identifiers.ts';
import { fictionalName, registerName } from './names.ts';
import { PLACES, placeAt, type Place } from './places.ts';
import { createRandom } from './random.ts';
import { HEALTH_INSURER, NURSERY, SECTORS, sectorAt, type Sector } from './sectors.ts';

export type Site = {
  siret: Siret;
  place: Place;
  isHeadOffice: boolean;
  isOpen: boolean;
  tradeName: string | null;
};

export type Employer = {
  index: number;
  siren: Siren;
  /** As a person would write it. */
  name: string;
  /** As registers print it. */
  legalName: string;
  sector: Sector;
  headcountBand: string;
  /** A number inside the band, for texts that state one. */
  headcount: number;
  sites: Site[];
  isActive: boolean;
  isPartiallyDisclosed: boolean;
  isSoleTrader: boolean;
  createdOn: string;
  planted: PlantedCase | null;
};

/** INSEE band code, its lowest and highest headcount, weight among employers that sign agreements. */
const BANDS: readonly (readonly [string, number, number, number])[] = [
  ['03', 6, 9, 4],
  ['11', 10, 19, 11],
  ['12', 20, 49, 24],
  ['21', 50, 99, 21],
  ['22', 100, 199, 17],
  ['31', 200, 249, 6],
  ['32', 250, 499, 9],
  ['41', 500, 999, 5],
  ['42', 1000, 1999, 2],
  ['51', 2000, 4999, 1],
];

const bandWeights = BANDS.map((band) => [band, band[3]] as const);
const sectorWeights = SECTORS.map((sector) => [sector, sector.weight] as const);

/** One employer, a function of seed and index alone. */
export function createEmployer(seed: string, index: number): Employer {
  const random = createRandom(seed, 'employer', index);
  const planted = plantedCase(index);
  const drawn = random.weighted(sectorWeights);
  const sector =
    planted?.trade === 'nursery'
      ? NURSERY
      : planted?.trade === 'insurer'
        ? HEALTH_INSURER
        : planted?.naf
          ? sectorAt(planted.naf)
          : drawn;
  const band = BANDS.find(([code]) => code === planted?.band) ?? random.weighted(bandWeights);
  const siren = fictionalSiren(index);
  const home = planted?.commune ? placeAt(planted.commune) : random.pick(PLACES);
  const name = fictionalName(sector, random.int(0, 9), index);
  const isSoleTrader = planted?.id === 'sole-trader';
  const others =
    planted?.communes?.map(placeAt) ??
    random.sample(PLACES, band[1] >= 200 ? random.int(1, 4) : random.chance(0.2) ? 1 : 0);
  const isActive = planted?.id !== 'closed-unit' && !(planted === null && random.chance(0.01));
  const site = (place: Place, at: number): Site => ({
    siret: fictionalSiret(siren, at + 1),
    place,
    isHeadOffice: at === 0,
    isOpen: isActive && (at < 2 || !random.chance(0.1)),
    tradeName: signOf(sector, place, random.chance(0.1)),
  });
  return {
    index,
    siren,
    name: isSoleTrader ? 'Camille EXEMPLE' : name,
    legalName: isSoleTrader ? 'MME CAMILLE EXEMPLE' : registerName(name),
    sector,
    headcountBand: band[0],
    headcount: random.int(band[1], band[2]),
    sites: [home, ...others].map(site),
    isActive,
    isPartiallyDisclosed: planted?.id === 'partially-disclosed',
    isSoleTrader,
    createdOn: `${random.int(1962, 2015)}-${String(random.int(1, 12)).padStart(2, '0')}-01`,
    planted,
  };
}

/** Supermarkets share one sign whatever the firm behind it; of the others, some have a sign of their own. */
function signOf({ naf, activities }: Sector, place: Place, hasSign: boolean): string | null {
  if (naf === '4711F') return 'LES HALLES DU BERGER';
  return hasSign ? `${activities[0]} ${place.name}`.toUpperCase() : null;
}

export const headOffice = (employer: Employer): Site => employer.sites[0] as Site;
