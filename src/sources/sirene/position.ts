import proj4 from 'proj4';
import { roundPosition, type Position } from '#domain/place.ts';

type Zone = { projection: string; south: number; north: number; west: number; east: number };

/** Grids of the legal projections; ellipsoid GRS 80, which is WGS 84 within a centimetre. */
const utm = (zone: number, half = ''): string =>
  `+proj=utm +zone=${zone} ${half} +ellps=GRS80 +units=m +no_defs`;

const METROPOLE: Zone = {
  // Lambert-93, EPSG:2154
  projection: '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs',
  ...{ south: 41, north: 51.5, west: -5.5, east: 10 },
}; // prettier-ignore

const ANTILLES: Zone = { projection: utm(20), south: 14, north: 18.5, west: -63.5, east: -60.5 };

/** INSEE calls them « Lambert » everywhere; overseas they are UTM, in the zone of the territory. */
const OVERSEAS: Record<string, Zone> = {
  971: ANTILLES,
  972: ANTILLES,
  973: { projection: utm(22), south: 2, north: 6, west: -55, east: -51 },
  974: { projection: utm(40, '+south'), south: -21.6, north: -20.7, west: 55, east: 56 },
  975: { projection: utm(21), south: 46.6, north: 47.3, west: -56.7, east: -55.9 },
  976: { projection: utm(38, '+south'), south: -13.2, north: -12.5, west: 44.9, east: 45.4 },
  977: ANTILLES,
  978: ANTILLES,
};

const converters = new Map<string, (point: [number, number]) => number[]>();

function converterOf({ projection }: Zone): (point: [number, number]) => number[] {
  const known = converters.get(projection);
  if (known) return known;
  const { inverse } = proj4(projection);
  converters.set(projection, inverse);
  return inverse;
}

/**
 * WGS 84 position of metres in the projection that INSEE uses in that department; null where there are none, where the
 * department has no zone here, or where the point falls outside the territory.
 */
export function toPosition(x: number, y: number, departmentCode: string): Position | null {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const zone = /^9[78]\d$/.test(departmentCode) ? OVERSEAS[departmentCode] : METROPOLE;
  if (!zone) return null;
  const [lon, lat] = converterOf(zone)([x, y]) as [number, number];
  const isInside = lat >= zone.south && lat <= zone.north && lon >= zone.west && lon <= zone.east;
  return isInside ? roundPosition({ lat, lon }) : null;
}
