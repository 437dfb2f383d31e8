import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { deleteOldDrafts, takeOrphanDocuments } from './drafts.ts';
import { deleteOldUploads } from './bulk-uploads.ts';
import { deleteOldLinks } from './links.ts';
import type { AppWriter } from './people.ts';
import { deleteOldQvctUploads } from './qvct.ts';
import { eraseWords } from './reports.ts';
import { deskEvents, invitations, people } from './schema-accounts.ts';
import { declarations, documents } from './schema-declarations.ts';
import { deleteOldSessions } from './sessions.ts';

const DAY_MS = 24 * 3600_000;

/** How long things about people are kept, in days; said on the page « Données personnelles ». */
export const KEPT_DAYS = {
  session: 1,
  link: 1,
  invitation: 30,
  draft: 180,
  /** Documents of a declaration withdrawn or expired. */
  document: 365,
  /** What people wrote in a report, once answered. */
  report: 365,
  event: 3 * 365,
  /** An account nobody signs in to. */
  account: 3 * 365,
} as const;

export type Retention = Record<keyof typeof KEPT_DAYS, number> & {
  /** Documents whose bytes have to go. */
  files: string[];
};

/** Forgets everything about people that is older than it may be, in one transaction. @returns how many of each */
export function applyRetention(change: AppWriter, now: Date): Retention {
  const before = (kind: keyof typeof KEPT_DAYS): Date => new Date(now.getTime() - KEPT_DAYS[kind] * DAY_MS);
  const text = (kind: keyof typeof KEPT_DAYS): string => before(kind).toISOString();
  const session = deleteOldSessions(change, before('session'), before('session'));
  const link = deleteOldLinks(change, before('link'));
  const invitation = change
    .delete(invitations)
    .where(lt(invitations.createdAt, text('invitation')))
    .run().changes;
  const draft = deleteOldDrafts(change, before('draft'));
  const document = detachOldDocuments(change, text('document'));
  const report = eraseWords(change, before('report'));
  const event = change
    .delete(deskEvents)
    .where(lt(deskEvents.at, text('event')))
    .run().changes;
  const account = change
    .delete(people)
    .where(lt(people.seenAt, text('account')))
    .run().changes;
  deleteOldUploads(change, before('link'));
  deleteOldQvctUploads(change, before('link'));
  const files = takeOrphanDocuments(change);
  return { session, link, invitation, draft, document, report, event, account, files };
}

function detachOldDocuments(change: AppWriter, before: string): number {
  const over = change
    .select({ id: declarations.id })
    .from(declarations)
    .where(and(eq(declarations.status, 'withdrawn'), lt(declarations.updatedAt, before)))
    .all();
  const expired = change
    .select({ id: declarations.id })
    .from(declarations)
    .where(
      and(eq(declarations.status, 'published'), lt(declarations.expiresOn, before.slice(0, 10) as never)),
    )
    .all();
  return [...over, ...expired].reduce(
    (sum, { id }) =>
      sum +
      change
        .update(documents)
        .set({ declarationId: null })
        .where(and(eq(documents.declarationId, id), isNotNull(documents.declarationId)))
        .run().changes,
    0,
  );
}
