import { describe, expect, it } from 'vitest';
import { CLAIM_STATES } from '#domain/claim.ts';
import { proofread } from '#domain/typeset.ts';
import { SHAPES } from '#components/shapes.ts';
import { STATE_LABELS, stateLabel, stateSentence } from '#components/view/states.ts';
import { agreementStateText } from '#components/view/timeline.ts';
import { claim, day, term, agreementId } from './fixtures.ts';

const sentence = (...args: Parameters<typeof claim>): string => {
  const one = claim(...args);
  return stateSentence(one, one.agreement?.signedOn ?? null);
};

describe('words of a state', () => {
  it('differ from one another, and so do their shapes', () => {
    expect(new Set(CLAIM_STATES.map((state) => STATE_LABELS[state])).size).toBe(CLAIM_STATES.length);
    expect(new Set(CLAIM_STATES.map((state) => SHAPES[state])).size).toBe(CLAIM_STATES.length);
  });

  it('carry the date that makes them understandable', () => {
    expect(stateLabel(claim('creche', 'upcoming', { term: term({ effectiveOn: day('2027-01-01') }) }))).toBe(
      'À partir du 1er janvier 2027',
    );
    expect(stateLabel(claim('creche', 'one-off', { oneOffYear: 2022 }))).toBe('Prévu une fois, en 2022');
    expect(stateLabel(claim('creche', 'one-off'))).toBe('Prévu une fois');
  });
});

