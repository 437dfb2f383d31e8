import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { loadCatalogue } from '#catalogue/catalogue.ts';

/** Editorial pages come through the catalogue, so that they are checked and typeset like everything else. */
const editorial: Loader = {
  name: 'editorial-pages',
  async load({ store, renderMarkdown }) {
    store.clear();
    for (const { id, body, ...data } of loadCatalogue().pages)
      store.set({ id, data, body, rendered: await renderMarkdown(body) });
  },
};

export const collections = {
  pages: defineCollection({
    loader: editorial,
    schema: z.object({ title: z.string(), description: z.string(), reviewedOn: z.string() }),
  }),
};
