import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Siren, Siret } from '#domain/ids.ts';
import type { Identity } from '#domain/profile.ts';
import type { Corpus } from './open.ts';
import { archives } from './schema.ts';
import { sireneEstablishments, sireneUnits } from './sirene-schema.ts';

/** Open establishments kept in an identity; their number is always exact. */
const ESTABLISHMENTS_MAX = 50;

export type SireneUnit = {
  identity: Identity;
  /** False for sole traders and partially disclosed units: they must not be shown. */
  isPublishable: boolean;
  isFictional: boolean;
  /** Of all open establishments, sorted. */
  departments: string[];
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
  };
}

/** Derivation asks for one employer after the other: preparing costs more than reading. */
const prepared = new WeakMap<Corpus, ReturnType<typeof prepare>>();

function statementsOf(corpus: Corpus): ReturnType<typeof prepare> {
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
    if (row) found.set(siren, toUnit(row, statements.sites.all({ siren })));
  }
  return found;
}

/** Department of one establishment, open or closed; null where SIRENE does not hold it. */
export const readDepartment = (corpus: Corpus, siret: Siret): string | null =>
  statementsOf(corpus).department.get({ siret })?.department ?? null;

type UnitRow = { unit: typeof sireneUnits.$inferSelect; archive: typeof archives.$inferSelect };
type SiteRow = typeof sireneEstablishments.$inferSelect;

function toUnit({ unit, archive }: UnitRow, sites: SiteRow[]): SireneUnit {
  const { siren: _siren, archiveId: _archive, isPublishable, isFictional, ...facts } = unit;
  const kept = sites.slice(0, ESTABLISHMENTS_MAX);
  return {
    isPublishable,
    isFictional,
    departments: [...new Set(sites.flatMap(({ departmentCode }) => departmentCode ?? []))].sort(),
    identity: {
      ...facts,
      nafLabel: null,
      headcountLabel: null,
      establishments: kept.map(({ siren: _of, isFictional: _flag, archiveId: _from, ...site }) => site),
      establishmentCount: sites.length,
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
