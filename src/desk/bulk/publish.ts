import { loadCatalogue } from '#catalogue/catalogue.ts';
import { deleteUpload, type BulkUpload } from '#db/app/bulk-uploads.ts';
import { listDeclarations } from '#db/app/declarations.ts';
import type { AppDatabase } from '#db/app/open.ts';
import { transact } from '#db/app/transact.ts';
import type { AppWriter } from '#db/app/people.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { insertNew } from '../declarations/publish.ts';
import { profileFor } from '../register.ts';
import { rightOn } from '../roles.ts';
import type { SignedInPerson } from '../sessions.ts';
import { checkBulk, type BulkReport } from './check.ts';

/** What a table would publish today, and what keeps the rest from it. */
export function reportOn(
  app: AppWriter,
  person: SignedInPerson,
  { rows }: Pick<BulkUpload, 'rows'>,
): BulkReport {
  const employers = new Map<string, EmployerProfile | null>();
  const standing = new Map<Siren, ReadonlySet<string>>();
  return checkBulk(rows, {
    catalogue: loadCatalogue(),
    employerOf: (siren) => {
      if (!employers.has(siren))
        employers.set(siren, rightOn(person, siren)?.isApproved ? profileFor(siren as Siren) : null);
      return employers.get(siren)!;
    },
    standing: (siren) => {
      if (!standing.has(siren))
        standing.set(siren, new Set(listDeclarations(app, siren).map(({ claimId }) => claimId)));
      return standing.get(siren)!;
    },
  });
}

/**
 * Publishes the valid lines of a table, all in one transaction; those with faults only where the person said so.
 * @returns how many lines were published
 * @throws InputError when a line has a fault and that was not accepted, or the table was accepted already
 */
export function publishBulk(
  app: AppDatabase,
  person: SignedInPerson,
  upload: BulkUpload,
  acceptsPart: boolean,
  now = new Date(),
): number {
  return transact(app, (change) => {
    if (!deleteUpload(change, person.id, upload.id)) throw new InputError('Ce fichier a déjà été traité.');
    const { valid, faults } = reportOn(change, person, upload);
    if (faults.length > 0 && !acceptsPart)
      throw new InputError(
        'Des lignes ont des erreurs : corrigez-les, ou acceptez de publier les autres seulement.',
      );
    for (const { siren, content } of valid)
      insertNew(change, { siren, person, right: rightOn(person, siren)! }, content, now);
    return valid.length;
  });
}
