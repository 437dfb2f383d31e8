import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '#server/address.ts';

const page = (path: string, hasQuery = false) => ({ kind: 'page', path, hasQuery });
const elsewhere = (location: string) => ({ kind: 'elsewhere', location });

describe('readAddress', () => {
  it.each([
    ['/', page('/')],
    ['/employeurs/123456782', page('/employeurs/123456782')],
    ['/employeurs/123456782.json', page('/employeurs/123456782.json')],
    ['/recherche?q=Rennes', page('/recherche', true)],
    ['/accords/ACCOTEXT000012345678', page('/accords/ACCOTEXT000012345678')],
    ['/_astro/Base.D_xY-9.css', page('/_astro/Base.D_xY-9.css')],
  ])('%s is an address', (target, expected) => {
    expect(readAddress(target)).toEqual(expected);
  });

  it.each([
    ['/employeurs/123456782/', '/employeurs/123456782'],
    ['/Employeurs/123456782.html', '/employeurs/123456782'],
    ['/index.html', '/'],
    ['/a/index.html.html', '/a'],
    ['/avantages/index', '/avantages'],
    ['/RECHERCHE/?q=A&q=b', '/recherche?q=A&q=b'],
    ['/accords/accotext000012345678', '/accords/ACCOTEXT000012345678'],
    ['/%61vantages', '/avantages'],
    // Two slashes at the start would lead a browser to another host.
    ['//ailleurs.example/', '/ailleurs.example'],
  ])('%s stands at %s', (target, location) => {
    expect(readAddress(target)).toEqual(elsewhere(location));
  });

  it.each(['*', '', 'http://ailleurs.example/', '/%', '/%C3%28', '/a%00b', '/a%0d%0aSet-Cookie:x'])(
    '%j cannot be read',
    (target) => {
      expect(readAddress(target)).toEqual({ kind: 'malformed' });
    },
  );

  it.each(['/../secret', '/%2e%2e/secret', '/a/..%2fsecret', '/a%5c..%5csecret', '/.git/config', '/%2eenv'])(
    '%s leads nowhere',
    (target) => {
      expect(readAddress(target)).toEqual({ kind: 'forbidden' });
    },
  );

  it('redirects at most once, and never to another host', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.constantFrom('', '/', '//', '?q=1'), (path, tail) => {
        const first = readAddress(`/${path}${tail}`);
        if (first.kind !== 'elsewhere') return;
        expect(first.location).toMatch(/^\/(?!\/)/);
        expect(readAddress(first.location).kind).not.toBe('elsewhere');
      }),
    );
  });
});
