import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_STATES, LIVE_STATES, type Claim } from '#domain/claim.ts';
import { claimId } from '#domain/claim-id.ts';
import type { Scope } from '#domain/extraction.ts';
import type { AgreementId, BenefitId, Siret } from '#domain/ids.ts';
import { chooseLegalName, cleanLegalName, exactName } from '#domain/legal-name.ts';
import { compareClaims, toEntries } from '#domain/precedence.ts';
import { anyDay, day } from '../support/evidence.ts';
import { makeClaim } from '../support/facts.ts';

const agreement = 'ACCOTEXT000053935667' as AgreementId;
const creche = 'creche' as BenefitId;
const scope = (overrides: Partial<Scope>): Scope => ({
  kind: 'employer',
  label: null,
  sirets: [],
  ...overrides,
});

describe('claimId', () => {
  it('is agreement, benefit and scope', () => {
    expect(claimId(agreement, creche, scope({}))).toBe('ACCOTEXT000053935667-creche');
    expect(claimId(agreement, creche, scope({ kind: 'category', label: 'Cadres et assimilés' }))).toBe(
      'ACCOTEXT000053935667-creche-category-cadres-et-assimiles',
    );
  });
  it('tells establishments apart by number, whatever their order', () => {
    const sirets = ['11111111100011', '11111111100029'] as Siret[];
    const of = (list: Siret[]) => claimId(agreement, creche, scope({ kind: 'establishment', sirets: list }));
    expect(of(sirets)).toBe(of([...sirets].reverse()));
    expect(of(sirets)).not.toBe(of(sirets.slice(1)));
  });
  it('can stand as an HTML id and in a fragment', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('establishment' as const, 'category' as const),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (kind, label) => {
          expect(claimId(agreement, creche, scope({ kind, label }))).toMatch(/^[A-Za-z][A-Za-z0-9-]*$/);
        },
      ),
    );
  });
});

describe('precedence', () => {
  const claim = (id: string, overrides: Partial<Claim>, effectiveOn = '2024-01-01'): Claim =>
    makeClaim({ id, ...overrides, term: { ...makeClaim().term, effectiveOn: day(effectiveOn) } });
  const leadOf = (...claims: Claim[]) => toEntries(claims, [creche])[0]?.lead.id;

  it('lets the latest effective of the live claims lead', () => {
    expect(leadOf(claim('old', {}, '2020-01-01'), claim('new', { state: 'presumed' }, '2023-01-01'))).toBe('new');
    expect(leadOf(claim('live', {}, '2018-01-01'), claim('upcoming', { state: 'upcoming' }, '2027-01-01'))).toBe('live');
  }); // prettier-ignore

  it('does not let one establishment or category speak for all while a wider claim is live', () => {
    const narrow = claim('narrow', { scope: scope({ kind: 'establishment', label: 'Vitré' }) }, '2025-01-01');
    expect(leadOf(narrow, claim('wide', {}, '2020-01-01'))).toBe('wide');
    expect(leadOf(narrow, claim('wide', { state: 'lapsed' }, '2020-01-01'))).toBe('narrow');
  });

  it('orders the same claims alike whatever the order they come in, live ones first', () => {
    const anyClaim = fc
      .record({
        id: fc.uuid(),
        state: fc.constantFrom(...CLAIM_STATES),
        kind: fc.constantFrom('employer', 'establishment', 'ues', 'group', 'category'),
        effectiveOn: anyDay,
      })
      .map(({ id, state, kind, effectiveOn }) =>
        claim(id, { state, scope: scope({ kind: kind as Scope['kind'] }) }, effectiveOn),
      );
    fc.assert(
      fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 8 }), (claims) => {
        const sorted = [...claims].sort(compareClaims).map(({ id }) => id);
        expect([...claims].reverse().sort(compareClaims).map(({ id }) => id)).toEqual(sorted);
        const isLive = ({ state }: Claim) => LIVE_STATES.includes(state);
        const [lead] = [...claims].sort(compareClaims);
        expect(isLive(lead!)).toBe(claims.some(isLive));
      }),
    );
  }); // prettier-ignore
});

describe('legal names', () => {
  it.each([
    ['VERRERIE DU COUESNON (AVT1 NAO 2018)', 'VERRERIE DU COUESNON'],
    ['LOGEMENT DE L’OUST AVT 4', 'LOGEMENT DE L’OUST'],
    ['BRIQUETERIE  DE L’OUST', 'BRIQUETERIE DE L’OUST'],
    ['COOP (BRETAGNE)', 'COOP (BRETAGNE)'],
  ])('%s is %s', (stated, name) => {
    expect(cleanLegalName(stated)).toBe(name);
  });
  it('takes the latest, or the whole of it where the source cut it', () => {
    expect(chooseLegalName(['VERRERIE DU COUESNON AVT 2', 'VERRERIES'])).toBe('VERRERIE DU COUESNON');
    const cut = 'ASSOCIATION ACCUEIL ET PROMOTION DE LA';
    expect(chooseLegalName([cut, 'ASSOCIATION ACCUEIL ET PROMOTION DE LA BAIE'])).toBe(
      'ASSOCIATION ACCUEIL ET PROMOTION DE LA BAIE',
    );
  });
  it('compares names letter for letter without their legal form', () => {
    expect(exactName('S.A.S. Verrerie du Couesnon')).not.toBe(exactName('Verrerie du Couesnon Est'));
    expect(exactName('SAS Verrerie du Couësnon')).toBe(exactName('VERRERIE DU COUESNON'));
  });
});
