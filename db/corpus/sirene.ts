import { and, desc, eq, inArray, like, ne } from 'drizzle-orm';
import type { IsoDate } from '#domain/dates.ts';
import { SourceError } from '#domain/errors.ts';
import type { Siren, Siret } from '#domain/ids.ts';
import type { Establishment, Identity } from '#domain/profile.ts';
import type { Corpus } from './open.ts';
import { archives } from './schema.ts';
import { sireneEstablishments, sireneUnits } from './sirene-schema.ts';

export type UnitRow = Omit<typeof sireneUnits.$inferInsert, 'archiveId'>;
export type EstablishmentRow = Omit<typeof sireneEstablishments.$inferInsert, 'archiveId'>;

/** Open establishments kept in an identity; their number is always exact. */
const ESTABLISHMENTS_MAX = 50;
/** SQLite takes so many values in one `IN`. */
const SIRENS_MAX = 500;

export type SireneUnit = {
  identity: Identity;
  /** False for sole traders and partially disclosed units: they must not be shown. */
  isPublishable: boolean;
  isFictional: boolean;
  /** Of all open establishments, sorted. */
  departments: string[];
};

/** What SIRENE says of these employers; those it does not hold are missing. Labels are left null. */
export function readUnits(corpus: Corpus, sirens: readonly Siren[]): Map<Siren, SireneUnit> {
  const found = new Map<Siren, SireneUnit>();
  for (let at = 0; at < sirens.length; at += SIRENS_MAX) {
    const some = sirens.slice(at, at + SIRENS_MAX);
    const sites = new Map<Siren, Establishment[]>();
    const open = and(inArray(sireneEstablishments.siren, some), eq(sireneEstablishments.isOpen, true));
    for (const row of corpus.select().from(sireneEstablishments).where(open).all()) {
      const { siren, isFictional: _fictional, archiveId: _archive, ...site } = row;
      sites.set(siren, [...(sites.get(siren) ?? []), site]);
    }
    const rows = corpus
      .select({ unit: sireneUnits, archive: archives })
      .from(sireneUnits)
      .innerJoin(archives, eq(archives.id, sireneUnits.archiveId))
      .where(inArray(sireneUnits.siren, some))
      .all();
    for (const row of rows) found.set(row.unit.siren, toUnit(row, sites.get(row.unit.siren) ?? []));
  }
  return found;
}

type JoinedRow = { unit: typeof sireneUnits.$inferSelect; archive: typeof archives.$inferSelect };

function toUnit({ unit, archive }: JoinedRow, sites: Establishment[]): SireneUnit {
  const { isPublishable, isFictional } = unit;
  const first = ({ isHeadOffice, siret }: Establishment): string => `${isHeadOffice ? 0 : 1}${siret}`;
  const open = sites.toSorted((a, b) => (first(a) < first(b) ? -1 : 1));
  return {
    isPublishable,
    isFictional,
    departments: [...new Set(open.flatMap(({ departmentCode }) => departmentCode ?? []))].sort(),
    identity: {
      legalName: unit.legalName,
      tradeNames: unit.tradeNames,
      nafCode: unit.nafCode,
      nafLabel: null,
      headcountBand: unit.headcountBand,
      headcountLabel: null,
      headcountYear: unit.headcountYear,
      category: unit.category,
      isActive: unit.isActive,
      establishments: open.slice(0, ESTABLISHMENTS_MAX),
      establishmentCount: open.length,
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

/** Department of one establishment, open or closed; null where SIRENE does not hold it. */
export const readDepartment = (corpus: Corpus, siret: Siret): string | null =>
  corpus
    .select({ department: sireneEstablishments.departmentCode })
    .from(sireneEstablishments)
    .where(eq(sireneEstablishments.siret, siret))
    .get()?.department ?? null;

/**
 * Writes one stock file. A stock is the whole state on its day: it takes the place of everything that an older one of
 * the same kind said, fictional and real stocks apart. Runs inside the transaction of the file.
 */
export class SireneWriter {
  readonly #corpus: Corpus;
  readonly #archive: { id: number; name: string };
  #isCleared = false;

  constructor(corpus: Corpus, archive: { id: number; name: string }) {
    this.#corpus = corpus;
    this.#archive = archive;
  }

  writeUnit(row: UnitRow): void {
    this.#clear(sireneUnits, row.isFictional);
    const values = { ...row, archiveId: this.#archive.id };
    this.#corpus
      .insert(sireneUnits)
      .values(values)
      .onConflictDoUpdate({ target: sireneUnits.siren, set: values })
      .run();
  }

  writeEstablishment(row: EstablishmentRow): void {
    this.#clear(sireneEstablishments, row.isFictional);
    const values = { ...row, archiveId: this.#archive.id };
    this.#corpus
      .insert(sireneEstablishments)
      .values(values)
      .onConflictDoUpdate({ target: sireneEstablishments.siret, set: values })
      .run();
  }

  #clear(table: typeof sireneUnits | typeof sireneEstablishments, isFictional: boolean): void {
    if (!this.#isCleared) this.#corpus.delete(table).where(eq(table.isFictional, isFictional)).run();
    this.#isCleared = true;
  }

  /**
   * Dates the file by its newest line: stock files carry no date in their name.
   * @throws SourceError when a newer stock of the same kind was applied before
   */
  date(publishedOn: IsoDate, isFictional: boolean): void {
    const { id, name } = this.#archive;
    const kind = name.split('_')[0]!;
    const newer = this.#corpus
      .select({ publishedOn: archives.publishedOn })
      .from(archives)
      .where(
        and(
          eq(archives.source, 'sirene'),
          like(archives.name, `${kind}%`),
          eq(archives.isFictional, isFictional),
          ne(archives.id, id),
        ),
      )
      .orderBy(desc(archives.publishedOn))
      .get();
    if (newer && newer.publishedOn > publishedOn)
      throw new SourceError(
        `sirene: ${name} is a stock of ${publishedOn}, older than the one of ${newer.publishedOn} applied before. Nothing was changed.`,
      );
    const stamp = `${publishedOn.replaceAll('-', '')}-000000`;
    this.#corpus.update(archives).set({ publishedOn, stamp }).where(eq(archives.id, id)).run();
  }
}
