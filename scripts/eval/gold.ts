import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { SourceError, describeIssues } from '../../src/domain/errors.ts';

const Standing = z.enum(['granted', 'restates-law', 'demanded', 'refused', 'ended']);
const Values = z.record(z.string(), z.union([z.number(), z.string(), z.boolean()]));
const Claim = z.object({ benefit: z.string(), standing: Standing, values: Values.default({}) });
const Passage = z.object({
  id: z.string(),
  employer: z.string(),
  ape: z.string().nullish(),
  text: z.string(),
  claims: z.array(Claim),
  ignore: z.array(z.string()).default([]),
});
const Label = z.object({
  doc: z.string(),
  benefit: z.string(),
  standing: z.enum([...Standing.options, 'ignore']),
  values: Values.default({}),
});

export type GoldClaim = z.infer<typeof Claim>;
/** A text with what careful readers found in it. */
export type GoldText = {
  id: string;
  text: string;
  nafCode: string | null;
  legalName: string | null;
  claims: GoldClaim[];
  ignored: ReadonlySet<string>;
  /** A sixth of the set, by hash of the employer: `--half` measures it apart from the others. */
  isHeldOut: boolean;
};

function isHeldOut(key: string): boolean {
  return createHash('sha256').update(key).digest().readUInt32BE(0) % 6 === 0;
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const where = `eval: ${path.basename(file)}:${i + 1}`;
      const parsed = schema.safeParse(parseLine(line, where));
      if (parsed.success) return parsed.data;
      throw new SourceError(`${where}: ${describeIssues(parsed.error)}`);
    });
}

function parseLine(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new SourceError(`${where}: not a line of JSON (${(error as Error).message}).`);
  }
}

/** `passages.jsonl` of a folder; empty when there is none. Throws SourceError naming file and line. */
export function readPassages(folder: string): GoldText[] {
  const file = path.join(folder, 'passages.jsonl');
  if (!existsSync(file)) return [];
  return readLines(file, Passage).map(({ id, employer, ape, text, claims, ignore }) => ({
    id,
    text: text.normalize('NFC'),
    nafCode: ape ?? null,
    legalName: employer,
    claims,
    ignored: new Set(ignore),
    isHeldOut: isHeldOut(employer),
  }));
}

/** `texts/<doc>.md` with `labels.jsonl`; empty when there are none. Throws SourceError naming file and line. */
export function readTexts(folder: string): GoldText[] {
  const file = path.join(folder, 'labels.jsonl');
  if (!existsSync(file)) return [];
  const labels = readLines(file, Label);
  return readdirSync(path.join(folder, 'texts'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const id = name.slice(0, -3);
      const own = labels.filter((label) => label.doc === id);
      return {
        id,
        text: readFileSync(path.join(folder, 'texts', name), 'utf8').normalize('NFC'),
        nafCode: null,
        legalName: null,
        claims: own.flatMap(({ benefit, standing, values }) =>
          standing === 'ignore' ? [] : [{ benefit, standing, values }],
        ),
        ignored: new Set(own.filter((label) => label.standing === 'ignore').map((label) => label.benefit)),
        isHeldOut: isHeldOut(id),
      };
    });
}
