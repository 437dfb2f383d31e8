import { z } from 'zod';
import { IsoDate } from './dates.ts';

/** Front matter of `content/pages/<id>.md`. */
export const EditorialFrontMatter = z.strictObject({
  title: z.string(),
  description: z.string().describe('One sentence, for the page head and the site map'),
  reviewedOn: IsoDate,
});

/** One editorial page; `body` is typeset Markdown, headings from level 2. */
export type EditorialPage = z.infer<typeof EditorialFrontMatter> & { id: string; body: string };
