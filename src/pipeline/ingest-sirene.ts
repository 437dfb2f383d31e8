import type { Corpus } from '#db/corpus/open.ts';
import { SireneWriter } from '#db/corpus/sirene-write.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { SireneItem } from '#sources/sirene/index.ts';
import type { ArchiveWriter, OpenedArchive } from './ingest-writer.ts';

/** Writes units, establishments or successions as they come, and dates the file by its newest line. */
export function openSireneWriter(corpus: Corpus, archive: OpenedArchive): ArchiveWriter<SireneItem> {
  const writer = new SireneWriter(corpus, archive);
  const counts: Record<string, number> = {};
  let publishedOn: IsoDate | null = null;
  const add = (name: string, number = 1): void => void (counts[name] = (counts[name] ?? 0) + number);
  return {
    counts,
    get publishedOn() {
      return publishedOn;
    },
    write(item) {
      if (item.type === 'opened') writer.open(item.kind, item.isFictional);
      else if (item.type === 'read') add('records', item.lines);
      else if (item.type === 'dated') {
        ({ publishedOn } = item);
        writer.date(publishedOn, item.isFictional);
      } else if (item.type === 'unit') {
        const { type: _type, ...row } = item;
        writer.writeUnit(row);
        add(item.isPublishable ? 'units.kept' : 'units.not-publishable');
      } else if (item.type === 'link') {
        const { type: _type, ...row } = item;
        writer.writeLink(row);
        add('links.kept');
      } else {
        const { type: _type, ...row } = item;
        writer.writeEstablishment(row);
        add(item.isOpen ? 'establishments.open' : 'establishments.closed');
      }
    },
    finish: () => undefined,
  };
}
