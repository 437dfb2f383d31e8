import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { beforeAll, describe, expect, inject, it } from 'vitest';

const url = inject('siteUrl');

type Schema = {
  type?: string;
  enum?: string[];
  items?: Schema;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
};
type Parameter = { name: string; in: 'query' | 'path'; schema: Schema; example?: unknown };
type Operation = {
  operationId: string;
  parameters: Parameter[];
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
};
type Document = { paths: Record<string, { get: Operation }>; components: object }; // prettier-ignore

const document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as Document;
const operations = Object.entries(document.paths).map(([address, { get }]) => ({ address, ...get }));

/** Values that the schema of a parameter allows. */
function allowed({ schema, example }: Parameter): fc.Arbitrary<string> {
  const one = schema.items ?? schema;
  const given = [example]
    .flat()
    .filter((each) => each !== undefined)
    .map((each) => fc.constant(String(each)));
  if (one.enum) return fc.constantFrom(...one.enum);
  if (one.type === 'integer') return fc.integer({ min: one.minimum!, max: one.maximum! }).map(String);
  if (one.pattern) return fc.oneof(...given, fc.stringMatching(new RegExp(one.pattern)));
  return fc.oneof(...given, fc.string({ maxLength: one.maxLength ?? 200, unit: 'grapheme' }));
}
/** And values that it does not. */
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('', '0', '-1', '1e9', '9'.repeat(40), '../..', '%00', "' OR 1=1 --", '\u202e')); // prettier-ignore

/** Path and query of a request; `isWild`: with values that no schema allows, repeated at will. */
function requests({ address, parameters }: (typeof operations)[number], isWild: boolean) {
  const value = (parameter: Parameter) => (isWild ? fc.oneof(allowed(parameter), anything) : allowed(parameter));
  const inPath = parameters.filter((each) => each.in === 'path');
  const inQuery = parameters.filter((each) => each.in === 'query');
  const query = fc
    .subarray(inQuery)
    .chain((some) =>
      fc.tuple(
        ...some.map((parameter) =>
          fc
            .array(value(parameter), { minLength: 1, maxLength: isWild || parameter.schema.type === 'array' ? 3 : 1 })
            .map((values) => values.map((each) => [parameter.name, each] as const)),
        ),
      ),
    );
  const strange = isWild ? fc.array(fc.tuple(fc.string({ maxLength: 8 }), anything), { maxLength: 1 }) : fc.constant([]);
  return fc.tuple(fc.tuple(...inPath.map(value)), query, strange).map(([names, pairs, more]) => {
    const where = inPath.reduce((text, { name }, at) => text.replace(`{${name}}`, () => encodeURIComponent(names[at]!.toWellFormed()) || '_'), address);
    const asked = new URLSearchParams([...pairs.flat(), ...more].map(([name, each]) => [name, each.toWellFormed()]));
    return `${where}?${asked}`.slice(0, 2000);
  });
} // prettier-ignore

/** Names in an address hold no separator, no control character and no leading dot. */
const isForbidden = (target: string): boolean =>
  /^\.|[\\/\0-\x1f\x7f]/.test(decodeURIComponent(target.split('?')[0]!.split('/').at(-1)!));

const ajv = addFormats.default(new Ajv2020({ strict: false }));
beforeAll(() => void ajv.addSchema({ $id: 'api', components: document.components }));
const schemaOf = (operation: (typeof operations)[number], status: number) => {
  const content = operation.responses[String(status)]?.content;
  const [type, { schema } = { schema: {} }] = Object.entries(content ?? {})[0] ?? [''];
  const reference = (schema as { $ref?: string }).$ref?.replace('#', 'api#');
  return { type, validate: reference ? ajv.compile({ $ref: reference }) : null };
};

describe.each(operations)('$address', (operation) => {
  it.each([
    { isWild: false, numRuns: 25 },
    { isWild: true, numRuns: 25 },
  ])('answers as its document says, never by a fault (wild: $isWild)', async ({ isWild, numRuns }) => {
    await fc.assert(
      fc.asyncProperty(requests(operation, isWild), async (target) => {
        const response = await fetch(url + target);
        // Words of the front door, before the API: an address too long, of a forbidden form, or written otherwise.
        if (response.status === 414 || response.redirected || isForbidden(target)) return;
        if (!isWild) expect([200, 404, 410], target).toContain(response.status);
        expect(response.status, target).toBeLessThan(500);
        const { type, validate } = schemaOf(operation, response.status);
        expect(response.headers.get('content-type'), target).toContain(type || '/');
        if (!validate) return;
        expect(validate(await response.json()), `${target}: ${ajv.errorsText(validate.errors)}`).toBe(true);
      }),
      { numRuns },
    );
  });

  it('answers 304 to the tag it gave', async () => {
    const example = operation.parameters.reduce((text, { name, example: value }) => text.replace(`{${name}}`, String(value)), operation.address); // prettier-ignore
    const first = await fetch(url + example);
    const etag = first.headers.get('etag');
    if (first.status !== 200) return expect(first.status).toBe(404);
    const second = await fetch(url + example, { headers: { 'If-None-Match': etag! } });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });
});

describe('the OpenAPI document', () => {
  it('has no fault for Redocly', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-openapi-'));
    const file = path.join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    const program = path.join(path.dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, 'lint', file, '--extends=recommended', '--skip-rule=no-server-example.com'],
      { encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
    );
    rmSync(folder, { recursive: true, force: true });
    expect(status, `${stdout}\n${stderr}`).toBe(0);
  }); // prettier-ignore
});
