import type { Benefit } from './benefit.ts';
import type { Claim } from './claim.ts';
import { scopeKey } from './claim-id.ts';
import type { IsoDate } from './dates.ts';
import type { DeclarationContent, PublishedDeclaration } from './declaration.ts';
import type { Scope } from './extraction.ts';
import { gapOf } from './gap.ts';
import type { Siren, Siret } from './ids.ts';
import { stateOf } from './states.ts';

/** SIREN + benefit + scope: the same for the declaration of next year, so that replies and links hold. */
export function declarationClaimId(
  siren: Siren,
  { benefit, scope }: Pick<DeclarationContent, 'benefit' | 'scope'>,
): string {
  const key = scopeKey(scope as Scope);
  return `declaration-${siren}-${benefit}${key ? `-${key}` : ''}`;
}

/** SIREN of such an id; null for the claim of a text. */
export const sirenOfDeclaration = (claimId: string): Siren | null =>
  (/^declaration-(\d{9})-/.exec(claimId)?.[1] as Siren | undefined) ?? null;

type Context = {
  siren: Siren;
  benefit: Benefit;
  today: IsoDate;
  departmentOf: (siret: Siret) => string | null;
};

/** The claim that a declaration makes, on a day: preview and derivation both come here. */
export function declaredClaim(
  { content, declaredOn, expiresOn }: PublishedDeclaration,
  { siren, benefit, today, departmentOf }: Context,
): { claim: Claim; changesOn: IsoDate | null } {
  const { words, values, scope, seniorityMonths, excluded, proof } = content;
  const { state, changesOn } = stateOf({ kind: 'declaration', declaredOn, expiresOn }, today);
  const departments = [...new Set(scope.sirets.flatMap((siret) => departmentOf(siret) ?? []))].sort();
  const claim: Claim = {
    id: declarationClaimId(siren, content),
    benefit: content.benefit,
    state,
    isToConfirm: false,
    values,
    quote: words,
    context: null,
    article: null,
    scope: scope as Scope,
    eligibility: {
      seniorityMonths,
      included: [],
      excluded: excluded === null ? [] : [excluded],
      isConditional: false,
    },
    agreement: null,
    declaration: { declaredOn, expiresOn, proof },
    term: {
      effectiveOn: declaredOn,
      effectiveBasis: 'metadata',
      endsOn: expiresOn,
      endBasis: 'metadata',
      renewedUntil: null,
      presumedFrom: null,
    },
    closedBy: null,
    oneOffYear: null,
    gap: gapOf(benefit, values, declaredOn, true),
    rules: [],
    departments: scope.kind === 'establishment' && departments.length > 0 ? departments : null,
  };
  return { claim, changesOn };
}
