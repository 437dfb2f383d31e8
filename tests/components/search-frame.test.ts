import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillerOf, MARKS } from '#components/view/search-frame.ts';

const CANONICAL = '<link rel="canonical" href="https://star-finder.example/recherche">';
const BANNER = '<aside class="banner" aria-label="Avertissement"><p>Données fictives</p></aside>';
const FRAME =
  `<title>${MARKS.title} – Star finder</title>${CANONICAL}<input value="${MARKS.text}" name="q">` +
  `${BANNER}<main>${MARKS.main}</main><footer></footer>`;
const PAGE = { title: 'Chercher', isBare: true, hasFictional: true, text: '', main: '<p>Rien</p>' };

describe('the frame of the search page', () => {
  it('takes what a search says', () => {
    expect(fillerOf(FRAME)(PAGE)).toBe(
      `<title>Chercher – Star finder</title>${CANONICAL}<input value name="q">${BANNER}<main><p>Rien</p></main><footer></footer>`,
    );
    expect(fillerOf(FRAME)({ ...PAGE, isBare: false, hasFictional: false, text: 'a "b" & c' })).toBe(
      '<title>Chercher – Star finder</title><meta name="robots" content="noindex"><input value="a &quot;b&quot; &amp; c" name="q"><main><p>Rien</p></main><footer></footer>',
    );
  });

  it('shows any words as words, its own marks too', () => {
    const fill = fillerOf(FRAME);
    const tags = (html: string) => html.replaceAll(/"[^"]*"/g, '""').match(/<\/?[a-z]+/g);
    const words = fc.oneof(
      fc.constantFrom(MARKS.title, MARKS.text, MARKS.main, '$&', '</title>'),
      fc.string(),
    );
    fc.assert(
      fc.property(words, words, (title, text) => {
        const html = fill({ ...PAGE, title, text });
        expect(tags(html)).toEqual(tags(fill(PAGE)));
        expect(html).toContain('<main><p>Rien</p></main>');
      }),
    );
  });

  it('is refused where a mark is missing', () => {
    for (const mark of [...Object.values(MARKS), CANONICAL, BANNER])
      expect(() => fillerOf(FRAME.replace(mark, ''))).toThrow(/frame/);
  });
});
