import { z } from 'zod';

/** Figures that are no theme of ANACT's framework stand under `identification`, `emploi` or `mobilite`. */
const THEMES = [
  'identification', 'emploi', 'organisation', 'competences', 'sante', 'egalite', 'management', 'dialogue', 'mobilite',
] as const; // prettier-ignore
export type QvctFieldTheme = (typeof THEMES)[number];

/** One column, as Table Schema describes it, with its unit, theme and the group a ratio is computed over. */
export const QvctField = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]+$/),
  title: z.string(),
  description: z.string(),
  example: z.string(),
  type: z.enum(['string', 'year', 'date', 'integer', 'number', 'boolean']),
  format: z.literal('uri').optional(),
  constraints: z.strictObject({
    required: z.boolean(),
    pattern: z.string().optional(),
    enum: z.array(z.string()).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
  unit: z.string().nullable(),
  theme: z.enum(THEMES),
  group: z.enum(['tous', 'femmes', 'hommes']).nullable(),
  references: z.strictObject({
    bdese: z.string().nullable(),
    vsme: z.string().nullable(),
    esrs: z.string().nullable(),
  }),
});
export type QvctField = z.infer<typeof QvctField>;

const Link = z.strictObject({ title: z.string(), name: z.string().optional(), path: z.string() });

/** Grammar of `content/qvct/schema/<version>/schema.json`. */
export const QvctSchema = z.strictObject({
  $schema: z.string(),
  name: z.string(),
  title: z.string(),
  description: z.string(),
  keywords: z.array(z.string()),
  countryCode: z.literal('FR'),
  homepage: z.string(),
  path: z.string(),
  licenses: z.array(Link),
  resources: z.array(Link),
  sources: z.array(Link),
  created: z.iso.date(),
  lastModified: z.iso.date(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  contributors: z.array(z.strictObject({ title: z.string(), role: z.string() })),
  fields: z.array(QvctField),
  primaryKey: z.array(z.string()),
  missingValues: z.array(z.string()),
  custom_checks: z.array(z.strictObject({ name: z.string(), params: z.record(z.string(), z.string()) })),
});
export type QvctSchema = z.infer<typeof QvctSchema>;

/** Columns that say who, when and how, not what. */
export const isFigure = ({ theme }: QvctField): boolean => theme !== 'identification';
