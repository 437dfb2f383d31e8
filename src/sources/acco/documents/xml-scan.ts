import { RecordError } from '#domain/errors.ts';

const LT = 0x3c;
const GT = 0x3e;

export const cutShort = (): RecordError => new RecordError('the XML of the document is cut short.');

/** Offset of the next `<` from `at`, or -1. A loop: tags are so close that a native search costs more in calls. */
export function nextTag(xml: Buffer, at: number): number {
  const { length } = xml;
  while (at < length && xml[at] !== LT) at++;
  return at < length ? at : -1;
}

/** Offset of the `>` that ends the tag opened before `at`. */
export function tagEnd(xml: Buffer, at: number): number {
  const { length } = xml;
  while (at < length && xml[at] !== GT) at++;
  if (at >= length) throw cutShort();
  return at;
}

/** True when the element name at `at` is `name`, to its end. */
export function isName(xml: Buffer, at: number, name: Buffer): boolean {
  for (let i = 0; i < name.length; i++) if (xml[at + i] !== name[i]) return false;
  const after = xml[at + name.length]!;
  return after === GT || after === 0x20 || after === 0x2f || (after >= 0x09 && after <= 0x0d);
}

/**
 * Offset just after the element `name` whose opening tag ends at `from`; elements of the same name inside it are skipped with it.
 * @throws RecordError when it never closes
 */
export function skipElement(xml: Buffer, name: string, from: number): number {
  const closing = `</${name}>`;
  let end = xml.indexOf(closing, from, 'latin1');
  let open = nextOpening(xml, name, from);
  while (end >= 0 && open < end) {
    end = xml.indexOf(closing, end + closing.length, 'latin1');
    open = nextOpening(xml, name, open + name.length);
  }
  if (end < 0) throw cutShort();
  return end + closing.length;
}

/** Next `<name …>` with content of its own, or Infinity. */
function nextOpening(xml: Buffer, name: string, from: number): number {
  const bytes = Buffer.from(name);
  const opening = `<${name}`;
  for (let at = xml.indexOf(opening, from, 'latin1'); at >= 0; at = xml.indexOf(opening, at + 1, 'latin1'))
    if (isName(xml, at + 1, bytes) && xml[tagEnd(xml, at) - 1] !== 0x2f) return at;
  return Infinity;
}
