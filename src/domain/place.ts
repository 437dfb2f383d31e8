import { z } from 'zod';

/** WGS 84, degrees with five decimals (about a metre). */
export const Position = z.strictObject({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});
export type Position = z.infer<typeof Position>;

/** A commune with an open establishment of an employer. Paris, Lyon and Marseille are one commune each. */
export type WorkPlace = {
  communeCode: string;
  communeName: string;
  departmentCode: string;
  regionCode: string;
  /** Mean of the published positions of its establishments there. */
  position: Position | null;
};

/** A commune that some employer of the directory works in. */
export type Place = WorkPlace & {
  /** Employers with an open establishment there. */
  employers: number;
};

const EARTH_RADIUS_KM = 6371;
const PRECISION = 1e5;

/** Cut to five decimals, so that the same point always reads the same. */
export const roundPosition = ({ lat, lon }: Position): Position => ({
  lat: Math.round(lat * PRECISION) / PRECISION,
  lon: Math.round(lon * PRECISION) / PRECISION,
});

/** Length of the great circle, in kilometres; within 0.5 %, as the Earth is no sphere. */
export function distanceKm(a: Position, b: Position): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [latA, latB] = [radians(a.lat), radians(b.lat)];
  const h =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Centre of points that lie near each other; null without any. */
export function centreOf(positions: readonly Position[]): Position | null {
  if (positions.length === 0) return null;
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return roundPosition({
    lat: mean(positions.map(({ lat }) => lat)),
    lon: mean(positions.map(({ lon }) => lon)),
  });
}

/** `97411` → `974`, `2A004` → `2A`, `35238` → `35`. */
export const departmentOfCommune = (communeCode: string): string =>
  /^9[78]/.test(communeCode) ? communeCode.slice(0, 3) : communeCode.slice(0, 2);

/** Whole communes that SIRENE cuts into arrondissements with codes of their own. */
const CITIES: readonly { code: string; name: string; arrondissement: RegExp }[] = [
  { code: '75056', name: 'Paris', arrondissement: /^751(?:0[1-9]|1\d|20)$/ },
  { code: '69123', name: 'Lyon', arrondissement: /^6938[1-9]$/ },
  { code: '13055', name: 'Marseille', arrondissement: /^132(?:0[1-9]|1[0-6])$/ },
];

/** `75111` → Paris, `75056`; other communes are left as they are. */
export function wholeCommune(communeCode: string, communeName: string): { code: string; name: string } {
  const city = CITIES.find(({ arrondissement }) => arrondissement.test(communeCode));
  return city ? { code: city.code, name: city.name } : { code: communeCode, name: communeName };
}
