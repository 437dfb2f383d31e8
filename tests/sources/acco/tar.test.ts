import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TarReader } from '#sources/acco/tar.ts';
import { SourceError } from '#domain/errors.ts';
import { buildTar, tarEntry, tarHeader, TAR_END, type TarFile } from '../../fixtures/acco/tar.ts';

type Read = { path: string; isFile: boolean; content: string };

function readTar(tar: Buffer, cuts: number[] = []): Read[] {
  const read: Read[] = [];
  const reader = new TarReader({
    onEntry: ({ path, isFile }) => {
      read.push({ path, isFile, content: '' });
      return isFile;
    },
    onData: (piece) => void (read.at(-1)!.content += piece.toString('latin1')),
    onEnd: () => undefined,
  });
  const places = [0, ...cuts.map((cut) => cut % tar.length).sort((a, b) => a - b), tar.length];
  places.forEach((start, index) => reader.push(tar.subarray(start, places[index + 1] ?? tar.length)));
  reader.end();
  return read;
}

const pax = (fields: Record<string, string>): TarFile => {
  const lines = Object.entries(fields).map(([key, value]) => {
    const rest = ` ${key}=${value}\n`;
    let length = Buffer.byteLength(rest) + 1;
    while (String(length).length + Buffer.byteLength(rest) !== length) length++;
    return `${length}${rest}`;
  });
  return { path: 'PaxHeaders/x', type: 'x', content: lines.join('') };
};

describe('tar', () => {
  it('reads any files, however the stream is cut', () => {
    const file = fc.record({
      path: fc.stringMatching(/^[a-z]{1,12}(\/[a-zA-Z0-9.-]{1,30}){0,5}$/),
      content: fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
    });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 12 }), (files, cuts) => {
        expect(readTar(buildTar(files), cuts)).toEqual(
          files.map(({ path, content }) => ({ path, isFile: true, content: content.toString('latin1') })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('never fails otherwise than by a SourceError, whatever the bytes', () => {
    const spoil = fc.tuple(fc.nat(), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(spoil, { minLength: 1, maxLength: 8 }), (spoils) => {
        const tar = buildTar([
          { path: 'a/b.xml', content: 'one' },
          { path: 'c.docx', content: Buffer.alloc(700, 7) },
        ]);
        for (const [place, byte] of spoils) tar[place % tar.length] = byte;
        try {
          readTar(tar);
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('knows long names of pax and GNU, and sizes beyond octal', () => {
    const long = `${'dossier/'.repeat(40)}accord.docx`;
    const gnu: TarFile = { path: '././@LongLink', type: 'L', content: `${long}\0` };
    const binary = tarHeader({ path: 'big', content: '' }, 3);
    binary.fill(0, 124, 136);
    binary[124] = 0x80;
    binary[135] = 3;
    binary.write('        ', 148);
    binary.write(
      `${binary
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    const tar = Buffer.concat([
      ...[pax({ path: long, mtime: '1.5' }), { path: 'short', content: 'pax' }, gnu].map(tarEntry),
      tarEntry({ path: 'short', content: 'gnu' }),
      ...[binary, Buffer.concat([Buffer.from('abc'), Buffer.alloc(509)])],
      TAR_END,
    ]);
    expect(readTar(tar)).toEqual([
      { path: long, isFile: true, content: 'pax' },
      { path: long, isFile: true, content: 'gnu' },
      { path: 'big', isFile: true, content: 'abc' },
    ]);
  });

  it('tells links and folders from files', () => {
    const tar = buildTar([
      { path: 'link', type: '2', linkTo: '/etc/passwd', content: '' },
      { path: 'folder/', type: '5', content: '' },
      { path: 'file', content: 'x' },
    ]);
    expect(readTar(tar).map(({ isFile }) => isFile)).toEqual([false, false, true]);
  });

  it.each([
    ['inside an entry', 600],
    ['inside a header', 100],
    ['between two entries', 1024],
  ])('refuses a tar cut short %s', (_, length) => {
    const tar = buildTar([
      { path: 'a', content: 'one' },
      { path: 'b', content: 'two' },
    ]);
    expect(() => readTar(tar.subarray(0, length))).toThrow(/stops before its end mark/);
  });

  it('refuses a header with a wrong checksum', () => {
    const tar = buildTar([{ path: 'a', content: 'one' }]);
    tar[3] = 0x41;
    expect(() => readTar(tar)).toThrow(/wrong checksum/);
  });
});
