import { SaxesParser } from 'saxes';
import { RecordError } from '#domain/errors.ts';
import { MARK, writeBlocks } from './blocks.ts';
import type { DocumentContent } from './content.ts';
import { Flow } from './flow.ts';
import { TextFolder } from './folder.ts';
import { readPart, type Zip } from './zip.ts';

/** Not text of the document: tracked deletions, comments, numbers of notes, descriptions of pictures, scripts. */
const SKIPPED = new Set([
  ...['text:tracked-changes', 'office:annotation', 'text:note-citation', 'svg:title', 'svg:desc'],
  ...[
    'office:scripts',
    'office:forms',
    'office:automatic-styles',
    'text:list-header-number',
    'text:ruby-text',
  ],
]);

/**
 * Text of an .odt: paragraphs, list items, tables, text boxes, notes after the block that calls them.
 * @throws RecordError when the file is damaged or encrypted
 */
export function readOdt(zip: Zip): DocumentContent {
  const part = readPart(zip, 'content.xml');
  if (!part) throw new RecordError('the .odt has no content.xml.');
  const reader = new OdtReader();
  try {
    reader.parser.write(part.toString('utf8')).close();
  } catch (error) {
    if (error instanceof RecordError) throw error;
    throw new RecordError(
      `the XML of the .odt is broken: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const folder = new TextFolder();
  writeBlocks(folder, Buffer.alloc(0), reader.pieces, reader.flow.blocks);
  return { ...folder.finish(), hasImages: () => part.includes('<draw:image') };
}

class OdtReader {
  readonly parser = new SaxesParser();
  readonly pieces: Uint8Array[] = [];
  flow = new Flow();
  /** Flows that wait while the inside of a note or text box is read. */
  readonly #outer: { flow: Flow; kind: 'note' | 'aside' }[] = [];
  readonly #open: string[] = [];
  #skippedFrom = 0;
  #paragraphs = 0;

  constructor() {
    this.parser.on('doctype', () => {
      throw new RecordError('the XML of the .odt carries a DTD: refused.');
    });
    this.parser.on('text', (text) => this.#addText(text));
    this.parser.on('cdata', (text) => this.#addText(text));
    this.parser.on('opentag', ({ name }) => this.#startElement(name));
    this.parser.on('closetag', ({ name }) => this.#endElement(name));
  }

  #addText(text: string): void {
    if (this.#skippedFrom > 0 || this.#paragraphs === 0) return;
    this.flow.paragraph.push(MARK.piece, this.pieces.push(Buffer.from(text.replaceAll('\n', ' '))) - 1);
  }

  #startElement(name: string): void {
    this.#open.push(name);
    if (this.#skippedFrom > 0) return;
    if (SKIPPED.has(name)) this.#skippedFrom = this.#open.length;
    else if (name === 'text:p' || name === 'text:h') this.#paragraphs++;
    else if (name === 'text:s' || name === 'text:tab' || name === 'text:line-break')
      this.flow.paragraph.push(MARK.blank, 0);
    else if (name === 'table:table') this.flow.startTable();
    else if (name === 'table:table-row') this.flow.startRow();
    else if (name === 'table:table-cell') this.flow.startCell();
    else if (name === 'text:note-body') this.#enter('note');
    else if (name === 'draw:text-box' && this.#paragraphs > 0) this.#enter('aside');
  }

  #endElement(name: string): void {
    const isSkipped = this.#skippedFrom > 0;
    if (this.#skippedFrom === this.#open.length) this.#skippedFrom = 0;
    this.#open.pop();
    if (isSkipped) return;
    if (name === 'text:p' || name === 'text:h') {
      this.#paragraphs--;
      this.flow.endParagraph();
    } else if (name === 'table:table-cell') this.flow.endCell();
    else if (name === 'table:table-row') this.flow.endRow();
    else if (name === 'table:table') this.flow.endTable();
    else if (name === 'text:note-body') this.#leave('note');
    else if (name === 'draw:text-box') this.#leave('aside');
  }

  #enter(kind: 'note' | 'aside'): void {
    this.#outer.push({ flow: this.flow, kind });
    this.flow = new Flow();
  }

  #leave(kind: 'note' | 'aside'): void {
    if (this.#outer.at(-1)?.kind !== kind) return;
    const { blocks } = this.flow;
    this.flow = this.#outer.pop()!.flow;
    if (kind === 'aside') this.flow.aside.push(...blocks);
    else this.flow.notes.push(blocks.flatMap((block) => [...block, MARK.blank, 0]));
  }
}
