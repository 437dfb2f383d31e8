/**
 * What a character beyond ASCII is for a stored text. `plain` is kept as it is; `exotic` too, but it may have another NFC
 * form, so that the whole text is then normalised: everything from U+0300 on except U+2000–2FFF without the letterlike
 * (U+21xx) and angle (U+23xx) signs.
 */
export type CharacterKind = 'plain' | 'exotic' | 'blank' | 'hyphen' | 'nothing';

/** By the first three bytes of its UTF-8. */
export function classify(first: number, second: number, third: number): CharacterKind {
  if (first === 0xc2) {
    if (second === 0xa0 || second === 0x85) return 'blank';
    return second === 0xad || second < 0xa0 ? 'nothing' : 'plain';
  }
  if (first < 0xcc) return 'plain';
  if (first === 0xe2 && second === 0x80) {
    if (third <= 0x8a || third === 0xaf || third === 0xa8 || third === 0xa9) return 'blank';
    if (third <= 0x8f || (third >= 0xaa && third <= 0xae)) return 'nothing';
    return third <= 0x91 ? 'hyphen' : 'plain';
  }
  if (first === 0xe2) {
    if (second === 0x81 && third === 0x9f) return 'blank';
    if (second === 0x81 && third >= 0xa0 && third <= 0xa4) return 'nothing';
    return second === 0x84 || second === 0x8c ? 'exotic' : 'plain';
  }
  if (first === 0xe3 && second === 0x80 && third === 0x80) return 'blank';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'nothing';
  return 'exotic';
}

/** A letter of ASCII, or the first byte of an accented one (U+00C0–02FF). */
export const isLetter = (byte: number): boolean =>
  (byte >= 0x41 && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) || (byte >= 0xc3 && byte < 0xcc);
