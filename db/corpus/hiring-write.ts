import { and, eq, notInArray } from 'drizzle-orm';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren, Siret } from '#domain/ids.ts';
import { keepAnswers } from './archives.ts';
import { hiringRows } from './indicator-schema.ts';
import type { Corpus } from './open.ts';
import { archives } from './schema.ts';

const SOURCE = 'hiring';

export type SaidHiring = { siren: Siren; siret: Siret; on: IsoDate };

/**
 * Puts these signals in the place of all that stood, in one transaction: one file a day of answers, so that each
 * signal has its own day. `url`: where people can look for themselves.
 */
export function replaceHiring(corpus: Corpus, said: readonly SaidHiring[], url: string): void {
  corpus.transaction(() => {
    corpus.delete(hiringRows).run();
    for (const [day, rows] of Map.groupBy(said, ({ on }) => on)) {
      const archiveId = keepAnswers(corpus, {
        source: SOURCE,
        name: `la-bonne-boite-${day}.json`,
        day,
        url,
        body: JSON.stringify(rows),
        counts: { records: rows.length },
      });
      for (const { siren, siret } of rows)
        corpus.insert(hiringRows).values({ siren, siret, isFictional: false, archiveId }).run();
    }
    const used = corpus.select({ id: hiringRows.archiveId }).from(hiringRows);
    corpus
      .delete(archives)
      .where(and(eq(archives.source, SOURCE), notInArray(archives.id, used)))
      .run();
  });
}
