import { describe, expect, it } from 'vitest';
import type { Scope } from '#domain/extraction.ts';
import type { Siret } from '#domain/ids.ts';
import { describeCoverage, describeEligibility } from '#components/view/coverage.ts';

const said = (scope: Partial<Scope>, departments: string[] | null = null) =>
  describeCoverage(
    {
      scope: { kind: 'employer', label: null, sirets: [], ...scope },
      departments,
      declaration: null,
    },
    (code) => `département ${code}`,
  );

describe('who is covered', () => {
  it('never says « everybody » because the text is silent', () => {
    expect(said({})).toBe(
      'Nous n’avons relevé aucune limite de lieu ou de catégorie\u00a0; la phrase ou le reste du texte peut en poser.',
    );
  });

  it('names the part of the staff to which the text limits it', () => {
    expect(said({ kind: 'category', label: 'cadres' })).toBe(
      'Prévu pour «\u00a0cadres\u00a0»\u00a0; d’autres salariés peuvent avoir leurs propres règles.',
    );
    expect(said({ kind: 'category', label: 'cadres' }, ['29'])).toBe(
      'Prévu pour «\u00a0cadres\u00a0», pour département 29\u00a0; d’autres salariés peuvent avoir leurs propres règles.',
    );
    expect(
      said({ kind: 'establishment', label: 'site de Brest', sirets: ['00000000100011' as Siret] }, ['29']),
    ).toBe(
      'Prévu pour «\u00a0site de Brest\u00a0», pour département 29\u00a0; d’autres lieux peuvent avoir leurs propres règles.',
    );
    expect(said({ kind: 'establishment', label: 'site de Brest' }, ['69'])).toBe(
      'Prévu pour «\u00a0site de Brest\u00a0»\u00a0; d’autres lieux peuvent avoir leurs propres règles.',
    );
    expect(said({ kind: 'establishment', label: 'province' }, ['94'])).toBe(
      'Prévu pour «\u00a0province\u00a0»\u00a0; d’autres lieux peuvent avoir leurs propres règles.',
    );
    expect(said({ kind: 'establishment' })).toBe(
      'Prévu pour un établissement\u00a0; d’autres lieux peuvent avoir leurs propres règles.',
    );
  });

  it('names each condition that the text sets, and none that it does not', () => {
    const none = { seniorityMonths: null, included: [], excluded: [], isConditional: false };
    expect(describeEligibility({ eligibility: none, context: null })).toEqual([]);
    expect(
      describeEligibility({
        eligibility: {
          seniorityMonths: 18,
          included: ['CDI'],
          excluded: ['stagiaires'],
          isConditional: true,
        },
        context: null,
      }),
    ).toEqual([
      'Ancienneté demandée\u00a0: au moins 18\u00a0mois.',
      'Nommés comme couverts\u00a0: CDI.',
      'Nommés comme exclus\u00a0: stagiaires.',
      'Sous condition ou à l’essai\u00a0: lisez le texte.',
    ]);
  });

  it('says where to read the conditions that stand apart in the text', () => {
    const eligibility = { seniorityMonths: null, included: [], excluded: [], isConditional: false };
    const context = { titles: [], above: null, head: null, tail: null, before: null, after: null };
    expect(
      describeEligibility({
        eligibility,
        context: { ...context, conditions: ['Les stagiaires sont exclus.'] },
      }),
    ).toEqual(['Le texte en dit plus ailleurs\u00a0: voir «\u00a0Ce qui entoure cette phrase\u00a0».']);
    expect(describeEligibility({ eligibility, context: { ...context, conditions: [] } })).toEqual([]);
  });
});
