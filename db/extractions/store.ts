import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { Extraction, ExtractorParts } from '#domain/extraction.ts';
import type { AgreementId, BenefitId, Siren } from '#domain/ids.ts';
import type { Extractions } from './open.ts';
import { employerNames, extractions, memberships, namedMembers, readers } from './schema.ts';

export type ExtractionKey = { textHash: string; contextHash: string };
export type Peek = { version: string; hasMembers: boolean; named: BenefitId[] };

const at = sql.placeholder;
const PAGE = 500;

/** The extractor's results, kept by text and context for one version of the extractor. */
export function extractionStore(cache: Extractions) {
  const found = and(eq(extractions.textHash, at('textHash')), eq(extractions.contextHash, at('contextHash')));
  const find = cache
    .select({
      version: extractions.version,
      extraction: extractions.extraction,
    })
    .from(extractions)
    .where(found)
    .prepare();
  const known = cache
    .select({ version: extractions.version, hasMembers: extractions.hasMembers, named: extractions.named })
    .from(extractions)
    .where(found)
    .prepare();
  const put = cache
    .insert(extractions)
    .values({
      textHash: at('textHash'), contextHash: at('contextHash'), version: at('version'),
      hasMembers: at('hasMembers'), named: at('named'), extraction: at('extraction'),
    })
    .onConflictDoUpdate({
      target: [extractions.textHash, extractions.contextHash],
      set: {
        version: sql`excluded.version`, hasMembers: sql`excluded.has_members`, named: sql`excluded.named`,
        extraction: sql`excluded.extraction`,
      },
    })
    .prepare(); // prettier-ignore
  const confirm = cache
    .update(extractions)
    .set({ version: sql`${at('version')}` })
    .where(found)
    .prepare();
  const hashesAfter = cache
    .selectDistinct({ textHash: extractions.textHash })
    .from(extractions)
    .where(gt(extractions.textHash, at('after')))
    .orderBy(asc(extractions.textHash))
    .limit(PAGE)
    .prepare();

  return {
    /** Null when this version of the extractor has not read the text in this context. */
    read: (key: ExtractionKey, version: string): Extraction | null => {
      const row = find.get(key);
      return row?.version === version ? row.extraction : null;
    },
    /** What was read of the text in this context, by any version, without the reading itself. */
    peek: (key: ExtractionKey): Peek | null => known.get(key) ?? null,
    /** Says that this version reads the same there. */
    confirm: (key: ExtractionKey, version: string): void => void confirm.run({ ...key, version }),
    /** Keeps what a version is made of. */
    putReader: (version: string, parts: ExtractorParts): void =>
      void cache.insert(readers).values({ version, parts }).onConflictDoNothing().run(),
    partsOf: (version: string): ExtractorParts | null =>
      cache.select().from(readers).where(eq(readers.version, version)).get()?.parts ?? null,
    /** Forgets the other versions, once nothing they read is left. */
    keepReader: (version: string): void =>
      void cache.delete(readers).where(ne(readers.version, version)).run(),
    put: (key: ExtractionKey, version: string, extraction: Extraction): void => {
      const { sirens, names } = extraction.terms.members;
      const { named } = extraction;
      put.run({ ...key, version, hasMembers: sirens.length + names.length > 0, named, extraction });
    },
    /** Deletes what was read in texts that are no longer there. @returns how many texts */
    prune(isHeld: (textHash: string) => boolean): number {
      let pruned = 0;
      for (let after = ''; ;) {
        const page = hashesAfter.all({ after });
        const orphans = page.map(({ textHash }) => textHash).filter((hash) => !isHeld(hash));
        if (orphans.length > 0) cache.delete(extractions).where(inArray(extractions.textHash, orphans)).run();
        pruned += orphans.length;
        if (page.length < PAGE) return pruned;
        after = page.at(-1)!.textHash;
      }
    },
  };
}
export type ExtractionStore = ReturnType<typeof extractionStore>;

