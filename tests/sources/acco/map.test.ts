import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/dates.ts';
import { filingDepartment } from '#domain/ids.ts';
import { mapAgreement } from '#sources/acco/map.ts';
import { parseAgreementXml } from '#sources/acco/parse.ts';
import {
  documentFrom,
  idFrom,
  recordXml,
  siretFrom,
  type RecordFields,
} from '../../fixtures/acco/records.ts';

const ARCHIVE_DAY = '2023-02-01' as IsoDate;

const map = (fields: Partial<RecordFields>) =>
  mapAgreement(parseAgreementXml(Buffer.from(recordXml({ id: idFrom(1), ...fields }))), ARCHIVE_DAY);

const reasons = ({ notes }: ReturnType<typeof map>) =>
  notes.map((note) => (note.type === 'reject' ? note.reason : `${note.topic}: ${note.value}`));

describe('record to agreement', () => {
  it('keeps the five dates apart, the number, the complete name of the document', () => {
    const { record, notes } = map({ document: documentFrom(4), number: 'T59L22000004', siret: siretFrom(4) });
    expect(record).toMatchObject({
      signedOn: '2022-11-15',
      filedOn: '2022-11-20',
      effectiveOn: '2023-01-01',
      endsOn: null,
      hasNoEnd: false,
      publishedOn: '2022-12-05',
      updatedOn: '2022-12-01',
      siren: siretFrom(4).slice(0, 9),
      documentName: documentFrom(4),
      idccCode: '0292',
      isComplete: true,
      isFictional: false,
    });
    expect(filingDepartment(record.number!)).toBe('59');
    expect(notes).toEqual([]);
  });

  it('reads 2999-01-01 as « no end date », and only there', () => {
    expect(map({ ends: '2999-01-01' }).record).toMatchObject({ endsOn: null, hasNoEnd: true });
    expect(map({ ends: '2025-12-31' }).record).toMatchObject({ endsOn: '2025-12-31', hasNoEnd: false });
    const late = map({ effective: '2999-01-01' });
    expect(late.record.effectiveOn).toBeNull();
    expect(reasons(late)).toEqual([expect.stringMatching(/^DATE_EFFET 2999-01-01 cannot be/)]);
  });

  it.each([
    ['effective', '20252-01-01', 'DATE_EFFET "20252-01-01" is not a date.'],
    ['signed', '2022-02-30', 'DATE_TEXTE "2022-02-30" is not a date.'],
    ['signed', '1900-01-01', 'DATE_TEXTE 1900-01-01 cannot be: outside 1950-01-01 to 2023-02-01.'],
    ['signed', '2032-01-01', 'DATE_TEXTE 2032-01-01 cannot be: outside 1950-01-01 to 2023-02-01.'],
    ['filed', '15/11/2022', 'DATE_DEPOT "15/11/2022" is not a date.'],
    ['ends', '9999-12-31', 'DATE_FIN 9999-12-31 cannot be: outside 1950-01-01 to 2083-02-01.'],
  ] as const)('keeps the record without an impossible date and reports it: %s %s', (field, value, reason) => {
    const mapped = map({ [field]: value });
    expect(reasons(mapped)).toEqual([reason]);
    expect(mapped.record.id).toBe(idFrom(1));
  });

  it('takes empty dates for unknown ones, without a word', () => {
    const mapped = map({ signed: '', filed: '', effective: '', ends: '', published: '', updated: '' });
    expect(mapped.record).toMatchObject({ signedOn: null, effectiveOn: null, endsOn: null, hasNoEnd: false });
    expect(mapped.notes).toEqual([]);
  });

  it.each(['12345678901234', '5520554320000', '', 'ABCDEFGHIJKLMN', '325090728000570'])(
    'refuses the SIRET "%s"',
    (siret) => expect(() => map({ siret })).toThrow(/SIRET ".*" is not 14 digits with a valid check digit/),
  );

  it('accepts an establishment of La Poste, which has no Luhn key', () => {
    expect(map({ siret: '35600000000048' }).record.siren).toBe('356000000');
  });

  it('keeps the leading zeros of a SIRET', () => {
    expect(map({ siret: '09558084100013' }).record).toMatchObject({
      siret: '09558084100013',
      siren: '095580841',
    });
  });

  it('keeps unknown codes as they are and reports them', () => {
    const mapped = map({
      nature: 'DENONCIATION',
      themes: [
        ['999', 'Nouveau thème ', '42'],
        ['112', 'Prévoyance collective, autre que santé maladie ', '09'],
      ],
    });
    expect(mapped.record.nature).toBe('DENONCIATION');
    expect(mapped.record.themes).toEqual([
      { code: '999', label: 'Nouveau thème', group: '42' },
      { code: '112', label: 'Prévoyance collective, autre que santé maladie', group: '09' },
    ]);
    expect(reasons(mapped)).toEqual([
      'unknown NATURE: DENONCIATION',
      'unknown theme code: 999 Nouveau thème (group 42)',
    ]);
  });

  it('sets aside codes of another shape and says which', () => {
    const mapped = map({ naf: 'XX', idcc: 'abc', complete: 'oui' });
    expect(mapped.record).toMatchObject({ nafCode: null, idccCode: null, isComplete: null });
    expect(reasons(mapped)).toHaveLength(3);
    expect(map({ naf: '-' }).record.nafCode).toBeNull();
    expect(map({ naf: '22.29A', complete: 'false' }).record).toMatchObject({
      nafCode: '2229A',
      isComplete: false,
    });
  });

  it('takes only the file name of the document', () => {
    expect(map({ document: '../../../T1-2.docx' }).record.documentName).toBe('T1-2.docx');
    const odd = map({ document: 'no extension' });
    expect(odd.record.documentName).toBeNull();
    expect(reasons(odd)[0]).toMatch(/not a path to a file/);
  });
});
