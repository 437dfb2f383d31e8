import type { Catalogue } from '#catalogue/catalogue.ts';
import {
  findDeclaration, findStanding, insertDeclaration, updateDeclaration, type Declaration,
} from '#db/app/declarations.ts'; // prettier-ignore
import { deleteDraft, moveDocuments, type Draft } from '#db/app/drafts.ts';
import { recordEvent } from '#db/app/events.ts';
import type { AppDatabase } from '#db/app/open.ts';
import { transact } from '#db/app/transact.ts';
import type { AppWriter } from '#db/app/people.ts';
import { enqueue } from '#db/app/write.ts';
import { DeclarationContent, expiryOf } from '#domain/declaration.ts';
import { declarationClaimId } from '#domain/declared-claim.ts';
import { InputError } from '#domain/errors.ts';
import { currentDay } from '#env';
import type { Room } from '../guard.ts';
import { recordPublished, recordWithdrawn } from './ledger.ts';
import { checkUntouched } from './drafts.ts';
import { nextOpenStep } from './steps.ts';

const OVERTAKEN = 'Cette déclaration a été changée par quelqu’un d’autre. Rouvrez-la depuis votre espace.';
const TWICE =
  'Cet avantage est déjà déclaré pour ces personnes. Modifiez cette déclaration-là, ou précisez qui est couvert.';

/**
 * Publishes a draft: declaration, line of the ledger and order to the publisher, together or not at all. The text
 * of somebody whose access is not approved yet waits for that approval.
 * `draft`: as the person read it.
 * @throws InputError when something is missing, changed meanwhile, or declared already
 */
export function publishDraft(
  app: AppDatabase,
  room: Pick<Room, 'siren' | 'person' | 'right'>,
  draft: Draft,
  catalogue: Catalogue,
  now = new Date(),
): Declaration['status'] {
  const content = completeContent(draft, catalogue);
  const status = room.right.isApproved ? 'published' : 'pending';
  transact(app, (change) => {
    checkUntouched(change, draft);
    const id = draft.declarationId === null ? insertNew(change, room, content, now) : replace(change, room, draft, content, now); // prettier-ignore
    moveDocuments(change, draft.id, id);
    deleteDraft(change, draft.id);
  });
  return status;
}

function completeContent(draft: Draft, catalogue: Catalogue): DeclarationContent {
  const { content } = draft;
  if (nextOpenStep(content, catalogue) !== 'relecture')
    throw new InputError('Il manque encore quelque chose : reprenez les étapes.');
  return DeclarationContent.parse({
    values: {},
    seniorityMonths: null,
    excluded: null,
    ...content,
  });
}

type Author = Pick<Room, 'siren' | 'person' | 'right'>;

/** A declaration nobody made yet. Call it in a transaction. @throws InputError when there is one */
export function insertNew(
  change: AppWriter,
  { siren, person, right }: Author,
  content: DeclarationContent,
  now: Date,
): number {
  const claimId = declarationClaimId(siren, content);
  if (findStanding(change, claimId)) throw new InputError(TWICE);
  const status = right.isApproved ? 'published' : 'pending';
  const made = { siren, claimId, status, content, declaredOn: currentDay(), expiresOn: expiryOf(currentDay()), personId: person.id } as const; // prettier-ignore
  const id = insertDeclaration(change, made, now);
  announce(change, { siren, person }, made, null, now);
  return id;
}

function replace(
  change: AppWriter,
  author: Author,
  draft: Draft,
  content: DeclarationContent,
  now: Date,
): number {
  const { siren, person, right } = author;
  const before = findDeclaration(change, draft.declarationId!);
  if (!before || before.status === 'withdrawn') throw new InputError(OVERTAKEN);
  const claimId = declarationClaimId(siren, content);
  const standing = findStanding(change, claimId);
  if (standing && standing.id !== before.id) throw new InputError(TWICE);
  // Somebody not approved yet cannot take down what is published by asking to change it.
  if (before.status === 'published' && !right.isApproved)
    throw new InputError(
      'Votre accès attend sa validation : vous pourrez modifier cette déclaration ensuite.',
    );
  const made = { claimId, status: before.status, content, declaredOn: currentDay(), expiresOn: expiryOf(currentDay()), personId: person.id }; // prettier-ignore
  if (!updateDeclaration(change, { id: before.id, version: draft.declarationVersion! }, made, now))
    throw new InputError(OVERTAKEN);
  announce(change, { siren, person }, { siren, ...made }, before, now);
  return before.id;
}

type Announced = Pick<Declaration, 'siren' | 'claimId' | 'content' | 'declaredOn' | 'expiresOn' | 'status'>;

function announce(
  change: AppWriter,
  { siren, person }: Pick<Author, 'siren' | 'person'>,
  made: Announced,
  before: Declaration | null,
  now: Date,
): void {
  recordEvent(
    change,
    { personId: person.id, siren, action: `declare-${made.status}`, detail: made.claimId },
    now,
  );
  if (made.status !== 'published') return;
  recordPublished(change, made, before, now);
  enqueue(change, [siren], 'declaration', now);
}

/** Takes a declaration back; its claim is gone from every page. @throws InputError when it changed meanwhile */
export function withdrawDeclaration(
  app: AppDatabase,
  { siren, person, right }: Author,
  declaration: Declaration,
  now = new Date(),
): void {
  if (declaration.status === 'published' && !right.isApproved)
    throw new InputError(
      'Votre accès attend sa validation : vous pourrez retirer cette déclaration ensuite.',
    );
  transact(app, (change) => {
    if (!updateDeclaration(change, declaration, { status: 'withdrawn' }, now))
      throw new InputError(OVERTAKEN);
    recordEvent(change, { personId: person.id, siren, action: 'withdraw', detail: declaration.claimId }, now);
    if (declaration.status !== 'published') return;
    recordWithdrawn(change, declaration, now);
    enqueue(change, [siren], 'declaration withdrawn', now);
  });
}
