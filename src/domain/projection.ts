/** A legal projection, as PROJ writes it, and the box of the territory it is for, in degrees. */
export type Zone = { projection: string; south: number; north: number; west: number; east: number };

/** Ellipsoid GRS 80, which is WGS 84 within a centimetre. */
const utm = (zone: number, half = ''): string =>
  `+proj=utm +zone=${zone}${half} +ellps=GRS80 +units=m +no_defs`;

/** Lambert-93, EPSG:2154. */
const METROPOLE: Zone = {
  projection:
    '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs',
  ...{ south: 41, north: 51.5, west: -5.5, east: 10 },
};

/** RGAF09, EPSG:5490. */
const ANTILLES: Zone = { projection: utm(20), south: 14, north: 18.5, west: -63.5, east: -60.5 };

/** RGFG95, RGR92, RGSPM06 and RGM04: EPSG 2972, 2975, 4467 and 4471. */
const OVERSEAS: Record<string, Zone> = {
  971: ANTILLES,
  972: ANTILLES,
  973: { projection: utm(22), south: 2, north: 6, west: -55, east: -51 },
  974: { projection: utm(40, ' +south'), south: -21.6, north: -20.7, west: 55, east: 56 },
  975: { projection: utm(21), south: 46.6, north: 47.3, west: -56.7, east: -55.9 },
  976: { projection: utm(38, ' +south'), south: -13.2, north: -12.5, west: 44.9, east: 45.4 },
  977: ANTILLES,
  978: ANTILLES,
};

/** Projection of the metres that SIRENE calls « Lambert » everywhere; null for territories where it gives none. */
export const zoneOf = (departmentCode: string): Zone | null =>
  /^9[78]\d$/.test(departmentCode) ? (OVERSEAS[departmentCode] ?? null) : METROPOLE;
