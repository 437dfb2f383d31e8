import { eq } from 'drizzle-orm';
import type { AppWriter } from './people.ts';
import { deskEvents, invitations, people, rights, signInLinks, webSessions } from './schema-accounts.ts';
import { replies, reportEvents, reports } from './schema-corrections.ts';
import { declarations, documents, drafts } from './schema-declarations.ts';
import { qvctDeclarations, qvctUploads } from './schema-qvct.ts';

/** Everything kept about one person, by table. Tokens are left out: they open doors, and say nothing of anybody. */
export function exportPerson(app: AppWriter, id: number): Record<string, unknown> | null {
  const person = app.select().from(people).where(eq(people.id, id)).get();
  if (!person) return null;
  const email = person.email ?? '';
  return {
    person,
    sessions: app
      .select({ door: webSessions.door, signedInAt: webSessions.signedInAt, seenAt: webSessions.seenAt })
      .from(webSessions)
      .where(eq(webSessions.personId, id))
      .all(),
    links: app
      .select({ siren: signInLinks.siren, createdAt: signInLinks.createdAt, usedAt: signInLinks.usedAt })
      .from(signInLinks)
      .where(eq(signInLinks.email, email))
      .all(),
    rights: app.select().from(rights).where(eq(rights.personId, id)).all(),
    invitations: app
      .select({
        siren: invitations.siren,
        role: invitations.role,
        email: invitations.email,
        createdAt: invitations.createdAt,
      })
      .from(invitations)
      .where(eq(invitations.email, email))
      .all(),
    drafts: app.select().from(drafts).where(eq(drafts.personId, id)).all(),
    declarations: app.select().from(declarations).where(eq(declarations.personId, id)).all(),
    // That this person sent them, and when; the figures are the employer's.
    qvct: app
      .select({
        siren: qvctDeclarations.siren,
        id: qvctDeclarations.claimId,
        status: qvctDeclarations.status,
        declaredOn: qvctDeclarations.declaredOn,
        expiresOn: qvctDeclarations.expiresOn,
        updatedAt: qvctDeclarations.updatedAt,
      })
      .from(qvctDeclarations)
      .where(eq(qvctDeclarations.personId, id))
      .all(),
    qvctUploads: app
      .select({ name: qvctUploads.name, lines: qvctUploads.lines, createdAt: qvctUploads.createdAt })
      .from(qvctUploads)
      .where(eq(qvctUploads.personId, id))
      .all(),
    documents: app
      .select({
        siren: documents.siren,
        name: documents.name,
        bytes: documents.bytes,
        createdAt: documents.createdAt,
      })
      .from(documents)
      .where(eq(documents.personId, id))
      .all(),
    reports: app.select().from(reports).where(eq(reports.personId, id)).all(),
    decisions: app.select().from(reportEvents).where(eq(reportEvents.personId, id)).all(),
    replies: app.select().from(replies).where(eq(replies.personId, id)).all(),
    events: app.select().from(deskEvents).where(eq(deskEvents.personId, id)).all(),
  };
}

/**
 * Forgets a person. What they declared, replied and decided for an employer stays, without anybody beside it.
 * @returns whether there was such a person
 */
export function erasePerson(app: AppWriter, id: number): boolean {
  const person = app.select().from(people).where(eq(people.id, id)).get();
  if (!person) return false;
  if (person.email !== null) {
    app.delete(signInLinks).where(eq(signInLinks.email, person.email)).run();
    app.delete(invitations).where(eq(invitations.email, person.email)).run();
    app.update(reports).set({ email: null }).where(eq(reports.email, person.email)).run();
  }
  app.delete(people).where(eq(people.id, id)).run();
  return true;
}
