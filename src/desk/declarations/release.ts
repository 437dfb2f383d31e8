import type { Siren } from '#domain/ids.ts';
import { expiryOf } from '#domain/declaration.ts';
import { listDeclarations, updateDeclaration } from '#db/app/declarations.ts';
import type { AppWriter } from '#db/app/people.ts';
import { enqueue } from '#db/app/write.ts';
import { currentDay } from '#env';
import { recordPublished } from './ledger.ts';

/** Publishes what a person had asked for before their access was approved; call it in the transaction that approves. */
export function releasePending(change: AppWriter, siren: Siren, personId: number, now: Date): void {
  const waiting = listDeclarations(change, siren).filter(
    (each) => each.status === 'pending' && each.personId === personId,
  );
  for (const declaration of waiting) {
    const dates = { declaredOn: currentDay(), expiresOn: expiryOf(currentDay()) };
    updateDeclaration(change, declaration, { status: 'published', ...dates }, now);
    recordPublished(change, { ...declaration, ...dates }, null, now);
  }
  if (waiting.length > 0) enqueue(change, [siren], 'declarations approved', now);
}
