import type { Benefit } from '#domain/benefit.ts';
import type { Claim } from '#domain/claim.ts';
import { claimId, scopeKey } from '#domain/claim-id.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Finding, Scope, Standing } from '#domain/extraction.ts';
import { gapOf } from '#domain/gap.ts';
import {
  filingDepartment,
  sirenOf,
  type AgreementId,
  type BenefitId,
  type Siren,
  type Siret,
} from '#domain/ids.ts';
import type { Mask } from '#domain/mask.ts';
import { begunOn, paidOnce, termOfBenefit } from '#domain/term.ts';
import { isUnsure } from '#extraction/unsure.ts';
import { stateOf } from '#domain/states.ts';
import { closureOf } from './derive-closures.ts';
import type { ClosedBy, Life } from './derive-lives.ts';

export type ClaimContext = {
  siren: Siren;
  benefits: ReadonlyMap<BenefitId, Benefit>;
  /** Benefits that the publication gate holds back from « en vigueur ». */
  isToConfirm: (benefit: BenefitId) => boolean;
  today: IsoDate;
  mask: Mask;
  isSuppressed: (claim: string) => boolean;
  /** Suppressed because the text does not say it: it closes no other claim either. */
  isMisread: (claim: string) => boolean;
  /** Department of an open establishment; null where SIRENE does not know it. */
  departmentOf: (siret: Siret) => string | null;
};

export type DerivedClaims = {
  claims: Claim[];
  /** Next days on which one of them changes. */
  changes: IsoDate[];
  /** Ids of those that repeat another one, because one text was filed twice: shown on its agreement's page only. */
  repeated: Set<string>;
  /** Claims held back because their quote names a person. */
  masked: string[];
};

/** What a text decides outweighs what it recalls or what was asked for in it. */
const STANDINGS: readonly Standing[] = ['granted', 'ended', 'refused', 'demanded', 'restates-law'];

/** One finding that becomes a claim: the best of its text for that benefit and scope. */
export type Candidate = {
  id: string;
  finding: Finding;
  life: Life;
  /** Equal where the very same text, filed more than once, says the same. */
  said: string;
  /** Another agreement of the employer has that text and said it already. */
  isRepeated: boolean;
};

/** Claims of one employer from its texts, in no particular order. */
export function claimsOf(lives: ReadonlyMap<AgreementId, Life>, context: ClaimContext): DerivedClaims {
  const candidates = candidatesOf(lives, context);
  const result: DerivedClaims = { claims: [], changes: [], repeated: new Set(), masked: [] };
  const saidBy = (isIt: (id: string) => boolean): Set<string> =>
    new Set(candidates.filter(({ id }) => isIt(id)).map(({ said }) => said));
  const withheld = saidBy(context.isSuppressed);
  const misread = saidBy(context.isMisread);
  const trusted = candidates.filter(({ said }) => !misread.has(said));
  for (const candidate of candidates) {
    if (withheld.has(candidate.said)) continue;
    const closure = closureOf(candidate, trusted);
    const { claim, changesOn } = toClaim(candidate, closure, context);
    const published = context.mask.maskClaim(claim);
    if (!published) result.masked.push(claim.id);
    else {
      result.claims.push(published);
      if (candidate.isRepeated) result.repeated.add(claim.id);
      if (changesOn) result.changes.push(changesOn);
    }
  }
  return result;
}

function candidatesOf(lives: ReadonlyMap<AgreementId, Life>, context: ClaimContext): Candidate[] {
  const seen = new Set<string>();
  return [...lives.values()].flatMap((life) => {
    const best = new Map<string, Pick<Candidate, 'id' | 'finding' | 'life'>>();
    for (const finding of life.text.extraction?.findings ?? []) {
      if (!context.benefits.has(finding.benefit) || !concerns(finding.scope, life, context.siren)) continue;
      const id = claimId(life.link.id, finding.benefit, finding.scope);
      const known = best.get(id);
      if (!known || isBetter(finding, known.finding)) best.set(id, { id, finding, life });
    }
    return [...best.values()].map((candidate) => {
      const { benefit, scope } = candidate.finding;
      const said = [life.text.textHash, benefit, scopeKey(scope)].join(' ');
      return { ...candidate, said, isRepeated: seen.size === seen.add(said).size };
    });
  });
}

const isBetter = (a: Finding, b: Finding): boolean => {
  const difference = STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing);
  return difference < 0 || (difference === 0 && Object.keys(a.values).length > Object.keys(b.values).length);
};

/** An establishment's benefit is that of the member it belongs to; unnamed, it is the filer's. */
function concerns(scope: Scope, { text }: Life, siren: Siren): boolean {
  if (scope.kind !== 'establishment') return true;
  if (scope.sirets.length === 0) return !text.isShared;
  if (scope.sirets.some((siret) => sirenOf(siret) === siren)) return true;
  const isOfMember = scope.sirets.some((siret) =>
    text.members.some((member) => member.siren === sirenOf(siret)),
  );
  return !text.isShared && !isOfMember;
}

const passageOf = ({ quote, context }: Finding): string =>
  context
    ? [
        ...context.titles,
        context.above,
        context.head,
        context.before,
        quote,
        context.tail,
        context.after,
        ...context.conditions,
      ].join(' ')
    : quote;

function toClaim(
  { id, finding, life }: Candidate,
  closure: ClosedBy | null,
  context: ClaimContext,
): { claim: Claim; changesOn: IsoDate | null } {
  const { benefit, standing, values, scope, oneOff, lasts, startsOn, rules } = finding;
  const { link, text } = life;
  const term = begunOn(termOfBenefit(lasts, life.term, link.signedOn), startsOn, link.signedOn);
  const { state, changesOn } = stateOf(
    { kind: 'text', standing, signedOn: link.signedOn, term, closure, oneOff },
    context.today,
  );
  const isGrant = standing === 'granted';
  const isClosed = state === 'replaced' || state === 'ended';
  const claim: Claim = {
    id,
    benefit,
    state,
    isToConfirm: isGrant && (isUnsure(rules) || context.isToConfirm(benefit)),
    values,
    quote: finding.quote,
    context: finding.context,
    article: finding.article,
    scope,
    eligibility: finding.eligibility,
    agreement: link,
    declaration: null,
    term: state === 'one-off' ? paidOnce(term) : term,
    closedBy: !isClosed ? null : isGrant ? (closure?.by ?? null) : link,
    oneOffYear: oneOff?.year ?? null,
    gap: isGrant
      ? gapOf(
          context.benefits.get(benefit)!,
          values,
          term.effectiveOn ?? life.startsOn,
          text.record.idccCode === null,
          finding.eligibility.isConditional,
          passageOf(finding),
        )
      : null,
    rules,
    departments: scope.kind === 'establishment' ? departmentsOf(scope, life, context) : null,
  };
  return { claim, changesOn };
}

/** Those of the establishments printed, else of the one that filed, else of the filing itself. */
function departmentsOf(scope: Scope, { text }: Life, { siren, departmentOf }: ClaimContext): string[] {
  const known = (sirets: readonly Siret[]): string[] => sirets.flatMap((siret) => departmentOf(siret) ?? []);
  const printed = known(scope.sirets.filter((siret) => sirenOf(siret) === siren));
  const filer = printed.length > 0 || text.isShared ? [] : known([text.record.siret]);
  const filing = filingDepartment(text.record.number ?? '');
  const found = printed.length > 0 ? printed : filer.length > 0 ? filer : filing ? [filing] : [];
  return [...new Set(found)].sort();
}
