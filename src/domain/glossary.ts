import { z } from 'zod';

/** Grammar of `content/glossary/<id>.yml`: one word explained. */
export const GlossaryEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  term: z.string().describe('As written in a sentence: « NAO », « accord d’entreprise »'),
  expansion: z.string().nullable().describe('Full name of an acronym'),
  definition: z.string(),
  also: z.array(z.string()).describe('Other forms of the word found in agreements'),
  article: z.string().nullable().describe('Article of law, when the word is defined by one'),
  url: z.url().nullable(),
});
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;
