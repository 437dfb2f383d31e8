import { openApp } from '#db/app/open.ts';
import type { Suppression } from '#db/app/read.ts';
import { liftSuppression, suppress } from '#db/app/write.ts';
import { readAgreement, readProfile } from '#db/facts/read.ts';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { Claim } from '#domain/claim.ts';
import { InputError } from '#domain/errors.ts';
import { claimWords } from '#domain/ledger.ts';
import { AgreementId, isSirenValid, type Siren } from '#domain/ids.ts';
import { isQvctId } from '#domain/qvct-declaration.ts';
import { SUPPRESSION_REASONS, SuppressionReason } from '#domain/suppression.ts';
import { dataPath } from '#env';

type Target = Pick<Suppression, 'kind' | 'key'> & {
  /** Employers on whose pages it stands today; the one that filed comes first. */
  sirens: Siren[];
};

export type WithdrawReport = { kind: Suppression['kind']; key: string; reason: string | null; pages: number };

/**
 * Withholds an agreement, a claim or an employer, for ever and whatever the sources say, and queues its pages: the
 * publisher of `npm run serve` takes them down within a minute; without it, the next `npm run refresh` does.
 * @throws InputError when the key names nothing, or the reason is not on the list
 */
export function withdraw(
  key: string,
  reason: string | undefined,
  note: string | null = null,
): WithdrawReport {
  const known = SuppressionReason.safeParse(reason);
  if (!known.success)
    throw new InputError(`withdraw: --reason must be one of ${Object.keys(SUPPRESSION_REASONS).join(', ')}.`);
  const { sirens, ...target } = findTarget(key);
  const app = openApp(dataPath('app.db'));
  suppress(app, { ...target, reason: known.data, note } as Omit<Suppression, 'since'>, sirens, {
    role: 'operator',
    siren: sirens[0] ?? null,
    before: wordsOf(target),
  });
  app.$client.close();
  return { ...target, reason: known.data, pages: sirens.length };
}

/**
 * Publishes again what was withheld; the pages it stood on are queued where they are known.
 * @throws InputError when it was not withheld
 */
export function liftWithdrawal(key: string): WithdrawReport {
  const { kind, sirens } = targetOf(key);
  const app = openApp(dataPath('app.db'));
  const wasWithheld = liftSuppression(app, kind, key, sirens, { role: 'operator', siren: sirens[0] ?? null });
  app.$client.close();
  if (!wasWithheld) throw new InputError(`withdraw: ${kind} ${key} is not withheld.`);
  return { kind, key, reason: null, pages: sirens.length };
}

/** What stood on the page, for the public ledger. */
function wordsOf({ kind, key }: Pick<Suppression, 'kind' | 'key'>): string {
  if (kind === 'employer') return `Page de l’employeur ${readProfile(key as Siren)?.name ?? key}`;
  if (kind === 'agreement') return readAgreement(key as AgreementId)?.summary.title ?? key;
  if (isQvctId(key)) return `Chiffres de QVCT déclarés (${key})`;
  const claim = claimsBeside(key).find(({ id }) => id === key);
  const label = claim && loadCatalogue().benefitById.get(claim.benefit)?.label;
  return claim ? claimWords(claim, label ?? claim.benefit) : key;
}

/** Like `targetOf`, but a claim must exist: a mistyped one would withhold nothing and say nothing. */
function findTarget(key: string): Target {
  const target = targetOf(key);
  if (target.kind !== 'claim') return target;
  if (isQvctId(key)) {
    if (figuresBeside(key).includes(key)) return target;
    throw new InputError(
      `withdraw: there are no figures ${key}. Declared beside them: ${figuresBeside(key).join(', ') || 'none'}.`,
    );
  }
  const claims = claimsBeside(key);
  if (!claims.some(({ id }) => id === key))
    throw new InputError(
      `withdraw: there is no claim ${key}. Claims beside it: ${claims.map(({ id }) => id).join(', ') || 'none is published'}.`,
    );
  return target;
}

function targetOf(key: string): Target {
  if (isSirenValid(key)) return { kind: 'employer', key, sirens: [key] };
  if (/^\d{9}$/.test(key) && readProfile(key as Siren)) return { kind: 'employer', key: key as Siren, sirens: [key as Siren] }; // prettier-ignore
  if (AgreementId.safeParse(key).success)
    return { kind: 'agreement', key: key as AgreementId, sirens: employersOf(key as AgreementId) };
  if (AgreementId.safeParse(agreementOf(key)).success)
    return { kind: 'claim', key, sirens: employersOf(agreementOf(key)) };
  const declarant = declarantOf(key);
  if (declarant) return { kind: 'claim', key, sirens: [declarant] };
  throw new InputError(
    `withdraw: "${key}" is neither an agreement (ACCOTEXT and twelve digits), a claim of one, nor a SIREN.`,
  );
}

/** Claims of the same agreement, or those the same employer declares. */
function claimsBeside(key: string): Claim[] {
  const declarant = declarantOf(key);
  if (!declarant) return readAgreement(agreementOf(key))?.claims ?? [];
  return readProfile(declarant)?.entries.flatMap(({ lead, others }) => [lead, ...others]).filter(({ declaration }) => declaration) ?? []; // prettier-ignore
}

/** Ids of the years that the same employer declares. */
const figuresBeside = (key: string): string[] =>
  (readProfile(declarantOf(key)!)?.qvct ?? []).flatMap(({ basis, provenance }) =>
    basis === 'declared' ? [provenance.file] : [],
  );

const declarantOf = (claimId: string): Siren | null =>
  (/^declaration-(\d{9})-/.exec(claimId)?.[1] as Siren | undefined) ?? null;
const agreementOf = (claimId: string): AgreementId => claimId.slice(0, 'ACCOTEXT'.length + 12) as AgreementId;

function employersOf(id: AgreementId): Siren[] {
  const page = readAgreement(id);
  return page ? [page.employer.siren, ...page.members.map(({ siren }) => siren)] : [];
}