describe('sentence of a state', () => {
  it('says the period, or that there is no end', () => {
    expect(sentence('creche')).toBe('Accord applicable du 1er janvier 2024 au 31 décembre 2026.');
    expect(sentence('creche', 'in-force', { term: term({ endsOn: null }) })).toBe(
      'Accord applicable depuis le 1er janvier 2024, sans date de fin.',
    );
    expect(sentence('creche', 'in-force', { term: term({ endBasis: 'text' }) })).toContain(
      'au 31 décembre 2026, d’après le texte.',
    );
    expect(sentence('creche', 'in-force', { term: term({ effectiveOn: null, endsOn: null }) })).toBe(
      'Accord sans date de fin.',
    );
  });

  it('says from which day five years are presumed', () => {
    const text = sentence('creche', 'presumed', {
      term: term({ endsOn: day('2029-03-12'), endBasis: 'presumed', presumedFrom: 'filedOn' }),
    });
    expect(text).toContain('jusqu’au 12 mars 2029');
    expect(text).toContain('du lendemain de son dépôt');
    expect(text).toContain('L2222-4');
  });

  it('does not deny that single articles of an agreement have a duration', () => {
    const presumed = term({ endsOn: day('2029-03-12'), endBasis: 'presumed', presumedFrom: 'signedOn' });
    expect(agreementStateText({ state: 'presumed', term: presumed, signedOn: null })).toContain(
      'nous n’avons pas relevé de durée pour l’ensemble du texte',
    );
    expect(sentence('creche', 'presumed', { term: presumed })).toContain('relevé de durée dans le texte');
  });

  it('says a day of the benefit as its own, and one of the text as that of the text', () => {
    const own = { term: { ...term(), effectiveBasis: 'clause' as const } };
    expect(sentence('creche', 'in-force', own)).toBe(
      'Sous cette forme du 1er janvier 2024 au 31 décembre 2026.',
    );
    expect(sentence('creche', 'presumed', own)).toContain('Sous cette forme depuis le 1er janvier 2024');
    const end = { term: { ...term({ endsOn: null }), endBasis: 'clause' as const } };
    expect(sentence('creche', 'in-force', end)).toBe(
      'Sans date de fin (accord applicable depuis le 1er janvier 2024).',
    );
    expect(sentence('creche', 'presumed')).toContain('Accord applicable depuis le 1er janvier 2024');
    for (const state of ['in-force', 'presumed'] as const)
      expect(proofread(sentence('creche', state))).toEqual([]);
  });

  it('does not take the term of a text for that of what it only recalls', () => {
    const recalled = { term: { ...term({ effectiveOn: null }), endBasis: 'recalled' as const } };
    expect(sentence('creche', 'in-force', recalled)).toContain('un texte qui vaut jusqu’au 31 décembre 2026');
    expect(sentence('creche', 'lapsed', recalled)).toContain(
      'un texte dont le terme était le 31 décembre 2026',
    );
    for (const state of ['in-force', 'lapsed'] as const) {
      expect(sentence('creche', state, recalled)).toContain('quand l’avantage lui-même prend fin');
      expect(proofread(sentence('creche', state, recalled))).toEqual([]);
    }
  });

  it('tells no end of what a text without one, or of a presumed one, recalls', () => {
    const recalled = { ...term({ effectiveOn: null, endsOn: null }), endBasis: 'recalled' as const };
    expect(sentence('creche', 'in-force', { term: recalled })).toBe(
      'Rappelé par un texte qui ne dit pas quand l’avantage lui-même prend fin.',
    );
    const presumed = { ...recalled, endsOn: day('2029-03-12'), presumedFrom: 'filedOn' as const };
    expect(sentence('creche', 'presumed', { term: presumed })).toContain(
      'présumé valable jusqu’au 12 mars 2029',
    );
    expect(sentence('creche', 'lapsed', { term: presumed })).toContain('terme présumé était le 12 mars 2029');
    for (const one of [recalled, presumed])
      expect(proofread(sentence('creche', 'presumed', { term: one }))).toEqual([]);
  });

  it('tells no day of a text that ends with the next negotiation', () => {
    const open = {
      term: { ...term({ endsOn: null, renewedUntil: day('2024-12-31') }), endBasis: 'event' as const },
    };
    for (const state of ['in-force', 'lapsed'] as const) {
      expect(sentence('creche', state, open)).toContain('négociation annuelle suivante');
      expect(sentence('creche', state, open)).not.toContain('2024-12-31');
      expect(sentence('creche', state, open)).not.toContain('31 décembre 2024');
      expect(proofread(sentence('creche', state, open))).toEqual([]);
    }
  });

  it('says that a duration without a first day is counted from the signature', () => {
    const counted = term({ effectiveOn: null, endBasis: 'text', endsOn: day('2024-11-30') });
    expect(sentence('creche', 'lapsed', { term: counted })).toContain('vers le 30 novembre 2024, durée comptée de la signature, faute d’un jour d’effet relevé.');
    expect(sentence('creche', 'in-force', { term: counted })).toContain('d’après le texte\u00a0: durée comptée de la signature, faute d’un jour d’effet relevé.');
    for (const change of [{ effectiveOn: day('2023-12-01') }, { endBasis: 'metadata' as const }, { endsOn: day('2024-12-31') }])
      expect(sentence('creche', 'lapsed', { term: { ...counted, ...change } })).not.toContain('compté');
  }); // prettier-ignore

  it('does not say of a text what it says of a benefit', () => {
    const over = { state: 'lapsed' as const, term: { ...term(), endBasis: 'text' as const }, signedOn: null };
    expect(agreementStateText(over)).toBe(
      'Terme du texte le 31 décembre 2026. Il a pu être reconduit, et un avantage peut durer plus que lui.',
    );
  });

  it('presumes nothing of a record of disagreement', () => {
    const alone = { term: { ...term({ endsOn: null, renewedUntil: day('2024-12-31') }), endBasis: null } };
    for (const state of ['in-force', 'lapsed'] as const) {
      expect(sentence('creche', state, alone)).toContain('procès-verbal de désaccord');
      expect(sentence('creche', state, alone)).not.toMatch(/2024|L2222-4/);
      expect(proofread(sentence('creche', state, alone))).toEqual([]);
    }
  });

  it('never lets a passed term, a demand or a reminder read as a right', () => {
    expect(sentence('creche', 'lapsed')).toContain('Terme du texte le 31 décembre 2026');
    const own = { term: { ...term({}), endBasis: 'clause' as const } };
    expect(sentence('creche', 'lapsed', own)).toContain('Terme le 31 décembre 2026');
    expect(sentence('creche', 'not-agreed')).toContain('elle n’accorde rien');
    expect(sentence('creche', 'restates-law')).toContain('sans rien y ajouter');
  });

  it('announces the link to the text that closed it', () => {
    const closedBy = { id: agreementId(2), title: 'Accord plus récent', signedOn: null };
    expect(sentence('creche', 'replaced', { closedBy })).toMatch(/:$/);
    expect(sentence('creche', 'replaced')).toMatch(/\.$/);
  });

  it('is correct French in every state', () => {
    for (const state of CLAIM_STATES) expect(proofread(sentence('creche', state))).toEqual([]);
  });
});
