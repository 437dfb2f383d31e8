import { and, asc, eq, notExists, sql } from 'drizzle-orm';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import type { Place, Position, WorkPlace } from '#domain/place.ts';
import type { LinkedUnit } from '#domain/profile.ts';
import type { FactsDatabase } from './open.ts';
import { employerPlaces, employers, moved, places } from './schema.ts';

/** Whole numbers add up to the same sum in any order. */
const UNITS_PER_DEGREE = 1e5;
const stored = (degrees: number): number => Math.round(degrees * UNITS_PER_DEGREE);
const positionOf = (lat: number | null, lon: number | null): Position | null =>
  lat === null || lon === null ? null : { lat: lat / UNITS_PER_DEGREE, lon: lon / UNITS_PER_DEGREE };

const at = sql.placeholder;

/** Puts where an employer works, and the addresses it took over, into facts. */
export function placeWriter(facts: FactsDatabase) {
  const insertPlace = facts
    .insert(employerPlaces)
    .values({
      siren: at('siren'), communeCode: at('communeCode'), communeName: at('communeName'),
      departmentCode: at('departmentCode'), regionCode: at('regionCode'), lat: at('lat'), lon: at('lon'),
    })
    .prepare(); // prettier-ignore
  const insertMoved = facts
    .insert(moved)
    .values({ from: at('from'), siren: at('siren'), on: at('on') })
    .onConflictDoNothing()
    .prepare();
  return {
    putPlaces(siren: Siren, communes: readonly WorkPlace[]): void {
      for (const { position, ...commune } of communes) {
        const [lat, lon] = position ? [stored(position.lat), stored(position.lon)] : [null, null];
        insertPlace.run({ siren, ...commune, lat, lon });
      }
    },
    putMoved(siren: Siren, formers: readonly LinkedUnit[]): void {
      for (const { siren: from, on } of formers) insertMoved.run({ from, siren, on });
    },
  };
}

/** Counts communes anew. */
export function refreshPlaces(facts: FactsDatabase): void {
  facts.delete(places).run();
  facts.run(sql`
    INSERT INTO places (commune_code, commune_name, department_code, region_code, lat, lon, employers)
    SELECT commune_code, min(commune_name), department_code, region_code,
      CAST(round(1.0 * sum(lat) / count(lat)) AS INTEGER), CAST(round(1.0 * sum(lon) / count(lon)) AS INTEGER), count(*)
    FROM employer_places GROUP BY commune_code ORDER BY commune_code`);
}

/** The questions about places, for the reader of facts. */
export function placeReader(facts: FactsDatabase) {
  const movedFrom = facts
    .select({ to: moved.siren, on: moved.on })
    .from(moved)
    .where(
      and(
        eq(moved.from, at('siren')),
        notExists(facts.select().from(employers).where(eq(employers.siren, moved.from))),
      ),
    )
    .prepare();
  return {
    /** In order of commune code. */
    listPlaces: (): Place[] =>
      facts
        .select()
        .from(places)
        .orderBy(asc(places.communeCode))
        .all()
        .map(({ lat, lon, ...place }) => ({ ...place, position: positionOf(lat, lon) })),
    /** Where the address of a unit without a page of its own leads, when another unit took it over. */
    findMoved: (siren: Siren): { to: Siren; on: IsoDate } | null => movedFrom.get({ siren }) ?? null,
  };
}
