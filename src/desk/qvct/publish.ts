import { recordEvent } from '#db/app/events.ts';
import type { AppDatabase } from '#db/app/open.ts';
import type { AppWriter } from '#db/app/people.ts';
import {
  deleteQvctUpload, insertQvct, listQvct, updateQvct, type QvctDeclaration, type QvctUpload,
} from '#db/app/qvct.ts'; // prettier-ignore
import { transact } from '#db/app/transact.ts';
import { enqueue } from '#db/app/write.ts';
import { expiryOf } from '#domain/declaration.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import type { QvctRow } from '#domain/qvct-check.ts';
import type { QvctContent } from '#domain/qvct-declaration.ts';
import { currentDay } from '#env';
import type { Room } from '../guard.ts';
import type { SignedInPerson } from '../sessions.ts';
import { reportOn, stateOf } from './check.ts';
import { recordQvct, recordQvctWithdrawn } from './ledger.ts';

const datesOfToday = () => ({ declaredOn: currentDay(), expiresOn: expiryOf(currentDay()) });

const contentOf = ({ line: _line, siren: _siren, ...content }: QvctRow): QvctContent => content;

/**
 * Publishes the valid rows of a file, all in one transaction; the others are left only where the person said so.
 * @param seen what the page showed (`stateOf`)
 * @returns how many rows were published
 * @throws InputError when a row has a fault and that was not accepted, the file was accepted already, or somebody
 * changed meanwhile what it would replace
 */
export function publishQvct(
  app: AppDatabase,
  person: SignedInPerson,
  upload: QvctUpload,
  { acceptsPart, seen }: { acceptsPart: boolean; seen: string },
  now = new Date(),
): number {
  return transact(app, (change) => {
    if (!deleteQvctUpload(change, person.id, upload.id))
      throw new InputError('Ce fichier a déjà été traité.');
    const report = reportOn(change, person, upload);
    if (report.errorCount > 0 && !acceptsPart)
      throw new InputError(
        'Des lignes ont des erreurs : corrigez-les, ou acceptez de publier les autres seulement.',
      );
    if (seen !== stateOf(report))
      throw new InputError(
        'Quelqu’un d’autre a changé des chiffres que ce fichier remplace. Relisez l’aperçu ci-dessous, puis publiez.',
      );
    const dates = datesOfToday();
    const counts = new Map<Siren, number>();
    for (const { row, id, before } of report.valid) {
      const made = { siren: row.siren, claimId: id, content: contentOf(row), ...dates, personId: person.id };
      if (before) updateQvct(change, before, made, now);
      else insertQvct(change, made, now);
      recordQvct(change, made, before, now);
      counts.set(row.siren, (counts.get(row.siren) ?? 0) + 1);
    }
    for (const [siren, count] of counts)
      recordEvent(change, { personId: person.id, siren, action: 'qvct-publish', detail: `${count} rows` }, now); // prettier-ignore
    enqueue(change, [...counts.keys()], 'qvct', now);
    return report.valid.length;
  });
}

type Author = Pick<Room, 'siren' | 'person' | 'right'>;

/** @throws InputError unless every one of these, as it was shown, stands and may be changed by this person */
function chosen(change: AppWriter, { siren, right }: Author, shown: readonly string[]): QvctDeclaration[] {
  if (!right.isApproved) throw new InputError('Votre accès attend sa validation.');
  if (shown.length === 0) throw new InputError('Cochez au moins une ligne.');
  const standing = new Map(listQvct(change, siren).map((each) => [`${each.id}.${each.version}`, each]));
  return [...new Set(shown)].map((key) => {
    const known = standing.get(key);
    if (!known)
      throw new InputError('Une de ces lignes a été changée par quelqu’un d’autre. Relisez la liste.');
    return known;
  });
}

/** Takes figures off the site. `shown`: « id.version » of each, as the page had it. @throws InputError */
export function withdrawQvct(
  app: AppDatabase,
  author: Author,
  shown: readonly string[],
  now = new Date(),
): void {
  const { siren, person } = author;
  transact(app, (change) => {
    for (const each of chosen(change, author, shown)) {
      updateQvct(change, each, { status: 'withdrawn' }, now);
      recordQvctWithdrawn(change, each, now);
      recordEvent(change, { personId: person.id, siren, action: 'qvct-withdraw', detail: each.claimId }, now);
    }
    enqueue(change, [siren], 'qvct withdrawn', now);
  });
}

/** Says that figures still hold, for twelve months more. @throws InputError */
export function confirmQvct(
  app: AppDatabase,
  author: Author,
  shown: readonly string[],
  now = new Date(),
): void {
  const { siren, person } = author;
  const dates = datesOfToday();
  transact(app, (change) => {
    for (const each of chosen(change, author, shown)) {
      updateQvct(change, each, { ...dates, personId: person.id }, now);
      recordQvct(change, { ...each, ...dates }, each, now);
      recordEvent(change, { personId: person.id, siren, action: 'qvct-confirm', detail: each.claimId }, now);
    }
    enqueue(change, [siren], 'qvct confirmed', now);
  });
}
