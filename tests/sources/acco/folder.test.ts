import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldString, TextFolder } from '#sources/acco/documents/folder.ts';

const fold = (text: string): string => Buffer.from(foldString(text).utf8).toString('utf8');

/** The same rules, written for clarity instead of speed. */
const slowFold = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u2010\u2011]/g, '-')
    .replace(
      /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0080-\u0084\u0086-\u009f\u0000-\u0008\u000e-\u001f\u007f]/g,
      '',
    )
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\s\u0085]+/gu, ' ').replace(/^ | $/g, ''))
    .filter((line) => line !== '')
    .join('\n');

/** Characters that matter here, beside any others. */
const character = fc.oneof(
  fc.constantFrom(
    ...' \t\n\r\v\f\u00a0\u202f\u2009\u3000\u0085\u00ad\u200b\ufeff\u2011\u2028’“…€œé&<>|•☐→\u0301\u2126\ufb01\u007f',
  ),
  fc.constantFrom(...'abcxyzABC0129.,;:-'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);

describe('stored form of a text', () => {
  it('is that of the plain rules, for any text', () => {
    fc.assert(
      fc.property(fc.array(character, { maxLength: 120 }), (characters) => {
        // U+1680 and U+180E are the only blanks not known to the byte rules: no French text holds them.
        const text = characters.join('').replace(/[\u1680\u180e]/g, '');
        expect(fold(text)).toBe(slowFold(text));
      }),
      { numRuns: 300 },
    );
  });

  it('is stable: a stored text stores as itself', () => {
    fc.assert(
      fc.property(fc.array(character, { maxLength: 80 }), (characters) => {
        const once = fold(characters.join(''));
        expect(fold(once)).toBe(once);
      }),
    );
  });

  it('tells whether there is a letter', () => {
    expect(foldString('12 – 34 | • €').hasLetter).toBe(false);
    expect(foldString('12 é').hasLetter).toBe(true);
    expect(foldString('').utf8).toHaveLength(0);
  });

  it('decodes entities of XML, folds the blanks among them, leaves others as they are', () => {
    const folder = new TextFolder();
    const xml = Buffer.from(
      'a&amp;b &lt;c&gt; &quot;d&apos; &#8217;&#xE9; x&#160;&#10;&nbsp;y&#0;& z&#x26;amp;',
    );
    folder.add(xml, 0, xml.length, true);
    expect(Buffer.from(folder.finish().utf8).toString('utf8')).toBe('a&b <c> "d\' ’é x &nbsp;y& z&amp;');
  });

  it('grows with the text', () => {
    const text = 'mot '.repeat(300_000).trim();
    expect(fold(text)).toBe(text);
  });
});
