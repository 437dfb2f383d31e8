import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordError } from '#domain/errors.ts';
import { readDocument } from '#sources/acco/documents/document.ts';
import { openZip, readPart } from '#sources/acco/documents/zip.ts';
import { buildDocx, docxOf, documentXml, paragraph } from '../../fixtures/acco/docx.ts';
import { buildZip } from '../../fixtures/acco/zip.ts';

describe('zip', () => {
  it('gives back any parts', () => {
    const parts = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?\.(xml|bin)$/),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      { maxKeys: 6 },
    );
    fc.assert(
      fc.property(parts, fc.boolean(), (files, hasDescriptor) => {
        const zip = openZip(buildZip(files, { hasDescriptor }));
        const read = Object.keys(files).map((name) => [name, readPart(zip, name)]);
        expect(Object.fromEntries(read)).toEqual(files);
        expect(readPart(zip, 'absent')).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('never fails otherwise than by a RecordError, whatever the bytes', async () => {
    const bytes = docxOf('Une phrase.', 'Une autre.');
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 9 }),
        async (at, noise) => {
          const spoilt = Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at + noise.length)]);
          expect(['read', 'no-text', 'unreadable']).toContain((await readDocument(spoilt)).status);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([0.2, 0.6, 0.95])('refuses a zip cut short at %s of its length', (share) => {
    const zip = docxOf('Une phrase.');
    expect(() => openZip(zip.subarray(0, Math.floor(zip.length * share)))).toThrow(/cut short/);
  });
});

describe('document bombs', () => {
  const ZEROS = Buffer.alloc(80 * 1024 * 1024);

  it('a part that says it inflates beyond the cap is refused before it does', () => {
    const zip = openZip(buildZip({ 'word/document.xml': ZEROS.subarray(0, 40 * 1024 * 1024) }));
    expect(() => readPart(zip, 'word/document.xml')).toThrow(/inflates to 41943040 bytes from \d+: refused/);
  });

  it('a part that lies about its size is stopped at the cap', () => {
    const zip = openZip(buildZip({ 'word/document.xml': ZEROS }, { claimedSize: 1000 }));
    expect(() => readPart(zip, 'word/document.xml')).toThrow(/inflates beyond \d+ bytes: refused/);
  });

  it('a part longer than announced is read whole, and so is the one after it', () => {
    const text = Buffer.from('Trois jours de congé. '.repeat(400));
    const zip = openZip(buildZip({ a: text, b: text }, { claimedSize: 100 }));
    const [a, b] = [readPart(zip, 'a'), readPart(zip, 'b')];
    expect(a).toEqual(text);
    expect(b).toEqual(text);
  });

  it('long real texts pass: repeated clauses deflate well without being bombs', async () => {
    const body = paragraph('Un salarié bénéficie de trois jours de congé pour enfant malade.').repeat(20_000);
    expect((await readDocument(buildDocx(body))).status).toBe('read');
  });

  it('an encrypted part, a DTD and text boxes nested without end are refused', async () => {
    expect(await readDocument(buildDocx(paragraph('x'), {}, { flags: 1 }))).toMatchObject({
      status: 'unreadable',
      reason: 'word/document.xml is encrypted.',
    });
    const dtd = documentXml(paragraph('x')).replace(
      '<w:document',
      '<!DOCTYPE x [<!ENTITY a "b">]><w:document',
    );
    expect((await readDocument(buildDocx('', { 'word/document.xml': dtd }))).reason).toMatch(/DTD/);
    const nested = '<w:p><w:r><w:txbxContent>'.repeat(500);
    expect((await readDocument(buildDocx(nested))).reason).toMatch(/nested too deep/);
  });

  it('a directory of endless entries is refused', () => {
    const zip = Buffer.from(buildZip({ a: 'x' }));
    zip.writeUInt16LE(0xfffe, zip.length - 12);
    expect(() => openZip(zip)).toThrow(RecordError);
  });
});
