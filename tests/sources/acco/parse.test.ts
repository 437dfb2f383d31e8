import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordError } from '#domain/errors.ts';
import { parseAgreementXml } from '#sources/acco/parse.ts';
import { idFrom, recordXml } from '../../fixtures/acco/records.ts';

const parse = (xml: string | Buffer) => parseAgreementXml(Buffer.from(xml));
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('XML of a record', () => {
  it('reads fields, themes, unions and signatories; never addresses or negotiators', () => {
    const raw = parse(
      recordXml({
        id: idFrom(7),
        title: 'L"AMENAGEMENT &amp; le temps',
        themes: [['112', 'Prévoyance collective, autre que santé maladie ', '09']],
        unions: ['CFDT', 'CGT-FO'],
        extra: '<NEGOCIATEURS><NEGOCIATEUR><NOM>ZORGLUB</NOM></NEGOCIATEUR></NEGOCIATEURS>',
      }),
    );
    expect(raw.fields.get('ID')).toBe('ACCOTEXT000000000007');
    expect(raw.fields.get('NATURE')).toBe('ACCORD');
    expect(raw.fields.get('TITRE_TXT')).toBe('L"AMENAGEMENT & le temps');
    expect(raw.fields.get('ANCIEN_ID')).toBe('');
    expect(raw.themes).toEqual([
      { code: '112', label: 'Prévoyance collective, autre que santé maladie', group: '09' },
    ]);
    expect(raw.unions).toEqual(['CFDT', 'CGT-FO']);
    expect(raw.signatories).toEqual(['92']);
    expect(JSON.stringify([...raw.fields, raw])).not.toMatch(/ZORGLUB|REPRISE/);
    expect(raw.unknownFields).toEqual([]);
  });

  it('reports elements it does not know, and drops what they hold', () => {
    const raw = parse(recordXml({ id: idFrom(1), extra: '<GROUPEMENT><NOM>X</NOM></GROUPEMENT>' }));
    expect(raw.unknownFields).toEqual(['META_ACCO/GROUPEMENT']);
    expect([...raw.fields.values()]).not.toContain('X');
  });

  it('reads Windows-1252 when the bytes are not the UTF-8 they claim to be, and says so', () => {
    const raw = parse(
      Buffer.from(recordXml({ id: idFrom(1), legalName: 'SOCIÉTÉ DE L\x92ÉTANG' }), 'latin1'),
    );
    expect(raw.fields.get('RAISON_SOCIALE')).toBe('SOCIÉTÉ DE L’ÉTANG');
    expect(raw.isReencoded).toBe(true);
  });

  it('honours a declared ISO-8859-1', () => {
    const xml = recordXml({ id: idFrom(1), legalName: 'ÉTÉ' }).replace('UTF-8', 'ISO-8859-1');
    expect(parse(Buffer.from(xml, 'latin1'))).toMatchObject({ isReencoded: false });
  });

  it.each([
    ['a DTD', (xml: string) => xml.replace('<TEXTE_ACCO>', '<!DOCTYPE TEXTE_ACCO><TEXTE_ACCO>'), /DTD/],
    [
      'entities of its own',
      (xml: string) =>
        xml.replace('<TEXTE_ACCO>', '<!DOCTYPE a [<!ENTITY b "boom">]><TEXTE_ACCO>').replace('ACCORD', '&b;'),
      /DTD/,
    ],
    ['an unknown entity', (xml: string) => xml.replace('ATELIERS', '&eacute;'), /broken/],
    ['a missing end', (xml: string) => xml.slice(0, 900), /broken/],
    ['a bare ampersand', (xml: string) => xml.replace('ATELIERS', 'A & B'), /broken/],
    ['no id', (xml: string) => xml.replace(/<ID>.*<\/ID>/, ''), /no META_COMMUN\/ID/],
    ['two SIRETs', (xml: string) => xml.replace('<NUMERO>', '<SIRET>1</SIRET><NUMERO>'), /SIRET twice/],
    ['no content at all', () => '', /broken|no META/],
    ['another document', () => '<html><body/></html>', /no META_COMMUN\/ID/],
  ])('refuses %s', (_, spoil, message) => {
    const xml = spoil(recordXml({ id: idFrom(1) }));
    expect(() => parse(xml)).toThrow(RecordError);
    expect(() => parse(xml)).toThrow(message);
  });

  it('refuses UTF-16', () => {
    expect(() => parse(Buffer.from(`\ufeff${recordXml({ id: idFrom(1) })}`, 'utf16le'))).toThrow(/UTF-16/);
  });

  it('gives back any title, whatever its characters', () => {
    const title = fc
      .string({ unit: 'grapheme', maxLength: 80 })
      .map((text) => text.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '').trim());
    fc.assert(
      fc.property(title, (text) => {
        expect(parse(recordXml({ id: idFrom(1), title: escape(text) })).fields.get('TITRE_TXT')).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('never fails otherwise than by a RecordError, whatever the bytes', () => {
    const bytes = Buffer.from(recordXml({ id: idFrom(1), themes: [['112', 'Santé', '09']] }));
    fc.assert(
      fc.property(
        fc.nat({ max: bytes.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 6 }),
        (at, noise) => {
          const spoilt = Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at + noise.length)]);
          try {
            parse(spoilt);
          } catch (error) {
            expect(error).toBeInstanceOf(RecordError);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
