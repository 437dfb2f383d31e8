import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { IsoDate } from '#domain/dates.ts';
import { SourceError } from '#domain/errors.ts';
import type { Corpus } from './open.ts';
import { archives } from './schema.ts';
import { sireneEstablishments, sireneLinks, sireneUnits } from './sirene-schema.ts';
import { compileWrite } from './statement.ts';
import { upsertParts } from './write.ts';

export type UnitRow = Omit<typeof sireneUnits.$inferSelect, 'archiveId'>;
export type EstablishmentRow = Omit<typeof sireneEstablishments.$inferSelect, 'archiveId'>;
export type LinkRow = Omit<typeof sireneLinks.$inferSelect, 'archiveId'>;

function prepareStatements(corpus: Corpus) {
  const units = upsertParts(sireneUnits);
  const sites = upsertParts(sireneEstablishments);
  const links = upsertParts(sireneLinks);
  return {
    unit: compileWrite(
      corpus,
      corpus
        .insert(sireneUnits)
        .values(units.values as never)
        .onConflictDoUpdate({ target: sireneUnits.siren, set: units.set }),
    ),
    establishment: compileWrite(
      corpus,
      corpus
        .insert(sireneEstablishments)
        .values(sites.values as never)
        .onConflictDoUpdate({ target: sireneEstablishments.siret, set: sites.set }),
    ),
    link: compileWrite(
      corpus,
      corpus
        .insert(sireneLinks)
        .values(links.values as never)
        .onConflictDoNothing(),
    ),
  };
}

const TABLES = { units: sireneUnits, establishments: sireneEstablishments, links: sireneLinks };

/**
 * Writes one stock file. A stock is the whole state on its day: it takes the place of everything that an older one of
 * the same kind said, fictional and real stocks apart. Runs inside the transaction of the file.
 */
export class SireneWriter {
  readonly #corpus: Corpus;
  readonly #archive: { id: number; name: string };
  readonly #statements;
  #isCleared: boolean;

  /** `isAddition`: rows are added to those of the stock, which stay. */
  constructor(corpus: Corpus, archive: { id: number; name: string }, { isAddition = false } = {}) {
    this.#isCleared = isAddition;
    this.#corpus = corpus;
    this.#archive = archive;
    this.#statements = prepareStatements(corpus);
  }

  /** Throws away what an older file of that kind said, also where this one says nothing. */
  open(kind: keyof typeof TABLES, isFictional: boolean): void {
    this.#clear(TABLES[kind], isFictional);
  }

  writeUnit(row: UnitRow): void {
    this.#clear(sireneUnits, row.isFictional);
    this.#statements.unit({ ...row, archiveId: this.#archive.id });
  }

  writeEstablishment(row: EstablishmentRow): void {
    this.#clear(sireneEstablishments, row.isFictional);
    this.#statements.establishment({ ...row, archiveId: this.#archive.id });
  }

  writeLink(row: LinkRow): void {
    this.#clear(sireneLinks, row.isFictional);
    this.#statements.link({ ...row, archiveId: this.#archive.id });
  }

  #clear(table: (typeof TABLES)[keyof typeof TABLES], isFictional: boolean): void {
    if (!this.#isCleared) this.#corpus.delete(table).where(eq(table.isFictional, isFictional)).run();
    this.#isCleared = true;
  }

  /**
   * Dates the file by its newest line: stock files carry no date in their name.
   * @throws SourceError when a newer stock of the same kind was applied before
   */
  date(publishedOn: IsoDate, isFictional: boolean): void {
    const { id, name } = this.#archive;
    const [kind] = name.split(/[._]/);
    const newer = this.#corpus
      .select({ publishedOn: archives.publishedOn })
      .from(archives)
      .where(
        and(
          eq(archives.source, 'sirene'),
          sql`${archives.name} GLOB ${`${kind}[._]*`}`,
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
