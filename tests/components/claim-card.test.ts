import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { viewClaim } from '#components/view/claim-card.ts';
import type { Claim } from '#domain/claim.ts';
import { claim } from './fixtures.ts';

const catalogue = loadCatalogue();
const view = (change: Partial<Claim>) =>
  viewClaim(
    claim('creche', 'in-force', change),
    catalogue.benefits.find(({ id }) => id === 'creche')!,
    {
      catalogue,
      summary: null,
      isFictional: false,
    },
  );

const NOTHING = { head: null, tail: null, before: null, after: null, conditions: [] };

describe('a card', () => {
  it('shows what stands around the quote, in the order of the text', () => {
    const { before, behind, passage } = view({
      context: {
        titles: ['Titre 2', '2.1 Berceaux'],
        above: null,
        head: 'Dès la rentrée',
        tail: 'sur demande',
        before: 'Les places sont rares.',
        after: null,
        conditions: ['Les stagiaires sont exclus.', 'Un an d’ancienneté est demandé.'],
      },
    });
    expect(before).toMatchObject([
      { label: 'Sous les titres', texts: ['Titre 2', '2.1 Berceaux'], between: ' › ' },
      { label: 'La phrase commence ainsi', texts: ['Dès la rentrée'], between: ' › ' },
    ]);
    expect(behind).toMatchObject([{ label: 'Elle continue ainsi', texts: ['sur demande'] }]);
    expect(passage).toMatchObject([
      { label: 'Juste avant', texts: ['Les places sont rares.'] },
      {
        label: 'Ailleurs dans le texte, sur les conditions',
        texts: ['Les stagiaires sont exclus.', 'Un an d’ancienneté est demandé.'],
        between: ' … ',
      },
    ]);
    expect(view({ context: null })).toMatchObject({ before: [], behind: [], passage: [] });
  });

  it('names its article once', () => {
    const titled = (title: string) =>
      view({ article: '2.1', context: { titles: [title], above: null, ...NOTHING } }).article;
    expect(titled('Article 2.1. – Berceaux')).toBeNull();
    expect(titled('Article 12.1 – Berceaux')).toBe('2.1');
    expect(view({ article: '2.1' }).article).toBe('2.1');
  });
});
