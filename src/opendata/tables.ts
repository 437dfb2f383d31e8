import { z } from 'zod';
import {
  AgreementRow, BenefitRow, BranchRow, CorrectionRow, DeclarationRow, DefinitionRow, EmployerRow, EstablishmentRow, IndicatorRow, LabelRow, ReplyRow, SourceRow,
  TombstoneRow,
} from '#domain/public/tables.ts'; // prettier-ignore

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date';
export type Column = {
  name: string;
  type: ColumnType;
  isNullable: boolean;
  description: string;
  /** Closed list of values, where there is one. */
  values: string[] | null;
  /** Regular expression of the values, where there is one. */
  pattern: string | null;
};
/** One flat table: a CSV file, a Parquet file and a table of the SQLite file. */
export type FlatTable = {
  name: string;
  title: string;
  description: string;
  schema: z.ZodObject;
  columns: Column[];
  /** Columns that name a row; empty where several rows may say the same. */
  key: string[];
};
export type Row = Record<string, string | number | boolean | null>;

type Property = { type?: string; format?: string; pattern?: string; enum?: string[]; description?: string };

/** Columns in the order of the zod object, described by it alone. */
function columnsOf(schema: z.ZodObject): Column[] {
  const { properties = {} } = z.toJSONSchema(schema) as { properties?: Record<string, Property & { anyOf?: Property[] }> }; // prettier-ignore
  return Object.entries(properties).map(([name, property]) => {
    const inner = property.anyOf?.find(({ type }) => type !== 'null') ?? property;
    const isDate = inner.format === 'date';
    return {
      name,
      type: isDate ? 'date' : ((inner.type ?? 'string') as ColumnType),
      isNullable: property.anyOf !== undefined,
      description: property.description ?? inner.description ?? '',
      values: inner.enum ?? null,
      pattern: isDate || inner.format === 'uri' ? null : (inner.pattern ?? null),
    };
  });
}

const table = (
  name: string,
  title: string,
  description: string,
  schema: z.ZodObject,
  key: string[],
): FlatTable => ({ name, title, description, schema, key, columns: columnsOf(schema) });

export const FLAT_TABLES = [
  table('employeurs', 'Employeurs', 'Une ligne par employeur qui a une page.', EmployerRow, ['siren']),
  table('etablissements', 'Établissements', 'Établissements ouverts, 50 au plus par employeur.', EstablishmentRow, ['siret']),
  table('avantages', 'Avantages', 'Une ligne par avantage lu dans un accord ou déclaré, avec l’extrait qui le prouve.', BenefitRow, ['siren', 'claim_id']),
  table('accords', 'Accords', 'Accords d’entreprise publiés. Déposés et publiés ; non contrôlés au fond.', AgreementRow, ['id']),
  table('indicateurs', 'Indicateurs', 'Égalité professionnelle et chiffres QVCT (qualité de vie et des conditions de travail) publiés.', IndicatorRow, []),
  table('branches', 'Conventions collectives', 'Conventions collectives déclarées (codes IDCC).', BranchRow, []),
  table('labels', 'Labels', 'Reconnaissances publiques. Une absence de ligne ne dit rien.', LabelRow, []),
  table('declarations', 'Déclarations', 'Ce que les employeurs déclarent eux-mêmes, avec la date et la nature de la preuve.', DeclarationRow, ['siren', 'claim_id']),
  table('reponses', 'Réponses', 'Ce que les employeurs répondent, sous leur responsabilité.', ReplyRow, []),
  table('corrections', 'Corrections', 'Le registre public : ce qui a été retiré, corrigé ou ajouté, quand et pourquoi.', CorrectionRow, ['id']),
  table('retraits', 'Retraits', 'Adresses retirées : à supprimer de vos copies.', TombstoneRow, ['path']),
  table('sources', 'Sources', 'Fichiers dont viennent ces données.', SourceRow, ['file']),
  table('definitions', 'Définitions', 'Ce que veut dire chaque avantage, et ce qu’il ne veut pas dire.', DefinitionRow, ['benefit']),
] as const; // prettier-ignore
