import { about } from '#opendata/api/answer.ts';
import { listDefinitions, listStates } from '#opendata/api/read.ts';
import { serve } from '#opendata/api/serve.ts';

export const prerender = false;

export const GET = serve('listBenefits', () => ({
  found: { states: listStates(), benefits: listDefinitions(), ...about },
}));
