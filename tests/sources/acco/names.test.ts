import { describe, expect, it } from 'vitest';
import { parseDeletions } from '#sources/acco/deletions.ts';
import { classifyEntry, parseArchiveName } from '#sources/acco/names.ts';
import { compareArchives } from '#sources/source.ts';

describe('names of archives', () => {
  it('tells full dumps from increments, and when', () => {
    expect(parseArchiveName('Freemium_acco_global_20250713-140000.tar.gz')).toEqual({
      name: 'Freemium_acco_global_20250713-140000.tar.gz',
      kind: 'full',
      stamp: '20250713-140000',
      publishedOn: '2025-07-13',
    });
    expect(parseArchiveName('ACCO_20260424-063142.tar.gz')).toMatchObject({ kind: 'increment' });
  });

  it.each([
    'ACCO_20261324-063142.tar.gz',
    'ACCO_20260424.tar.gz',
    ' DILA_ACCO_Presentation_20171212.pdf',
    'x.tar.gz',
  ])('leaves %s aside', (name) => expect(parseArchiveName(name)).toBeNull());

  it('orders full dumps first, then increments by time', () => {
    const names = [
      'ACCO_20260424-063142.tar.gz',
      'ACCO_20250708-064156.tar.gz',
      'Freemium_acco_global_20250713-140000.tar.gz',
      'ACCO_20250708-061500.tar.gz',
    ];
    const sorted = names.map((name) => parseArchiveName(name)!).sort(compareArchives);
    expect(sorted.map(({ stamp }) => stamp)).toEqual([
      ...['20250713-140000', '20250708-061500', '20250708-064156', '20260424-063142'],
    ]);
  });
});

describe('entries of an archive', () => {
  it.each([
    ['20260424-063142/acco/global/ACCO/TEXT/00/00/53/93/56/ACCOTEXT000053935667.xml', 'record'],
    ['./20260424-063142/acco/global/acco/text/00/ACCOTEXT000053935667.XML', 'record'],
    ['/20260424-063142\\acco\\global\\ACCO\\TEXT\\00\\ACCOTEXT000053935667.xml', 'record'],
    ['20260424-063142/acco/global/bureautique//2026/02/05/T06926072394-32509072800057.docx', 'document'],
    ['20260424-063142/liste_suppression_acco.dat', 'deletions'],
    ['liste_suppression_acco.dat', 'deletions'],
    ['20260424-063142/FICTIF.txt', 'fictional-marker'],
    ['20260424-063142/lisezmoi.txt', 'other'],
    ['20260424-063142/acco/global/bureautique/../../../../etc/cron.d/x', 'refused'],
    ['..\\acco\\global\\ACCO\\TEXT\\00\\ACCOTEXT000053935667.xml', 'refused'],
  ])('%s is %s', (path, kind) => expect(classifyEntry(path).kind).toBe(kind));
});

describe('deletion list', () => {
  const TEXT = 'acco/global/ACCO/TEXT/00/00/53/43/10/ACCOTEXT000053431098';
  const DOCUMENT = 'acco/global/bureautique//2025/12/22/T02826061367-56201242700059.docx';
  const EXPECTED = {
    type: 'withdrawal',
    id: 'ACCOTEXT000053431098',
    siren: '562012427',
    documentName: 'T02826061367-56201242700059.docx',
  };

  it('reads two lines per agreement', () => {
    expect(parseDeletions(`${TEXT}\n${DOCUMENT}\n`)).toEqual([EXPECTED]);
  });

  it('bears .xml, CRLF, blank lines, ./ and back slashes', () => {
    const list = `\r\n./${TEXT}.xml\r\n\r\n${DOCUMENT.replaceAll('/', '\\')}\r\n${TEXT}\r\n`;
    expect(parseDeletions(list)).toEqual([EXPECTED, { ...EXPECTED, siren: null, documentName: null }]);
  });

  it('reports lines that name nothing', () => {
    expect(parseDeletions('bonjour\n')).toEqual([
      expect.objectContaining({
        type: 'reject',
        kind: 'entry',
        reason: expect.stringContaining('"bonjour"'),
      }),
    ]);
  });
});
