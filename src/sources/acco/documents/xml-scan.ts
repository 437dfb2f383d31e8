import { RecordError } from '#domain/errors.ts';

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Latin1 text holding the UTF-8 bytes of `text`. */
export const toBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Decodes the five XML entities and numeric references in latin1 text holding UTF-8 bytes; others stay as they are. */
export const decodeEntities = (bytes: string): string =>
  bytes.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]+));/g, (whole, decimal, hex, name: string) => {
    if (name) return NAMED[name] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? toBytes(String.fromCodePoint(code))
      : '';
  });

/**
 * Offset just after the element `name` whose opening tag ends at `from`; elements of the same name inside it are skipped with it.
 * @throws RecordError when it never closes
 */
export function skipElement(xml: string, name: string, from: number): number {
  const closing = `</${name}>`;
  let end = xml.indexOf(closing, from);
  let open = nextOpening(xml, name, from);
  while (end >= 0 && open < end) {
    end = xml.indexOf(closing, end + closing.length);
    open = nextOpening(xml, name, open + name.length);
  }
  if (end < 0) throw new RecordError('the XML of the document is cut short.');
  return end + closing.length;
}

/** Next `<name …>` with content of its own, or Infinity. */
function nextOpening(xml: string, name: string, from: number): number {
  for (let at = xml.indexOf(`<${name}`, from); at >= 0; at = xml.indexOf(`<${name}`, at + 1)) {
    const after = xml.charCodeAt(at + name.length + 1);
    const close = xml.indexOf('>', at);
    if (close >= 0 && (after === 0x3e || after <= 0x20) && xml.charCodeAt(close - 1) !== 0x2f) return at;
  }
  return Infinity;
}
