import type { AppDatabase } from '#db/app/open.ts';
import { recordInLedger } from '#db/app/ledger.ts';
import { endReply, findReply, putReply } from '#db/app/replies.ts';
import { enqueue } from '#db/app/write.ts';
import { transact } from '#db/app/transact.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { REPLY_MAX } from '#domain/report.ts';
import { faultsOfPublicWords } from './public-words.ts';
import type { SignedInPerson } from './sessions.ts';

/** Whether this person answers for the employer: a right, approved. */
export const speaksFor = (person: SignedInPerson | null, siren: Siren): person is SignedInPerson =>
  person?.rights.some((right) => right.siren === siren && right.isApproved) ?? false;
/** Moderators put in what an employer without an account asks them to: the law gives everybody named a reply. */
export const mayReply = (person: SignedInPerson | null, siren: Siren): person is SignedInPerson =>
  (person?.isModerator ?? false) || speaksFor(person, siren);
const roleOf = (person: SignedInPerson, siren: Siren) =>
  speaksFor(person, siren) ? 'employer' : 'moderator';

/** About one claim, or about the page as a whole (`claimId` null). */
export type ReplyTarget = { siren: Siren; claimId: string | null };

const subjectOf = ({ siren, claimId }: ReplyTarget) =>
  claimId === null ? ({ kind: 'employer', key: siren } as const) : ({ kind: 'claim', key: claimId } as const);

/** @throws InputError saying what to mend before these words may be published */
export function checkReply(words: string): void {
  const faults = faultsOfPublicWords(words, { most: REPLY_MAX });
  if (faults.length > 0) throw new InputError(faults.map((fault) => ({ words: fault, field: 'texte' })));
}

/**
 * Publishes a reply beside what it is about, in the place of the one before: at once and unchanged, as article 1-1 of the
 * law of 21 June 2004 asks. The page, the queue and the ledger change together.
 * @throws InputError when the person may not, or the words may not be published
 */
export function publishReply(
  app: AppDatabase,
  person: SignedInPerson | null,
  target: ReplyTarget,
  words: string,
  now = new Date(),
): void {
  if (!mayReply(person, target.siren))
    throw new InputError('Votre compte ne permet pas de répondre pour cet employeur.');
  checkReply(words);
  transact(app, (change) => {
    const before = findReply(change, target.siren, target.claimId);
    if (before?.words === words) return;
    putReply(change, { ...target, words, personId: person.id }, now);
    recordInLedger(
      change,
      {
        ...subjectOf(target),
        siren: target.siren,
        action: 'reply-published',
        role: roleOf(person, target.siren),
        reason: null,
        before: before?.words ?? 'Aucune réponse',
        after: words,
      },
      now,
    );
    enqueue(change, [target.siren], 'reply', now);
  });
}

/**
 * Takes a published reply off: the employer at will, a moderator because it names somebody. @throws InputError when there is none, or the person may not
 */
export function withdrawReply(
  app: AppDatabase,
  person: SignedInPerson | null,
  target: ReplyTarget,
  now = new Date(),
): void {
  if (!mayReply(person, target.siren))
    throw new InputError('Votre compte ne permet pas de retirer cette réponse.');
  transact(app, (change) => {
    const before = findReply(change, target.siren, target.claimId);
    if (!before) throw new InputError('Aucune réponse n’est publiée ici.');
    endReply(change, before.id, now);
    recordInLedger(
      change,
      {
        ...subjectOf(target),
        siren: target.siren,
        action: 'reply-withdrawn',
        role: roleOf(person, target.siren),
        // A reply is nobody's to take off but for what it says of persons: the ledger then does not repeat it.
        reason: speaksFor(person, target.siren) ? null : 'personal-data',
        before: before.words,
        after: 'Aucune réponse',
      },
      now,
    );
    enqueue(change, [target.siren], 'reply', now);
  });
}
