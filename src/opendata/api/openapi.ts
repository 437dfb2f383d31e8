import { z } from 'zod';
import { env } from '#env';
import { PublicAgreement, PublicAgreementSummary } from '#domain/public/agreement.ts';
import { Problem } from '#domain/public/api.ts';
import { PublicClaim, PublicTerm } from '#domain/public/claim.ts';
import { PublicEmployer, PublicEstablishment, PublicIdentity } from '#domain/public/employer.ts';
import { LICENCE, Licence, SILENCE_NOTE } from '#domain/public/licence.ts';
import { Change } from '#domain/changes.ts';
import { Provenance } from '#domain/provenance.ts';
import { RATE } from './limit.ts';
import { listOperations, type Operation } from './operations.ts';
import type { Parameter } from './parameters.ts';
import { PROBLEM_TYPE, PROBLEMS } from './problems.ts';

export const API_VERSION = '1.0.0';

const NAMED: Record<string, z.ZodType> = {
  Problem, Licence, Provenance, Claim: PublicClaim, Term: PublicTerm, Change,
  Agreement: PublicAgreement, AgreementSummary: PublicAgreementSummary,
  Employer: PublicEmployer, Establishment: PublicEstablishment, Identity: PublicIdentity, 
}; // prettier-ignore

const answerName = ({ id }: Operation): string => `${id[0]!.toUpperCase()}${id.slice(1)}Answer`;

/** Schemas by name, pointing at each other. */
function schemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  for (const operation of listOperations()) registry.add(operation.answer, { id: answerName(operation) });
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` }).schemas;
  return Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const exampleOf = (schema: { type?: unknown }, text: string, isRepeatable = false) => {
  const value = schema.type === 'integer' ? Number(text) : text;
  return isRepeatable ? [value] : value;
};

function parameter({ name, in: place, schema, description, isRepeatable, isRequired, example }: Parameter) {
  const { $schema: _, ...one } = z.toJSONSchema(schema);
  return {
    name,
    in: place,
    description,
    required: isRequired ?? false,
    ...(isRepeatable
      ? { style: 'form', explode: true, schema: { type: 'array', items: one } }
      : { schema: one }),
    ...(example === undefined ? {} : { example: exampleOf(one, example, isRepeatable) }),
  };
}

const limitHeaders = {
  RateLimit: { description: 'Ce qui reste, et dans combien de secondes le compte repart', schema: { type: 'string' } },
  'RateLimit-Policy': { description: `Au plus ${RATE.most} demandes par minute et par adresse`, schema: { type: 'string' } },
}; // prettier-ignore

const problem = (description: string, headers: object = {}) => ({
  description,
  headers: { ...limitHeaders, ...headers },
  content: { [PROBLEM_TYPE]: { schema: reference('Problem') } },
});

function operation(each: Operation) {
  const kinds = [...each.problems, 'trop-de-demandes', 'indisponible'] as const;
  const byStatus = new Map<number, string[]>();
  for (const kind of kinds) {
    const { status, title } = PROBLEMS[kind];
    byStatus.set(status, [...(byStatus.get(status) ?? []), title]);
  }
  return {
    get: {
      operationId: each.id,
      summary: each.summary,
      description: each.description,
      parameters: each.parameters.map(parameter),
      responses: {
        200: {
          description: each.summary,
          headers: {
            ...limitHeaders,
            ETag: { description: 'À renvoyer dans If-None-Match', schema: { type: 'string' } },
          },
          content: { 'application/json': { schema: reference(answerName(each)) } },
        },
        304: { description: 'Rien n’a changé depuis l’ETag envoyé' },
        ...Object.fromEntries(
          [...byStatus].map(([status, titles]) => [
            status,
            problem(
              titles.join(' ; '),
              status === 429
                ? { 'Retry-After': { description: 'Secondes à attendre', schema: { type: 'integer' } } }
                : {},
            ),
          ]),
        ),
      },
    },
  };
}

/** The OpenAPI 3.1 document of the API, made from the list of operations and the zod schemas. */
export const openApi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'API de Star finder',
    version: API_VERSION,
    summary: 'Ce que les employeurs offrent, d’après les accords d’entreprise publiés',
    description: `Sans clé, en lecture seule. ${SILENCE_NOTE} ${LICENCE.attribution}`,
    license: { name: LICENCE.name, url: LICENCE.url },
  },
  servers: [{ url: env.SITE_URL.replace(/\/+$/, '') }],
  security: [],
  paths: Object.fromEntries(listOperations().map((each) => [each.path, operation(each)])),
  components: { schemas: schemas() },
});
export type OpenApi = ReturnType<typeof openApi>;
