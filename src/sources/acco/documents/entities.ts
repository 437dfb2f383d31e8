const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Longest reference: `&#x10FFFF;` */
const LENGTH_MAX = 12;

/**
 * The entity that starts at `at` (its `&`): one of XML's five, or a numeric reference.
 * @returns its UTF-8 and the offset of the `;`; null for anything else, which then stays as it is
 */
export function decodeEntity(
  bytes: Uint8Array,
  at: number,
  to: number,
): { bytes: Uint8Array; end: number } | null {
  let end = at + 1;
  const limit = Math.min(to, at + LENGTH_MAX);
  while (end < limit && bytes[end] !== 0x3b) end++;
  if (end >= limit) return null;
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 1, end - at - 1).toString('latin1');
  const text = NAMED[name] ?? numeric(name);
  return text === null ? null : { bytes: Buffer.from(text), end };
}

function numeric(name: string): string | null {
  const match = /^#(?:(\d+)|x([0-9a-fA-F]+))$/.exec(name);
  if (!match) return null;
  const code = match[1] ? Number(match[1]) : parseInt(match[2]!, 16);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '';
}
