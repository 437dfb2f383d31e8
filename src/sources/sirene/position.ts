import proj4 from 'proj4';
import { roundPosition, type Position } from '#domain/place.ts';
import { zoneOf } from '#domain/projection.ts';

type Inverse = (point: [number, number]) => number[];

const inverses = new Map<string, Inverse>();

function inverseOf(projection: string): Inverse {
  const known = inverses.get(projection);
  if (known) return known;
  const { inverse } = proj4(projection);
  inverses.set(projection, inverse);
  return inverse;
}

/**
 * WGS 84 position of metres in the projection that INSEE uses in that department; null where there are none, where the
 * department has no zone, or where the point falls outside the territory.
 */
export function toPosition(x: number, y: number, departmentCode: string): Position | null {
  const zone = zoneOf(departmentCode);
  if (!zone || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  const [lon, lat] = inverseOf(zone.projection)([x, y]) as [number, number];
  const isInside = lat >= zone.south && lat <= zone.north && lon >= zone.west && lon <= zone.east;
  return isInside ? roundPosition({ lat, lon }) : null;
}
