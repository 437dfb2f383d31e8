import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { articleWords } from '#components/view/article.ts';

describe('an article of law', () => {
  it('is named once, in the plural where there are several', () => {
    expect(articleWords('L1225-61')).toBe('Article L1225-61');
    expect(articleWords('L911-7 du code de la sécurité sociale')).toBe(
      'Article L911-7 du code de la sécurité sociale',
    );
    expect(articleWords('L3141-3, L3141-10')).toBe('Articles L3141-3, L3141-10');
    expect(articleWords('loi n° 2022-1158 du 16 août 2022, article 1')).toBe(
      'Loi n° 2022-1158 du 16 août 2022, article 1',
    );
  });

  it('says « article » once for each floor of the catalogue', () => {
    for (const { floor } of loadCatalogue().benefits)
      for (const { article } of floor) expect(articleWords(article).match(/article/gi)).toHaveLength(1);
  });
});
