import { eq, sql } from 'drizzle-orm';
import type { Corpus } from '../corpus/open.ts';
import { texts } from '../corpus/schema.ts';

/** Asks the corpus whether it still holds a text, without reading it. */
export function heldTexts(corpus: Corpus): (textHash: string) => boolean {
  const held = corpus
    .select({ hash: texts.hash })
    .from(texts)
    .where(eq(texts.hash, sql.placeholder('hash')))
    .limit(1)
    .prepare();
  return (hash) => held.get({ hash }) !== undefined;
}
