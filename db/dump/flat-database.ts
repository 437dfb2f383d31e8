import Database from 'better-sqlite3';

export type FlatColumn = {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  isNullable: boolean;
};
export type FlatLayout = { name: string; columns: readonly FlatColumn[]; key: readonly string[] };
export type FlatRow = Record<string, string | number | boolean | null>;

const SQL_TYPES = { string: 'TEXT', date: 'TEXT', integer: 'INTEGER', boolean: 'INTEGER', number: 'REAL' };

/** Questions people ask of the file first. */
const INDEXES = [
  'CREATE INDEX avantages_par_avantage ON avantages (benefit, state, is_lead)',
  'CREATE INDEX avantages_par_accord ON avantages (agreement_id)',
  'CREATE INDEX accords_par_employeur ON accords (siren)',
  'CREATE INDEX indicateurs_par_employeur ON indicateurs (siren)',
];

const quote = (name: string): string => `"${name}"`;

function createStatement({ name, columns, key }: FlatLayout): string {
  const lines = columns.map(
    (column) =>
      `${quote(column.name)} ${SQL_TYPES[column.type]}${column.isNullable ? '' : ' NOT NULL'}${
        column.type === 'boolean' ? ` CHECK (${quote(column.name)} IN (0, 1))` : ''
      }`,
  );
  if (key.length > 0) lines.push(`PRIMARY KEY (${key.map(quote).join(', ')})`);
  return `CREATE TABLE ${quote(name)} (${lines.join(', ')}) STRICT`;
}

/**
 * A new SQLite file of flat tables, with a table `licence` of name and value. Booleans are 0 and 1, dates are text in
 * ISO 8601. The same rows in the same order give the same bytes.
 */
export function createFlatDatabase(
  file: string,
  layouts: readonly FlatLayout[],
  licence: Readonly<Record<string, string>>,
) {
  const client = new Database(file);
  // Nobody reads this file before it is whole and renamed.
  client.pragma('journal_mode = OFF');
  client.pragma('synchronous = OFF');
  client.pragma('page_size = 4096');
  client.exec('CREATE TABLE licence (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  const say = client.prepare('INSERT INTO licence VALUES (?, ?)');
  for (const entry of Object.entries(licence)) say.run(...entry);
  for (const layout of layouts) client.exec(createStatement(layout));
  const inserts = new Map(
    layouts.map(({ name, columns }) => [
      name,
      {
        columns,
        statement: client.prepare(`INSERT INTO ${quote(name)} VALUES (${columns.map(() => '?').join(', ')})`),
      },
    ]),
  );
  client.exec('BEGIN');
  return {
    put(table: string, row: FlatRow): void {
      const { columns, statement } = inserts.get(table)!;
      statement.run(
        columns.map(({ name }) => {
          const value = row[name] ?? null;
          return typeof value === 'boolean' ? Number(value) : value;
        }),
      );
    },
    close(): void {
      client.exec('COMMIT');
      for (const index of INDEXES) client.exec(index);
      client.exec('ANALYZE');
      client.close();
    },
  };
}
export type FlatDatabase = ReturnType<typeof createFlatDatabase>;
