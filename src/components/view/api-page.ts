import { formatNumber } from '#domain/french.ts';
import type { OpenApi } from '#opendata/api/openapi.ts';
import type { ProblemKind } from '#opendata/api/problems.ts';

type Schema = {
  type?: unknown;
  enum?: unknown[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
};

export type ParameterView = {
  name: string;
  description: string;
  /** In few words. */
  values: string;
  isRepeatable: boolean;
};
/** What examples name, so that they answer: by name of the parameter. */
export type ExampleValues = Readonly<Record<string, string>>;
export type PathView = {
  id: string;
  path: string;
  summary: string;
  description: string;
  parameters: ParameterView[];
  /** « 200 Chercher des employeurs » … */
  statuses: string[];
  /** Path and query of a request that answers. */
  example: string;
};

/** What the document says of each address, in its order. */
export const listPaths = (document: OpenApi, known: ExampleValues): PathView[] =>
  Object.entries(document.paths).map(([path, { get }]) => ({
    id: get.operationId,
    path,
    summary: get.summary,
    description: get.description,
    parameters: get.parameters.map(({ name, description, schema, example }) => ({
      name,
      description,
      values: describeValues(schema as Schema, known[name] ?? example),
      isRepeatable: (schema as Schema).type === 'array',
    })),
    statuses: Object.entries(get.responses).map(([status, { description }]) => `${status} ${description}`),
    example: exampleOf(path, get.parameters, known),
  }));

function exampleOf(
  path: string,
  parameters: { name: string; in: string; example?: unknown }[],
  known: ExampleValues,
): string {
  let address = path;
  for (const { name, in: place, example } of parameters)
    if (place === 'path') address = address.replace(`{${name}}`, known[name] ?? String(example));
  if (path === '/api/v1/search') return `${address}?avantage=creche&departement=35`;
  return path === '/api/v1/changes' ? `${address}?since=0&limit=10` : address;
}

const FEW = 12;

/** Values a parameter takes, in few words: long lists are in the OpenAPI document. */
export function describeValues(schema: Schema, example: unknown): string {
  const one = schema.items ?? schema;
  if (one.enum)
    return one.enum.length <= FEW
      ? one.enum.join(', ')
      : `${formatNumber(one.enum.length)} valeurs, dont ${one.enum.slice(0, 3).join(', ')}…`;
  if (one.minimum !== undefined) return `de ${formatNumber(one.minimum)} à ${formatNumber(one.maximum!)}`;
  if (one.maxLength !== undefined) return `texte, ${one.maxLength} caractères au plus`;
  return example === undefined ? 'texte' : `par exemple ${String(example)}`;
}

export const PROBLEM_HELP: Record<ProblemKind, string> = {
  'parametre-refuse':
    'Un paramètre est inconnu, répété, ou sa valeur n’existe pas. La liste errors dit lequel et pourquoi. Corrigez la demande.',
  introuvable:
    'Rien n’est publié à cette adresse. Pour un employeur, cela veut dire qu’aucun accord publié n’a été trouvé, et rien de plus.',
  'methode-refusee': 'L’adresse ne se lit qu’avec GET (ou POST pour le protocole MCP).',
  retire: 'Le texte ou la page a été retiré. Supprimez votre copie\u00a0; il ne reviendra pas de lui-même.',
  'curseur-perdu':
    'Le journal des changements a été recommencé. Reprenez une copie entière, puis repartez du curseur de son manifeste.',
  'trop-de-demandes':
    'Attendez le nombre de secondes dit par Retry-After. Pour tout lire, une copie entière est plus simple.',
  indisponible: 'Le service ne répond pas pour le moment. Recommencez dans une minute.',
};
