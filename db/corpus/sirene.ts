import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Siren, Siret } from '#domain/ids.ts';
import type { Position } from '#domain/place.ts';
import type { Establishment, Identity } from '#domain/profile.ts';
import type { Corpus } from './open.ts';
import { archives } from './schema.ts';
import { linkReader } from './sirene-links.ts';
import { sireneEstablishments, sireneUnits } from './sirene-schema.ts';

/** Open establishments kept in an identity; their number is always exact. */
const ESTABLISHMENTS_MAX = 50;

/** Signs kept as trade names: some chains have one for each shop. */
const SIGNS_MAX = 20;

/** An open establishment where people work, as far as INSEE says. */
export type WorkSite = { communeCode: string; communeName: string; position: Position | null };

export type SireneUnit = {
  identity: Identity;
  /** False for sole traders and partially disclosed units: they must not be shown. */
  isPublishable: boolean;
  isFictional: boolean;
  /** Of all open establishments where people work, sorted. */
  departments: string[];
  sites: WorkSite[];
};

function prepare(corpus: Corpus) {
  const siren = sql.placeholder('siren');
  const sites = sireneEstablishments;
  return {
    unit: corpus
      .select({ unit: sireneUnits, archive: archives })
      .from(sireneUnits)
      .innerJoin(archives, eq(archives.id, sireneUnits.archiveId))
      .where(eq(sireneUnits.siren, siren))
      .prepare(),
    /** Head office first. */
    sites: corpus
      .select()
      .from(sites)
      .where(and(eq(sites.siren, siren), eq(sites.isOpen, true)))
      .orderBy(desc(sites.isHeadOffice), asc(sites.siret))
      .prepare(),
    department: corpus
      .select({ department: sites.departmentCode })
      .from(sites)
      .where(eq(sites.siret, sql.placeholder('siret')))
      .prepare(),
    links: linkReader(corpus),
  };
}

type Statements = ReturnType<typeof prepare>;

/** Derivation asks for one employer after the other: preparing costs more than reading. */
const prepared = new WeakMap<Corpus, Statements>();

function statementsOf(corpus: Corpus): Statements {
  const known = prepared.get(corpus) ?? prepare(corpus);
  prepared.set(corpus, known);
  return known;
}

/** What SIRENE says of these employers; those it does not hold are missing. Labels are left null. */
export function readUnits(corpus: Corpus, sirens: readonly Siren[]): Map<Siren, SireneUnit> {
  const statements = statementsOf(corpus);
  const found = new Map<Siren, SireneUnit>();
  for (const siren of sirens) {
    const row = statements.unit.get({ siren });
    if (row) found.set(siren, toUnit(row, statements.sites.all({ siren }), statements));
  }
  return found;
}

/** Real employers that agreements name and no unit stands for, in order. */
export const listWithoutUnit = (corpus: Corpus): Siren[] =>
  corpus
    .all<{ siren: Siren }>(
      sql`SELECT DISTINCT siren FROM agreements a
          WHERE NOT is_fictional AND NOT EXISTS (SELECT 1 FROM sirene_units u WHERE u.siren = a.siren)
          ORDER BY siren`,
    )
    .map(({ siren }) => siren);

/** Those of these numbers that neither a unit nor an invented agreement stands for, in order. */
export const listUnknown = (corpus: Corpus, sirens: readonly Siren[]): Siren[] =>
  corpus
    .all<{ siren: Siren }>(
      sql`SELECT value AS siren FROM json_each(${JSON.stringify(sirens)}) s
          WHERE NOT EXISTS (SELECT 1 FROM sirene_units u WHERE u.siren = s.value)
            AND NOT EXISTS (SELECT 1 FROM agreements a WHERE a.siren = s.value AND a.is_fictional)
          ORDER BY value`,
    )
    .map(({ siren }) => siren);

/** Department of one establishment, open or closed; null where SIRENE does not hold it. */
export const readDepartment = (corpus: Corpus, siret: Siret): string | null =>
  statementsOf(corpus).department.get({ siret })?.department ?? null;

type UnitRow = { unit: typeof sireneUnits.$inferSelect; archive: typeof archives.$inferSelect };
type SiteRow = typeof sireneEstablishments.$inferSelect;

function toUnit({ unit, archive }: UnitRow, sites: SiteRow[], { links }: Statements): SireneUnit {
  const {
    siren,
    archiveId: _archive,
    headOfficeNic: _nic,
    openEstablishments,
    isPublishable,
    isFictional,
    ...facts
  } = unit;
  const { legalName, acronym, tradeNames, legalCategory } = facts;
  const staffed = sites.filter(({ isEmploying }) => isEmploying);
  // An agreement proves that somebody is employed, whatever the register says.
  const working = staffed.length > 0 ? staffed : sites;
  const signs = sites.flatMap(({ name }) => name ?? []);
  const names = new Set([...tradeNames, ...[...new Set(signs)].slice(0, SIGNS_MAX)]);
  for (const known of [legalName, acronym]) if (known) names.delete(known);
  return {
    isPublishable,
    isFictional,
    departments: [...new Set(working.flatMap(({ departmentCode }) => departmentCode ?? []))].sort(),
    sites: working.flatMap(({ communeCode, communeName, ...site }) =>
      communeCode && communeName ? [{ communeCode, communeName, position: positionOf(site) }] : [],
    ),
    identity: {
      ...facts,
      tradeNames: [...names],
      legalCategory: legalCategory === null ? null : { code: legalCategory, label: null },
      nafLabel: null,
      naf2025Label: null,
      headcountLabel: null,
      formerSirens: isPublishable ? links.formerOf(siren) : [],
      followedBy: isPublishable ? links.followerOf(siren) : null,
      establishments: sites.slice(0, ESTABLISHMENTS_MAX).map(toEstablishment),
      establishmentCount: Math.max(sites.length, openEstablishments ?? 0),
      provenance: {
        source: archive.source,
        file: archive.name,
        url: isFictional ? null : archive.url,
        publishedOn: archive.publishedOn,
        sha256: archive.sha256,
      },
    },
  };
}

const toEstablishment = (site: SiteRow): Establishment => ({
  siret: site.siret,
  name: site.name,
  communeCode: site.communeCode,
  communeName: site.communeName,
  departmentCode: site.departmentCode,
  position: positionOf(site),
  isHeadOffice: site.isHeadOffice,
  isOpen: site.isOpen,
});

const positionOf = ({ lat, lon }: Pick<SiteRow, 'lat' | 'lon'>): Position | null =>
  lat === null || lon === null ? null : { lat, lon };
