import { RecordError } from '#domain/errors.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What bytes 80–9F are in Windows-1252. Some releases of Node take it for Latin-1, where they are control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decodeWindows1252 = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!);

/**
 * Bytes of an XML file as text. Older files of the base are not always in the encoding they declare: what is not UTF-8
 * is read as Windows-1252, which never fails.
 * @throws RecordError for UTF-16 and other encodings that the base does not use
 */
export function decodeXml(bytes: Buffer): { text: string; isReencoded: boolean } {
  const head = bytes.toString('latin1', 0, 200);
  if (head.startsWith('\xfe\xff') || head.startsWith('\xff\xfe'))
    throw new RecordError('the XML is in UTF-16: the base uses UTF-8.');
  const declared =
    /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  if (declared === 'iso-8859-1' || declared === 'windows-1252')
    return { text: decodeWindows1252(bytes), isReencoded: false };
  try {
    return { text: utf8.decode(bytes), isReencoded: false };
  } catch {
    return { text: decodeWindows1252(bytes), isReencoded: true };
  }
}
