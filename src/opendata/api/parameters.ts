import { z } from 'zod';
import type { Problem } from '#domain/public/api.ts';

export type Parameter = {
  name: string;
  in: 'query' | 'path';
  /** Of one value; all values are text, as an address holds them. */
  schema: z.ZodType<unknown, string>;
  description: string;
  isRepeatable?: boolean;
  isRequired?: boolean;
  example?: string;
};

/**
 * Checks what an address says against the list of parameters: unlike the search page, which drops what it does not
 * know, a program is told, because an answer to another question would go unseen.
 */
export function refusedParameters(
  parameters: readonly Parameter[],
  params: URLSearchParams,
): NonNullable<Problem['errors']> {
  const known = new Map(parameters.filter((each) => each.in === 'query').map((each) => [each.name, each]));
  const errors: NonNullable<Problem['errors']> = [];
  const seen = new Set<string>();
  for (const [name, value] of params) {
    const parameter = known.get(name);
    const refuse = (reason: string): void =>
      void errors.push({ name: name.slice(0, 100), value: value.slice(0, 100), reason });
    if (!parameter) refuse('Paramètre inconnu.');
    else if (seen.has(name) && !parameter.isRepeatable) refuse('Une seule fois.');
    else if (!parameter.schema.safeParse(value).success) refuse('Valeur inconnue ou mal formée.');
    seen.add(name);
  }
  for (const { name, isRequired } of known.values())
    if (isRequired && !seen.has(name)) errors.push({ name, value: '', reason: 'Paramètre obligatoire.' });
  return errors;
}

/** A whole number written in digits. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .refine((text) => Number(text) >= min && Number(text) <= max)
    .meta({ type: 'integer', pattern: undefined, minimum: min, maximum: max });

export const oneOf = (values: Iterable<string>) => z.enum([...values] as [string, ...string[]]);
