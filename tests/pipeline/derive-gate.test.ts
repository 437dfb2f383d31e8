import { describe, expect, it } from 'vitest';
import { loadCatalogue, type Catalogue } from '#catalogue/catalogue.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Finding, Standing } from '#domain/extraction.ts';
import type { BenefitId } from '#domain/ids.ts';
import { createMask } from '#domain/mask.ts';
import type { Tally } from '#domain/quality.ts';
import { deriveProfile, type Derived } from '#pipeline/derive-profile.ts';
import { recordOf, sirenOfNumber } from '../support/corpus.ts';
import { PROVENANCE } from '../support/facts.ts';
import { silentText } from '../support/evidence.ts';

const siren = sirenOfNumber(1);
const loaded = loadCatalogue();
const found = (truePositives: number, falsePositives: number): Tally => ({
  truePositives, falsePositives, falseNegatives: 0, slots: 0, rightSlots: 0,
}); // prettier-ignore

/** Figures of quality in which the mutuelle alone is read too unsurely. */
const catalogue: Catalogue = {
  ...loaded,
  quality: {
    ...loaded.quality,
    benefits: Object.fromEntries(
      loaded.benefits.map(({ id }) => [
        id,
        { real: id === 'mutuelle' ? found(15, 1) : found(0, 0), own: found(15, 0) },
      ]),
    ),
  },
};

const finding = (benefit: string, standing: Standing): Finding => ({
  benefit: benefit as BenefitId,
  standing,
  values: {},
  quote: 'La société prend en charge la moitié de la cotisation.',
  context: null,
  article: null,
  scope: { kind: 'employer', label: null, sirets: [] },
  eligibility: { seniorityMonths: null, included: [], excluded: [], isConditional: false },
  oneOff: null,
  lasts: null,
  startsOn: null,
  rules: [],
});

function derived(findings: Finding[]): Derived {
  const record = recordOf({ n: 1, siren, effectiveOn: '2024-02-01' as IsoDate, hasNoEnd: true, text: '' });
  const text = {
    record, signedOnStated: record.signedOn, textStatus: 'read' as const, textHash: 'a', provenance: PROVENANCE, isShared: false, members: [],
    extraction: { findings, terms: silentText, named: [] }, filer: { siren, name: record.legalName },
  }; // prettier-ignore
  const who = { siren, name: record.legalName, refusal: null, isFictional: true };
  return deriveProfile(
    {
      who,
      identity: null,
      departments: [],
      departmentOf: () => null,
      places: [],
      indicators: { branches: [], equality: [], qvct: [], labels: [], hiring: null },
      texts: [text],
      replies: [],
      declarations: [],
      qvct: [],
    },
    {
      catalogue,
      today: '2026-09-12' as IsoDate,
      mask: createMask(),
      isSuppressed: () => false,
      isMisread: () => false,
    },
  );
}

describe('the publication gate in a derivation', () => {
  it('marks what an unsure benefit grants, and counts it nowhere as in force', () => {
    const { employer } = derived([finding('mutuelle', 'granted'), finding('creche', 'granted')]);
    const leads = employer.profile.entries.map(({ lead }) => [lead.benefit, lead.state, lead.isToConfirm]);
    expect(leads).toEqual([
      ['creche', 'in-force', false],
      ['mutuelle', 'in-force', true],
    ]);
    expect(employer.profile.counts).toMatchObject({ attested: 2, live: 1 });
    expect(employer.document.claims.map(({ benefit, state }) => [benefit, state])).toEqual([
      ['creche', 'in-force'],
      ['mutuelle', 'to-confirm'],
    ]);
  });

  it('does not make a page indexable', () => {
    expect(derived([finding('mutuelle', 'granted')]).employer.isIndexable).toBe(false);
  });

  it('leaves alone what grants nothing: the measure is about grants', () => {
    for (const standing of ['demanded', 'refused', 'restates-law', 'ended'] as const) {
      const [entry] = derived([finding('mutuelle', standing)]).employer.profile.entries;
      expect(entry?.lead.isToConfirm).toBe(false);
    }
  });
});
