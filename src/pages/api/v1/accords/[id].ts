import { findAgreement } from '#opendata/api/read.ts';
import { serve } from '#opendata/api/serve.ts';

export const prerender = false;

export const GET = serve('readAgreement', ({ path }) => findAgreement(path['id'] ?? ''));
