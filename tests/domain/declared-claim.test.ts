import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { DeclarationContent, expiryOf } from '#domain/declaration.ts';
import { declaredClaim, declarationClaimId, sirenOfDeclaration } from '#domain/declared-claim.ts';
import { addDays } from '#domain/dates.ts';
import type { BenefitId, Siren, Siret } from '#domain/ids.ts';
import { compareClaims } from '#domain/precedence.ts';
import { makeClaim } from '../support/facts.ts';
import { day } from '../support/evidence.ts';

const siren = '111111111' as Siren;
const benefit = loadCatalogue().benefitById.get('creche' as BenefitId)!;
const content = DeclarationContent.parse({
  benefit: 'creche',
  values: { cribs: 10 },
  words: 'Nous réservons dix berceaux à nos salariés.',
  scope: { kind: 'employer', label: null, sirets: [] },
  seniorityMonths: null,
  excluded: null,
  proof: { kind: 'contract', url: null },
});
const declaredOn = day('2026-03-31');
const expiresOn = expiryOf(declaredOn);
const on = (today = declaredOn, change: Partial<DeclarationContent> = {}) =>
  declaredClaim(
    { content: { ...content, ...change }, declaredOn, expiresOn },
    { siren, benefit, today, departmentOf: () => '35' },
  );

describe('the claim of a declaration', () => {
  it('is declared for twelve months to the day, then lapses by the calendar', () => {
    expect(expiresOn).toBe('2027-03-31');
    expect(on(declaredOn)).toMatchObject({ claim: { state: 'declared' }, changesOn: expiresOn });
    expect(on(addDays(expiresOn, -1)).claim.state).toBe('declared');
    expect(on(expiresOn)).toMatchObject({ claim: { state: 'lapsed' }, changesOn: null });
    expect(expiryOf(day('2028-02-29'))).toBe('2029-02-28');
  });

  it('has no text but the words of the employer', () => {
    expect(on().claim).toMatchObject({
      agreement: null,
      quote: content.words,
      declaration: { declaredOn, expiresOn, proof: { kind: 'contract', url: null } },
      departments: null,
    });
  });

  it('counts where its establishments are', () => {
    const scope = {
      kind: 'establishment',
      label: 'établissement de Rennes',
      sirets: ['11111111100011' as Siret],
    } as const;
    expect(on(declaredOn, { scope: { ...scope, sirets: [...scope.sirets] } }).claim.departments).toEqual([
      '35',
    ]);
  });

  it('keeps its name from one year to the next, another one for other people', () => {
    const id = declarationClaimId(siren, content);
    expect(id).toBe('declaration-111111111-creche');
    expect(sirenOfDeclaration(id)).toBe(siren);
    expect(sirenOfDeclaration('ACCOTEXT000000000001-creche')).toBeNull();
    const managers = { ...content, scope: { kind: 'category', label: 'cadres', sirets: [] } } as const;
    expect(declarationClaimId(siren, { ...managers, scope: { ...managers.scope, sirets: [] } })).toBe(
      `${id}-category-cadres`,
    );
  });

  it('never leads before a text that holds, and leads before one that does not', () => {
    const declared = on().claim;
    const text = makeClaim({ term: { ...makeClaim().term, effectiveOn: day('2018-01-01') } });
    expect(compareClaims(text, declared)).toBeLessThan(0);
    expect(compareClaims(declared, { ...text, state: 'lapsed' })).toBeLessThan(0);
  });
});
