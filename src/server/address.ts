/** What a request line asks for, once decoded. */
export type Address =
  | { kind: 'page'; path: string; hasQuery: boolean }
  /** The same thing under its one address. */
  | { kind: 'elsewhere'; location: string }
  | { kind: 'malformed' }
  | { kind: 'forbidden' };

const ASSETS = '/_astro/';
const AGREEMENT = /^(\/api\/v1)?\/accords\/accotext\d{12}$/i;

/**
 * Reads the target of a request line. One thing has one address: no trailing or double slash, no capitals (but those of
 * an agreement's id), no `.html`, no needless escapes.
 */
export function readAddress(target: string): Address {
  if (!target.startsWith('/')) return { kind: 'malformed' };
  const end = target.search(/[?#]/);
  const rawPath = end < 0 ? target : target.slice(0, end);
  const query = end < 0 ? '' : target.slice(end).replace(/#.*$/s, '');
  const segments: string[] = [];
  for (const raw of rawPath.split('/').slice(1)) {
    const segment = decode(raw);
    if (segment === null || /[\0-\x1f\x7f]/.test(segment)) return { kind: 'malformed' };
    // Nothing public has a separator inside a name, or a name beginning with a dot.
    if (/^\.|[\\/]/.test(segment)) return { kind: 'forbidden' };
    if (segment !== '') segments.push(segment);
  }
  const path = canonical(`/${segments.join('/')}`);
  const location = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith(ASSETS) && rawPath === path) return { kind: 'page', path, hasQuery: query !== '' };
  if (location !== rawPath) return { kind: 'elsewhere', location: location + query };
  return { kind: 'page', path, hasQuery: query !== '' };
}

function canonical(path: string): string {
  if (path.startsWith(ASSETS)) return path;
  if (AGREEMENT.test(path)) return path.toLowerCase().replace(/accotext\d{12}$/, (id) => id.toUpperCase());
  return path.toLowerCase().replace(/(\/index|\.html)+$/, '') || '/';
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
