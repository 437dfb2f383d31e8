import { rowBlocks, type Block } from './blocks.ts';

/** Rows and cells being read; a table inside a cell puts its rows into that cell. */
type Table = { cells: Block[][]; cell: Block[] | null; isRowDeleted: boolean };

/** Puts blocks in reading order: paragraphs, text boxes after the paragraph that holds them, rows, notes after their block. */
export class Flow {
  readonly blocks: Block[] = [];
  paragraph: Block = [];
  /** Blocks of text boxes anchored in the present paragraph. */
  aside: Block[] = [];
  notes: Block[] = [];
  /** The end of the paragraph is a tracked deletion: it goes on in the next one. */
  isMarkDeleted = false;
  readonly #tables: Table[] = [];

  endParagraph(): void {
    if (this.paragraph.length > 0) this.#emit([this.paragraph]);
    if (this.aside.length > 0) this.#emit(this.aside);
    if (this.notes.length > 0) this.#emit([]);
    this.paragraph = [];
    this.aside = [];
  }

  startTable(): void {
    this.#tables.push({ cells: [], cell: null, isRowDeleted: false });
  }

  endTable(): void {
    this.#tables.pop();
  }

  startRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.cells = [];
    table.cell = null;
    table.isRowDeleted = false;
  }

  deleteRow(): void {
    const table = this.#tables.at(-1);
    if (table) table.isRowDeleted = true;
  }

  startCell(): void {
    const table = this.#tables.at(-1);
    if (table) table.cell = [];
  }

  endCell(): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) return;
    table.cells.push(table.cell);
    table.cell = null;
  }

  endRow(): void {
    const table = this.#tables.at(-1);
    if (!table || table.isRowDeleted) return;
    const row = rowBlocks(table.cells);
    const outer = this.#tables.at(-2)?.cell;
    if (outer) for (const block of row) outer.push(block);
    else this.#emit(row);
  }

  #emit(blocks: Block[]): void {
    const cell = this.#tables.at(-1)?.cell;
    const target = cell ?? this.blocks;
    for (const block of blocks) target.push(block);
    if (cell || this.notes.length === 0) return;
    for (const note of this.notes) this.blocks.push(note);
    this.notes = [];
  }
}
