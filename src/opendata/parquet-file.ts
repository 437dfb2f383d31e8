import { fileWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Column, Row } from './tables.ts';

/** Rows kept before they are written as one row group. */
const GROUP = 25_000;

const TYPES: Record<Column['type'], Partial<SchemaElement>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  date: { type: 'INT32', converted_type: 'DATE' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
};

const schemaOf = (columns: readonly Column[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(({ name, type, isNullable }): SchemaElement => ({
    ...TYPES[type],
    name,
    repetition_type: isNullable ? 'OPTIONAL' : 'REQUIRED',
  })),
];

/** A Parquet file (Snappy); `metadata`: said in the file itself, licence first. */
export function createParquetFile(
  file: string,
  columns: readonly Column[],
  metadata: Readonly<Record<string, string>>,
) {
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: schemaOf(columns),
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy: 'Star finder',
  });
  let data: unknown[][] = columns.map(() => []);
  const flush = (): void => {
    if (data[0]!.length === 0) return;
    void writer.write({
      columnData: columns.map(({ name }, at) => ({ name, data: data[at]! })),
      rowGroupSize: GROUP,
    });
    data = columns.map(() => []);
  };
  return {
    put(row: Row): void {
      for (const [at, { name, type }] of columns.entries()) {
        const value = row[name] ?? null;
        data[at]!.push(type === 'date' && value !== null ? new Date(String(value)) : value);
      }
      if (data[0]!.length === GROUP) flush();
    },
    close(): void {
      flush();
      void writer.finish();
    },
  };
}
export type ParquetFile = ReturnType<typeof createParquetFile>;
