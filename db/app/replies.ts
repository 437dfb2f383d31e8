import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Siren } from '#domain/ids.ts';
import type { AppWriter } from './people.ts';
import { replies } from './schema-corrections.ts';

export type PublishedReply = {
  id: number;
  siren: Siren;
  /** Null: about the page as a whole. */
  claimId: string | null;
  words: string;
  /** Instant, ISO 8601. */
  publishedAt: string;
};

const columns = {
  id: replies.id,
  siren: replies.siren,
  claimId: replies.claimId,
  words: replies.words,
  publishedAt: replies.publishedAt,
};

/** Those that seekers read now, of one employer or of all, oldest first. */
export const listReplies = (app: Pick<AppWriter, 'select'>, siren?: Siren): PublishedReply[] =>
  app
    .select(columns)
    .from(replies)
    .where(and(isNull(replies.withdrawnAt), siren ? eq(replies.siren, siren) : undefined))
    .orderBy(asc(replies.id))
    .all() as PublishedReply[];

export const findReply = (app: AppWriter, siren: Siren, claimId: string | null): PublishedReply | null =>
  listReplies(app, siren).find((reply) => reply.claimId === claimId) ?? null;

/** Takes the one published so far off, if there is one. */
export function putReply(
  app: AppWriter,
  reply: { siren: Siren; claimId: string | null; words: string; personId: number },
  now: Date,
): void {
  const before = findReply(app, reply.siren, reply.claimId);
  if (before) endReply(app, before.id, now);
  app
    .insert(replies)
    .values({ ...reply, publishedAt: now.toISOString() })
    .run();
}

export function endReply(app: AppWriter, id: number, now: Date): void {
  app
    .update(replies)
    .set({ withdrawnAt: now.toISOString() })
    .where(and(eq(replies.id, id), isNull(replies.withdrawnAt)))
    .run();
}
