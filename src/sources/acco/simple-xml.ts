/** What a record is made of, in order. `text` may come in several pieces. */
export type XmlHandler = {
  open: (name: string) => void;
  text: (piece: string) => void;
  close: () => void;
};

/** Whatever asks for a real parser: entities, carriage returns, control characters, characters beyond U+FFFF. */
const UNUSUAL = /[^\t\n\u0020-\u0025\u0027-\ud7ff\ue000-\ufffd]/;
const PROLOG = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/;
const NAME = /^[A-Z_]+$/;

/**
 * Reads XML of the one shape that DILA's records have: elements in capitals without attributes, and plain text. Takes a
 * small part of a parser's time, for what hundreds of thousands of records have in common.
 * @returns false for anything else, well-formed or not: a parser must tell, and start again
 */
export function scanSimpleXml(xml: string, handler: XmlHandler): boolean {
  const prolog = PROLOG.exec(xml);
  if (!prolog || UNUSUAL.test(xml) || xml.includes(']]>')) return false;
  const open: string[] = [];
  for (let at = prolog[0].length; ;) {
    const start = xml.indexOf('<', at);
    const end = xml.indexOf('>', start);
    if (start < 0 || end < 0) return false;
    const isClosing = xml[start + 1] === '/';
    const isEmpty = !isClosing && xml[end - 1] === '/';
    const name = xml.slice(isClosing ? start + 2 : start + 1, isEmpty ? end - 1 : end);
    if (start > at) handler.text(xml.slice(at, start));
    at = end + 1;
    if (!isClosing) {
      if (!NAME.test(name) || (open.length === 0 && start > prolog[0].length)) return false;
      open.push(name);
      handler.open(name);
    }
    if (isClosing || isEmpty) {
      if (open.pop() !== name) return false;
      handler.close();
      if (open.length === 0) return xml.slice(at).trim() === '';
    }
  }
}
