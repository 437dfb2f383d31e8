import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { scanSimpleXml, type XmlHandler } from '#sources/acco/simple-xml.ts';
import { idFrom, recordXml } from '../../fixtures/acco/records.ts';

/** What a reader is told, pieces of text put together. */
class Story implements XmlHandler {
  readonly lines: string[] = [];

  open(name: string): void {
    this.lines.push(`<${name}`);
  }

  text(piece: string): void {
    const last = this.lines.at(-1);
    if (last?.startsWith('=')) this.lines[this.lines.length - 1] = last + piece;
    else this.lines.push(`=${piece}`);
  }

  close(): void {
    this.lines.push('>');
  }
}

/** Null when the XML is not well-formed. Text outside the root is white space, which says nothing. */
function parsed(xml: string): string[] | null {
  const story = new Story();
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('opentag', ({ name }) => void (depth++, story.open(name)));
  parser.on('text', (piece) => void (depth > 0 && story.text(piece)));
  parser.on('closetag', () => void (depth--, story.close()));
  try {
    parser.write(xml).close();
    return story.lines;
  } catch {
    return null;
  }
}

function scanned(xml: string): string[] | null {
  const story = new Story();
  return scanSimpleXml(xml, story) ? story.lines : null;
}

const record = recordXml({ id: idFrom(1), themes: [['112', 'Prévoyance collective', '09']] });

describe('the quick reading of records', () => {
  it('reads a record of the base as a parser does', () => {
    expect(scanned(record)).not.toBeNull();
    expect(scanned(record)).toEqual(parsed(record));
  });

  it('leaves to the parser whatever it does not read in the same way', () => {
    const cut = fc.record({
      at: fc.nat(record.length),
      length: fc.constantFrom(0, 0, 1, 2, 9),
      piece: fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '/',
          '&',
          '&amp;',
          '<A>',
          '</A>',
          '<A/>',
          '<a b="c">',
          '<!-- -->',
          ']]>',
          '\r',
        ),
        fc.constantFrom(
          '<![CDATA[x]]>',
          '<!DOCTYPE x>',
          '<?x?>',
          '\u0000',
          '\u{1f600}',
          '\ud800',
          '\ufffe',
          ' ',
        ),
        fc.string({ maxLength: 3 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
        let xml = record;
        for (const { at, length, piece } of cuts) xml = xml.slice(0, at) + piece + xml.slice(at + length);
        const story = scanned(xml);
        if (story !== null) expect(story).toEqual(parsed(xml));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['two roots', '<A>x</A><A>y</A>'],
    ['no end', '<A><B>x</B>'],
    ['crossed elements', '<A><B></A></B>'],
    ['text before the root', 'x<A>y</A>'],
    ['an entity', '<A>L&apos;accord</A>'],
    ['an attribute', '<A b="c">x</A>'],
    ['nothing', ''],
  ])('does not read %s', (_, body) => {
    expect(scanned(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)).toBeNull();
  });
});
