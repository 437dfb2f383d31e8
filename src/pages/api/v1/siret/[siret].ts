import { findSiret } from '#opendata/api/read.ts';
import { serve } from '#opendata/api/serve.ts';

export const prerender = false;

export const GET = serve('findBySiret', ({ path }) => findSiret(path['siret'] ?? ''));
