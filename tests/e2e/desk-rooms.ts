import { readdirSync } from 'node:fs';
import { putUpload } from '#db/app/bulk-uploads.ts';
import { insertDeclaration } from '#db/app/declarations.ts';
import { insertDocument, insertDraft } from '#db/app/drafts.ts';
import { insertInvitation } from '#db/app/invitations.ts';
import { putQvctUpload } from '#db/app/qvct.ts';
import { findByReceipt } from '#db/app/reports.ts';
import { ask } from '#desk/moderation.ts';
import { submitReport } from '#desk/reports.ts';
import { hashToken, newToken } from '#desk/tokens.ts';
import { DeclarationContent, expiryOf } from '#domain/declaration.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { someone } from '../support/desk.ts';
import { MODERATORS, type OwnDirectory } from './own-directory.ts';

export const WORDS = 'Nous réservons dix berceaux à nos salariés.';
export const CONTENT = DeclarationContent.parse({
  benefit: 'creche', values: { cribs: 10 }, words: WORDS, seniorityMonths: 6, excluded: 'stagiaires',
  scope: { kind: 'category', label: 'personnels de nuit', sirets: [] }, proof: { kind: 'contract', url: null },
}); // prettier-ignore
const SAMPLE_DAY = '2026-11-21' as IsoDate;

/** Rooms with forms and accounts: folders and pages of src/pages. Whatever is put there is walked and attacked. */
const ROOMS = ['espace', 'moderation', 'signaler', 'suivi', 'repondre.astro', 'corrections.astro'];

/** Every address of these rooms, from their files: `/espace/[siren]/declarer`. */
export const listDeskRoutes = (): string[] =>
  ROOMS.flatMap((room) =>
    room.includes('.')
      ? [room]
      : readdirSync(`src/pages/${room}`, { recursive: true, encoding: 'utf8' }).map(
          (name) => `${room}/${name}`,
        ),
  )
    .filter((name) => /\.(astro|ts)$/.test(name))
    .map((name) => `/${name.replace(/\.(astro|ts)$/, '')}`.replace(/\/index$/, ''))
    .sort();

/** What stands in the rooms of one employer, whoever made it. */
export type Rooms = {
  siren: Siren;
  claim: string;
  draft: number;
  declaration: number;
  document: number;
  upload: number;
  qvctUpload: number;
  report: number;
  receipt: string;
  invitation: string;
};

/** Something of each kind for an employer, made by somebody of it. */
export async function furnish({ app, url }: OwnDirectory, siren: Siren, mailbox: string): Promise<Rooms> {
  const profile = (await (await fetch(`${url}/employeurs/${siren}.json`)).json()) as EmployerProfile;
  const claim = profile.entries.find(({ benefit }) => benefit === 'creche')!.lead.id;
  const person = someone(app, mailbox, { siren });
  const now = new Date();
  const draft = insertDraft(app, { siren, personId: person.id, declarationId: null, declarationVersion: null, content: CONTENT }, now); // prettier-ignore
  const declaration = insertDeclaration(app, { siren, claimId: `declaration-${siren}-x`, status: 'pending', content: CONTENT, declaredOn: SAMPLE_DAY, expiresOn: expiryOf(SAMPLE_DAY), personId: person.id }, now); // prettier-ignore
  const document = insertDocument(app, { siren, draftId: draft, declarationId: null, name: 'secret.pdf', type: 'application/pdf', bytes: 1, file: 'nothing.pdf', personId: person.id, createdAt: now.toISOString() }); // prettier-ignore
  const upload = putUpload(app, { personId: person.id, name: 'x.csv', rows: [{ line: 2, cells: { employeur: siren, avantage: 'licorne' } }, { line: 3, cells: { employeur: siren, avantage: 'velo-voiture', phrase: WORDS, preuve: 'charte' } }] }, now); // prettier-ignore
  const qvctUpload = putQvctUpload(app, person.id, { name: 'chiffres.csv', lines: 1, rows: [], errors: [{ line: 2, column: 'annee', message: 'Année absente.', remedy: 'Écrivez l’année.' }], errorCount: 1 }, now); // prettier-ignore
  const invitation = newToken();
  insertInvitation(app, { siren, role: 'editor', email: `invite-${mailbox}`, tokenHash: hashToken(invitation), invitedBy: person.id }, now); // prettier-ignore
  const receipt = submitReport(
    app,
    {
      ...{ kind: 'claim', key: claim, siren, reason: 'misread', words: 'Une demande.', email: null },
      shown: { title: 'Crèche', facts: [{ label: 'Phrase citée', text: '«\u00a0Dix berceaux.\u00a0»' }] },
      employerPersonId: null,
    },
    now,
    SAMPLE_DAY,
  );
  const report = findByReceipt(app, receipt)!.id;
  return { siren, claim, draft, declaration, document, upload, qvctUpload, report, receipt, invitation };
}

/** The same with a question that waits for its answer. */
export function askAbout({ app }: OwnDirectory, { report }: Rooms): void {
  const moderatorId = someone(app, MODERATORS[0]).id;
  const readUpTo = app.$client.prepare('SELECT max(id) FROM report_events WHERE report_id = ?').pluck().get(report) as number; // prettier-ignore
  ask(app, { reportId: report, moderatorId, readUpTo, note: '' }, 'which-part');
}

/** An address of a route, on what stands in these rooms; with the query without which it shows nothing. */
export function addressOf(route: string, rooms: Rooms, siren = rooms.siren, step = 'phrase'): string {
  const path = route
    .replace('[siren]', siren)
    .replace('/document/[id]', `/document/${rooms.document}`)
    .replace('/lot/[id]', `/lot/${rooms.upload}`)
    .replace('/qvct/[id]', `/qvct/${rooms.qvctUpload}`)
    .replace('/brouillon/[id]', `/brouillon/${rooms.draft}`)
    .replace('/declarations/[id]', `/declarations/${rooms.declaration}`)
    .replace('/moderation/[id]', `/moderation/${rooms.report}`)
    .replace('[receipt]', rooms.receipt)
    .replace('[etape]', step);
  const query: Record<string, string> = {
    '/espace/invitation': `?jeton=${rooms.invitation}`,
    '/espace/connexion/lien': '?jeton=x',
    '/repondre': `?employeur=${siren}&avantage=${rooms.claim}`,
    '/signaler': `?avantage=${rooms.claim}`,
    '/signaler/complement': `?suivi=${rooms.receipt}`,
  };
  return path + (query[route] ?? '');
}

/** Employers of the sample with a crèche, by SIREN. */
export async function findEmployers(url: string): Promise<Siren[]> {
  const html = await (await fetch(`${url}/recherche?avantage=creche`)).text();
  return [...new Set([...html.matchAll(/href="\/employeurs\/(\d{9})"/g)].map((match) => match[1] as Siren))];
}
