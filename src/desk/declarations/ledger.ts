import type { Declaration } from '#db/app/declarations.ts';
import { recordInLedger } from '#db/app/ledger.ts';
import type { AppWriter } from '#db/app/people.ts';
import { formatDate } from '#domain/dates.ts';

type Told = Pick<Declaration, 'siren' | 'claimId' | 'content' | 'declaredOn' | 'expiresOn'>;

const NOTHING = 'Aucune déclaration';
const told = ({ content, declaredOn, expiresOn }: Told): string =>
  `«\u00a0${content.words}\u00a0» (déclaré le ${formatDate(declaredOn)}, expire le ${formatDate(expiresOn)})`;

/** The public line of a declaration that appears or changes. */
export const recordPublished = (change: AppWriter, now: Told, before: Told | null, at: Date): void =>
  recordInLedger(
    change,
    {
      siren: now.siren,
      kind: 'claim',
      key: now.claimId,
      action: 'declaration-published',
      role: 'employer',
      reason: null,
      before: before ? told(before) : NOTHING,
      after: told(now),
    },
    at,
  );

export const recordWithdrawn = (change: AppWriter, before: Told, at: Date): void =>
  recordInLedger(
    change,
    {
      siren: before.siren,
      kind: 'claim',
      key: before.claimId,
      action: 'declaration-withdrawn',
      role: 'employer',
      reason: null,
      before: told(before),
      after: NOTHING,
    },
    at,
  );
