import { RecordError } from '#domain/errors.ts';
import type { DocumentContent } from './text.ts';
import { WordReader, type Notes } from './wordml.ts';
import { readPart, type Zip } from './zip.ts';

const NO_NOTES: Notes = { footnotes: new Map(), endnotes: new Map() };

/**
 * Text of a .docx: paragraphs, list items, tables, text boxes, footnotes and endnotes after the block that calls them.
 * Left out: tracked deletions, headers and footers, comments, field codes.
 * @throws RecordError when the file is damaged
 */
export function readDocx(zip: Zip): DocumentContent {
  const name = mainPartName(zip);
  const part = readPart(zip, name);
  if (!part) throw new RecordError(`the .docx has no ${name}.`);
  const xml = toWordXml(part);
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const notes: Notes = {
    footnotes: xml.includes('<w:footnoteReference')
      ? readNotes(zip, `${folder}footnotes.xml`, 'w:footnote')
      : NO_NOTES.footnotes,
    endnotes: xml.includes('<w:endnoteReference')
      ? readNotes(zip, `${folder}endnotes.xml`, 'w:endnote')
      : NO_NOTES.endnotes,
  };
  const lines = new WordReader(xml, notes).readBlocks(null);
  const text = Buffer.from(lines.join('\n'), 'latin1').toString('utf8');
  return { text, hasImages: /<(?:w:drawing|w:pict|w:object)[ >]/.test(xml) };
}

/** The part named by the package relations; almost always word/document.xml. */
function mainPartName(zip: Zip): string {
  if (zip.entries.has('word/document.xml')) return 'word/document.xml';
  const relations = readPart(zip, '_rels/.rels')?.toString('utf8') ?? '';
  const main = relations.match(/<Relationship\b[^>]*>/g)?.find((tag) => /\/officeDocument"/.test(tag));
  const target = main && /Target="\/?([^"]+)"/.exec(main)?.[1];
  if (!target) throw new RecordError('the zip is not a Word document: it names no main part.');
  return target;
}

/** Latin1 text holding UTF-8 bytes, with `w:` as the prefix of WordprocessingML. */
function toWordXml(part: Buffer): string {
  const isUtf16 = part[0] === 0xff && part[1] === 0xfe;
  const xml = isUtf16
    ? Buffer.from(part.toString('utf16le'), 'utf8').toString('latin1')
    : part.toString('latin1');
  const prefix = /xmlns:([\w.-]+)="[^"]*\/wordprocessingml\/(?:2006\/)?main"/.exec(xml.slice(0, 20_000))?.[1];
  if (prefix === undefined) throw new RecordError('the main part is not WordprocessingML.');
  return prefix === 'w' ? xml : xml.replaceAll(new RegExp(`(</?)${prefix}:`, 'g'), '$1w:');
}

function readNotes(zip: Zip, part: string, element: string): Map<string, string> {
  const notes = new Map<string, string>();
  const bytes = readPart(zip, part);
  if (!bytes) return notes;
  const xml = toWordXml(bytes);
  const reader = new WordReader(xml, NO_NOTES);
  for (const match of xml.matchAll(new RegExp(`<${element} [^>]*?w:id="([^"]*)"[^>]*[^/]>`, 'g'))) {
    const lines = reader.readBlocks(element, match.index + match[0].length);
    notes.set(match[1]!, lines.join(' '));
  }
  return notes;
}
