import { openApi } from '#opendata/api/openapi.ts';

export const GET = () =>
  new Response(`${JSON.stringify(openApi(), null, 1)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
