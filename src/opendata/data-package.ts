import type { DumpManifest } from './manifest.ts';
import { FLAT_TABLES, type Column, type FlatTable } from './tables.ts';

type Resource = { table: FlatTable; path: string; bytes: number; sha256: string };

/** Constraints of Table Schema; a pattern of JavaScript that other languages may not read is left out. */
function field({ name, type, description, isNullable, values }: Column) {
  const constraints = {
    ...(isNullable || type === 'string' ? {} : { required: true }),
    ...(values ? { enum: values } : {}),
  };
  return {
    name,
    type,
    ...(type === 'date' ? { format: '%Y-%m-%d' } : {}),
    description,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

/** Tables whose `siren` or `agreement_id` points at a row of another one. */
const KEYS_TO: Record<string, { fields: string; reference: { resource: string; fields: string } }[]> =
  Object.fromEntries(
    ['etablissements', 'avantages', 'indicateurs', 'branches', 'labels', 'declarations', 'reponses'].map(
      (name) => [name, [{ fields: 'siren', reference: { resource: 'employeurs', fields: 'siren' } }]],
    ),
  );

export const tableSchema = ({ name, columns, key }: FlatTable) => ({
  fields: columns.map(field),
  missingValues: [''],
  ...(key.length > 0 ? { primaryKey: key } : {}),
  ...(KEYS_TO[name] ? { foreignKeys: KEYS_TO[name] } : {}),
});

/** `datapackage.json` (Data Package 2, datapackage.org) of the CSV files beside it. */
export const dataPackage = (
  { generation, derivedOn, licence, notes }: Pick<DumpManifest, 'generation' | 'derivedOn' | 'licence' | 'notes'>,
  site: string,
  resources: readonly Resource[],
) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'star-finder',
  title: 'Star finder : ce que les employeurs offrent, d’après les accords d’entreprise',
  description: [licence.attribution, ...notes].join(' '),
  homepage: `${site}/donnees`,
  version: generation,
  created: `${derivedOn}T00:00:00Z`,
  licenses: [{ name: licence.identifier, title: licence.name, path: licence.url }],
  sources: [{ title: 'Fichiers sources, avec leur date et leur empreinte', path: `${site}/sources-et-licence` }],
  resources: resources.map(({ table, path, bytes, sha256 }) => ({
    name: table.name,
    type: 'table',
    title: table.title,
    description: table.description,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: tableSchema(table),
  })),
}); // prettier-ignore

/** One line a column: the dictionary as people read it. */
export const dictionary = () =>
  FLAT_TABLES.flatMap(({ name, columns }) => columns.map((column) => ({ table: name, ...column })));
