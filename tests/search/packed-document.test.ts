import { expect, it } from 'vitest';
import { packDocument, unpackDocument } from '#search/index/packed-document.ts';
import { DOCUMENTS } from './fixture.ts';

it('a document packed and unpacked is the same, fields in their order', () => {
  for (const document of DOCUMENTS) {
    const packed = packDocument(document);
    expect(unpackDocument(packed)).toEqual(document);
    expect(Object.keys(unpackDocument(packed)).sort()).toEqual(Object.keys(document).sort());
    expect(packed.length).toBeLessThan(JSON.stringify(document).length * 0.75);
  }
});