/** Who belongs to whose agreements. */
export function membershipStore(cache: Extractions) {
  const putName = cache
    .insert(employerNames)
    .values({ name: at('name'), siren: at('siren') })
    .onConflictDoNothing()
    .prepare();
  const putNamed = cache
    .insert(namedMembers)
    .values({ agreementId: at('agreementId'), filer: at('filer'), name: at('name') })
    .prepare();
  const ofFiler = cache
    .select()
    .from(memberships)
    .where(eq(memberships.filer, at('filer')))
    .orderBy(asc(memberships.agreementId), asc(memberships.member))
    .prepare();
  const ofMember = cache
    .select()
    .from(memberships)
    .where(eq(memberships.member, at('member')))
    .orderBy(asc(memberships.filer), asc(memberships.agreementId))
    .prepare();

  return {
    /** Begins to gather names; memberships stay as they are until `finishNaming`. */
    startNaming(): void {
      for (const table of [employerNames, namedMembers]) cache.delete(table).run();
    },
    /** The names (in their exact form) an employer answers to, its SIREN among them. */
    putEmployerNames: (employers: readonly { siren: Siren; names: Iterable<string> }[]): void =>
      cache.transaction(() => {
        for (const { siren, names } of employers) for (const name of names) putName.run({ name, siren });
      }),
    /** `name`: an exact name or a SIREN, as a text prints it. */
    putNamedMember: (agreementId: AgreementId, filer: Siren, name: string) =>
      void putNamed.run({ agreementId, filer, name }),
    /**
     * Replaces all memberships: a name counts where one employer alone bears it. `isKnown` is asked of printed SIRENs
     * that filed nothing themselves.
     */
    finishNaming(isKnown: (siren: Siren) => boolean): void {
      cache.transaction(() => {
        const strangers = cache.all<{ siren: Siren }>(sql`
          SELECT DISTINCT n.name AS siren FROM named_members n LEFT JOIN employer_names e ON e.name = n.name
          WHERE n.name GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]' AND e.name IS NULL`);
        for (const { siren } of strangers) if (isKnown(siren)) putName.run({ name: siren, siren });
        cache.delete(memberships).run();
        cache.run(sql`
          INSERT OR IGNORE INTO memberships (agreement_id, filer, member)
          SELECT n.agreement_id, n.filer, min(e.siren)
          FROM named_members n JOIN employer_names e ON e.name = n.name
          GROUP BY n.agreement_id, n.filer, n.name
          HAVING count(DISTINCT e.siren) = 1 AND min(e.siren) <> n.filer`);
        for (const table of [employerNames, namedMembers]) cache.delete(table).run();
      });
    },
    /** In order of SIREN. */
    listMembers: (): Siren[] =>
      cache
        .selectDistinct({ member: memberships.member })
        .from(memberships)
        .orderBy(asc(memberships.member))
        .all()
        .map(({ member }) => member),
    /** Members named by each agreement this employer filed, in order of SIREN. */
    membersByAgreement(filer: Siren): Map<AgreementId, Siren[]> {
      const named = new Map<AgreementId, Siren[]>();
      for (const { agreementId, member } of ofFiler.all({ filer })) {
        const known = named.get(agreementId);
        if (known) known.push(member);
        else named.set(agreementId, [member]);
      }
      return named;
    },
    /** Other employers whose agreements name this one, in order of SIREN. */
    namedIn(member: Siren): { filer: Siren; agreements: AgreementId[] }[] {
      const filers = new Map<Siren, AgreementId[]>();
      for (const { agreementId, filer } of ofMember.all({ member }))
        filers.set(filer, [...(filers.get(filer) ?? []), agreementId]);
      return [...filers].map(([filer, agreements]) => ({ filer, agreements }));
    },
  };
}
export type MembershipStore = ReturnType<typeof membershipStore>;
