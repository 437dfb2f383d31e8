import { RecordError } from '#domain/errors.ts';
import { writeBlocks } from './blocks.ts';
import type { DocumentContent } from './content.ts';
import { TextFolder } from './folder.ts';
import { WordReader, type LoadNotes, type NoteKind } from './wordml.ts';
import { readPart, type Zip } from './zip.ts';

const NO_NOTES: LoadNotes = () => new Map();
const folder = new TextFolder();
const noteFolder = new TextFolder();

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
  const home = name.slice(0, name.lastIndexOf('/') + 1);
  const reader = new WordReader(xml, (kind) => readNotes(zip, `${home}${kind}s.xml`, kind));
  const blocks = reader.readBlocks(null);
  folder.start();
  writeBlocks(folder, xml, reader.pieces, blocks);
  const hasImages = (): boolean => ['<w:drawing', '<w:pict', '<w:object'].some((tag) => xml.includes(tag));
  return { ...folder.finish(), hasImages };
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

/** UTF-8 with `w:` as the prefix of WordprocessingML: other programs than Word choose others. */
function toWordXml(part: Buffer): Buffer {
  if (part[0] === 0xff && part[1] === 0xfe) return toWordXml(Buffer.from(part.toString('utf16le'), 'utf8'));
  const head = part.toString('latin1', 0, 16_384);
  const prefix = /xmlns:([\w.-]+)="[^"]*\/wordprocessingml\/(?:2006\/)?main"/.exec(head)?.[1];
  if (prefix === undefined) throw new RecordError('the main part is not WordprocessingML.');
  if (prefix === 'w') return part;
  return Buffer.from(part.toString('utf8').replaceAll(new RegExp(`(</?)${prefix}:`, 'g'), '$1w:'));
}

function readNotes(zip: Zip, partName: string, kind: NoteKind): Map<string, Uint8Array> {
  const notes = new Map<string, Uint8Array>();
  const part = readPart(zip, partName);
  if (!part) return notes;
  const xml = toWordXml(part);
  const reader = new WordReader(xml, NO_NOTES);
  const text = xml.toString('latin1');
  for (const match of text.matchAll(new RegExp(`<w:${kind} [^>]*?w:id="([^"]*)"[^>]*(?<!/)>`, 'g'))) {
    const blocks = reader.readBlocks(Buffer.from(kind), match.index + match[0].length);
    noteFolder.start();
    writeBlocks(noteFolder, xml, reader.pieces, [blocks.flatMap((block) => [...block, -1, 0])]);
    notes.set(match[1]!, noteFolder.finish().utf8.slice());
  }
  return notes;
}
