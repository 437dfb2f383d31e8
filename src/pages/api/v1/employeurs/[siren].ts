import { findEmployer } from '#opendata/api/read.ts';
import { serve } from '#opendata/api/serve.ts';

export const prerender = false;

export const GET = serve('readEmployer', ({ path }) => findEmployer(path['siren'] ?? ''));
