import { closeSync, openSync, writeSync } from 'node:fs';
import type { Column, Row } from './tables.ts';

const BUFFERED = 1 << 20;

/**
 * One cell after RFC 4180: nothing is taken away or put before, so that a program reads what stands in the facts.
 * (Spreadsheets may take a cell that begins with = for a formula: the page says so.)
 */
const cell = (value: Row[string] | undefined): string => {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A CSV file in UTF-8, commas, lines ending in CRLF, names of columns first, as RFC 4180 and Table Schema have it. */
export function createCsvFile(file: string, columns: readonly Column[]) {
  const handle = openSync(file, 'w');
  let text = `${columns.map(({ name }) => cell(name)).join(',')}\r\n`;
  const flush = (): void => {
    writeSync(handle, text);
    text = '';
  };
  return {
    put(row: Row): void {
      let line = '';
      for (const { name } of columns) line += `${line === '' ? '' : ','}${cell(row[name])}`;
      text += `${line}\r\n`;
      if (text.length > BUFFERED) flush();
    },
    close(): void {
      flush();
      closeSync(handle);
    },
  };
}
export type CsvFile = ReturnType<typeof createCsvFile>;
